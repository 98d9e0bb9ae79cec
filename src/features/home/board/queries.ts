// The morning board: everybody whose day a coach looks after, gathered through the doors in a number of questions that
// does not grow with the rows. What does not wait for another answer is asked together (platform/asked-together.ts).
import { sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import {
  arcOf,
  type DayArc,
  type DayFacts,
  evidenceOfDays,
  type HelpRequest,
  openHelpOf,
  programmeOf,
  startsWithoutProgramme,
  timeOfSetting,
  type Way,
} from '../../coaching/days/door.ts';
import {
  type AbsenceClass,
  acceptedAbsences,
  type DayClass,
  type Expected,
  expectedOn,
  reachOf,
  withinReach,
} from '../../coaching/enrolments/door.ts';
import { hoursOfDay } from '../../coaching/watch/door.ts';
import { type DeviceCheck, deviceChecksOf, type Present, presentNow } from '../../contact/calls/door.ts';
import {
  type GroupBrief,
  type GroupSession,
  groupsCoachedBy,
  sessionsOn,
} from '../../contact/groups/door.ts';
import { unreadOf } from '../../contact/messages/door.ts';
import { settingInForce, thisOffice } from '../../ground/offices/door.ts';
import { drawnFor, inOrder, type State, sessionNow, stateOf } from './rules.ts';

export type BoardRow = {
  clientId: string;
  name: string;
  /** `own`: the reader's client today. `leads`: a manager's. `group`: in a group the reader coaches, no more. */
  tie: 'own' | 'leads' | 'group';
  dayId: string | undefined;
  state: State;
  heard: boolean;
  /** Since when the state has lasted, when that is known. */
  since: Temporal.Instant | undefined;
  /** How they take part, or took part last today. */
  way: Way | undefined;
  arc: DayArc;
  /** What the programme has for them now. */
  goesOn: GroupSession | undefined;
  beginsAt: Temporal.Instant;
  ownWorkMinutes: number;
  /** The absence told; undefined for a group's coach, who need not know why. */
  absence: AbsenceClass | undefined;
  confirmed: DayClass | undefined;
  help: readonly HelpRequest[];
  /** The latest attempt of a coach to be in touch; undefined for a group's coach, who looks after others. */
  contact: { by: string; at: Temporal.Instant; reached: boolean } | undefined;
  /** The room where they are or wait. */
  roomId: string | undefined;
  phone: string | undefined;
  /** Messages of theirs that the reader has not read; only of own clients. */
  unread: number;
  /** Their place is told to nobody. */
  protected: boolean;
  check: DeviceCheck | undefined;
};

export type Board = {
  day: Temporal.PlainDate;
  today: Temporal.PlainDate;
  at: Temporal.Instant;
  zone: string;
  rows: BoardRow[];
  /** The session of the reader's groups whose room is the one to open now. */
  session: GroupSession | undefined;
  /** Who is in its room. */
  inRoom: readonly Present[];
  /** The groups that the reader coaches on the day. */
  groups: readonly GroupBrief[];
  /** Rooms of the day, whose hints concern the board too. */
  roomIds: readonly string[];
  /** Messages that the reader has not read; undefined on another day, when nobody counts them. */
  unread: number | undefined;
};

/** The board of a day for a coach, or of all whom a manager leads who coaches nobody. */
export async function boardOf(tx: Tx, actor: Actor, day: Temporal.PlainDate): Promise<Board> {
  const { timeZone: zone } = await thisOffice(tx);
  const at = now();
  const today = at.toZonedDateTimeISO(zone).toPlainDate();
  const live = day.equals(today);
  // What concerns the reader alone waits for nothing; what concerns the clients waits for who they are.
  const [of, unread, usual, ownSessions] = await Promise.all([
    clientsOn(tx, actor, day, live),
    live ? unreadOf(tx, actor.personId) : undefined,
    settingInForce(tx, startsWithoutProgramme, day),
    live ? sessionsOn(tx, { personId: actor.personId }, day) : [],
  ]);
  const session = sessionNow(
    ownSessions.filter((one) => one.kind === 'live'),
    at,
  );
  const roomIds = roomsOf([...of.programme.values()].flat());
  const opened = session?.roomId ? [session.roomId] : [];
  const present = live ? await presentNow(tx, [...new Set([...roomIds, ...opened])]) : [];
  const unreadBy = new Map(unread?.conversations.map((one) => [one.clientId, one.unread]));
  const startsAt = day.toZonedDateTime({ timeZone: zone, plainTime: timeOfSetting(usual.value) }).toInstant();
  const rows = of.expected.map(({ who, tie }) => {
    const { clientId } = who;
    return rowOf({
      who,
      tie,
      sessions: of.programme.get(clientId) ?? [],
      facts: who.day && of.facts.get(who.day.id),
      present: present.filter((one) => one.personId === clientId && roomIds.includes(one.roomId)),
      help: of.help.filter((one) => one.clientId === clientId),
      check: of.checks.find((one) => one.personId === clientId),
      person: of.persons.get(clientId),
      coaches: of.coaches,
      unread: tie === 'own' ? (unreadBy.get(clientId) ?? 0) : 0,
      startsAt,
      day,
      at,
      zone,
    });
  });
  const inRoom = present.filter((one) => one.roomId === session?.roomId);
  return {
    day,
    today,
    at,
    zone,
    rows: inOrder(rows),
    session,
    inRoom,
    groups: of.groups,
    roomIds,
    unread: unread?.count,
  };
}

/** Whoever is expected on the board, with what is known of each. */
async function clientsOn(tx: Tx, actor: Actor, day: Temporal.PlainDate, live: boolean) {
  const { groups, expected } = await expectedBy(tx, actor, day);
  const clientIds = expected.map(({ who }) => who.clientId);
  const days = expected.flatMap(({ who }) => who.day ?? []);
  const [programme, facts, persons, help, checks] = await Promise.all([
    programmeOf(tx, clientIds, day),
    evidenceOfDays(tx, days),
    personsOf(tx, clientIds),
    live ? openHelpOf(tx, known(expected)) : [],
    live ? deviceChecksOf(tx, clientIds) : [],
  ]);
  const coachIds = [...facts.values()].flatMap((one) => one.contacts.map(({ coachId }) => coachId));
  const coaches = coachIds.length > 0 ? await personsOf(tx, [...new Set(coachIds)]) : new Map();
  return { groups, expected, programme, facts, persons, coaches, help, checks };
}

const roomsOf = (sessions: readonly GroupSession[]): string[] => [
  ...new Set(sessions.flatMap((session) => (session.roomId ? [session.roomId] : []))),
];

type ExpectedRow = { who: Expected; tie: BoardRow['tie'] };

const known = (rows: readonly ExpectedRow[]) =>
  rows.filter(({ tie }) => tie !== 'group').map(({ who }) => who.clientId);

/** Own clients, then those in groups coached who are not own. A manager who coaches nobody sees all whom they lead. */
async function expectedBy(
  tx: Tx,
  actor: Actor,
  day: Temporal.PlainDate,
): Promise<{ groups: GroupBrief[]; expected: ExpectedRow[] }> {
  const rows = new Map<string, ExpectedRow>();
  const add = (all: readonly Expected[], tie: BoardRow['tie']) => {
    for (const who of all)
      if (who.clientId !== actor.personId && !rows.has(who.clientId)) rows.set(who.clientId, { who, tie });
  };
  if (!hasRole(actor, 'coach')) {
    add(await expectedOn(tx, { within: await reachOf(tx, actor) }, day), 'leads');
    return { groups: [], expected: [...rows.values()] };
  }
  const [groups, own] = await Promise.all([
    groupsCoachedBy(tx, actor.personId, day),
    expectedOn(tx, { coachId: actor.personId }, day),
  ]);
  const members = (
    await Promise.all(groups.map((group) => expectedOn(tx, { groupId: group.id }, day)))
  ).flat();
  const led = await withinReach(tx, actor, [...new Set(members.map((who) => who.clientId))]);
  add(own, 'own');
  add(
    members.filter((who) => led.has(who.clientId)),
    'leads',
  );
  add(members, 'group');
  return { groups, expected: [...rows.values()] };
}

type Gathered = {
  who: Expected;
  tie: BoardRow['tie'];
  sessions: readonly GroupSession[];
  facts: DayFacts | undefined;
  present: readonly Present[];
  help: readonly HelpRequest[];
  check: DeviceCheck | undefined;
  person: PersonFacts | undefined;
  /** Those who have tried to be in touch with somebody today. */
  coaches: ReadonlyMap<string, PersonFacts>;
  unread: number;
  /** When a day without a programme begins. */
  startsAt: Temporal.Instant;
  day: Temporal.PlainDate;
  at: Temporal.Instant;
  zone: string;
};

function rowOf(gathered: Gathered): BoardRow {
  const { who, tie, sessions, facts, at, day, zone } = gathered;
  const hours = hoursOfDay(sessions, {
    startsAt: gathered.startsAt,
    minutes: who.day?.expectedMinutes ?? who.enrolment.dayMinutes,
  });
  const inside = gathered.present[0];
  const minute = minuteAt(at, day, zone);
  const spanNow = facts?.live.find(
    (span) => span.from <= minute && span.to >= minute && span.roomId === null,
  );
  const onSite = facts?.hellos.findLast((hello) => hello.way === 'on-site' || hello.way === 'phone');
  const heard = facts !== undefined && isHeard(facts);
  const contact = facts?.contacts.at(-1);
  const reached = facts?.contacts.some((one) => one.reached) ?? false;
  const confirmed = who.day?.class ?? undefined;
  const state = stateOf({
    help: gathered.help.length > 0,
    silent: facts?.silent ?? false,
    presence: inside?.state,
    place: spanNow !== undefined || onSite !== undefined,
    heard,
    reached,
    absent: facts?.absence !== undefined,
    confirmed: confirmed && (isAbsence(confirmed) ? 'absent' : 'present'),
    began: Temporal.Instant.compare(at, hours.startsAt) >= 0,
    ended: Temporal.Instant.compare(at, hours.endsAt) >= 0,
  });
  const knows = tie !== 'group';
  return {
    clientId: who.clientId,
    name: who.shownName,
    tie,
    dayId: who.day?.id,
    state,
    heard: heard || reached,
    since: sinceOf(state, { inside, onSite, hours, facts, help: gathered.help }),
    way: inside?.way ?? spanNow?.way ?? wayOfHello(onSite?.way) ?? facts?.live.at(-1)?.way,
    arc: arcFor(state, arcOf({ sessions, facts, day, at, zone, label: who.shownName })),
    goesOn: sessions.find((session) => goesOnAt(session, at)),
    beginsAt: hours.startsAt,
    ownWorkMinutes: facts?.ownWorks.reduce((sum, work) => sum + work.minutes, 0) ?? 0,
    absence: knows ? facts?.absence?.class : undefined,
    confirmed: knows ? confirmed : undefined,
    help: gathered.help,
    contact: knows && contact ? contactBy(contact, gathered.coaches) : undefined,
    roomId: inside?.roomId,
    phone: knows ? (gathered.person?.phone ?? undefined) : undefined,
    unread: gathered.unread,
    protected: gathered.person?.protected ?? false,
    check: gathered.check,
  };
}

const contactBy = (contact: DayFacts['contacts'][number], coaches: Gathered['coaches']) => ({
  by: coaches.get(contact.coachId)?.name ?? '',
  at: contact.at,
  reached: contact.reached,
});

const arcFor = (state: State, arc: DayArc): DayArc => ({
  ...arc,
  segments: drawnFor(state, arc.segments, arc.now),
});

const isAbsence = (dayClass: DayClass) => dayClass === 'other-absence' || acceptedAbsences.includes(dayClass);

const isHeard = (facts: DayFacts) =>
  facts.hellos.length > 0 ||
  facts.live.length > 0 ||
  facts.ownWorks.length > 0 ||
  facts.plan !== undefined ||
  facts.diary !== undefined;

const wayOfHello = (way: string | undefined): Way | undefined =>
  way === 'on-site' || way === 'phone' ? way : undefined;

const goesOnAt = (session: GroupSession, at: Temporal.Instant) =>
  !session.cancelled &&
  Temporal.Instant.compare(session.startsAt, at) <= 0 &&
  Temporal.Instant.compare(session.endsAt, at) > 0;

/** Minutes from the day's midnight; beyond the day's ends on other days. */
const minuteAt = (at: Temporal.Instant, day: Temporal.PlainDate, zone: string) =>
  at.since(day.toZonedDateTime(zone).toInstant()).total('minutes');

function sinceOf(
  state: State,
  of: {
    inside: Present | undefined;
    onSite: { at: Temporal.Instant } | undefined;
    hours: { startsAt: Temporal.Instant };
    facts: DayFacts | undefined;
    help: readonly HelpRequest[];
  },
): Temporal.Instant | undefined {
  if (state === 'help') return of.help[0]?.askedAt;
  if (state === 'in' || state === 'waiting' || state === 'lost') return of.inside?.since;
  if (state === 'silent' || state === 'unheard') return of.hours.startsAt;
  if (state === 'place') return of.onSite?.at;
  if (state === 'greeted') return of.facts?.hellos[0]?.at;
  if (state === 'reached') return of.facts?.contacts.findLast((one) => one.reached)?.at;
  return state === 'absent' ? of.facts?.absence?.toldAt : undefined;
}

type PersonFacts = { name: string; phone: string | null; protected: boolean };

async function personsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, PersonFacts>> {
  const { rows } = await tx.execute<PersonFacts & { id: string }>(sql`
    select id, coalesce(preferred_name, given_name) as name, phone, protected from persons
    where office_id = ${tx.officeId} and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
    limit 2000`);
  return new Map(rows.map((row) => [row.id, row]));
}
