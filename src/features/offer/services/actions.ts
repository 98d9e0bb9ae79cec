// The verbs of the catalogue. Bounds and rules are history: a new one is a new row with its own first day.
import { recordEvent } from '../../../platform/events.ts';
import type { Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { attendanceRuleSet, serviceAdded, serviceBoundsSet } from './events.ts';
import type { AttendanceRule, ServiceBounds } from './rules.ts';
import { attendanceRules, type ServiceKind, type ServiceStage, serviceBounds, services } from './tables.ts';

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
    .returning({ id: services.id });
  if (!row) throw new Error('the service was not added');
  await recordEvent(tx, serviceAdded({ serviceId: row.id }), { actorId: actor?.personId });
  return row.id;
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
