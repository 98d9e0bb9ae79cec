// Pure: one list of free times of several coaches, and which of them a booking goes to.
import type { FreeTime } from '../rules.ts';

export type PooledTime = FreeTime & { coachIds: readonly string[] };

/** Times of all coaches as one list, in order; a time that several have stands there once. */
export function pooled(lists: readonly { coachId: string; times: readonly FreeTime[] }[]): PooledTime[] {
  const found = new Map<string, PooledTime>();
  for (const { coachId, times } of lists) {
    for (const time of times) {
      const key = `${time.startsAt.epochMilliseconds} ${time.place?.toLowerCase() ?? ''}`;
      const same = found.get(key);
      found.set(
        key,
        same ? { ...same, coachIds: [...same.coachIds, coachId] } : { ...time, coachIds: [coachId] },
      );
    }
  }
  return [...found.values()].sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
}

export type Candidate = {
  coachId: string;
  /** One of the client's own coaches. */
  own: boolean;
  /** Times that the coach has in that week. */
  load: number;
};

/** In which order the coaches of a time are asked: the client's own, then whoever has least, then always the same. */
export function inFairOrder(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort(
    (a, b) =>
      Number(b.own) - Number(a.own) ||
      a.load - b.load ||
      (a.coachId < b.coachId ? -1 : a.coachId > b.coachId ? 1 : 0),
  );
}
