// A week of a group as its pages show it: dated sessions where they exist, the plan where they do not yet.
import { todayIn } from '../../../../platform/clock.ts';
import { readDay } from '../../../../platform/form-values.ts';
import type { Text } from '../../../../platform/language.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { closedDaysBetween } from '../../../ground/offices/door.ts';
import { sessionsBetween } from '../queries.ts';
import { daysAhead, plannedSessions } from './expansion.ts';
import type { SessionKind, Way } from './rules.ts';

export type WeekSession = {
  /** Undefined further ahead than sessions are made. */
  id: string | undefined;
  title: Text;
  kind: SessionKind;
  starts: Temporal.PlainTime;
  ends: Temporal.PlainTime;
  ways: readonly Way[];
  hostName: string | null;
  cancelled: boolean;
  changed: boolean;
};

export type WeekDay = { day: Temporal.PlainDate; closed: Text | undefined; sessions: WeekSession[] };
export type Week = { monday: Temporal.PlainDate; days: WeekDay[] };

/** The Monday of a day's week. */
function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** The seven days from a Monday on. */
export async function weekOf(
  tx: Tx,
  groupId: string,
  monday: Temporal.PlainDate,
  zone: string,
): Promise<Week> {
  const sunday = monday.add({ days: 6 });
  const dated = await sessionsBetween(tx, { groupId }, monday, sunday);
  const horizon = todayIn(zone).add({ days: daysAhead });
  const later = Temporal.PlainDate.compare(sunday, horizon) > 0;
  const planned = later ? await plannedSessions(tx, groupId, { from: monday, to: sunday }, zone) : [];
  const closed = await closedDaysBetween(tx, monday, sunday);
  const days = Array.from({ length: 7 }, (_, ahead) => {
    const day = monday.add({ days: ahead });
    const known = dated.filter((session) => session.day.equals(day));
    const beyond = Temporal.PlainDate.compare(day, horizon) > 0;
    const plans = beyond ? planned.filter((plan) => plan.day.equals(day)) : [];
    return {
      day,
      closed: closed.find((one) => one.day.equals(day))?.reason,
      sessions: [
        ...known.map((session) => shown({ ...session, id: session.id }, zone)),
        ...plans.map((plan) => shown({ ...plan, id: undefined, hostName: null }, zone)),
      ],
    };
  });
  return { monday, days };
}

function shown(
  session: Omit<WeekSession, 'starts' | 'ends'> & { startsAt: Temporal.Instant; endsAt: Temporal.Instant },
  zone: string,
): WeekSession {
  const { id, title, kind, ways, hostName, cancelled, changed } = session;
  return {
    id,
    title,
    kind,
    ways,
    hostName,
    cancelled,
    changed,
    starts: session.startsAt.toZonedDateTimeISO(zone).toPlainTime(),
    ends: session.endsAt.toZonedDateTimeISO(zone).toPlainTime(),
  };
}

/** The Monday that `?week=` names; this week's for anything that is not a day. */
export function mondayFrom(value: string | undefined, zone: string): Temporal.PlainDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value ?? '');
  const day = match && readDay(match[0]);
  return mondayOf(day ?? todayIn(zone));
}
