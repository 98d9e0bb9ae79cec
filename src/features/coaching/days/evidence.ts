// What speaks for a day, gathered for one day or a whole board in a handful of questions. Times are seen from the
// office's zone; words stay sealed here, only that they are there is told.
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/tenancy.ts';
import { attendanceOfPersons } from '../../contact/calls/door.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { attendanceRuleOn } from '../../offer/services/door.ts';
import { type AbsenceClass, type Day, daysByIds } from '../enrolments/door.ts';
import { type AttendanceRule, type DayEvidence, type DaySuggestion, suggestDay, type Way } from './rules.ts';

export type Hello = { at: Temporal.Instant; way: 'page' | 'room' | 'phone' | 'on-site' | 'midday' };
/** A stretch of taking part, in minutes from midnight; `roomId` is null for what a coach noted or told. */
export type SeenSpan = {
  way: Way;
  from: number;
  to: number;
  roomId: string | null;
  presenceId: string | null;
};
type OwnWorkFact = { id: string; minutes: number; proofs: number; writtenAt: Temporal.Instant };
type AbsenceFact = { id: string; class: AbsenceClass; toldAt: Temporal.Instant; toldBy: string };
type HelpFact = { id: string; kind: 'technology' | 'call-me' | 'other'; askedAt: Temporal.Instant };
export type ContactFact = {
  coachId: string;
  way: 'call' | 'message' | 'video' | 'on-site';
  reached: boolean;
  at: Temporal.Instant;
};

/** The facts of a day, and the evidence that the rule weighs. */
export type DayFacts = {
  day: Day;
  evidence: DayEvidence;
  live: readonly SeenSpan[];
  hellos: readonly Hello[];
  plan: { templates: readonly string[]; hasWords: boolean; writtenAt: Temporal.Instant } | undefined;
  ownWorks: readonly OwnWorkFact[];
  diary: { mood: number | null; hasWords: boolean; writtenAt: Temporal.Instant } | undefined;
  absence: AbsenceFact | undefined;
  /** Calls for help that nobody has answered yet. */
  help: readonly HelpFact[];
  contacts: readonly ContactFact[];
  /** Nothing has been heard, and that has been noticed. */
  silent: boolean;
};

/** The rule by which a day is counted. Without an agreement the day's own agreed minutes are asked for, fully weighed. */
export type RuleInForce = {
  rule: AttendanceRule;
  validFrom: Temporal.PlainDate | undefined;
  agreement: string | undefined;
};

/** The rule of a service on `day`; `expectedMinutes` stands in for the minimum while nothing has been agreed. */
export async function ruleOn(
  tx: Tx,
  serviceId: string,
  day: Temporal.PlainDate,
  expectedMinutes = 240,
): Promise<RuleInForce> {
  const agreed = await attendanceRuleOn(tx, serviceId, day);
  return agreed ?? { rule: unagreedRule(expectedMinutes), validFrom: undefined, agreement: undefined };
}

function unagreedRule(minimumMinutes: number): AttendanceRule {
  return {
    minimumMinutes,
    liveWeight: { video: 1, voice: 1, text: 1, 'on-site': 1, phone: 1 },
    ownWorkWeight: { proved: 1, unproved: 1 },
    ownWorkCapMinutes: minimumMinutes,
    diaryMinutes: 0,
    contactMinutes: 0,
    contactCapMinutes: 0,
  };
}

/** What the rule says of a day's facts, kept together so that the reasons can be said in words. */
export type Suggested = { suggestion: DaySuggestion; rule: RuleInForce; facts: DayFacts };

export function suggestionOf(facts: DayFacts, rule: RuleInForce): Suggested {
  return { suggestion: suggestDay(rule.rule, facts.evidence), rule, facts };
}

/** The facts of each of these days, by the day's id. Ids that are no days here are left out. */
export async function evidenceOf(tx: Tx, dayIds: readonly string[]): Promise<Map<string, DayFacts>> {
  return evidenceOfDays(tx, await daysByIds(tx, dayIds));
}

