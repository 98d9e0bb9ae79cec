// The verbs of files: keep and remove. A body goes to the store before its row commits; a body whose transaction was
// rolled back is an orphan and is cleared by orphans.ts.
import { sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { now } from '../../../platform/clock.ts';
import { sealBytes, sealText } from '../../../platform/encryption.ts';
import { recordEvent } from '../../../platform/events.ts';
import { type FileKind, type FileType, fileTypeOf } from '../../../platform/file-kinds.ts';
import { redrawImage } from '../../../platform/images.ts';
import { withoutPlace } from '../../../platform/recordings.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { fileKept, fileRemoved } from './events.ts';
import { keyOf, placeOf } from './places.ts';
import { cleanFileName, largestBytes } from './rules.ts';
import { files } from './tables.ts';

export type NewFile = {
  /** Whose it is: it is sealed with their key. */
  personId: string;
  bytes: Uint8Array;
  /** What the sender called it; only shown, never trusted. */
  name: string;
  /** A code word of the feature: `task-proof`. */
  purpose: string;
  allowed: readonly FileKind[];
};

export type FileRefusal = 'empty' | 'too-large' | 'wrong-kind' | 'unreadable';
export type KeptFile = { ok: true; fileId: string } | { ok: false; reason: FileRefusal };

/**
 * Keeps a file, sealed. What it is, is told by its content; a picture is drawn anew, which drops its metadata and
 * anything hidden in it. Gives a reason that the sender can act on when it is not taken.
 */
export async function keepFile(tx: Tx, actor: Actor, file: NewFile): Promise<KeptFile> {
  const given = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const accepted = await acceptable(given, file.allowed);
  if (!accepted.ok) return accepted;
  const { body, mime, kind, extension, width, height } = accepted;
  // A UUID of version 7 tells when it was made; the clearing of orphans needs that.
  const { rows } = await tx.execute<{ id: string }>(sql`select uuidv7() as id`);
  const id = rows[0]?.id ?? '';
  const { personId, purpose } = file;
  const place = { personId, id };
  const name = await sealText(tx, placeOf(place, 'name'), cleanFileName(file.name, extension));
  const sealed = await sealBytes(tx, placeOf(place, 'body'), body);
  await tx.outside.files.put(keyOf(tx, id), sealed);
  await tx.insert(files).values({
    id,
    personId,
    purpose,
    kind,
    mime,
    name,
    bytes: body.length,
    width: width ?? null,
    height: height ?? null,
    addedBy: actor.personId,
  });
  noteAccess(tx, { actor, personId, act: 'created', subject: 'file', subjectId: id, purpose: 'coaching' });
  await recordEvent(tx, fileKept({ fileId: id, personId, purpose }), { actorId: actor.personId });
  return { ok: true, fileId: id };
}

type Accepted = FileType & { ok: true; body: Buffer; width?: number; height?: number };

async function acceptable(
  given: Buffer,
  allowed: readonly FileKind[],
): Promise<Accepted | { ok: false; reason: FileRefusal }> {
  if (given.length === 0) return { ok: false, reason: 'empty' };
  const type = fileTypeOf(given);
  if (!type || !allowed.includes(type.kind)) return { ok: false, reason: 'wrong-kind' };
  if (given.length > largestBytes[type.kind]) return { ok: false, reason: 'too-large' };
  if (type.kind === 'audio') return { ...type, ok: true, body: withoutPlace(given) };
  if (type.kind === 'pdf') return { ...type, ok: true, body: given };
  const drawn = await redrawImage(given);
  return drawn.ok ? { ...drawn, kind: 'image', extension: 'webp' } : drawn;
}

/** Removes a file: nobody can open it any more, and its body is cleared from the store within the hour. */
export async function removeFile(tx: Tx, actor: Actor, fileId: string): Promise<void> {
  const { rows } = await tx.execute<{
    person_id: string;
  }>(sql`update files set removed_at = ${now().toString()}::timestamptz
    where office_id = ${tx.officeId} and id = ${fileId} and removed_at is null returning person_id`);
  const personId = rows[0]?.person_id;
  if (!personId) return;
  noteAccess(tx, {
    actor,
    personId,
    act: 'deleted',
    subject: 'file',
    subjectId: fileId,
    purpose: 'coaching',
  });
  await recordEvent(tx, fileRemoved({ fileId, personId }), { actorId: actor.personId });
}
