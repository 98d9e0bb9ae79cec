// What is chosen now, what was before, and what is due.
import { and, desc, eq, sql } from 'drizzle-orm';
import { openText } from '../../../platform/encryption.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type Answers, answersFrom, type Mode } from './questions.ts';
import { modeChoices, modeReviews, suitabilityChecks } from './tables.ts';

export type Choice = typeof modeChoices.$inferSelect;
export type Check = typeof suitabilityChecks.$inferSelect;

/** All of a client's choices, the newest first, at most 200. */
export async function choicesOf(tx: Tx, clientId: string): Promise<Choice[]> {
  return tx
    .select()
    .from(modeChoices)
    .where(and(eq(modeChoices.officeId, tx.officeId), eq(modeChoices.clientId, clientId)))
    .orderBy(desc(modeChoices.chosenAt), desc(modeChoices.id))
    .limit(200);
}

/** Those that hold: the newest of each service, the one for all services first. */
export function inForce<C extends Pick<Choice, 'serviceId'>>(newestFirst: readonly C[]): C[] {
  const first = new Map<string | null, C>();
  for (const choice of newestFirst) if (!first.has(choice.serviceId)) first.set(choice.serviceId, choice);
  return [...first.values()].sort((a, b) => Number(a.serviceId !== null) - Number(b.serviceId !== null));
}

export async function choiceById(tx: Tx, choiceId: string): Promise<Choice | undefined> {
  const [choice] = await tx
    .select()
    .from(modeChoices)
    .where(and(eq(modeChoices.officeId, tx.officeId), eq(modeChoices.id, choiceId)))
    .limit(1);
  return choice;
}

export async function checkById(tx: Tx, checkId: string): Promise<Check | undefined> {
  const [check] = await tx
    .select()
    .from(suitabilityChecks)
    .where(and(eq(suitabilityChecks.officeId, tx.officeId), eq(suitabilityChecks.id, checkId)))
    .limit(1);
  return check;
}

/** The client's newest check; undefined when there is none. */
export async function latestCheck(tx: Tx, clientId: string): Promise<Check | undefined> {
  const [check] = await checksOf(tx, clientId, 1);
  return check;
}

/** A client's checks, the newest first. */
export async function checksOf(tx: Tx, clientId: string, most = 200): Promise<Check[]> {
  return tx
    .select()
    .from(suitabilityChecks)
    .where(and(eq(suitabilityChecks.officeId, tx.officeId), eq(suitabilityChecks.clientId, clientId)))
    .orderBy(desc(suitabilityChecks.answeredAt), desc(suitabilityChecks.id))
    .limit(most);
}

/** The answers of a check, opened. */
export async function answersOf(tx: Tx, check: Check): Promise<Answers> {
  const place = { personId: check.clientId, table: 'suitability_checks', column: 'answers', rowId: check.id };
  return answersFrom(JSON.parse(await openText(tx, place, check.answers)));
}

/** The client's own words, opened; undefined when none were written. */
export async function reasonOf(tx: Tx, choice: Choice): Promise<string | undefined> {
  if (!choice.reason) return undefined;
  const place = { personId: choice.clientId, table: 'mode_choices', column: 'reason', rowId: choice.id };
  return openText(tx, place, choice.reason);
}

/** The reviews that have been begun of a client's choices, by the choice. */
export async function reviewsOf(tx: Tx, clientId: string) {
  const rows = await tx
    .select()
    .from(modeReviews)
    .where(and(eq(modeReviews.officeId, tx.officeId), eq(modeReviews.clientId, clientId)))
    .orderBy(desc(modeReviews.startedAt))
    .limit(200);
  return new Map(rows.map((row) => [row.choiceId, row]));
}

/** First names of these persons, for the history. */
export async function namesOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select id, coalesce(preferred_name, given_name) as name from persons
    where office_id = ${tx.officeId} and id in ${[...personIds]}`);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Choices that hold and whose review day is `to` or earlier; back to `from` and of clients `among` these, if told. */
export async function dueUntil(
  tx: Tx,
  to: Temporal.PlainDate,
  { from, among }: { from?: Temporal.PlainDate; among?: readonly string[] } = {},
): Promise<{ choiceId: string; clientId: string }[]> {
  if (among?.length === 0) return [];
  const { rows } = await tx.execute<{ id: string; client_id: string }>(sql`
    select c.id, c.client_id from mode_choices c
     where c.office_id = ${tx.officeId} and c.review_on <= ${to.toString()}::date
       ${from ? sql`and c.review_on >= ${from.toString()}::date` : sql``}
       ${among ? sql`and c.client_id in (select jsonb_array_elements_text(${JSON.stringify(among)}::jsonb)::uuid)` : sql``}
       and not exists (select from mode_choices n where n.office_id = c.office_id and n.client_id = c.client_id
             and n.service_id is not distinct from c.service_id and (n.chosen_at, n.id) > (c.chosen_at, c.id))
     order by c.review_on, c.id`);
  return rows.map((row) => ({ choiceId: row.id, clientId: row.client_id }));
}

/** How many of these clients wish each way first; who has chosen several is counted in each. */
export async function countByMode(
  tx: Tx,
  clientIds: readonly string[],
): Promise<{ byMode: ReadonlyMap<Mode, number>; chosen: number }> {
  if (clientIds.length === 0) return { byMode: new Map(), chosen: 0 };
  const { rows } = await tx.execute<{ wished: Mode | null; clients: number }>(sql`
    with latest as (
      select distinct on (client_id, service_id) client_id, wished from mode_choices
       where office_id = ${tx.officeId} and client_id in ${[...clientIds]}
       order by client_id, service_id, chosen_at desc, id desc)
    select wished, count(distinct client_id)::int as clients from latest group by grouping sets ((wished), ())`);
  const total = rows.find((row) => row.wished === null);
  return {
    byMode: new Map(rows.flatMap((row) => (row.wished ? [[row.wished, row.clients] as const] : []))),
    chosen: total?.clients ?? 0,
  };
}
