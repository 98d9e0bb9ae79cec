// What both sides add to a meeting beforehand: files, and what the coach asks the client to think of or to bring.
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { openText, sealText } from '../../../../platform/encryption.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import {
  type FileRefusal,
  fileById,
  fileHref,
  fileName,
  keepFile,
  removeFile,
} from '../../../ground/files/door.ts';
import { topicsOf } from '../actions.ts';
import { bookingAnswered } from '../events.ts';
import type { Booking } from '../queries.ts';
import { bookingFiles, bookings } from '../tables.ts';

/** More than this is a folder, not what two people look at together. */
export const mostFiles = 10;

const preparationPlace = (booking: Booking) => ({
  personId: booking.clientId,
  table: 'bookings',
  column: 'preparation',
  rowId: booking.id,
});

/** Keeps what the client is asked to think of or to bring; empty takes it back. */
export async function askToPrepare(
  tx: Tx,
  actor: Actor,
  booking: Booking,
  words: string | undefined,
): Promise<void> {
  const preparation = words ? await sealText(tx, preparationPlace(booking), words) : null;
  await tx
    .update(bookings)
    .set({ preparation })
    .where(and(eq(bookings.officeId, tx.officeId), eq(bookings.id, booking.id)));
  await tellPages(tx, actor, booking);
}

/** What the client is asked to prepare, in plain words; undefined when nothing is. */
export async function preparationOf(tx: Tx, booking: Booking): Promise<string | undefined> {
  return booking.preparation ? openText(tx, preparationPlace(booking), booking.preparation) : undefined;
}

export type Attached = { ok: true } | { ok: false; reason: FileRefusal | 'too-many' };

const kept = (tx: Tx, bookingId: string) =>
  and(
    eq(bookingFiles.officeId, tx.officeId),
    eq(bookingFiles.bookingId, bookingId),
    isNull(bookingFiles.removedAt),
  );

/** Adds a file for both to see, sealed with the client's key. The booking is locked, so the count holds. */
export async function attachFile(tx: Tx, actor: Actor, booking: Booking, file: File): Promise<Attached> {
  const [counted] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(bookingFiles)
    .where(kept(tx, booking.id));
  if ((counted?.count ?? 0) >= mostFiles) return { ok: false, reason: 'too-many' };
  const added = await keepFile(tx, actor, {
    personId: booking.clientId,
    bytes: new Uint8Array(await file.arrayBuffer()),
    name: file.name,
    purpose: 'booking',
    allowed: ['image', 'audio', 'pdf'],
  });
  if (!added.ok) return added;
  await tx.insert(bookingFiles).values({
    bookingId: booking.id,
    fileId: added.fileId,
    addedBy: actor.personId,
    addedAt: now(),
  });
  await tellPages(tx, actor, booking);
  return { ok: true };
}

/** Takes a file away again; only whoever added it can. */
export async function detachFile(
  tx: Tx,
  actor: Actor,
  booking: Booking,
  fileId: string | undefined,
): Promise<void> {
  if (!isId(fileId)) throw new NotFound('file');
  const removed = await tx
    .update(bookingFiles)
    .set({ removedAt: now() })
    .where(
      and(kept(tx, booking.id), eq(bookingFiles.fileId, fileId), eq(bookingFiles.addedBy, actor.personId)),
    )
    .returning({ id: bookingFiles.id });
  if (removed.length === 0) throw new NotFound('file');
  await removeFile(tx, actor, fileId);
  await tellPages(tx, actor, booking);
}

export type AttachedFile = { id: string; name: string; href: string; own: boolean; byClient: boolean };

/** The files of a meeting for somebody who may see it, each with an address that is good for some minutes. */
export async function filesOf(tx: Tx, actor: Actor, booking: Booking): Promise<AttachedFile[]> {
  const rows = await tx
    .select()
    .from(bookingFiles)
    .where(kept(tx, booking.id))
    .orderBy(asc(bookingFiles.addedAt), asc(bookingFiles.id))
    .limit(mostFiles);
  const shown = [];
  for (const { fileId, addedBy } of rows) {
    const file = await fileById(tx, fileId);
    if (!file) continue;
    const name = await fileName(tx, file);
    const whose = { own: addedBy === actor.personId, byClient: addedBy === booking.clientId };
    shown.push({ id: fileId, name, href: await fileHref(tx, actor, fileId), ...whose });
  }
  return shown;
}

const tellPages = (tx: Tx, actor: Actor, booking: Booking) =>
  recordEvent(tx, bookingAnswered({ bookingId: booking.id }), {
    actorId: actor.personId,
    topics: topicsOf(booking),
  });
