// Where this office's pages are reached: its own host when it has one and was asked there, else the house's address.
import type { Context } from 'hono';
import type { Tx } from '../../../platform/tenancy.ts';
import { thisOffice } from '../offices/door.ts';
import type { PasskeyPlace } from './passkeys/passkeys.ts';

/** The origin of the request when it is one of ours, else the house's own; never what a header alone says. */
export async function ownOrigin(c: Context, tx: Tx): Promise<string> {
  const { baseUrl } = tx.outside.config;
  const { host } = await thisOffice(tx);
  const asked = c.req.header('host') ?? new URL(c.req.url).host;
  return host !== null && asked === host ? `https://${host}` : new URL(baseUrl).origin;
}

/** Passkeys are bound to the host name of that origin (WebAuthn, RP ID). */
export async function passkeyPlace(c: Context, tx: Tx): Promise<PasskeyPlace> {
  const origin = await ownOrigin(c, tx);
  return { origin, rpId: new URL(origin).hostname };
}