/** The same of days that have been read already. */
export async function evidenceOfDays(tx: Tx, days: readonly Day[]): Promise<Map<string, DayFacts>> {
  if (days.length === 0) return new Map();
  const ids = days.map((day) => day.id);
  const { timeZone: zone } = await thisOffice(tx);
  const [live, presences, hellos, plans, works, diaries, absences, help, contacts] = await Promise.all([
    liveOf(tx, days, zone),
    presencesOf(tx, ids, zone),
    hellosOf(tx, ids),
    plansOf(tx, ids),
    ownWorksOf(tx, ids),
    diariesOf(tx, ids),
    absencesOf(tx, ids),
    helpOf(tx, ids),
    contactsOf(tx, ids),
  ]);
  // The midday contact of the programme is one tap: it stands for a contact with the coach.
  const saidMidday = (dayId: string) => (hellos.get(dayId) ?? []).some((hello) => hello.way === 'midday');
  return new Map(
    days.map((day) => {
      const measured = live.get(day.id) ?? [];
      const told = presences.get(day.id) ?? [];
      const noted = told.filter((one) => one.sourceId === null);
      const meetings = unmeasured(
        told.filter((one) => one.sourceId !== null),
        measured,
        noted,
      );
      const spans = meetings.flatMap((meeting) => meeting.spans);
      const seen = [...measured, ...noted.map(spanSeen), ...spans].sort((a, b) => a.from - b.from);
      const ownWorks = works.get(day.id) ?? [];
      const diary = diaries.get(day.id)?.at(-1);
      const reached = contacts.get(day.id) ?? [];
      const evidence: DayEvidence = {
        live: seen.map(({ way, from, to }) => ({ way, from, to })),
        ownWork: ownWorks.map((work) => ({ minutes: work.minutes, proved: work.proofs > 0 })),
        diary: diary !== undefined,
        coachContacts: reached.filter((contact) => contact.reached).length + (saidMidday(day.id) ? 1 : 0),
        meetings: meetings.map((meeting) => meeting.way),
      };
      const facts: DayFacts = {
        day,
        evidence,
        live: seen,
        hellos: hellos.get(day.id) ?? [],
        plan: plans.get(day.id)?.at(-1),
        ownWorks,
        diary,
        absence: absences.get(day.id)?.at(-1),
        help: help.get(day.id) ?? [],
        contacts: reached,
        silent: day.silentSince !== null && day.silenceEndedAt === null,
      };
      return [day.id, facts];
    }),
  );
}

/** The facts of one day; undefined when there is no such day. */
export async function factsOf(tx: Tx, dayId: string): Promise<DayFacts | undefined> {
  return (await evidenceOf(tx, [dayId])).get(dayId);
}

// Live rooms know persons, not days: their stretches are cut at the midnights of the office's zone.
async function liveOf(tx: Tx, days: readonly Day[], zone: string): Promise<Map<string, SeenSpan[]>> {
  const ordered = days.map((day) => day.day).sort(Temporal.PlainDate.compare);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return new Map();
  const stretches = await attendanceOfPersons(
    tx,
    [...new Set(days.map((day) => day.clientId))],
    first.toZonedDateTime(zone).toInstant(),
    last.add({ days: 1 }).toZonedDateTime(zone).toInstant(),
  );
  const dayIds = new Map(days.map((day) => [`${day.clientId} ${day.day}`, day.id]));
  const found = new Map<string, SeenSpan[]>();
  for (const stretch of stretches) {
    const from = stretch.from.toZonedDateTimeISO(zone);
    const dayId = dayIds.get(`${stretch.personId} ${from.toPlainDate()}`);
    if (dayId === undefined) continue;
    const span = spanOf(stretch.from, stretch.to, zone);
    if (span.to > span.from) {
      const seen: SeenSpan = { ...span, way: stretch.way, roomId: stretch.roomId, presenceId: null };
      found.set(dayId, [...(found.get(dayId) ?? []), seen]);
    }
  }
  return found;
}

