// The verbs of the catalogue. Stages, bounds and rules are history: a new one is a new row.
import { and, eq } from 'drizzle-orm';
import { recordEvent } from '../../../platform/events.ts';
import type { Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import type { ServiceKind, ServiceStage } from './content.ts';
import { attendanceRuleSet, serviceAdded, serviceBoundsSet, serviceStageSet } from './events.ts';
import type { AttendanceRule, ServiceBounds } from './rules.ts';
import { attendanceRules, serviceBounds, serviceStageChanges, services } from './tables.ts';
import { lockService } from './version-actions.ts';

/** Adds a service to the catalogue. Gives its id. */
export async function addService(
  tx: Tx,
  actor: Actor | undefined,
  service: {
    name: Text;
    kind: ServiceKind;
    legalBasis?: string | null;
    stage?: ServiceStage;
    unitId?: string | null;
  },
): Promise<string> {
  const [row] = await tx
    .insert(services)
    .values({ ...service, madeBy: actor?.personId ?? null })
    .returning({ id: services.id, stage: services.stage });
  if (!row) throw new Error('the service was not added');
  await tx
    .insert(serviceStageChanges)
    .values({ serviceId: row.id, stage: row.stage, setBy: actor?.personId ?? null });
  await recordEvent(tx, serviceAdded({ serviceId: row.id }), { actorId: actor?.personId });
  return row.id;
}

/** Sets the stage, kind and unit of a service: they hold at once. A new stage is kept with who and why. */
export async function setStage(
  tx: Tx,
  actor: Actor,
  set: {
    serviceId: string;
    stage: ServiceStage;
    kind: ServiceKind;
    unitId: string | null;
    note?: string | undefined;
  },
): Promise<void> {
  const { serviceId, stage, kind, unitId } = set;
  const service = await lockService(tx, serviceId);
  await tx
    .update(services)
    .set({ stage, kind, unitId })
    .where(and(eq(services.officeId, tx.officeId), eq(services.id, serviceId)));
  if (service.stage === stage) return;
  await tx
    .insert(serviceStageChanges)
    .values({ serviceId, stage, note: set.note ?? null, setBy: actor.personId });
  await recordEvent(tx, serviceStageSet({ serviceId, stage }), { actorId: actor.personId });
}

/** Sets what enrolments in a service may be from `validFrom` on; `source` is the act or agreement it rests on. */
export async function setServiceBounds(
  tx: Tx,
  actor: Actor | undefined,
  set: { serviceId: string; validFrom: Temporal.PlainDate; bounds: ServiceBounds; source: string },
): Promise<void> {
  await tx.insert(serviceBounds).values({ ...set, setBy: actor?.personId ?? null });
  await recordEvent(tx, serviceBoundsSet({ serviceId: set.serviceId }), { actorId: actor?.personId });
}

/** Sets how a day of a service is counted from `validFrom` on; `agreement` says with whom and when it was agreed. */
export async function setAttendanceRule(
  tx: Tx,
  actor: Actor | undefined,
  set: { serviceId: string; validFrom: Temporal.PlainDate; rule: AttendanceRule; agreement: string },
): Promise<void> {
  await tx.insert(attendanceRules).values({ ...set, setBy: actor?.personId ?? null });
  await recordEvent(tx, attendanceRuleSet({ serviceId: set.serviceId }), { actorId: actor?.personId });
}
