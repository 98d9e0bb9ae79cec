// Calls for help: the client's technology does not work, or they want to be called. A coach answers on the board.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { now } from '../../../platform/clock.ts';
import { openText, sealText } from '../../../platform/encryption.ts';
import { NotFound } from '../../../platform/errors.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type Day, topicsOfClient } from '../enrolments/door.ts';
import { sayHello } from './day-actions.ts';
import { helpAsked, helpHandled } from './events.ts';
import { helpRequests } from './tables.ts';

export type HelpKind = 'technology' | 'call-me' | 'other';
export type HelpOutcome = 'solved' | 'fell-back-to-phone' | 'not-reached' | 'later';

/**
 * Asks the coach to call. One open request of a kind is enough: asked again, the first one stands. Whoever asks for
 * help on a day is not silent.
 */
export async function askForHelp(
  tx: Tx,
  actor: Actor,
  help: { kind: HelpKind; words: string | undefined; day: Day | undefined },
): Promise<void> {
  const id = randomUUID();
  const clientId = actor.personId;
  const place = { personId: clientId, table: 'help_requests', column: 'words', rowId: id };
  const asked = await tx
    .insert(helpRequests)
    .values({
      id,
      clientId,
      dayId: help.day?.id ?? null,
      kind: help.kind,
      words: help.words ? await sealText(tx, place, help.words) : null,
      askedAt: now(),
    })
    .onConflictDoNothing()
    .returning({ id: helpRequests.id });
  if (help.day) await sayHello(tx, clientId, help.day, 'page');
  if (asked.length === 0) return;
  await recordEvent(tx, helpAsked({ helpId: id, clientId }), {
    actorId: clientId,
    topics: await topicsOfClient(tx, clientId),
  });
}

/** Holds for a request that can be answered: nobody has, or somebody promised to come back to it. */
const answerable = sql`(handled_at is null or outcome = 'later')`;

/** How long a promise to come back stands on the board: the rest of a working day. */
const promisedHours = 12;

/**
 * Writes how a request was answered: it is then off the board, except when the coach will come back to it later. Throws
 * NotFound when it is not answerable.
 */
export async function handleHelp(
  tx: Tx,
  actor: Actor,
  helpId: string,
  outcome: HelpOutcome,
): Promise<{ clientId: string }> {
  const { rows } = await tx.execute<{ client_id: string }>(sql`
    update help_requests set handled_at = ${now().toString()}::timestamptz, handled_by = ${actor.personId},
      outcome = ${outcome}
    where office_id = ${tx.officeId} and id = ${helpId} and ${answerable} returning client_id`);
  const clientId = rows[0]?.client_id;
  if (clientId === undefined) throw new NotFound('help request');
  noteAccess(tx, {
    actor,
    personId: clientId,
    act: 'changed',
    subject: 'help-request',
    subjectId: helpId,
    purpose: 'coaching',
  });
  await recordEvent(tx, helpHandled({ helpId, clientId }), {
    actorId: actor.personId,
    topics: await topicsOfClient(tx, clientId),
  });
  return { clientId };
}

/** Whose request this is; undefined when it is not there or can no longer be answered. */
export async function clientToAnswer(tx: Tx, helpId: string): Promise<string | undefined> {
  const { rows } = await tx.execute<{ client_id: string }>(sql`select client_id from help_requests
    where office_id = ${tx.officeId} and id = ${helpId} and ${answerable}`);
  return rows[0]?.client_id;
}

export type HelpRequest = {
  id: string;
  clientId: string;
  dayId: string | null;
  kind: HelpKind;
  words: string | undefined;
  askedAt: Temporal.Instant;
  handledAt: Temporal.Instant | null;
  outcome: HelpOutcome | null;
};

/**
 * Requests of these clients that wait for an answer or for a coach's return, the oldest first, in clear: the caller has
 * checked that they may be read.
 */
export async function openHelpOf(tx: Tx, clientIds: readonly string[]): Promise<HelpRequest[]> {
  const { rows } = await tx.execute<HelpRow>(sql`select ${helpColumns} from help_requests
    where office_id = ${tx.officeId} and ${answerable}
      and (handled_at is null or handled_at > ${now().subtract({ hours: promisedHours }).toString()}::timestamptz)
      and client_id in (select jsonb_array_elements_text(${JSON.stringify(clientIds)}::jsonb)::uuid)
    order by asked_at limit 500`);
  return shown(tx, rows);
}

/** A client's own latest requests, open ones and those answered since `since`. */
export async function ownHelpSince(
  tx: Tx,
  clientId: string,
  since: Temporal.Instant,
): Promise<HelpRequest[]> {
  const { rows } = await tx.execute<HelpRow>(sql`select ${helpColumns} from help_requests
    where office_id = ${tx.officeId} and client_id = ${clientId}
      and (handled_at is null or handled_at >= ${since.toString()}::timestamptz)
    order by asked_at desc limit 10`);
  return shown(tx, rows);
}

const helpColumns = sql`id, client_id, day_id, kind, words, asked_at::text, handled_at::text, outcome`;

type HelpRow = {
  id: string;
  client_id: string;
  day_id: string | null;
  kind: HelpKind;
  words: Buffer | null;
  asked_at: string;
  handled_at: string | null;
  outcome: HelpOutcome | null;
};

async function shown(tx: Tx, rows: readonly HelpRow[]): Promise<HelpRequest[]> {
  const requests: HelpRequest[] = [];
  for (const row of rows) {
    const place = { personId: row.client_id, table: 'help_requests', column: 'words', rowId: row.id };
    requests.push({
      id: row.id,
      clientId: row.client_id,
      dayId: row.day_id,
      kind: row.kind,
      words: row.words ? await openText(tx, place, row.words) : undefined,
      askedAt: Temporal.Instant.from(row.asked_at),
      handledAt: row.handled_at === null ? null : Temporal.Instant.from(row.handled_at),
      outcome: row.outcome,
    });
  }
  return requests;
}
