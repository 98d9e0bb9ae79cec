// Six-digit codes. A code is bound to the browser that asked for it and to what it was asked for; it has five tries,
// ten minutes and one use. The row is locked while it is tried, so parallel tries are tried one after the other.
import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { hashOfToken, newCode, sameBytes } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { sendSecret } from '../../notices/door.ts';
import { signInCodes } from '../tables.ts';

export const codeMinutes = 10;
export const codeTries = 5;

export type CodeFor =
  | { purpose: 'sign-in'; personId: string; linkId: string | null; landsOn: string }
  | { purpose: 'prove'; personId: string; sessionId: string; landsOn: string };

/**
 * Sends a fresh code to the person and ties it to this browser; an earlier code of the same browser ends. Gives the
 * channel, or undefined when the person has neither a mobile phone nor an e-mail address.
 */
export async function sendCode(
  tx: Tx,
  browser: string,
  what: CodeFor,
): Promise<{ channel: 'sms' | 'email' } | undefined> {
  const at = now();
  const code = newCode();
  const id = crypto.randomUUID();
  await tx.execute(sql`update sign_in_codes set used_at = ${at.toString()}::timestamptz
    where office_id = ${tx.officeId} and browser_hash = ${hashOfToken(browser)} and used_at is null`);
  const sent = await sendSecret(tx, what.personId, 'sign-in-code', code);
  if (!sent.ok) return undefined;
  await tx.insert(signInCodes).values({
    id,
    personId: what.personId,
    purpose: what.purpose,
    linkId: what.purpose === 'sign-in' ? what.linkId : null,
    sessionId: what.purpose === 'prove' ? what.sessionId : null,
    browserHash: hashOfToken(browser),
    codeHash: hashOfCode(tx, id, code),
    channel: sent.channel,
    landsOn: what.landsOn,
    createdAt: at,
    expiresAt: at.add({ minutes: codeMinutes }),
  });
  return { channel: sent.channel };
}

// A bare hash of six digits could be guessed back by whoever reads the table; a keyed one cannot.
function hashOfCode(tx: Tx, id: string, code: string): Buffer {
  return createHmac('sha256', tx.outside.keys.signingKey('sign-in codes')).update(`${id}\n${code}`).digest();
}

export type Waiting = {
  personId: string;
  landsOn: string;
  linkId: string | null;
  sessionId: string | null;
  channel: 'sms' | 'email' | null;
};

/** The code that this browser is waiting for; undefined when there is none any more. */
export async function waitingCode(
  tx: Tx,
  browser: string | undefined,
  purpose: CodeFor['purpose'],
): Promise<Waiting | undefined> {
  if (browser === undefined) return undefined;
  const { rows } = await tx.execute<WaitingRow>(sql`
    select person_id, lands_on, link_id, session_id, channel from sign_in_codes
    where office_id = ${tx.officeId} and browser_hash = ${hashOfToken(browser)} and purpose = ${purpose}
      and used_at is null and tries < ${codeTries} and expires_at > ${now().toString()}::timestamptz
    order by created_at desc limit 1`);
  return rows[0] && waiting(rows[0]);
}

type WaitingRow = {
  person_id: string;
  lands_on: string;
  link_id: string | null;
  session_id: string | null;
  channel: 'sms' | 'email' | null;
};
const waiting = (row: WaitingRow): Waiting => ({
  personId: row.person_id,
  landsOn: row.lands_on,
  linkId: row.link_id,
  sessionId: row.session_id,
  channel: row.channel,
});

export type CodeResult =
  | ({ ok: true } & Waiting)
  | { ok: false; reason: 'wrong'; triesLeft: number; personId: string }
  | { ok: false; reason: 'none' };

/**
 * Tries a code. A wrong one costs a try, so the caller must let the transaction commit also then. `none`: no code is
 * waiting in this browser, or it is used, too old or out of tries.
 */
export async function tryCode(
  tx: Tx,
  browser: string | undefined,
  purpose: CodeFor['purpose'],
  code: string,
): Promise<CodeResult> {
  if (browser === undefined) return { ok: false, reason: 'none' };
  const at = now().toString();
  const { rows } = await tx.execute<WaitingRow & { id: string; code_hash: Buffer; tries: number }>(sql`
    select id, person_id, lands_on, link_id, session_id, channel, code_hash, tries from sign_in_codes
    where office_id = ${tx.officeId} and browser_hash = ${hashOfToken(browser)} and purpose = ${purpose}
      and used_at is null and tries < ${codeTries} and expires_at > ${at}::timestamptz
    order by created_at desc limit 1 for no key update`);
  const row = rows[0];
  if (!row) return { ok: false, reason: 'none' };
  if (sameBytes(row.code_hash, hashOfCode(tx, row.id, code.replace(/\s/g, '')))) {
    await tx.execute(sql`update sign_in_codes set used_at = ${at}::timestamptz
      where office_id = ${tx.officeId} and id = ${row.id}`);
    return { ok: true, ...waiting(row) };
  }
  await tx.execute(sql`update sign_in_codes set tries = tries + 1
    where office_id = ${tx.officeId} and id = ${row.id}`);
  return { ok: false, reason: 'wrong', triesLeft: codeTries - row.tries - 1, personId: row.person_id };
}
