// Pure: whose turn it is when a time comes free. The one who has waited longest and is kept nothing else comes first;
// whoever lets a time pass goes to the end of the line and is not asked for that very time again.

export type Waiting = {
  id: string;
  wishedAt: Temporal.Instant;
  /** Whose time they wait for: one coach, or whoever of a pool. One of the two is null. */
  coachId: string | null;
  poolId: string | null;
  /** The last day on which a time would still do. */
  untilOn: Temporal.PlainDate;
  /** The time kept last, with whom, and until when. */
  offerStartsAt: Temporal.Instant | null;
  offerCoachId: string | null;
  offerUntil: Temporal.Instant | null;
  closedAt: Temporal.Instant | null;
};

/** A time that has come free: with whom, in which pools they are, when, and on which day on the wall. */
export type Freed = {
  coachId: string;
  poolIds: readonly string[];
  startsAt: Temporal.Instant;
  day: Temporal.PlainDate;
};

/** A freed time is kept for one person at most this long; it also ends this long before the time itself. */
const kept = { hours: 12 };
const last = { hours: 2 };

/** Until when a time freed now is kept for somebody; undefined when it is too near to be offered at all. */
export function keptUntil(startsAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | undefined {
  const [longest, latest] = [now.add(kept), startsAt.subtract(last)];
  const until = Temporal.Instant.compare(longest, latest) <= 0 ? longest : latest;
  return Temporal.Instant.compare(until, now) > 0 ? until : undefined;
}

/** Whether something is kept for somebody now. */
export const isKept = (one: Waiting, now: Temporal.Instant): boolean =>
  one.closedAt === null && one.offerUntil !== null && Temporal.Instant.compare(one.offerUntil, now) > 0;

/** Those who may be asked for a time that has come free, in the order in which they are asked. */
export function inLineFor<W extends Waiting>(line: readonly W[], freed: Freed, now: Temporal.Instant): W[] {
  return line
    .filter(
      (one) =>
        one.closedAt === null &&
        waitsFor(one, freed) &&
        Temporal.PlainDate.compare(one.untilOn, freed.day) >= 0 &&
        !isKept(one, now) &&
        !one.offerStartsAt?.equals(freed.startsAt),
    )
    .sort((a, b) => Temporal.Instant.compare(a.wishedAt, b.wishedAt) || (a.id < b.id ? -1 : 1));
}

const waitsFor = ({ coachId, poolId }: Waiting, freed: Freed): boolean =>
  coachId === freed.coachId || (poolId !== null && freed.poolIds.includes(poolId));

/** Somebody who has let what was kept for them pass: they wait on, at the end of the line. */
export const passedBy = <W extends Waiting>(one: W, now: Temporal.Instant): W => ({
  ...one,
  wishedAt: now,
  offerUntil: one.offerUntil && Temporal.Instant.compare(one.offerUntil, now) < 0 ? one.offerUntil : now,
});
