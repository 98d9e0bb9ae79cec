// Today, going on now: whenever the demonstration starts, the programme's hours are put around the present, and what
// would have happened since the morning happens once.
import { eq, sql } from 'drizzle-orm';
import { askForHelp } from '../features/coaching/days/help-actions.ts';
import { dayOf, ensureDay } from '../features/coaching/enrolments/expected.ts';
import { expandSessions, sessionsOn } from '../features/contact/groups/door.ts';
import { changeEntry } from '../features/contact/groups/programme/programme-actions.ts';
import { programmeEntries } from '../features/contact/groups/tables.ts';
import { persons } from '../features/ground/people/tables.ts';
import { now, nowIn, setClock, todayIn } from '../platform/clock.ts';
import type { OpenHouse } from '../platform/house.ts';
import type { Tx } from '../platform/tenancy.ts';
import { actorOf, type People } from './actors.ts';
import { chance } from './chance.ts';
import { morningMinute, wallClock } from './clock-time.ts';
import { at, beAway, type DayMade, takePart } from './happenings.ts';
import { dayPieces, youthWeekdays } from './likijarvi-groups.ts';
import { clients, firms, staff } from './likijarvi-people.ts';

/** Puts the youth workshop's day around the present and lets its morning happen, once a day. */
export async function openToday(house: OpenHouse, officeId: string): Promise<void> {
  const realNow = now();
  const minute = nowIn().hour * 60 + nowIn().minute;
  await house.inOffice(officeId, async (tx) => {
    const people = await peopleOf(tx);
    const groupId = await youthGroup(tx);
    if (!groupId || (await hasHappened(tx, people.get('aino')))) return;
    const morning = morningMinute();
    const restore = setClock(() => realNow);
    try {
      // Before the morning, so that the sessions which are over by now are made as well.
      at(todayIn(), morning - 30);
      await moveProgramme(tx, officeId, people, groupId, morning);
      await expandSessions(tx, groupId);
      await letMorningHappen(tx, { officeId, people, groupId, morning, minute });
    } finally {
      restore();
    }
    tx.accesses.length = 0;
  });
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

async function moveProgramme(tx: Tx, officeId: string, people: People, groupId: string, morning: number) {
  const today = todayIn();
  const actor = actorOf(officeId, people, 'mika');
  const entries = await tx
    .select()
    .from(programmeEntries)
    .where(eq(programmeEntries.groupId, groupId))
    .limit(60);
  const weekdays = youthWeekdays(today);
  for (const entry of entries) {
    const piece = dayPieces.find((one) => one.title.fi === entry.title.fi);
    if (!piece || !weekdays.includes(entry.weekday)) continue;
    const starts = wallClock(morning + piece.from);
    if (entry.starts.equals(starts)) continue;
    await changeEntry(tx, actor, entry, { ...entry, starts, ends: wallClock(morning + piece.to) });
  }
}

type Morning = { officeId: string; people: People; groupId: string; morning: number; minute: number };

// Noora says nothing, Tiina is at an interview, Samuel’s picture does not show.
const silent = new Set(['noora']);

async function letMorningHappen(
  tx: Tx,
  { officeId, people, groupId, morning, minute }: Morning,
): Promise<void> {
  const today = todayIn();
  const sessions = await sessionsOn(tx, { groupId }, today);
  for (const member of clients.filter((one) => one.unit === 'youth-workshop' && one.key !== 'niko')) {
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
