// When a client's day begins and ends by its programme. Pure.
import type { GroupSession } from '../../contact/groups/door.ts';

export type DayHours = { startsAt: Temporal.Instant; endsAt: Temporal.Instant };

type Piece = Pick<GroupSession, 'startsAt' | 'endsAt' | 'cancelled'>;

/**
 * The hours of a day: from the first thing in the programme to the last, cancelled ones left out; without a programme
 * the office's usual beginning and the agreed minutes. A day whose whole programme is cancelled is such a day too.
 */
export function hoursOfDay(
  sessions: readonly Piece[],
  usual: { startsAt: Temporal.Instant; minutes: number },
): DayHours {
  const held = sessions.filter((session) => !session.cancelled);
  const [first, ...rest] = held;
  if (!first) return { startsAt: usual.startsAt, endsAt: usual.startsAt.add({ minutes: usual.minutes }) };
  const { compare } = Temporal.Instant;
  return rest.reduce<DayHours>(
    (hours, session) => ({
      startsAt: compare(session.startsAt, hours.startsAt) < 0 ? session.startsAt : hours.startsAt,
      endsAt: compare(session.endsAt, hours.endsAt) > 0 ? session.endsAt : hours.endsAt,
    }),
    { startsAt: first.startsAt, endsAt: first.endsAt },
  );
}
