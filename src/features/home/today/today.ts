// Everything that Today shows of one client's day, gathered through the doors. What does not wait for another answer is
// asked together (platform/asked-together.ts). Reads only: opening the page is no hello.
import { sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import type { Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type DayOutcome, dayOutcome } from '../../coaching/confirmation/door.ts';
import {
  arcOf,
  type DayArc,
  type DayFacts,
  evidenceOfDays,
  type HelpRequest,
  ownHelpSince,
  ruleOn,
  type Suggested,
  startsWithoutProgramme,
  suggestionOf,
  timeOfSetting,
} from '../../coaching/days/door.ts';
import {
  type Benefit,
  type Day,
  dayOf,
  daysBetween,
  type Enrolment,
  enrolmentOn,
} from '../../coaching/enrolments/door.ts';
import { hasReviewDue } from '../../coaching/plans/door.ts';
import { hoursOfDay } from '../../coaching/watch/door.ts';
import { type Present, presentNow } from '../../contact/calls/door.ts';
import { type GroupSession, groupsOf, sessionsOn } from '../../contact/groups/door.ts';
import { channelHref, threadHref, unreadOf } from '../../contact/messages/door.ts';
import { closedDaysBetween, settingInForce, thisOffice, unitById } from '../../ground/offices/door.ts';
import { coachesOf } from '../../ground/people/door.ts';
import { boundsOn } from '../../offer/services/door.ts';
import { type Piece, type Step, stepNow } from './rules.ts';

export type TodayPiece = GroupSession & Piece;

export type Today = {
  day: Temporal.PlainDate;
  at: Temporal.Instant;
  zone: string;
  name: string;
  personId: string;
  /** The unit's name in the frame, when the client's service has one. */
  unit: Text | undefined;
  /** Calls for help of today and how they stand. */
  help: readonly HelpRequest[];
  /** Undefined on a day that nobody expects of the client. */
  expected: ExpectedToday | undefined;
  /** Why the office is closed on such a day. */
  closed: Text | undefined;
  /** The next expected day after today. */
  nextDay: Temporal.PlainDate | undefined;
  /** Messages that the client has not read, and where the first of them is. */
  unread: { count: number; href: string } | undefined;
  /** The client has agreed to look again at how they take part. */
  reviewDue: boolean;
};

export type ExpectedToday = {
  step: Step<TodayPiece>;
  /** Nothing of the day lies ahead; a task done later on can still be written down. */
  over: boolean;
  /** Who is in the room of what goes on now; undefined when there is no room to enter. */
  room: { id: string; present: readonly Present[] } | undefined;
  arc: DayArc;
  sessions: readonly TodayPiece[];
  facts: DayFacts;
  suggested: Suggested;
  outcome: DayOutcome | undefined;
  benefit: Benefit;
  allowanceCents: number | undefined;
  coachIds: readonly string[];
};

export async function todayOf(tx: Tx, actor: Actor): Promise<Today> {
  const { timeZone: zone } = await thisOffice(tx);
  const at = now();
  const day = at.toZonedDateTimeISO(zone).toPlainDate();
  const { personId } = actor;
  const [enrolled, help, nextDay, unread, reviewDue] = await Promise.all([
    enrolledOn(tx, personId, day, at, zone),
    ownHelpSince(tx, personId, day.toZonedDateTime(zone).toInstant()),
    nextDayOf(tx, personId, day),
    unreadFor(tx, personId),
    hasReviewDue(tx, personId),
  ]);
  const { expected, unit } = enrolled;
  const closed = expected ? undefined : (await closedDaysBetween(tx, day, day))[0]?.reason;
  return {
    day,
    at,
    zone,
    name: actor.preferredName,
    personId,
    unit,
    help,
    expected,
    closed,
    nextDay,
    unread,
    reviewDue,
  };
}

async function enrolledOn(
  tx: Tx,
  clientId: string,
  day: Temporal.PlainDate,
  at: Temporal.Instant,
  zone: string,
): Promise<Pick<Today, 'expected' | 'unit'>> {
  const [enrolment, row, sessions, coaches, usual] = await Promise.all([
    enrolmentOn(tx, clientId, day),
    dayOf(tx, clientId, day),
    sessionsOn(tx, { personId: clientId }, day),
    coachesOf(tx, clientId, day),
    settingInForce(tx, startsWithoutProgramme, day),
  ]);
  const startsAt = day.toZonedDateTime({ timeZone: zone, plainTime: timeOfSetting(usual.value) }).toInstant();
  const [expected, unit] = await Promise.all([
    enrolment && row
      ? expectedToday(tx, { enrolment, row, sessions: sessions.map(pieceOf), startsAt, at, zone })
      : undefined,
    unitOf(tx, clientId, enrolment, day),
  ]);
  return { expected: expected && { ...expected, coachIds: coaches.map((coach) => coach.coachId) }, unit };
}

async function unreadFor(tx: Tx, personId: string): Promise<Today['unread']> {
  const { count, conversations } = await unreadOf(tx, personId);
  const [first, ...others] = conversations;
  if (!first) return undefined;
  if (others.length > 0) return { count, href: '/messages' };
  return {
    count,
    href: first.clientId ? threadHref(first.clientId) : channelHref(first.conversationId ?? ''),
  };
}

type Gathered = {
  enrolment: Enrolment;
  row: Day;
  sessions: readonly TodayPiece[];
  /** When a day without a programme begins. */
  startsAt: Temporal.Instant;
  at: Temporal.Instant;
  zone: string;
};

async function expectedToday(
  tx: Tx,
  { enrolment, row, sessions, startsAt, at, zone }: Gathered,
): Promise<Omit<ExpectedToday, 'coachIds'> | undefined> {
  const { day } = row;
  const [evidence, rule, limits, outcome] = await Promise.all([
    evidenceOfDays(tx, [row]),
    ruleOn(tx, enrolment.serviceId, day, row.expectedMinutes),
    boundsOn(tx, enrolment.serviceId, day),
    row.class === null ? undefined : dayOutcome(tx, row.id),
  ]);
  const facts = evidence.get(row.id);
  if (!facts) return undefined;
  const hours = hoursOfDay(sessions, { startsAt, minutes: row.expectedMinutes });
  const suggested = suggestionOf(facts, rule);
  const enough = row.class !== null || suggested.suggestion.result === 'counts';
  const step = stepNow(sessions, hours, { ...doneOf(facts), enough }, at);
  return {
    step,
    over: Temporal.Instant.compare(hours.endsAt, at) <= 0,
    room: step.kind === 'join' ? await roomOf(tx, step.piece) : undefined,
    arc: arcOf({ sessions, facts, day, at, zone }),
    sessions,
    facts,
    suggested,
    outcome,
    benefit: enrolment.benefit,
    allowanceCents: limits?.bounds.allowanceCents,
  };
}

async function roomOf(tx: Tx, { roomId }: TodayPiece) {
  return roomId ? { id: roomId, present: await presentNow(tx, [roomId]) } : undefined;
}

const pieceOf = (session: GroupSession): TodayPiece => ({
  ...session,
  remote: session.ways.some((way) => way === 'video' || way === 'voice' || way === 'text'),
});

const doneOf = (facts: DayFacts) => ({
  absent: facts.absence !== undefined,
  greeted: facts.hellos.some((hello) => hello.way !== 'midday') || facts.live.length > 0,
  midday: facts.hellos.some((hello) => hello.way === 'midday'),
  planned: facts.plan !== undefined,
  works: facts.ownWorks.length,
  diary: facts.diary !== undefined,
});

async function unitOf(
  tx: Tx,
  clientId: string,
  enrolment: Enrolment | undefined,
  day: Temporal.PlainDate,
): Promise<Text | undefined> {
  const unit = enrolment && (await unitOfService(tx, enrolment.serviceId));
  if (unit) return unit;
  const unitId = (await groupsOf(tx, clientId, day)).find((group) => group.unitId)?.unitId;
  return unitId ? (await unitById(tx, unitId))?.name : undefined;
}

async function unitOfService(tx: Tx, serviceId: string): Promise<Text | undefined> {
  const { rows } = await tx.execute<{ name: Text }>(sql`
    select u.name from services s join units u on u.office_id = s.office_id and u.id = s.unit_id
    where s.office_id = ${tx.officeId} and s.id = ${serviceId}`);
  return rows[0]?.name;
}

async function nextDayOf(tx: Tx, clientId: string, day: Temporal.PlainDate) {
  const coming = await daysBetween(tx, clientId, day.add({ days: 1 }), day.add({ days: 30 }));
  return coming[0]?.day;
}
