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
  const [live, written] = await Promise.all([liveOf(tx, days, zone), writtenOf(tx, ids, zone)]);
  return new Map(days.map((day) => [day.id, factsFrom(day, live.get(day.id) ?? [], written.get(day.id))]));
}

function factsFrom(day: Day, measured: readonly SeenSpan[], written: Written = nothing): DayFacts {
  const { presences, hellos, plans, ownWorks, diaries, absences, help, contacts } = written;
  const noted = presences.filter((one) => one.sourceId === null);
  const meetings = unmeasured(
    presences.filter((one) => one.sourceId !== null),
    measured,
    noted,
  );
  const spans = meetings.flatMap((meeting) => meeting.spans);
  // The rule weighs meetings whole: where something that weighs less goes on beside one, it must take nothing away.
  const weighed = [...measured, ...noted, ...meetings.map((meeting) => meeting.whole)];
  const seen = [...measured, ...noted.map(spanSeen), ...spans].sort((a, b) => a.from - b.from);
  const diary = diaries.at(-1);
  // The midday contact of the programme is one tap: it stands for a contact with the coach.
  const saidMidday = hellos.some((hello) => hello.way === 'midday');
  const evidence: DayEvidence = {
    live: weighed.map(({ way, from, to }) => ({ way, from, to })),
    ownWork: ownWorks.map((work) => ({ minutes: work.minutes, proved: work.proofs > 0 })),
    diary: diary !== undefined,
    coachContacts: contacts.filter((contact) => contact.reached).length + (saidMidday ? 1 : 0),
    meetings: meetings.map((meeting) => meeting.way),
  };
  return {
    day,
    evidence,
    live: seen,
    hellos,
    plan: plans.at(-1),
    ownWorks,
    diary,
    absence: absences.at(-1),
    help,
    contacts,
    silent: day.silentSince !== null && day.silenceEndedAt === null,
  };
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
    return spans.length > 0 ? [{ way: meeting.way, whole: meeting, spans }] : [];
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

type Written = Pick<DayFacts, 'hellos' | 'ownWorks' | 'help' | 'contacts'> & {
  presences: readonly Told[];
  plans: readonly NonNullable<DayFacts['plan']>[];
  diaries: readonly NonNullable<DayFacts['diary']>[];
  absences: readonly AbsenceFact[];
};
const nothing: Written = {
  presences: [],
  hellos: [],
  plans: [],
  ownWorks: [],
  diaries: [],
  absences: [],
  help: [],
  contacts: [],
};

/** A row as JSON, its instants as text. Null where a day has none of its kind. */
type Json<T> = { [K in keyof T]: T[K] extends Temporal.Instant ? string : T[K] }[] | null;
type WrittenRow = {
  day_id: string;
  presences:
    | { way: Way; fromAt: string; toAt: string; id: string; sourceId: string | null; roomId: string | null }[]
    | null;
  hellos: Json<Hello>;
  plans: Json<Written['plans'][number]>;
  own_works: Json<OwnWorkFact>;
  diaries: Json<Written['diaries'][number]>;
  absences: Json<AbsenceFact>;
  help: Json<HelpFact>;
  contacts: Json<ContactFact>;
};

/** All that has been written of these days, in the order in which it was written: one question, a row for each day. */
async function writtenOf(tx: Tx, ids: readonly string[], zone: string): Promise<Map<string, Written>> {
  const { rows } = await tx.execute<WrittenRow>(sql`
    select d.id as day_id,
      (select jsonb_agg(jsonb_build_object('way', t.way, 'fromAt', t.from_at::text, 'toAt', t.to_at::text, 'id', t.id,
          'sourceId', t.source_id, 'roomId', t.room_id) order by t.from_at)
        from day_presences t where ${ofDay} and t.withdrawn_at is null) as presences,
      (select jsonb_agg(jsonb_build_object('at', t.said_at::text, 'way', t.way) order by t.said_at)
        from day_hellos t where ${ofDay}) as hellos,
      (select jsonb_agg(jsonb_build_object('templates', t.templates, 'hasWords', t.words is not null,
          'writtenAt', t.written_at::text) order by t.written_at, t.id)
        from day_plans t where ${ofDay}) as plans,
      (select jsonb_agg(jsonb_build_object('id', t.id, 'minutes', t.minutes, 'writtenAt', t.written_at::text,
          'proofs', (t.proof is not null)::int + (select count(*)::int from own_work_proofs p
            where p.office_id = t.office_id and p.own_work_id = t.id)) order by t.written_at, t.id)
        from own_works t where ${ofDay} and t.removed_at is null) as own_works,
      (select jsonb_agg(jsonb_build_object('mood', t.mood, 'hasWords', t.words is not null,
          'writtenAt', t.written_at::text) order by t.written_at, t.id)
        from diaries t where ${ofDay}) as diaries,
      (select jsonb_agg(jsonb_build_object('id', t.id, 'class', t.class, 'toldAt', t.told_at::text,
          'toldBy', t.told_by) order by t.told_at)
        from absences t where ${ofDay} and t.withdrawn_at is null) as absences,
      (select jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'askedAt', t.asked_at::text) order by t.asked_at)
        from help_requests t where ${ofDay} and t.handled_at is null) as help,
      (select jsonb_agg(jsonb_build_object('coachId', t.coach_id, 'way', t.way, 'reached', t.reached,
          'at', t.at::text) order by t.at)
        from day_contacts t where ${ofDay}) as contacts
    from (select ${tx.officeId}::uuid as office_id,
      jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid as id) d`);
  return new Map(rows.map((row) => [row.day_id, writtenFrom(row, zone)]));
}

const ofDay: SQL = sql`t.office_id = d.office_id and t.day_id = d.id`;

function writtenFrom(row: WrittenRow, zone: string): Written {
  const instant = (text: string) => Temporal.Instant.from(text);
  return {
    presences: (row.presences ?? []).map(({ fromAt, toAt, ...told }) => ({
      ...told,
      ...spanOf(instant(fromAt), instant(toAt), zone),
    })),
    hellos: (row.hellos ?? []).map((one) => ({ ...one, at: instant(one.at) })),
    plans: (row.plans ?? []).map((one) => ({ ...one, writtenAt: instant(one.writtenAt) })),
    ownWorks: (row.own_works ?? []).map((one) => ({ ...one, writtenAt: instant(one.writtenAt) })),
    diaries: (row.diaries ?? []).map((one) => ({ ...one, writtenAt: instant(one.writtenAt) })),
    absences: (row.absences ?? []).map((one) => ({ ...one, toldAt: instant(one.toldAt) })),
    help: (row.help ?? []).map((one) => ({ ...one, askedAt: instant(one.askedAt) })),
    contacts: (row.contacts ?? []).map((one) => ({ ...one, at: instant(one.at) })),
  };
}
