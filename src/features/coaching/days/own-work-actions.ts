// Own work of a day: what was done, for how long, and proof in words, a picture or a voice recording.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { openText, sealText } from '../../../platform/encryption.ts';
import { NotFound } from '../../../platform/errors.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { type FileRefusal, fileById, fileHref, keepFile, removeFile } from '../../ground/files/door.ts';
import { type Day, topicsOfClient } from '../enrolments/door.ts';
import { endSilence } from './day-actions.ts';
import { ownWorkAdded, ownWorkRemoved } from './events.ts';
import { ownWorkProofs, ownWorks } from './tables.ts';

export type NewOwnWork = {
  what: string;
  minutes: number;
  proofWords: string | undefined;
  /** A picture, and a recording; each only when it was given. */
  files: readonly { field: 'picture' | 'recording'; file: File }[];
};
export type OwnWorkAnswer =
  | { ok: true; ownWorkId: string }
  | { ok: false; field: 'picture' | 'recording'; reason: FileRefusal };

/** Adds own work to a day. Refused when a file is not what it should be; then nothing is kept. */
export async function addOwnWork(tx: Tx, actor: Actor, day: Day, work: NewOwnWork): Promise<OwnWorkAnswer> {
  const id = randomUUID();
  const { clientId: personId } = day;
  const kept: string[] = [];
  for (const { field, file } of work.files) {
    const one = await keepFile(tx, actor, {
      personId,
      bytes: new Uint8Array(await file.arrayBuffer()),
      name: file.name,
      purpose: 'own-work-proof',
      allowed: [field === 'picture' ? 'image' : 'audio'],
    });
    if (!one.ok) return { ok: false, field, reason: one.reason };
    kept.push(one.fileId);
  }
  await tx.insert(ownWorks).values({
    id,
    dayId: day.id,
    words: await sealText(tx, { personId, table: 'own_works', column: 'words', rowId: id }, work.what),
    minutes: work.minutes,
    proof: work.proofWords
      ? await sealText(tx, { personId, table: 'own_works', column: 'proof', rowId: id }, work.proofWords)
      : null,
    writtenAt: now(),
  });
  for (const fileId of kept) await tx.insert(ownWorkProofs).values({ ownWorkId: id, fileId });
  await endSilence(tx, day);
  await recordEvent(tx, ownWorkAdded({ dayId: day.id, clientId: personId, ownWorkId: id }), {
    actorId: actor.personId,
    topics: await topicsOfClient(tx, personId),
  });
  return { ok: true, ownWorkId: id };
}

/** Takes one's own work off a day, its files too. Throws NotFound when it is not that day's, or is gone. */
export async function removeOwnWork(
  tx: Tx,
  actor: Actor,
  day: Day,
  ownWorkId: string | undefined,
): Promise<void> {
  if (!isId(ownWorkId)) throw new NotFound('own work');
  const { rows } = await tx.execute(sql`update own_works set removed_at = ${now().toString()}::timestamptz
    where office_id = ${tx.officeId} and id = ${ownWorkId} and day_id = ${day.id} and removed_at is null returning id`);
  if (rows.length === 0) throw new NotFound('own work');
  for (const fileId of await proofsOf(tx, ownWorkId)) await removeFile(tx, actor, fileId);
  await recordEvent(tx, ownWorkRemoved({ dayId: day.id, clientId: day.clientId, ownWorkId }), {
    actorId: actor.personId,
    topics: await topicsOfClient(tx, day.clientId),
  });
}

async function proofsOf(tx: Tx, ownWorkId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ file_id: string }>(sql`select file_id from own_work_proofs
    where office_id = ${tx.officeId} and own_work_id = ${ownWorkId} order by id limit 20`);
  return rows.map((row) => row.file_id);
}

export type ShownOwnWork = {
  id: string;
  what: string;
  minutes: number;
  proofWords: string | undefined;
  files: { href: string; kind: 'image' | 'audio' | 'pdf' }[];
  writtenAt: Temporal.Instant;
};

/** A day's own work in clear, with addresses of its files. The caller has checked that the actor may see the day. */
export async function ownWorksOfDay(tx: Tx, actor: Actor, day: Day): Promise<ShownOwnWork[]> {
  type Row = { id: string; words: Buffer; minutes: number; proof: Buffer | null; written_at: string };
  const { rows } = await tx.execute<Row>(sql`
    select id, words, minutes, proof, written_at::text from own_works
    where office_id = ${tx.officeId} and day_id = ${day.id} and removed_at is null order by written_at, id limit 100`);
  const shown: ShownOwnWork[] = [];
  for (const row of rows) {
    const place = { personId: day.clientId, table: 'own_works', rowId: row.id };
    const files: ShownOwnWork['files'] = [];
    for (const fileId of await proofsOf(tx, row.id)) {
      const file = await fileById(tx, fileId);
      if (file) files.push({ href: await fileHref(tx, actor, fileId), kind: file.kind });
    }
    shown.push({
      id: row.id,
      what: await openText(tx, { ...place, column: 'words' }, row.words),
      minutes: row.minutes,
      proofWords: row.proof ? await openText(tx, { ...place, column: 'proof' }, row.proof) : undefined,
      files,
      writtenAt: Temporal.Instant.from(row.written_at),
    });
  }
  return shown;
}
