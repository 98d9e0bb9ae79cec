// What has been in force for a service, is, and will be.
import { sql } from 'drizzle-orm';
import { houseZone } from '../../../../platform/clock.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import type { AttendanceRule, ServiceBounds } from '../rules.ts';

export type Standing = 'inForce' | 'toCome' | 'past' | 'replaced';

export type Held<T> = {
  id: string;
  value: T;
  validFrom: Temporal.PlainDate;
  /** The act or agreement it rests on. */
  source: string;
  setBy: string | null;
  setOn: Temporal.PlainDate;
};

type Row<T> = {
  id: string;
  value: T;
  valid_from: string;
  source: string;
  set_by: string | null;
  set_at: string;
};

/** Bounds ever set for a service, the latest validity first, at most 100. */
export async function boundsHistory(tx: Tx, serviceId: string): Promise<Held<ServiceBounds>[]> {
  const { rows } = await tx.execute<Row<ServiceBounds>>(sql`
    select id, bounds as value, valid_from::text, source, set_by, to_json(set_at)#>>'{}' as set_at
      from service_bounds where office_id = ${tx.officeId} and service_id = ${serviceId}
     order by valid_from desc, id desc limit 100`);
  return rows.map(heldFrom);
}

/** Attendance rules ever agreed for a service, the latest validity first, at most 100. */
export async function ruleHistory(tx: Tx, serviceId: string): Promise<Held<AttendanceRule>[]> {
  const { rows } = await tx.execute<Row<AttendanceRule>>(sql`
    select id, rule as value, valid_from::text, agreement as source, set_by, to_json(set_at)#>>'{}' as set_at
      from attendance_rules where office_id = ${tx.officeId} and service_id = ${serviceId}
     order by valid_from desc, id desc limit 100`);
  return rows.map(heldFrom);
}

function heldFrom<T>(row: Row<T>): Held<T> {
  return {
    id: row.id,
    value: row.value,
    validFrom: Temporal.PlainDate.from(row.valid_from),
    source: row.source,
    setBy: row.set_by,
    setOn: Temporal.Instant.from(row.set_at).toZonedDateTimeISO(houseZone).toPlainDate(),
  };
}

/**
 * How each stands on `today`. The first that has begun is in force; of two for the same day the one set later, which
 * comes first in the list, replaced the other.
 */
export function standings(
  held: readonly { validFrom: Temporal.PlainDate }[],
  today: Temporal.PlainDate,
): Standing[] {
  let inForce = false;
  return held.map((one, at) => {
    if (held[at - 1]?.validFrom.equals(one.validFrom)) return 'replaced';
    if (Temporal.PlainDate.compare(one.validFrom, today) > 0) return 'toCome';
    if (inForce) return 'past';
    inForce = true;
    return 'inForce';
  });
}