type Told = {
  way: Way;
  from: number;
  to: number;
  id: string;
  sourceId: string | null;
  roomId: string | null;
};

async function presencesOf(tx: Tx, ids: readonly string[], zone: string): Promise<Map<string, Told[]>> {
  type Row = {
    day_id: string;
    id: string;
    way: Way;
    from_at: string;
    to_at: string;
    source_id: string | null;
    room_id: string | null;
  };
  const { rows } = await tx.execute<Row>(sql`
    select day_id, id, way, from_at::text, to_at::text, source_id, room_id from day_presences
    where office_id = ${tx.officeId} and ${ofDays(ids)} and withdrawn_at is null
    order by from_at limit 20000`);
  return byDay(rows, (row) => ({
    ...spanOf(Temporal.Instant.from(row.from_at), Temporal.Instant.from(row.to_at), zone),
    way: row.way,
    id: row.id,
    sourceId: row.source_id,
    roomId: row.room_id,
  }));
}

/** What is told of a meeting is corrected where it was told, so only marks made by hand can be taken back here. */
const spanSeen = ({ way, from, to, id, sourceId }: Told): SeenSpan => ({
  way,
  from,
  to,
  roomId: null,
  presenceId: sourceId === null ? id : null,
});

/**
 * Told meetings, without the minutes that are known otherwise. Where the call of the meeting was measured, that alone
 * holds; a call that went on by phone is measured until then and told from there on.
 */
function unmeasured(told: readonly Told[], measured: readonly SeenSpan[], noted: readonly Told[]) {
  const rooms = new Set(measured.map((span) => span.roomId));
  const known: { from: number; to: number }[] = [...measured, ...noted];
  return told.flatMap((meeting) => {
    if (meeting.roomId !== null && rooms.has(meeting.roomId)) return [];
    const spans = without(meeting, known).map((piece) => spanSeen({ ...meeting, ...piece }));
    known.push(...spans);
    return spans.length > 0 ? [{ way: meeting.way, spans }] : [];
  });
}

/** The pieces of a stretch that none of the others covers. */
function without(
  span: { from: number; to: number },
  others: readonly { from: number; to: number }[],
): { from: number; to: number }[] {
  return others.reduce(
    (pieces, other) =>
      pieces.flatMap((piece) =>
        [
          { from: piece.from, to: Math.min(piece.to, other.from) },
          { from: Math.max(piece.from, other.to), to: piece.to },
        ].filter((one) => one.to > one.from),
      ),
    [{ from: span.from, to: span.to }],
  );
}

/** Minutes from midnight on the wall clock of `zone`, with fractions; what goes past midnight ends there. */
function spanOf(fromAt: Temporal.Instant, toAt: Temporal.Instant, zone: string) {
  const [from, to] = [fromAt.toZonedDateTimeISO(zone), toAt.toZonedDateTimeISO(zone)];
  const sameDay = from.toPlainDate().equals(to.toPlainDate());
  return { from: minuteOf(from.toPlainTime()), to: sameDay ? minuteOf(to.toPlainTime()) : 24 * 60 };
}

/** Minutes from midnight, seconds as a fraction. */
export function minuteOf(time: Temporal.PlainTime): number {
  return time.hour * 60 + time.minute + time.second / 60;
}

// An array is looked up in the index however long the history is; joined as a set it may be read from end to end.
const ofDays = (dayIds: readonly string[]): SQL =>
  sql`day_id = any(array(select jsonb_array_elements_text(${JSON.stringify(dayIds)}::jsonb)::uuid))`;

function byDay<R extends { day_id: string }, T>(rows: readonly R[], of: (row: R) => T): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const list = found.get(row.day_id);
    if (list) list.push(of(row));
    else found.set(row.day_id, [of(row)]);
  }
  return found;
}

