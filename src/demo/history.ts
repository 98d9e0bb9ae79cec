// Six weeks behind today: enrolments, days taken part in, absences, confirmations.
import { confirmDays, type NewConfirmation } from '../features/coaching/confirmation/actions.ts';
import { daysToOffer, offersFor } from '../features/coaching/confirmation/queries.ts';
import { startEnrolment } from '../features/coaching/enrolments/actions.ts';
import { ensureDay } from '../features/coaching/enrolments/expected.ts';
import { expandSessions, openSessionRoom, sessionsOn } from '../features/contact/groups/door.ts';
import { closedDaysBetween } from '../features/ground/offices/door.ts';
import type { Tx } from '../platform/tenancy.ts';
import { actorOf, type People } from './actors.ts';
import { chance } from './chance.ts';
import { at, beAway, type DayMade, takePart } from './happenings.ts';
import { type Groups, groupPlans, youthWeekdays } from './likijarvi-groups.ts';
import type { Services } from './likijarvi-services.ts';

export const weeksBehind = 6;

/** The latest two days before today wait for their coaches. */
export const lastConfirmed = (today: Temporal.PlainDate): Temporal.PlainDate => today.subtract({ days: 2 });

export type Past = {
  officeId: string;
  people: People;
  groups: Groups;
  services: Services;
  today: Temporal.PlainDate;
  from: Temporal.PlainDate;
  morning: number;
  /** The latest confirmed day of the youth workshop: Aino's network was down, and nobody heard of her. */
  quietOn: Temporal.PlainDate;
};

const agreedWeekdays = (weekdays: readonly number[]) => weekdays.slice(-4);

/** The latest day that is confirmed by now on which the youth workshop was open and its clients expected. */
export async function latestConfirmedDay(tx: Tx, today: Temporal.PlainDate): Promise<Temporal.PlainDate> {
  const last = lastConfirmed(today);
  const closed = await closedDaysBetween(tx, last.subtract({ weeks: 3 }), last);
  const weekdays = agreedWeekdays(youthWeekdays(today));
  let day = last;
  while (!weekdays.includes(day.dayOfWeek) || closed.some((one) => one.day.equals(day)))
    day = day.subtract({ days: 1 });
  return day;
}

/** Enrols the members of the groups in their services, for half a year from the first day of the history. */
export async function enrolEverybody(tx: Tx, past: Past): Promise<void> {
  for (const plan of groupPlans(past.today)) {
    const service =
      plan.unit === 'rehabilitative-work'
        ? 'rehabilitative'
        : plan.unit === 'open-workshop'
          ? 'open'
          : 'youth';
    const group = past.groups[plan.key];
    for (const [index, key] of plan.members.entries()) {
      const answer = await startEnrolment(tx, actorOf(past.officeId, past.people, group.coach), {
        clientId: past.people.get(key) as string,
        serviceId: past.services[service],
        groupId: group.id,
        startsOn: past.from,
        endsOn: past.from.add({ months: 6 }),
        weekdays: agreedWeekdays(plan.weekdays),
        dayMinutes: service === 'open' ? 150 : 240,
        payer: index % 6 === 5 ? 'unemployment-fund' : service === 'open' ? 'municipality' : 'kela',
        benefit: service === 'open' ? 'none' : index % 5 === 4 ? 'activity-allowance' : 'expense-allowance',
      });
      if (!answer.ok) throw new Error(`${key} could not be enrolled: ${answer.reason}`);
    }
  }
}

/** Lets one past day happen to every group that meets on it. */
export async function happenOn(tx: Tx, past: Past, date: Temporal.PlainDate): Promise<void> {
  for (const plan of groupPlans(past.today)) {
    if (!plan.weekdays.includes(date.dayOfWeek)) continue;
    const group = past.groups[plan.key];
    at(date, past.morning - 30);
    await expandSessions(tx, group.id, { from: date, to: date });
    // The rooms of the whole day: the job that opens those of the afternoon does not run in the past.
    for (const session of await sessionsOn(tx, { groupId: group.id }, date))
      if (session.kind === 'live') await openSessionRoom(tx, session.id);
    const sessions = await sessionsOn(tx, { groupId: group.id }, date);
    for (const key of plan.members) {
      const day = await ensureDay(tx, past.people.get(key) as string, date);
      if (!day) continue;
      const made: DayMade = {
        key,
        client: actorOf(past.officeId, past.people, key),
        coach: actorOf(past.officeId, past.people, group.coach),
        day,
        morning: past.morning,
        sessions,
        random: chance(`${key} ${date}`),
      };
      if (key === 'aino' && date.equals(past.quietOn)) continue;
      await haveADay(tx, made);
    }
  }
  // Nobody looked at anything; the access log tells of real looks only.
  tx.accesses.length = 0;
}

async function haveADay(tx: Tx, made: DayMade): Promise<void> {
  const luck = made.random();
  if (luck < 0.04) return beAway(tx, made, 'own-illness');
  if (luck < 0.06) return beAway(tx, made, 'interview');
  if (luck < 0.075 && made.key === 'minna') return beAway(tx, made, 'child-ill');
  // Now and then somebody stays away without a word; Noora more often.
  if (luck < (made.key === 'noora' ? 0.25 : 0.1)) return undefined;
  return takePart(tx, made);
}

/** Confirms the past days of a date as the coaches would: what the rule offers, else an absence. */
export async function confirmOn(tx: Tx, past: Past, date: Temporal.PlainDate): Promise<void> {
  for (const plan of groupPlans(past.today)) {
    if (!plan.weekdays.includes(date.dayOfWeek)) continue;
    const coach = actorOf(past.officeId, past.people, past.groups[plan.key].coach);
    at(date, Math.min(past.morning + 365, 24 * 60 - 1));
    const ids: string[] = [];
    for (const key of plan.members) {
      const day = await ensureDay(tx, past.people.get(key) as string, date);
      if (day) ids.push(day.id);
    }
    const offers = await offersFor(tx, coach, await daysToOffer(tx, ids));
    const wanted: NewConfirmation[] = offers.map((offer) => ({
      dayId: offer.dayId,
      class:
        offer.offered ?? (offer.suggested.suggestion.countedMinutes >= 120 ? 'attended' : 'other-absence'),
      minutes: offer.minutes,
      seenSequence: 0,
      suggested: offer.suggested.suggestion.result,
    }));
    await confirmDays(tx, coach, wanted);
  }
  tx.accesses.length = 0;
}
