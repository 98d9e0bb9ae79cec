// Services: the office's catalogue. Later features ask here what a service is, what an enrolment in it may be and how
// its days are counted, on the day they are about.
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/tenancy.ts';
import type { AttendanceRule, ServiceBounds } from './rules.ts';
import { services } from './tables.ts';

export { addService, setAttendanceRule, setServiceBounds } from './actions.ts';
export {
  type ModeOffered,
  type PathStep,
  type ServiceContent,
  type ServiceKind,
  type ServiceMode,
  type ServiceNeed,
  type ServiceStage,
  serviceModes,
  serviceNeeds,
} from './content.ts';
export {
  coachesToChoose,
  type Offered,
  type OfferedChoices,
  offeredChoices,
  offeredFields,
  offeredFrom,
  offeredValues,
  type UnitChoices,
  unitChoices,
  unitFrom,
} from './offered-form.ts';
export { isEasy } from './readiness.ts';
export {
  type AttendanceRule,
  type BoundBroken,
  outsideBounds,
  type ServiceBounds,
} from './rules.ts';
export { serviceById, servicesOf } from './service-queries.ts';
export { publishDraft, saveDraft } from './version-actions.ts';
export { draftOf, type Published, publishedService, publishedServices } from './version-queries.ts';

/** Whether a public address was that of a service which has been retired since: "gone", not "never was" (RFC 9110, 15.5.11). */
export async function wasRetired(tx: Tx, slug: string, language: 'fi' | 'sv' | 'en'): Promise<boolean> {
  const column = { fi: services.slugFi, sv: services.slugSv, en: services.slugEn }[language];
  const found = await tx
    .select({ id: services.id })
    .from(services)
    .where(and(eq(services.officeId, tx.officeId), eq(column, slug), eq(services.stage, 'retired')))
    .limit(1);
  return found.length > 0;
}

export type BoundsInForce = { bounds: ServiceBounds; validFrom: Temporal.PlainDate; source: string };

/** What an enrolment in the service may be on `day`, with the source; undefined when nothing binds it. */
export async function boundsOn(
  tx: Tx,
  serviceId: string,
  day: Temporal.PlainDate,
): Promise<BoundsInForce | undefined> {
  const { rows } = await tx.execute<BoundsRow>(sql`
    select bounds, valid_from::text, source from service_bounds
    where office_id = ${tx.officeId} and service_id = ${serviceId} and valid_from <= ${day.toString()}::date
    order by valid_from desc, id desc limit 1`);
  return rows.map(inForceFrom)[0];
}

/** The bounds in force on `from` and those that begin after it, `to` included, in order: each holds until the next. */
export async function boundsBetween(
  tx: Tx,
  serviceId: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<BoundsInForce[]> {
  const first = await boundsOn(tx, serviceId, from);
  const { rows } = await tx.execute<BoundsRow>(sql`
    select distinct on (service_bounds.valid_from) bounds, valid_from::text, source from service_bounds
    where office_id = ${tx.officeId} and service_id = ${serviceId}
      and valid_from > ${from.toString()}::date and valid_from <= ${to.toString()}::date
    order by service_bounds.valid_from, id desc limit 100`);
  return [...(first ? [first] : []), ...rows.map(inForceFrom)];
}

type BoundsRow = { bounds: ServiceBounds; valid_from: string; source: string };

const inForceFrom = ({ bounds, valid_from, source }: BoundsRow): BoundsInForce => ({
  bounds,
  validFrom: Temporal.PlainDate.from(valid_from),
  source,
});

export type RuleAgreed = { rule: AttendanceRule; validFrom: Temporal.PlainDate; agreement: string };

/** How a day of the service is counted on `day`; undefined when nothing has been agreed. */
export async function attendanceRuleOn(
  tx: Tx,
  serviceId: string,
  day: Temporal.PlainDate,
): Promise<RuleAgreed | undefined> {
  const { rows } = await tx.execute<{ rule: AttendanceRule; valid_from: string; agreement: string }>(sql`
    select rule, valid_from::text, agreement from attendance_rules
    where office_id = ${tx.officeId} and service_id = ${serviceId} and valid_from <= ${day.toString()}::date
    order by valid_from desc, id desc limit 1`);
  const row = rows[0];
  return (
    row && { rule: row.rule, validFrom: Temporal.PlainDate.from(row.valid_from), agreement: row.agreement }
  );
}
