// One week of the service for those who lead it, and the rows behind each of its numbers.
import { noteAccess } from '../../../platform/access-log.ts';
import { now } from '../../../platform/clock.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import {
  daysDuring,
  type HelpDuring,
  helpDuring,
  type WeekDay,
  waysDuring,
} from '../../coaching/confirmation/door.ts';
import type { Way } from '../../coaching/days/door.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { isInShow, type Show } from './rules.ts';

export type Week = {
  monday: Temporal.PlainDate;
  today: Temporal.PlainDate;
  zone: string;
  /** Days until today; those that lie ahead are only counted. */
  days: readonly WeekDay[];
  ahead: number;
  /** Minutes by way of taking part, of each day that has any. */
  ways: ReadonlyMap<string, ReadonlyMap<Way, number>>;
  /** Calls for help because of technology. */
  trouble: readonly HelpDuring[];
};

/** The rows behind a number. */
export type Shown = { show: Show; days: readonly WeekDay[]; trouble: readonly HelpDuring[] };

export async function weekOf(tx: Tx, actor: Actor, day: Temporal.PlainDate | undefined): Promise<Week> {
  const { timeZone: zone } = await thisOffice(tx);
  const today = now().toZonedDateTimeISO(zone).toPlainDate();
  const within = day ?? today;
  const monday = within.subtract({ days: within.dayOfWeek - 1 });
  const span = { from: monday, to: monday.add({ days: 6 }), today };
  const all = await daysDuring(tx, actor, span);
  const days = all.filter((one) => Temporal.PlainDate.compare(one.day, today) <= 0);
  const ways = await waysDuring(
    tx,
    days.map((one) => one.dayId),
  );
  const trouble = (await helpDuring(tx, actor, span)).filter((help) => help.kind === 'technology');
  return { monday, today, zone, days, ahead: all.length - days.length, ways, trouble };
}

/** The days behind a number. Whoever is named on the page is noted in the access log. */
export function daysBehind(tx: Tx, actor: Actor, week: Week, show: Show): WeekDay[] {
  const days = week.days.filter((day) => isInShow(day, week.ways.get(day.dayId), show));
  noteShown(tx, actor, days);
  return days;
}

export function troubleBehind(tx: Tx, actor: Actor, week: Week): readonly HelpDuring[] {
  noteShown(tx, actor, week.trouble);
  return week.trouble;
}

function noteShown(tx: Tx, actor: Actor, rows: readonly { clientId: string }[]): void {
  for (const personId of new Set(rows.map((row) => row.clientId)))
    noteAccess(tx, { actor, personId, act: 'read', subject: 'day', purpose: 'leading' });
}
