// Everything that the staff page of one day shows, gathered for the actor. Words in clear go to the client's own
// coaches only; a manager sees that they are there.
import { sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { openText } from '../../../platform/encryption.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import type { GroupSession } from '../../contact/groups/door.ts';
import { closedDaysBetween, thisOffice } from '../../ground/offices/door.ts';
import { hasOwnClient, personById, shownName } from '../../ground/people/door.ts';
import { serviceById } from '../../offer/services/door.ts';
import {
  arcOf,
  type DayArc,
  type DayWords,
  factsOf,
  type HelpKind,
  type HelpOutcome,
  ownWorksOfDay,
  programmeOf,
  ruleOn,
  type ShownOwnWork,
  type Suggested,
  suggestionOf,
  wordsOf,
} from '../days/door.ts';
import { type Day, daysBetween, enrolmentById } from '../enrolments/door.ts';
import { answersOf, type Objection, type ObjectionAnswer, objectionsOf } from './objections.ts';
import { type DayOutcome, dayOutcome } from './outcome.ts';
import { type HistoryEntry, historyOf } from './queries.ts';

export type HelpOfDay = {
  id: string;
  kind: HelpKind;
  words: string | undefined;
  askedAt: Temporal.Instant;
  handledAt: Temporal.Instant | null;
  handledBy: string | null;
  outcome: HelpOutcome | null;
};

export type StaffDay = {
  day: Day;
  today: Temporal.PlainDate;
  zone: string;
  client: { id: string; name: string; phone: string | null; protected: boolean };
  serviceName: Text;
  arc: DayArc;
  sessions: readonly GroupSession[];
  suggested: Suggested;
  outcome: DayOutcome | undefined;
  /** The office was closed on the day. */
  closed: boolean;
  /** The latest confirmation has been told to the payer in a period that is closed. */
  reported: boolean;
  history: readonly HistoryEntry[];
  /** The client's own words; undefined for a manager who is not the client's coach. */
  words: DayWords | undefined;
  /** The client's messages against confirmations, the earliest first; none for whoever may not read words. */
  objections: readonly Objection[];
  ownWorks: readonly ShownOwnWork[] | undefined;
  answers: ReadonlyMap<string, ObjectionAnswer>;
  help: readonly HelpOfDay[];
  /** First or preferred names of those who noted something, by their ids. */
  names: ReadonlyMap<string, string>;
  neighbours: { before: Day | undefined; after: Day | undefined };
};

/** Gathers the page of a day that an access function has found. */
export async function staffDay(tx: Tx, actor: Actor, day: Day): Promise<StaffDay> {
  const { timeZone: zone } = await thisOffice(tx);
  const facts = await factsOf(tx, day.id);
  const enrolment = await enrolmentById(tx, day.enrolmentId);
  const service = enrolment && (await serviceById(tx, enrolment.serviceId));
  const person = await personById(tx, day.clientId);
  if (!facts || !service || !person) throw new NotFound('day');
  const own = await hasOwnClient(tx, actor, day.clientId);
  const sessions = (await programmeOf(tx, [day.clientId], day.day)).get(day.clientId) ?? [];
  const rule = await ruleOn(tx, service.id, day.day, day.expectedMinutes);
  const history = await historyOf(tx, day);
  const help = await helpOf(tx, day, own);
  const noted = [...facts.contacts.map((one) => one.coachId), facts.absence?.toldBy ?? day.clientId];
  return {
    day,
    today: now().toZonedDateTimeISO(zone).toPlainDate(),
    zone,
    client: {
      id: day.clientId,
      name: `${shownName(person)} ${person.familyName}`.trim(),
      phone: person.phone,
      protected: person.protected,
    },
    serviceName: service.name,
    arc: arcOf({ sessions, facts, day: day.day, at: now(), zone }),
    sessions,
    suggested: suggestionOf(facts, rule),
    outcome: await dayOutcome(tx, day.id),
    closed: (await closedDaysBetween(tx, day.day, day.day)).length > 0,
    reported: await isReported(tx, day),
    history,
    words: own ? await wordsOf(tx, day) : undefined,
    objections: own ? await objectionsOf(tx, day) : [],
    ownWorks: own ? await ownWorksOfDay(tx, actor, day) : undefined,
    answers: own ? await answersOf(tx, day) : new Map(),
    help,
    names: await namesOf(tx, noted),
    neighbours: await neighboursOf(tx, day),
  };
}

/** Whether the day stands in a period of its payer that is closed. */
async function isReported(tx: Tx, day: Day): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 from payer_periods p join enrolments e on e.office_id = p.office_id and e.payer = p.payer
    where p.office_id = ${tx.officeId} and e.id = ${day.enrolmentId} and p.reopened_at is null
      and p.starts_on <= ${day.day.toString()}::date and p.ends_on >= ${day.day.toString()}::date limit 1`);
  return rows.length > 0;
}

async function helpOf(tx: Tx, day: Day, withWords: boolean): Promise<HelpOfDay[]> {
  type Row = {
    id: string;
    kind: HelpKind;
    words: Buffer | null;
    asked_at: string;
    handled_at: string | null;
    handled_by: string | null;
    outcome: HelpOutcome | null;
  };
  const { rows } = await tx.execute<Row>(sql`
    select h.id, h.kind, h.words, h.asked_at::text, h.handled_at::text, h.outcome,
      coalesce(p.preferred_name, p.given_name) as handled_by
    from help_requests h left join persons p on p.office_id = h.office_id and p.id = h.handled_by
    where h.office_id = ${tx.officeId} and h.day_id = ${day.id} order by h.asked_at limit 100`);
  const help: HelpOfDay[] = [];
  for (const row of rows) {
    const place = { personId: day.clientId, table: 'help_requests', column: 'words', rowId: row.id };
    help.push({
      id: row.id,
      kind: row.kind,
      words: row.words && withWords ? await openText(tx, place, row.words) : undefined,
      askedAt: Temporal.Instant.from(row.asked_at),
      handledAt: row.handled_at === null ? null : Temporal.Instant.from(row.handled_at),
      handledBy: row.handled_by,
      outcome: row.outcome,
    });
  }
  return help;
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select id, coalesce(preferred_name, given_name) as name from persons
    where office_id = ${tx.officeId}
      and id in (select jsonb_array_elements_text(${JSON.stringify([...new Set(ids)])}::jsonb)::uuid)`);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The client's expected days just before and after, within a month. */
async function neighboursOf(tx: Tx, day: Day) {
  const around = await daysBetween(
    tx,
    day.clientId,
    day.day.subtract({ days: 31 }),
    day.day.add({ days: 31 }),
  );
  const at = around.findIndex((one) => one.id === day.id);
  return { before: around[at - 1], after: around[at + 1] };
}
