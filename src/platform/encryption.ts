// Personal free text is sealed before it reaches the database: AES-256-GCM with one data key per person, wrapped by
// a key of the office, wrapped by a master key that lives outside the database and the data folder. The associated
// data binds office, person, table, column and row, so a ciphertext moved elsewhere does not open.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import { now } from './clock.ts';
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
  /** Keys opened lately in this process, each with the time (epoch milliseconds) until which it is believed. */
  readonly opened: Map<string, { key: Buffer; until: number }>;
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

/**
 * Seals `plain` for its place. The person's data key is made on first use, in the same transaction. Throws when the
 * person has been erased: nothing is kept about them any more.
 */
export async function sealText(tx: Tx, place: Place, plain: string): Promise<Buffer> {
  return sealBytes(tx, place, Buffer.from(plain, 'utf8'));
}

/**
 * Opens what `sealText` sealed. Gives an empty text when the person has been erased, as nobody can open it any more.
 * Throws when the place or a single bit differs.
 */
export async function openText(tx: Tx, place: Place, sealed: Buffer): Promise<string> {
  return (await openBytes(tx, place, sealed))?.toString('utf8') ?? '';
}

/** The same for file bodies. */
export async function sealBytes(tx: Tx, place: Place, plain: Buffer): Promise<Buffer> {
  const key = await dataKey(tx, place.personId);
  if (!key) throw new Error('nothing may be kept about a person who has been erased');
  return seal(key, plain, bound(tx, place));
}

/** Undefined when the person has been erased. */
export async function openBytes(tx: Tx, place: Place, sealed: Buffer): Promise<Buffer | undefined> {
  const key = await dataKey(tx, place.personId);
  return key && open(key, sealed, bound(tx, place));
}

/**
 * Destroys the key of a person: whatever was sealed with it is unreadable from then on, in copies too. Other processes
 * believe an opened key for five minutes at most.
 */
export async function destroyDataKey(tx: Tx, personId: string): Promise<void> {
  await tx.execute(sql`insert into data_keys (office_id, person_id, wrapped_key, destroyed_at)
    values (${tx.officeId}, ${personId}, null, ${now().toString()}::timestamptz)
    on conflict (office_id, person_id) do update
      set wrapped_key = null, destroyed_at = coalesce(data_keys.destroyed_at, excluded.destroyed_at)`);
  const name = dataKeyName(tx, personId);
  madeIn.get(tx)?.delete(name);
  tx.outside.keys.opened.delete(name);
}

function bound(tx: Tx, place: Place): string {
  return [tx.officeId, place.personId, place.table, place.column, place.rowId].join('\n');
}

// A process holds at most this many opened keys, and each for so long, so that a destroyed one is forgotten everywhere.
const openedLimit = 5_000;
const believedMilliseconds = 5 * 60_000;

// Keys made in a transaction that has not committed are known to that transaction only: if it rolls back, no row
// holds them and nothing may ever be sealed with them again.
const madeIn = new WeakMap<Tx, Map<string, Buffer>>();

const dataKeyName = (tx: Tx, personId: string) => `data key\n${tx.officeId}\n${personId}`;

/** Undefined when the key has been destroyed. */
async function dataKey(tx: Tx, personId: string): Promise<Buffer | undefined> {
  const name = dataKeyName(tx, personId);
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
  const key =
    knownKey(tx, name) ??
    (await keptKey(tx, name, {
      by: undefined,
      find: sql`select wrapped_key from office_keys where office_id = ${tx.officeId}`,
      keep: (
        wrapped,
      ) => sql`insert into office_keys (office_id, wrapped_key) values (${tx.officeId}, ${wrapped})
        on conflict do nothing returning office_id`,
    }));
  if (!key) throw new Error('the key of the office is gone');
  return key;
}

function knownKey(tx: Tx, name: string): Buffer | undefined {
  const made = madeIn.get(tx)?.get(name);
  if (made) return made;
  const opened = tx.outside.keys.opened.get(name);
  return opened && opened.until > now().epochMilliseconds ? opened.key : undefined;
}

type KeyRow = { by: Buffer | undefined; find: SQL; keep(wrapped: Buffer): SQL };

async function keptKey(tx: Tx, name: string, row: KeyRow): Promise<Buffer | undefined> {
  const { keys } = tx.outside;
  const find = async () => {
    const { rows } = await tx.execute<{ wrapped_key: Buffer | null }>(row.find);
    if (!rows[0]) return undefined;
    const wrapped = rows[0].wrapped_key;
    if (!wrapped) return 'destroyed';
    const key = row.by ? open(row.by, wrapped, name) : keys.unwrap(wrapped, name);
    if (keys.opened.size >= openedLimit) keys.opened.clear();
    keys.opened.set(name, { key, until: now().epochMilliseconds + believedMilliseconds });
    return key;
  };
  const found = await find();
  if (found) return found === 'destroyed' ? undefined : found;
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
  return others === 'destroyed' ? undefined : others;
}
