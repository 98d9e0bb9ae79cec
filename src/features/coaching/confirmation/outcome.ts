// What became of a day: the class that a coach confirmed and what it means for money, as client and coach both read it.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/tenancy.ts';
import { boundsOn } from '../../offer/services/door.ts';
import type { Benefit, DayClass } from '../enrolments/door.ts';

export type DayOutcome = {
  class: DayClass;
  minutes: number;
  confirmedAt: Temporal.Instant;
  /** First or preferred name of who confirmed. */
  confirmedBy: string;
  /** The number of the confirmation; above 1 it is a correction. */
  sequence: number;
  /** The day on which the client comes instead. */
  swappedWith: Temporal.PlainDate | undefined;
  benefit: Benefit;
  /** The daily money of an attended day in whole cents; undefined when the service's settings do not say. */
  allowanceCents: number | undefined;
};

type Row = {
  class: DayClass;
  minutes: number;
  confirmed_at: string;
  confirmed_by: string;
  sequence: number;
  swapped_with: string | null;
  benefit: Benefit;
  service_id: string;
  day: string;
};

/** What a coach confirmed last of a day; undefined while nobody has. Who may see it is the caller's matter. */
export async function dayOutcome(tx: Tx, dayId: string): Promise<DayOutcome | undefined> {
  const { rows } = await tx.execute<Row>(sql`
    select c.class, c.minutes, c.confirmed_at::text, coalesce(p.preferred_name, p.given_name) as confirmed_by,
      c.sequence, c.swapped_with::text, e.benefit, e.service_id, d.day::text
    from days d
      join confirmations c on c.office_id = d.office_id and c.day_id = d.id
      join enrolments e on e.office_id = d.office_id and e.id = d.enrolment_id
      join persons p on p.office_id = c.office_id and p.id = c.confirmed_by
    where d.office_id = ${tx.officeId} and d.id = ${dayId} order by c.sequence desc limit 1`);
  const row = rows[0];
  if (!row) return undefined;
  const inForce = await boundsOn(tx, row.service_id, Temporal.PlainDate.from(row.day));
  return {
    class: row.class,
    minutes: row.minutes,
    confirmedAt: Temporal.Instant.from(row.confirmed_at),
    confirmedBy: row.confirmed_by,
    sequence: row.sequence,
    swappedWith: row.swapped_with === null ? undefined : Temporal.PlainDate.from(row.swapped_with),
    benefit: row.benefit,
    allowanceCents: inForce?.bounds.allowanceCents,
  };
}