async function hellosOf(tx: Tx, ids: readonly string[]) {
  const { rows } = await tx.execute<{ day_id: string; said_at: string; way: Hello['way'] }>(sql`
    select day_id, said_at::text, way from day_hellos
    where office_id = ${tx.officeId} and ${ofDays(ids)} order by said_at limit 20000`);
  return byDay(rows, (row): Hello => ({ at: Temporal.Instant.from(row.said_at), way: row.way }));
}

async function plansOf(tx: Tx, ids: readonly string[]) {
  type Row = { day_id: string; templates: string[]; has_words: boolean; written_at: string };
  const { rows } = await tx.execute<Row>(sql`
    select day_id, templates, words is not null as has_words, written_at::text from day_plans
    where office_id = ${tx.officeId} and ${ofDays(ids)} order by written_at, id limit 20000`);
  return byDay(rows, (row) => ({
    templates: row.templates,
    hasWords: row.has_words,
    writtenAt: Temporal.Instant.from(row.written_at),
  }));
}

async function ownWorksOf(tx: Tx, ids: readonly string[]) {
  type Row = { day_id: string; id: string; minutes: number; proofs: number; written_at: string };
  const { rows } = await tx.execute<Row>(sql`
    select w.day_id, w.id, w.minutes, w.written_at::text, (w.proof is not null)::int + (
        select count(*)::int from own_work_proofs p where p.office_id = w.office_id and p.own_work_id = w.id) as proofs
    from own_works w where w.office_id = ${tx.officeId} and ${ofDays(ids)} and w.removed_at is null
    order by w.written_at, w.id limit 20000`);
  return byDay(
    rows,
    (row): OwnWorkFact => ({
      id: row.id,
      minutes: row.minutes,
      proofs: row.proofs,
      writtenAt: Temporal.Instant.from(row.written_at),
    }),
  );
}

async function diariesOf(tx: Tx, ids: readonly string[]) {
  type Row = { day_id: string; mood: number | null; has_words: boolean; written_at: string };
  const { rows } = await tx.execute<Row>(sql`
    select day_id, mood, words is not null as has_words, written_at::text from diaries
    where office_id = ${tx.officeId} and ${ofDays(ids)} order by written_at, id limit 20000`);
  return byDay(rows, (row) => ({
    mood: row.mood,
    hasWords: row.has_words,
    writtenAt: Temporal.Instant.from(row.written_at),
  }));
}

async function absencesOf(tx: Tx, ids: readonly string[]) {
  type Row = { day_id: string; id: string; class: AbsenceClass; told_at: string; told_by: string };
  const { rows } = await tx.execute<Row>(sql`
    select day_id, id, class, told_at::text, told_by from absences
    where office_id = ${tx.officeId} and ${ofDays(ids)} and withdrawn_at is null order by told_at limit 20000`);
  return byDay(
    rows,
    (row): AbsenceFact => ({
      id: row.id,
      class: row.class,
      toldAt: Temporal.Instant.from(row.told_at),
      toldBy: row.told_by,
    }),
  );
}

async function helpOf(tx: Tx, ids: readonly string[]) {
  const { rows } = await tx.execute<{ day_id: string; id: string; kind: HelpFact['kind']; asked_at: string }>(
    sql`select day_id, id, kind, asked_at::text from help_requests
      where office_id = ${tx.officeId} and ${ofDays(ids)} and handled_at is null order by asked_at limit 20000`,
  );
  return byDay(
    rows,
    (row): HelpFact => ({ id: row.id, kind: row.kind, askedAt: Temporal.Instant.from(row.asked_at) }),
  );
}

async function contactsOf(tx: Tx, ids: readonly string[]) {
  type Row = { day_id: string; coach_id: string; way: ContactFact['way']; reached: boolean; at: string };
  const { rows } = await tx.execute<Row>(sql`
    select day_id, coach_id, way, reached, at::text from day_contacts
    where office_id = ${tx.officeId} and ${ofDays(ids)} order by at limit 20000`);
  return byDay(
    rows,
    (row): ContactFact => ({
      coachId: row.coach_id,
      way: row.way,
      reached: row.reached,
      at: Temporal.Instant.from(row.at),
    }),
  );
}
