// A client's message against a confirmation, and the coach's answer to it.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { now } from '../../../platform/clock.ts';
import { openText, sealText } from '../../../platform/encryption.ts';
import { NotFound } from '../../../platform/errors.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { type Day, reachOf, topicsOfClient } from '../enrolments/door.ts';
import { dayObjected, objectionAnswered } from './events.ts';
import { objections } from './tables.ts';

// A client's message against a confirmation, and the coach's answer to it.
type DayBrief = { id: string; clientId: string };

/** Answers a client's message, once. Throws NotFound when there is no such message without an answer on the day. */
export async function answerObjection(
  tx: Tx,
  actor: Actor,
  day: DayBrief,
  objectionId: string | undefined,
  words: string,
): Promise<void> {
  if (!isId(objectionId)) throw new NotFound('objection');
  const place = { personId: day.clientId, table: 'objections', column: 'answer', rowId: objectionId };
  const { rows } = await tx.execute(sql`
    update objections set answer = ${await sealText(tx, place, words)},
      answered_at = ${now().toString()}::timestamptz, answered_by = ${actor.personId}
    where office_id = ${tx.officeId} and id = ${objectionId} and day_id = ${day.id} and answered_at is null
    returning id`);
  if (rows.length === 0) throw new NotFound('objection');
  noteAccess(tx, {
    actor,
    personId: day.clientId,
    act: 'changed',
    subject: 'day-confirmation',
    subjectId: day.id,
    purpose: 'coaching',
  });
  await recordEvent(tx, objectionAnswered({ dayId: day.id, clientId: day.clientId }), {
    actorId: actor.personId,
    topics: await topicsOfClient(tx, day.clientId),
  });
}

export type ObjectionAnswer = { words: string; by: string; at: Temporal.Instant };

/** The answers to the messages about a day, by the message's id. The caller has checked the right to read the day. */
export async function answersOf(tx: Tx, day: DayBrief): Promise<Map<string, ObjectionAnswer>> {
  type Row = { id: string; answer: Buffer; answered_at: string; answered_by: string };
  const { rows } = await tx.execute<Row>(sql`
    select o.id, o.answer, o.answered_at::text, coalesce(p.preferred_name, p.given_name) as answered_by
    from objections o join persons p on p.office_id = o.office_id and p.id = o.answered_by
    where o.office_id = ${tx.officeId} and o.day_id = ${day.id} and o.answer is not null
    order by o.answered_at limit 50`);
  const answers = new Map<string, ObjectionAnswer>();
  for (const row of rows) {
    const place = { personId: day.clientId, table: 'objections', column: 'answer', rowId: row.id };
    const words = await openText(tx, place, row.answer);
    answers.set(row.id, { words, by: row.answered_by, at: Temporal.Instant.from(row.answered_at) });
  }
  return answers;
}

/**
 * The client's one message against the confirmation that stands. False when one has been sent about it already.
 * Throws NotFound when nothing has been confirmed.
 */
export async function objectToDay(tx: Tx, actor: Actor, day: Day, words: string): Promise<boolean> {
  await tx.execute(
    sql`select id from days where office_id = ${tx.officeId} and id = ${day.id} for no key update`,
  );
  const { rows } = await tx.execute<{ id: string }>(sql`select id from confirmations
    where office_id = ${tx.officeId} and day_id = ${day.id} order by sequence desc limit 1`);
  const confirmationId = rows[0]?.id;
  if (confirmationId === undefined) throw new NotFound('confirmation');
  const id = randomUUID();
  const place = { personId: day.clientId, table: 'objections', column: 'words', rowId: id };
  const made = await tx
    .insert(objections)
    .values({ id, dayId: day.id, confirmationId, words: await sealText(tx, place, words), madeAt: now() })
    .onConflictDoNothing()
    .returning({ id: objections.id });
  if (made.length === 0) return false;
  await recordEvent(tx, dayObjected({ dayId: day.id, clientId: day.clientId }), {
    actorId: actor.personId,
    topics: await topicsOfClient(tx, day.clientId),
  });
  return true;
}

export type OpenObjection = { dayId: string; clientId: string; day: Temporal.PlainDate; shownName: string };

/** More than a coach leaves unanswered; the oldest come first. */
const openAtOnce = 60;
const openOfOffice = 1_000;

/** The days about which a client has written and nobody has answered yet: within the actor's reach. */
export async function openObjections(tx: Tx, actor: Actor): Promise<OpenObjection[]> {
  const reach = await reachOf(tx, actor);
  const { rows } = await tx.execute<{
    day_id: string;
    client_id: string;
    day: string;
    shown_name: string;
  }>(sql`
    select o.day_id, d.client_id, d.day::text,
      trim(coalesce(p.preferred_name, p.given_name) || ' ' || left(p.family_name, 1)) as shown_name
    from (select day_id, made_at from objections
        where office_id = ${tx.officeId} and answered_at is null order by made_at limit ${openOfOffice}) o
      -- The offset keeps the days from being read before it is known which: few are open, and years are behind.
      cross join lateral (select id, client_id, day from days
        where office_id = ${tx.officeId} and id = o.day_id offset 0) d
      join persons p on p.office_id = ${tx.officeId} and p.id = d.client_id
    where ${reach(sql`d.client_id`)}
    order by o.made_at limit ${openAtOnce}`);
  return rows.map((row) => ({
    dayId: row.day_id,
    clientId: row.client_id,
    day: Temporal.PlainDate.from(row.day),
    shownName: row.shown_name,
  }));
}

export type Objection = {
  id: string;
  words: string;
  madeAt: Temporal.Instant;
  answeredAt: Temporal.Instant | null;
  /** Whether it is about the confirmation that stands now. */
  standing: boolean;
};

/** The client's messages against confirmations of a day, the earliest first. The caller has checked and logged the reading. */
export async function objectionsOf(tx: Tx, day: DayBrief): Promise<Objection[]> {
  type Row = { id: string; words: Buffer; made_at: string; answered_at: string | null; standing: boolean };
  const { rows } = await tx.execute<Row>(sql`
    select o.id, o.words, o.made_at::text, o.answered_at::text, not exists (select 1 from confirmations later
      join confirmations c on c.office_id = later.office_id and c.id = o.confirmation_id
      where later.office_id = o.office_id and later.day_id = o.day_id and later.sequence > c.sequence) as standing
    from objections o where o.office_id = ${tx.officeId} and o.day_id = ${day.id} order by o.made_at limit 50`);
  const objections: Objection[] = [];
  for (const row of rows) {
    const place = { personId: day.clientId, table: 'objections', column: 'words', rowId: row.id };
    objections.push({
      id: row.id,
      words: await openText(tx, place, row.words),
      madeAt: Temporal.Instant.from(row.made_at),
      answeredAt: row.answered_at === null ? null : Temporal.Instant.from(row.answered_at),
      standing: row.standing,
    });
  }
  return objections;
}
