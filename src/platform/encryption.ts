// Personal free text is sealed before it reaches the database: AES-256-GCM with one data key per person, wrapped by
// a key of the office, wrapped by a master key that lives outside the database and the data folder. The associated
// data binds office, person, table, column and row, so a ciphertext moved elsewhere does not open.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from './tenancy.ts';

/** Where a sealed text stands. All five parts are bound into the seal. */
export type Place = { personId: string; table: string; column: string; rowId: string };

export type Keys = {
  /** Wraps and unwraps the keys of offices with the master key. */
  wrap(key: Buffer, context: string): Buffer;
  unwrap(wrapped: Buffer, context: string): Buffer;
  /** A keyed hash for matching without storing (a personal identity code); hex. */
  matchingHash(officeId: string, value: string): string;
  /** A secret for signing our own tokens, derived from the master key for one purpose. */
  signingKey(purpose: string): Buffer;
  /** Keys of persons opened lately in this process; see `forgetKeys`. */
  readonly opened: Map<string, Buffer>;
};

const cipherName = 'aes-256-gcm';
const version = 1;

function seal(key: Buffer, plain: Buffer, associated: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(cipherName, key, nonce).setAAD(Buffer.from(associated));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body]);
}

function open(key: Buffer, sealed: Buffer, associated: string): Buffer {
  if (sealed[0] !== version) throw new Error('unknown version of a sealed value');
  const decipher = createDecipheriv(cipherName, key, sealed.subarray(1, 13)).setAAD(Buffer.from(associated));
  decipher.setAuthTag(sealed.subarray(13, 29));
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
}

/** Builds the keys from a master key of 32 bytes. Throws when it has another length. */
export function openKeys(masterKey: Buffer): Keys {
  if (masterKey.length !== 32) throw new Error('the master key must be 32 bytes');
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', masterKey, '', `likista ${purpose}`, 32));
  const wrapping = derive('wrapping');
  const matching = derive('matching');
  return {
    wrap: (key, context) => seal(wrapping, key, context),
    unwrap: (wrapped, context) => open(wrapping, wrapped, context),
    matchingHash: (officeId, value) =>
      createHmac('sha256', matching).update(`${officeId}\n${value}`).digest('hex'),
    signingKey: (purpose) => derive(`signing ${purpose}`),
    opened: new Map(),
  };
}

/** Seals `plain` for its place. The person's data key is made on first use, in the same transaction. */
export async function sealText(tx: Tx, place: Place, plain: string): Promise<Buffer> {
  return seal(await dataKey(tx, place.personId), Buffer.from(plain, 'utf8'), bound(tx, place));
}

/** Opens what `sealText` sealed. Throws when the place or a single bit differs, or the person's key is destroyed. */
export async function openText(tx: Tx, place: Place, sealed: Buffer): Promise<string> {
  return open(await dataKey(tx, place.personId), sealed, bound(tx, place)).toString('utf8');
}

/** The same for file bodies. */
export async function sealBytes(tx: Tx, place: Place, plain: Buffer): Promise<Buffer> {
  return seal(await dataKey(tx, place.personId), plain, bound(tx, place));
}

export async function openBytes(tx: Tx, place: Place, sealed: Buffer): Promise<Buffer> {
  return open(await dataKey(tx, place.personId), sealed, bound(tx, place));
}

function bound(tx: Tx, place: Place): string {
  return [tx.officeId, place.personId, place.table, place.column, place.rowId].join('\n');
}

// Erasure destroys the person's row in data_keys; a process holds at most this many opened keys.
const openedLimit = 5_000;

// Keys made in a transaction that has not committed are known to that transaction only: if it rolls back, no row
// holds them and nothing may ever be sealed with them again.
const madeIn = new WeakMap<Tx, Map<string, Buffer>>();

async function dataKey(tx: Tx, personId: string): Promise<Buffer> {
  const name = `data key\n${tx.officeId}\n${personId}`;
  return (
    knownKey(tx, name) ??
    keptKey(tx, name, {
      by: await officeKey(tx),
      find: sql`select wrapped_key from data_keys where office_id = ${tx.officeId} and person_id = ${personId}`,
      keep: (wrapped) => sql`insert into data_keys (office_id, person_id, wrapped_key)
        values (${tx.officeId}, ${personId}, ${wrapped}) on conflict do nothing returning person_id`,
    })
  );
}

async function officeKey(tx: Tx): Promise<Buffer> {
  const name = `office key\n${tx.officeId}`;
  return (
    knownKey(tx, name) ??
    keptKey(tx, name, {
      by: undefined,
      find: sql`select wrapped_key from office_keys where office_id = ${tx.officeId}`,
      keep: (
        wrapped,
      ) => sql`insert into office_keys (office_id, wrapped_key) values (${tx.officeId}, ${wrapped})
        on conflict do nothing returning office_id`,
    })
  );
}

function knownKey(tx: Tx, name: string): Buffer | undefined {
  return madeIn.get(tx)?.get(name) ?? tx.outside.keys.opened.get(name);
}

type KeyRow = { by: Buffer | undefined; find: SQL; keep(wrapped: Buffer): SQL };

async function keptKey(tx: Tx, name: string, row: KeyRow): Promise<Buffer> {
  const { keys } = tx.outside;
  const find = async () => {
    const { rows } = await tx.execute<{ wrapped_key: Buffer }>(row.find);
    if (!rows[0]) return undefined;
    const key = row.by ? open(row.by, rows[0].wrapped_key, name) : keys.unwrap(rows[0].wrapped_key, name);
    if (keys.opened.size >= openedLimit) keys.opened.clear();
    keys.opened.set(name, key);
    return key;
  };
  const found = await find();
  if (found) return found;
  const fresh = randomBytes(32);
  const kept = await tx.execute(row.keep(row.by ? seal(row.by, fresh, name) : keys.wrap(fresh, name)));
  if (kept.rows.length > 0) {
    const mine = madeIn.get(tx) ?? new Map<string, Buffer>();
    madeIn.set(tx, mine.set(name, fresh));
    return fresh;
  }
  // Another transaction made the key in the meantime and has committed it.
  const others = await find();
  if (!others) throw new Error('a key could not be kept');
  return others;
}
