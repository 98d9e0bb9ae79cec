// Today, going on now: whenever the demonstration starts, the programme's hours are put around the present, and what
// would have happened since the morning happens once.
import { and, eq, sql } from 'drizzle-orm';
import { askForHelp } from '../features/coaching/days/help-actions.ts';
import { dayOf, ensureDay } from '../features/coaching/enrolments/expected.ts';
import { expandSessions, openSessionRoom, sessionsOn } from '../features/contact/groups/door.ts';
import { addEntry, changeEntry } from '../features/contact/groups/programme/programme-actions.ts';
import { sessionsWithoutRoom } from '../features/contact/groups/rooms.ts';
import { programmeEntries } from '../features/contact/groups/tables.ts';
import { closedDays } from '../features/ground/offices/tables.ts';
import { persons } from '../features/ground/people/tables.ts';
import { now, nowIn, setClock, todayIn } from '../platform/clock.ts';
import type { OpenHouse } from '../platform/house.ts';
import type { Tx } from '../platform/tenancy.ts';
import { actorOf, type People } from './actors.ts';
import { chance } from './chance.ts';
import { type Hours, hoursNow, nightHours, together } from './day-hours.ts';
import { at, beAway, type DayMade, takePart } from './happenings.ts';
import { entriesOf } from './likijarvi-groups.ts';
import { clients, firms, staff } from './likijarvi-people.ts';

type Group = { officeId: string; people: People; groupId: string };

/** Puts the youth workshop's day around the present and lets its morning happen, once a day. */
export async function openToday(house: OpenHouse, officeId: string): Promise<void> {
  await house.inOffice(officeId, async (tx) => {
    const people = await peopleOf(tx);
    const groupId = await youthGroup(tx);
    if (!groupId) return;
    const group = { officeId, people, groupId };
    if (await hasHappened(tx, people.get('aino'))) await meetAgain(tx, group);
    else await beginToday(tx, group);
    // Whoever looks late in the evening may still be there when the next day begins.
    if (nowIn().hour === 23) await placeDay(tx, group, todayIn().add({ days: 1 }), nightHours);
    // The job that opens rooms comes every five minutes only.
    for (const sessionId of await sessionsWithoutRoom(tx)) await openSessionRoom(tx, sessionId);
    tx.accesses.length = 0;
  });
}

async function beginToday(tx: Tx, group: Group): Promise<void> {
  const realNow = now();
  const minute = nowIn().hour * 60 + nowIn().minute;
  const hours = hoursNow();
  const restore = setClock(() => realNow);
  try {
    // Before the morning, so that the sessions which are over by now are made as well.
    at(todayIn(), hours.morning - 30);
    await placeDay(tx, group, todayIn(), hours);
    await letMorningHappen(tx, { ...group, morning: hours.morning, minute });
  } finally {
    restore();
  }
}

/** Started again on a day whose morning has been: when nothing can be joined now, one more hour is worked together. */
async function meetAgain(tx: Tx, { officeId, people, groupId }: Group): Promise<void> {
  const today = todayIn();
  const fromNow = (instant: Temporal.Instant) => now().until(instant).total('minutes');
  const live = (await sessionsOn(tx, { groupId }, today)).filter(
    (session) => session.kind === 'live' && !session.cancelled && fromNow(session.endsAt) > 5,
  );
  const next = Math.min(...live.map(({ startsAt }) => fromNow(startsAt)));
  if (next <= 15) return;
  const minute = nowIn().hour * 60 + nowIn().minute;
  const length = Math.min(60, Math.floor(next));
  const piece = { ...together, from: 0, to: length };
  const week = { morning: minute, pieces: [piece], weekdays: [today.dayOfWeek], validFrom: today };
  for (const entry of entriesOf(week, people))
    await addEntry(tx, actorOf(officeId, people, 'mika'), groupId, { ...entry, validUntil: today });
}

async function peopleOf(tx: Tx): Promise<People> {
  const rows = await tx
    .select({ id: persons.id, email: persons.email })
    .from(persons)
    .where(eq(persons.officeId, tx.officeId))
    .limit(500);
  const keys = new Set([...staff, ...clients, ...firms].map((one) => one.key));
  const found = new Map<string, string>();
  for (const row of rows) {
    const key = /^([a-z]+)/.exec(row.email ?? '')?.[1];
    if (key && keys.has(key)) found.set(key, row.id);
  }
  return found;
}

async function youthGroup(tx: Tx): Promise<string | undefined> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from groups where office_id = ${tx.officeId} and name = 'Aamuryhmä' limit 1`,
  );
  return rows[0]?.id;
}

async function hasHappened(tx: Tx, clientId: string | undefined): Promise<boolean> {
  const day = clientId && (await dayOf(tx, clientId, todayIn()));
  if (!day) return false;
  const { rows } = await tx.execute(
    sql`select 1 from day_hellos where office_id = ${tx.officeId} and day_id = ${day.id} limit 1`,
  );
  return rows.length > 0;
}

/** Gives a day the hours, whatever weekday or holiday it is: the office is open and the members are expected. */
async function placeDay(tx: Tx, group: Group, day: Temporal.PlainDate, hours: Hours): Promise<void> {
  const { officeId, people, groupId } = group;
  const actor = actorOf(officeId, people, 'mika');
  await tx.delete(closedDays).where(and(eq(closedDays.officeId, officeId), eq(closedDays.day, day)));
  const all = await tx
    .select()
    .from(programmeEntries)
    .where(and(eq(programmeEntries.groupId, groupId), eq(programmeEntries.weekday, day.dayOfWeek)))
    .limit(60);
  const entries = all.filter((entry) => entry.validUntil === null);
  const week = { ...hours, weekdays: [day.dayOfWeek], validFrom: day };
  for (const wanted of entriesOf(week, people)) {
    const entry = entries.find(({ title }) => title.fi === wanted.title.fi);
    const { starts, ends } = wanted;
    if (!entry) await addEntry(tx, actor, groupId, wanted);
    else if (!entry.starts.equals(starts)) await changeEntry(tx, actor, entry, { ...entry, starts, ends });
  }
  await expandSessions(tx, groupId);
  for (const { key } of members) await ensureDay(tx, people.get(key) as string, day, { extra: true });
}

const members = clients.filter((one) => one.unit === 'youth-workshop' && one.key !== 'niko');

type Morning = Group & { morning: number; minute: number };

// Noora says nothing, Tiina is at an interview, Samuel’s picture does not show.
const silent = new Set(['noora']);

async function letMorningHappen(
  tx: Tx,
  { officeId, people, groupId, morning, minute }: Morning,
): Promise<void> {
  const today = todayIn();
  const sessions = await sessionsOn(tx, { groupId }, today);
  for (const member of members) {
    const { key } = member;
    at(today, morning - 30);
    const day = await ensureDay(tx, people.get(key) as string, today);
    if (!day || silent.has(key)) continue;
    const made: DayMade = {
      key,
      client: actorOf(officeId, people, key),
      coach: actorOf(officeId, people, member.coach),
      day,
      morning,
      sessions,
      random: chance(`${key} ${today}`),
      until: minute,
    };
    if (key === 'tiina') await beAway(tx, made, 'interview');
    else await takePart(tx, made);
    if (key === 'samuel') {
      at(today, Math.max(morning, minute - 3));
      await askForHelp(tx, made.client, { kind: 'technology', words: 'Kuva ei näy.', day });
    }
  }
}
