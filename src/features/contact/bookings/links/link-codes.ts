// The last part of an address that opens one thing without signing in: the id and a signature made with a key of this
// house, so that nothing which would open it is stored anywhere, and whoever takes the database opens nothing.
import { createHmac } from 'node:crypto';
import { sameBytes } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';

/** A client's link to a time, or the seat of somebody else who comes. One never opens as the other. */
export type LinkKind = 'time' | 'seat';

/** The code of a thing with this id: its 16 bytes and 16 of the signature, in 44 letters. */
export function codeOf(tx: Tx, kind: LinkKind, id: string): string {
  const key = tx.outside.keys.signingKey('links to booked times');
  const signature = createHmac('sha256', key)
    .update(`${tx.officeId}\n${kind}\n${id}`)
    .digest()
    .subarray(0, 16);
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return `${bytes.toString('base64url')}${signature.toString('base64url')}`;
}

/** The id behind a code of this office; undefined when the code was not made here for this kind. */
export function idBehind(tx: Tx, kind: LinkKind, code: string | undefined): string | undefined {
  if (!code || !/^[A-Za-z0-9_-]{44}$/.test(code)) return undefined;
  const hex = Buffer.from(code.slice(0, 22), 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return sameBytes(Buffer.from(code), Buffer.from(codeOf(tx, kind, id))) ? id : undefined;
}
