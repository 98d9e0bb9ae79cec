// The last step of every way in: a fresh session, a known device, word to the person, and on to the page.
import { sql } from 'drizzle-orm';
import type { Context } from 'hono';
import { now } from '../../../platform/clock.ts';
import { hashOfToken } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { ownPath } from '../../../platform/web.ts';
import { notify } from '../notices/door.ts';
import { deviceToken, endTry, putDevice, putSession } from './cookies.ts';
import { newDevice } from './notices.ts';
import type { Signer } from './queries.ts';
import { deviceInWords, knownDevice, rememberDevice } from './sessions/devices.ts';
import { type SessionWay, startSession } from './sessions/sessions.ts';

export type Entry = {
  signer: Signer;
  way: SessionWay;
  /** A path of our own. */
  landsOn: string;
  /** A computer that others use too: it is not remembered and its session is short. */
  shared?: boolean;
  /** The channel that carried the code; the warning of a new device goes by another when there is one. */
  codeBy?: 'sms' | 'email' | null;
};

// biome-ignore lint/suspicious/noExplicitAny: every way in ends here, whatever the context of its route.
type AnyContext = Context<any>;

/** Signs the person in on this browser. Gives the session and the path to go to. */
export async function enter(
  c: AnyContext,
  tx: Tx,
  entry: Entry,
): Promise<{ sessionId: string; landsOn: string }> {
  const { config } = tx.outside;
  const { signer } = entry;
  await endSessionOfBrowser(c, tx);
  const device = deviceInWords(c.req.header('user-agent'));
  const deviceId = entry.way === 'demonstration' ? null : await settleDevice(c, tx, entry, device);
  const session = await startSession(tx, signer, {
    way: entry.way,
    device,
    deviceId,
    shared: entry.shared ?? false,
    proved: entry.way !== 'link',
  });
  const lasts =
    signer.staff || entry.shared ? undefined : Math.floor(session.expiresAt.since(now()).total('seconds'));
  putSession(c, config, { officeId: tx.officeId, token: session.token }, lasts);
  endTry(c, config);
  const landsOn = ownPath(entry.landsOn);
  // A code is enough for staff once; from then on a passkey is asked for, so one is offered at once.
  const leadIn = signer.staff && !signer.hasPasskey && entry.way === 'code';
  return {
    sessionId: session.sessionId,
    landsOn: leadIn ? `/me/passkeys/new?back=${encodeURIComponent(landsOn)}` : landsOn,
  };
}

async function settleDevice(c: AnyContext, tx: Tx, entry: Entry, device: string): Promise<string | null> {
  const { personId } = entry.signer;
  const token = deviceToken(c, tx.outside.config);
  const known = await knownDevice(tx, personId, token);
  if (known) return known;
  if (await hasSignedInBefore(tx, personId)) {
    await notify(tx, personId, newDevice, {}, entry.codeBy ? { avoid: entry.codeBy } : {});
  }
  if (entry.shared) return null;
  const remembered = await rememberDevice(tx, personId, device, token);
  putDevice(c, tx.outside.config, remembered.token);
  return remembered.deviceId;
}

async function hasSignedInBefore(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from sessions
    where office_id = ${tx.officeId} and person_id = ${personId} limit 1`);
  return rows.length > 0;
}

// The old session of this browser ends, whoever's it was: a token that was there before never becomes anybody's.
async function endSessionOfBrowser(c: AnyContext, tx: Tx): Promise<void> {
  const old = c.var.sessionToken as { officeId: string; token: string } | undefined;
  if (old?.officeId !== tx.officeId) return;
  await tx.execute(sql`update sessions set ended_at = ${now().toString()}::timestamptz
    where office_id = ${tx.officeId} and token_hash = ${hashOfToken(old.token)} and ended_at is null`);
}
