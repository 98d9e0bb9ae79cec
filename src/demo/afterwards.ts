// What follows the days: the payers are told of the periods that are over, a day is corrected after that, and one
// client does not agree with a day.
import { sql } from 'drizzle-orm';
import { confirmDays } from '../features/coaching/confirmation/actions.ts';
import { objectToDay } from '../features/coaching/confirmation/objections.ts';
import type { DaySuggestion } from '../features/coaching/days/door.ts';
import { dayOf } from '../features/coaching/enrolments/expected.ts';
import { closePeriod } from '../features/coaching/payers/actions.ts';
import { type Period, periodsBetween } from '../features/coaching/payers/rules.ts';
import { payers, rhythmOf } from '../features/coaching/payers/settings.ts';
import type { Tx } from '../platform/tenancy.ts';
import { actorOf } from './actors.ts';
import { at } from './happenings.ts';
import type { Past } from './history.ts';
import { clients } from './likijarvi-people.ts';

/**
 * Päivi tells the payers of each period on the Monday after it. In the unemployment funds' latest one she has not: a
 * visitor can do it.
 */
export async function tellPayers(tx: Tx, past: Past): Promise<void> {
  const manager = actorOf(past.officeId, past.people, 'paivi');
  for (const payer of payers) {
    const all = periodsBetween(await rhythmOf(tx, payer, past.today), [], past.from, past.today);
    // Her Monday is not today: it has been a whole day.
    const over = all.filter(({ endsOn }) => isBefore(endsOn.add({ days: 1 }), past.today)).reverse();
    for (const period of payer === 'unemployment-fund' ? over.slice(0, -1) : over) {
      const monday = period.endsOn.add({ days: 1 });
      at(monday, 10 * 60 + 10);
      await closePeriod(tx, manager, { payer, ...period });
      at(monday, 14 * 60 + 30);
      if (payer === 'kela') await bringCertificate(tx, past, period);
    }
  }
  tx.accesses.length = 0;
}

/** Somebody who was away without a word brings a doctor's certificate when the payer has been told already. */
async function bringCertificate(tx: Tx, past: Past, period: Period): Promise<void> {
  type Row = { id: string; client_id: string; suggested: DaySuggestion['result'] };
  const { rows } = await tx.execute<Row>(sql`
    select d.id, d.client_id, c.suggested from days d
      join confirmations c on c.office_id = d.office_id and c.day_id = d.id
      join enrolments e on e.office_id = d.office_id and e.id = d.enrolment_id
      join persons p on p.office_id = d.office_id and p.id = d.client_id
    where d.office_id = ${tx.officeId} and d.class = 'other-absence' and e.payer = 'kela'
      and d.day between ${period.startsOn.toString()}::date and ${period.endsOn.toString()}::date
      and d.client_id <> ${past.people.get(whoObjects) as string}
    order by d.day desc, p.email limit 1`);
  const [day] = rows;
  const client = clients.find(({ key }) => past.people.get(key) === day?.client_id);
  if (!day || !client) return;
  await confirmDays(tx, actorOf(past.officeId, past.people, client.coach), [
    {
      dayId: day.id,
      class: 'own-illness',
      minutes: 0,
      reason: 'Asiakas toi lääkärintodistuksen jälkikäteen.',
      seenSequence: 1,
      suggested: day.suggested,
    },
  ]);
}

const whoObjects = 'aino';

/** Aino writes on the evening before today about a day without network, and nobody has answered her yet. */
export async function objectToQuietDay(tx: Tx, past: Past): Promise<void> {
  const client = actorOf(past.officeId, past.people, whoObjects);
  const day = await dayOf(tx, client.personId, past.quietOn);
  if (!day) return;
  at(past.today.subtract({ days: 1 }), 18 * 60 + 20);
  await objectToDay(
    tx,
    client,
    day,
    'Netti oli poikki, enkä päässyt ryhmään. Tein tehtävät vihkoon. Voinko näyttää ne sinulle?',
  );
}

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0;
