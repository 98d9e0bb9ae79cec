// Finding and opening a file, and the signed address under which a browser gets it.
import { createHmac } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { now } from '../../../platform/clock.ts';
import { openBytes, openText } from '../../../platform/encryption.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Actor, sameBytes } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { thisOffice } from '../offices/door.ts';
import { keyOf, placeOf } from './places.ts';
import { endOfAddress } from './rules.ts';
import { files } from './tables.ts';

export type KeptFileRow = typeof files.$inferSelect;

/** The file while it is kept; undefined when it is not there or has been removed. */
export async function fileById(tx: Tx, fileId: string): Promise<KeptFileRow | undefined> {
  if (!isId(fileId)) return undefined;
  const [row] = await tx
    .select()
    .from(files)
    .where(and(eq(files.officeId, tx.officeId), eq(files.id, fileId), isNull(files.removedAt)))
    .limit(1);
  return row;
}

/** What its sender called a file. */
export const fileName = (tx: Tx, file: KeptFileRow): Promise<string> =>
  openText(tx, placeOf(file, 'name'), file.name);

/** The body in clear, with its type and name; undefined when it is not kept (any more). */
export async function fileBody(tx: Tx, fileId: string) {
  const row = await fileById(tx, fileId);
  const sealed = row && (await tx.outside.files.get(keyOf(tx, fileId)));
  const bytes = sealed && (await openBytes(tx, placeOf(row, 'body'), sealed));
  if (!bytes) return undefined;
  return {
    bytes,
    name: await fileName(tx, row),
    mime: row.mime,
    kind: row.kind,
  };
}

/**
 * An address of the file for a page shown now. It is good for 5 to 10 minutes and for whoever has it, so the feature
 * must have checked before that the actor may see the file; the reading is noted in the access log here. Throws
 * NotFound when the file is not kept.
 */
export async function fileHref(tx: Tx, actor: Actor, fileId: string): Promise<string> {
  const row = await fileById(tx, fileId);
  if (!row) throw new NotFound('file');
  const { personId } = row;
  noteAccess(tx, { actor, personId, act: 'read', subject: 'file', subjectId: fileId, purpose: 'coaching' });
  const { slug } = await thisOffice(tx);
  const ends = endOfAddress(now()).epochMilliseconds / 1_000;
  return `/${slug}/f/${fileId}/${ends}-${signature(tx, fileId, ends)}`;
}

function signature(tx: Tx, fileId: string, ends: number): string {
  const key = tx.outside.keys.signingKey('file addresses');
  return createHmac('sha256', key).update(`${tx.officeId}\n${fileId}\n${ends}`).digest('base64url');
}

/** Whether `proof` (the last part of an address) was made here for this file and has not ended. */
export function isProofOf(tx: Tx, fileId: string, proof: string): boolean {
  const match = /^(\d{10})-([A-Za-z0-9_-]{43})$/.exec(proof);
  if (!match?.[1] || !match[2]) return false;
  const ends = Number(match[1]);
  const own = sameBytes(Buffer.from(match[2]), Buffer.from(signature(tx, fileId, ends)));
  return own && now().epochMilliseconds < ends * 1_000;
}
