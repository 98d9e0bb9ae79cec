// Writing and publishing versions. The service's row is locked first, so two who begin or publish at the same moment
// come one after the other.
import { and, eq, sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { emptyContent, type ServiceContent } from './content.ts';
import { servicePublished } from './events.ts';
import { type Gap, unfinished } from './readiness.ts';
import { freeSlug, slugOf } from './slugs.ts';
import { services, serviceVersions } from './tables.ts';
import { draftOf, latestPublished, type Version } from './version-queries.ts';

/** Locks a service of this office. Throws when there is none: who calls has found it already. */
export async function lockService(tx: Tx, serviceId: string) {
  const [service] = await tx
    .select()
    .from(services)
    .where(and(eq(services.officeId, tx.officeId), eq(services.id, serviceId)))
    .for('no key update')
    .limit(1);
  if (!service) throw new Error('the service is gone');
  return service;
}

/** Writes the whole draft, beginning one when there is none. Gives the draft as it now is. */
export async function saveDraft(
  tx: Tx,
  actor: Actor | undefined,
  serviceId: string,
  content: ServiceContent,
): Promise<Version> {
  await lockService(tx, serviceId);
  return writeDraft(tx, actor, serviceId, () => content);
}

export type Saved =
  | { ok: true; draft: Version }
  | { ok: false; reason: 'changed-meanwhile'; base: DraftBase };
/** What an editor starts from: the draft, else what is public, else a service with a name only. */
export type DraftBase = { content: ServiceContent; draft: Version | undefined };

/** What an editor of the service would start from now. */
export async function draftBase(tx: Tx, serviceId: string): Promise<DraftBase> {
  const draft = await draftOf(tx, serviceId);
  if (draft) return { content: draft.content, draft };
  const published = await latestPublished(tx, serviceId);
  if (published) return { content: published.content, draft: undefined };
  const [service] = await tx
    .select({ name: services.name })
    .from(services)
    .where(and(eq(services.officeId, tx.officeId), eq(services.id, serviceId)))
    .limit(1);
  if (!service) throw new Error('the service is gone');
  return { content: emptyContent(translated(service.name)), draft: undefined };
}

// A new service is called by its Finnish name where it has no other; that is no translation.
function translated({ fi, sv, en }: Text): Text {
  return { fi, sv: sv === fi ? '' : sv, en: en === fi ? '' : en };
}

/**
 * Changes a part of the draft. `unchanged` says whether what the editor saw still stands; when it does not, nothing
 * is written and the caller gets what stands now.
 */
export async function changeDraft(
  tx: Tx,
  actor: Actor | undefined,
  serviceId: string,
  change: {
    unchanged: (content: ServiceContent) => boolean;
    apply: (content: ServiceContent) => ServiceContent;
  },
): Promise<Saved> {
  await lockService(tx, serviceId);
  const base = await draftBase(tx, serviceId);
  if (!change.unchanged(base.content)) return { ok: false, reason: 'changed-meanwhile', base };
  return { ok: true, draft: await writeDraft(tx, actor, serviceId, change.apply, base) };
}

async function writeDraft(
  tx: Tx,
  actor: Actor | undefined,
  serviceId: string,
  apply: (content: ServiceContent) => ServiceContent,
  known?: DraftBase,
): Promise<Version> {
  const { content, draft } = known ?? (await draftBase(tx, serviceId));
  const by = actor?.personId ?? null;
  if (draft) {
    await tx
      .update(serviceVersions)
      .set({
        content: apply(content),
        savedBy: by,
        savedAt: now(),
        revision: sql`${serviceVersions.revision} + 1`,
      })
      .where(and(eq(serviceVersions.officeId, tx.officeId), eq(serviceVersions.id, draft.id)));
  } else {
    await tx.execute(sql`
      insert into service_versions (office_id, service_id, number, content, made_by, made_at, saved_by, saved_at)
      select ${tx.officeId}, ${serviceId}, coalesce(max(number), 0) + 1, ${JSON.stringify(apply(content))}::jsonb,
             ${by}::uuid, ${now().toString()}::timestamptz, ${by}::uuid, ${now().toString()}::timestamptz
        from service_versions where office_id = ${tx.officeId} and service_id = ${serviceId}`);
  }
  const written = await draftOf(tx, serviceId);
  if (!written) throw new Error('the draft was not written');
  return written;
}

/**
 * Takes the content of an old version as the draft. `revision` is that of the draft which the editor knows to be
 * replaced, 0 when there was none; gives false, changing nothing, when it is another by now.
 */
export async function restoreVersion(
  tx: Tx,
  actor: Actor,
  serviceId: string,
  restoring: { content: ServiceContent; revision: number },
): Promise<boolean> {
  await lockService(tx, serviceId);
  const base = await draftBase(tx, serviceId);
  if ((base.draft?.revision ?? 0) !== restoring.revision) return false;
  await writeDraft(tx, actor, serviceId, () => restoring.content, base);
  return true;
}

/** Removes the draft for good; gives false, changing nothing, when it is not the `revision` that the editor saw. */
export async function removeDraft(tx: Tx, serviceId: string, revision: number): Promise<boolean> {
  await lockService(tx, serviceId);
  const draft = await draftOf(tx, serviceId);
  if (draft?.revision !== revision) return false;
  await tx
    .delete(serviceVersions)
    .where(and(eq(serviceVersions.officeId, tx.officeId), eq(serviceVersions.id, draft.id)));
  return true;
}

export type PublishAnswer =
  | { ok: true; number: number }
  | { ok: false; reason: 'no-draft' }
  | { ok: false; reason: 'unfinished'; gaps: Gap[] }
  | { ok: false; reason: 'changed-meanwhile' };

/**
 * Makes the draft public. Refuses when anything is missing in a language, naming each gap, and when the draft is not
 * the `revision` that the publisher looked at. From then on nobody alters it.
 */
export async function publishDraft(
  tx: Tx,
  actor: Actor | undefined,
  serviceId: string,
  publishing: { note?: string | undefined; revision?: number | undefined } = {},
): Promise<PublishAnswer> {
  const service = await lockService(tx, serviceId);
  const draft = await draftOf(tx, serviceId);
  if (!draft) return { ok: false, reason: 'no-draft' };
  if (publishing.revision !== undefined && publishing.revision !== draft.revision)
    return { ok: false, reason: 'changed-meanwhile' };
  const gaps = unfinished(draft.content);
  if (gaps.length > 0) return { ok: false, reason: 'unfinished', gaps };
  await tx
    .update(serviceVersions)
    .set({ publishedBy: actor?.personId ?? null, publishedAt: now(), note: publishing.note ?? null })
    .where(and(eq(serviceVersions.officeId, tx.officeId), eq(serviceVersions.id, draft.id)));
  // Other parts of the house name the service by its row.
  await tx
    .update(services)
    .set({
      name: draft.content.name,
      legalBasis: draft.content.legalBasis?.fi ?? null,
      ...(service.slugFi === null ? await newSlugs(tx, draft.content) : {}),
    })
    .where(and(eq(services.officeId, tx.officeId), eq(services.id, serviceId)));
  await recordEvent(tx, servicePublished({ serviceId, number: draft.number }), { actorId: actor?.personId });
  return { ok: true, number: draft.number };
}

async function newSlugs(tx: Tx, content: ServiceContent) {
  // Two services may be published for the first time at the same moment under one name.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`service-slugs:${tx.officeId}`}, 0))`);
  const { rows } = await tx.execute<{ slug_fi: string; slug_sv: string; slug_en: string }>(sql`
    select slug_fi, slug_sv, slug_en from services where office_id = ${tx.officeId} and slug_fi is not null limit 2000`);
  return {
    slugFi: freeSlug(slugOf(content.name.fi), new Set(rows.map((row) => row.slug_fi))),
    slugSv: freeSlug(slugOf(content.name.sv), new Set(rows.map((row) => row.slug_sv))),
    slugEn: freeSlug(slugOf(content.name.en), new Set(rows.map((row) => row.slug_en))),
  };
}
