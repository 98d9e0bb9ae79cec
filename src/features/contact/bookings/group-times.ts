// The times in which coaches lead groups: groups write them here, so that no free time is offered in them and the
// database keeps a booking out of them.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { recordEvent } from '../../../platform/events.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { timesClash } from './events.ts';
import { holdPerson } from './holding.ts';
import { coachTimes } from './pools/pool-tables.ts';

/** One coach in one meeting of a group. `sourceId` and `day` name the meeting, whatever its time. */
export type CoachHold = {
  coachId: string;
  sourceId: string;
  day: Temporal.PlainDate;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  place: string | null;
};

/**
 * Makes the held times of these sources from `from` on exactly what is given; what is so already is left alone. Where
 * a booking stands already it stays: the time is then held for the list of free times only, and the coach is told.
 */
export async function keepGroupTimes(
  tx: Tx,
  sourceIds: readonly string[],
  from: Temporal.PlainDate,
  holds: readonly CoachHold[],
): Promise<void> {
  if (sourceIds.length === 0) return;
  const existing = await tx
    .select()
    .from(coachTimes)
    .where(
      and(
        eq(coachTimes.officeId, tx.officeId),
        eq(coachTimes.kind, 'group'),
        inArray(coachTimes.sourceId, [...sourceIds]),
        sql`${coachTimes.day} >= ${from.toString()}::date`,
      ),
    )
    .limit(20_000);
  const wanted = new Map(holds.map((hold) => [keyOf({ ...hold, untilAt: hold.endsAt }), hold]));
  // One that could not stand is tried again: the booking may be gone.
  const gone = existing.filter((row) => !row.stands || !wanted.delete(keyOf(row)));
  const added = [...wanted.values()];
  if (gone.length === 0 && added.length === 0) return;
  const coaches = new Set([...gone, ...added].map((one) => one.coachId));
  for (const coachId of [...coaches].sort()) await holdPerson(tx, coachId);
  for (const part of partsOf(gone, 1000))
    await tx.delete(coachTimes).where(
      and(
        eq(coachTimes.officeId, tx.officeId),
        inArray(
          coachTimes.id,
          part.map((row) => row.id),
        ),
      ),
    );
  const known = new Set(existing.filter((row) => !row.stands).map(keyOf));
  const clashing = new Set<string>();
  for (const part of partsOf(added, 1000))
    for (const row of await writeHolds(tx, part)) if (!known.has(keyOf(row))) clashing.add(row.coachId);
  for (const coachId of clashing)
    await recordEvent(tx, timesClash({ coachId }), { topics: [`person:${coachId}`] });
}

/** Writes the times and gives those that cannot stand: the coach has a booking then. */
async function writeHolds(tx: Tx, holds: readonly CoachHold[]): Promise<Keyed[]> {
  const rows = holds.map(({ endsAt, ...hold }) => ({ ...hold, untilAt: endsAt, kind: 'group' as const }));
  const standing = await tx.insert(coachTimes).values(rows).onConflictDoNothing().returning();
  const stand = new Set(standing.map(keyOf));
  const beside = rows.filter((row) => !stand.has(keyOf(row)));
  if (beside.length > 0) await tx.insert(coachTimes).values(beside.map((row) => ({ ...row, stands: false })));
  return beside;
}

type Keyed = {
  coachId: string;
  sourceId: string;
  day: Temporal.PlainDate | null;
  startsAt: Temporal.Instant;
  untilAt: Temporal.Instant;
  place: string | null;
};

const keyOf = ({ coachId, sourceId, day, startsAt, untilAt, place }: Keyed): string =>
  [coachId, sourceId, day, startsAt, untilAt, place ?? ''].join(' ');

const partsOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
