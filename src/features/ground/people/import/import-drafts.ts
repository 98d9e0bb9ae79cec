// An import waits as a sealed draft of the one who chose the file until they say yes or no; a day at most.
import { createHash } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { houseZone, now, todayIn } from '../../../../platform/clock.ts';
import { openText, sealText } from '../../../../platform/encryption.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { recordEvent } from '../../../../platform/events.ts';
import { defineJob, jobHandler } from '../../../../platform/jobs.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { thisOffice } from '../../offices/door.ts';
import { startRelation } from '../actions.ts';
import { clientsImported } from '../events.ts';
import { addNewcomer } from '../person/person-actions.ts';
import { importDrafts } from '../tables.ts';
import { type CheckedRow, checkRows } from './import-queries.ts';
import { type Draft, readRow } from './import-rules.ts';

/** Keeps a draft and drops earlier ones of the same person. Gives its id. */
export async function keepDraft(
  tx: Tx,
  actor: Actor,
  draft: Draft,
  startsOn: Temporal.PlainDate,
): Promise<string> {
  await tx
    .delete(importDrafts)
    .where(and(eq(importDrafts.officeId, tx.officeId), eq(importDrafts.madeBy, actor.personId)));
  const id = crypto.randomUUID();
  const body = await sealText(tx, place(actor, id), JSON.stringify(draft));
  await tx.insert(importDrafts).values({ id, madeBy: actor.personId, startsOn, body });
  return id;
}

export type CheckedDraft = {
  id: string;
  draft: Draft;
  startsOn: Temporal.PlainDate;
  rows: CheckedRow[];
  /** Tells whether the rows are still what the page showed. */
  seen: string;
};

/** The actor's own draft, read and compared with who is here now. Throws NotFound for anybody else's. */
export async function checkedDraft(
  tx: Tx,
  actor: Actor,
  id: string,
  options: { lock?: boolean } = {},
): Promise<CheckedDraft> {
  if (!isId(id)) throw new NotFound('draft');
  const query = tx
    .select()
    .from(importDrafts)
    .where(
      and(
        eq(importDrafts.officeId, tx.officeId),
        eq(importDrafts.id, id),
        eq(importDrafts.madeBy, actor.personId),
      ),
    )
    .limit(1);
  const [row] = await (options.lock ? query.for('no key update') : query);
  if (!row) throw new NotFound('draft');
  const draft = JSON.parse(await openText(tx, place(actor, id), row.body)) as Draft;
  const usual = { language: (await thisOffice(tx)).languages[0] ?? ('fi' as const), today: todayIn() };
  const read = draft.rows.map((one) => ({ ...one, ...readRow(one.cells, usual) }));
  const rows = await checkRows(tx, actor, read, draft.unitId);
  return { id, draft, startsOn: row.startsOn, rows, seen: fingerprint(rows) };
}

export type Imported = { ok: true; added: number; skipped: number } | { ok: false };

/**
 * Adds everybody whose row is ready, in this one transaction: all of them or nobody. Refused when a row needs to be
 * put right, or when the rows are no longer what was `seen`.
 */
export async function confirmDraft(tx: Tx, actor: Actor, id: string, seen: string): Promise<Imported> {
  const checked = await checkedDraft(tx, actor, id, { lock: true });
  if (checked.seen !== seen || checked.rows.some((row) => row.state === 'wrong')) return { ok: false };
  const ready = checked.rows.filter((row) => row.state === 'ready');
  for (const row of ready) {
    const clientId = await addNewcomer(tx, actor, {
      ...row.person,
      role: 'client',
      unitId: row.unitId,
      startsOn: checked.startsOn,
      invite: checked.draft.invite,
    });
    if (row.coachId) {
      await startRelation(tx, actor, {
        clientId,
        coachId: row.coachId,
        kind: 'own-coach',
        startsOn: checked.startsOn,
      });
    }
  }
  await dropDraft(tx, actor, id);
  await recordEvent(tx, clientsImported({ count: ready.length }), { actorId: actor.personId });
  return { ok: true, added: ready.length, skipped: checked.rows.length - ready.length };
}

/** Throws a draft away. */
export async function dropDraft(tx: Tx, actor: Actor, id: string): Promise<void> {
  await tx
    .delete(importDrafts)
    .where(
      and(
        eq(importDrafts.officeId, tx.officeId),
        eq(importDrafts.id, id),
        eq(importDrafts.madeBy, actor.personId),
      ),
    );
}

const clearing = defineJob<Record<string, never>>('import-draft-clearing', { retryLimit: 2 });

/** The job and its hours: drafts that nobody has said yes or no to in a day are forgotten. */
export const clearDrafts = {
  handler: jobHandler(clearing, async ({ inOffice, offices }) => {
    for (const officeId of await offices()) await inOffice(officeId, clearOldDrafts);
  }),
  timed: { kind: clearing, cron: '23 * * * *', zone: houseZone },
};

export async function clearOldDrafts(tx: Tx): Promise<void> {
  await tx
    .delete(importDrafts)
    .where(
      and(eq(importDrafts.officeId, tx.officeId), lt(importDrafts.madeAt, now().subtract({ hours: 24 }))),
    );
}

function fingerprint(rows: readonly CheckedRow[]): string {
  const shown = rows.map((row) => [row.line, row.state, row.unitId, row.coachId]);
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32);
}

function place(actor: Actor, id: string) {
  return { personId: actor.personId, table: 'import_drafts', column: 'body', rowId: id };
}
