// What the public would read, publishing it, and the versions that have been.
import { readForm, withError } from '../../../../platform/forms.ts';
import { type Language, languages, say } from '../../../../platform/language.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { allow, feature, NotFound } from '../../../../platform/web.ts';
import { emptyForm, type FormState } from '../../../../ui/form.tsx';
import { changedFields, changedTexts, isEasy, missingInEasy, unfinished } from '../readiness.ts';
import { ServiceView } from '../service-view.tsx';
import { draftBase, publishDraft, removeDraft, restoreVersion } from '../version-actions.ts';
import {
  latestPublished,
  type Version,
  type VersionBrief,
  versionByNumber,
  versionsOf,
} from '../version-queries.ts';
import { colleagueNames, keptService, placeIn, type Service } from './access.ts';
import { publishForm, seenIn } from './forms.ts';
import { dayOf, sayMoment } from './moments.ts';
import { PublishPage } from './publish-page.tsx';
import { texts as pageTexts } from './texts.ts';
import { texts } from './texts-versions.ts';
import { PreviewPage, VersionPage, type VersionRow, VersionsPage } from './versions-pages.tsx';

const keeper = allow('manager', 'administrator');
const under = '/office/services';

export const versionRoutes = feature()
  .get('/office/services/:id/preview', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
    const { content, draft } = await draftBase(c.var.tx, service.id);
    const published = await latestPublished(c.var.tx, service.id);
    const language = languages.find((one) => one === c.req.query('language')) ?? c.var.language;
    return c.render(
      <PreviewPage
        service={service}
        standing={draft ? 'draft' : published ? 'public' : 'nothing'}
        language={language}
        easy={isEasy(content)}
      >
        <ServiceView content={content} kind={service.kind} stage={service.stage} />
      </PreviewPage>,
      { title: pageTexts.preview, under },
    );
  })
  .get('/office/services/:id/versions', keeper, async (c) => {
    const { tx, actor, language } = c.var;
    const service = await keptService(tx, actor, c.req.param('id'));
    const versions = await versionRows(tx, language, await versionsOf(tx, service.id));
    const page = <VersionsPage service={named(language, service)} versions={versions} />;
    return c.render(page, { title: pageTexts.versions, under });
  })
  .get('/office/services/:id/versions/:number', keeper, async (c) => {
    const { tx, actor, language } = c.var;
    const service = await keptService(tx, actor, c.req.param('id'));
    const version = await thatVersion(tx, service, c.req.param('number'));
    const { draft } = await draftBase(tx, service.id);
    const newest = await latestPublished(tx, service.id);
    const names = await colleagueNames(tx, [draft?.savedBy ?? null, version.publishedBy ?? version.savedBy]);
    return c.render(
      <VersionPage
        service={named(language, service)}
        version={versionRow(language, version, newest?.number, names)}
        draft={draft && { revision: draft.revision, by: names.get(draft.savedBy ?? '') }}
        changedMeanwhile={c.req.query('changed') !== undefined}
      >
        <ServiceView
          content={version.content}
          kind={service.kind}
          stage={service.stage}
          updatedOn={version.publishedAt ? dayOf(version.publishedAt) : undefined}
        />
      </VersionPage>,
      { title: say(language, texts.versionNumber, { number: version.number }), under },
    );
  })
  .post('/office/services/:id/versions/:number/restoration', keeper, async (c) => {
    const { tx, actor } = c.var;
    const service = await keptService(tx, actor, c.req.param('id'));
    const version = await thatVersion(tx, service, c.req.param('number'));
    if (version.publishedAt === null) throw new NotFound('a draft is not restored');
    const revision = revisionIn(c.var.form);
    const done = await restoreVersion(tx, actor, service.id, { content: version.content, revision });
    const there = `/office/services/${service.id}`;
    return c.redirect(done ? `${there}?saved` : `${there}/versions/${version.number}?changed`, 303);
  })
  .get('/office/services/:id/publishing', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
    const page = await publishPage(c.var.tx, c.var.language, service, emptyForm);
    if (!page) return c.redirect(`/office/services/${service.id}`, 303);
    return c.render(page, { title: texts.publish, under });
  })
  .post('/office/services/:id/publishing', keeper, async (c) => {
    const { tx, actor, language } = c.var;
    const service = await keptService(tx, actor, c.req.param('id'));
    const form = readForm(publishForm, c.var.form);
    const answer = form.ok
      ? await publishDraft(tx, actor, service.id, { ...form.value, revision: revisionIn(c.var.form) })
      : undefined;
    if (answer?.ok) return c.redirect(`/office/services/${service.id}?published`, 303);
    const refused =
      !form.ok || !answer
        ? (form as FormState)
        : withError(
            c.var.form,
            'form',
            answer.reason === 'changed-meanwhile' ? texts.publishClash : texts.notReady,
          );
    const page = await publishPage(tx, language, service, refused);
    if (!page) return c.redirect(`/office/services/${service.id}`, 303);
    return c.render(page, { title: texts.publish, under, status: 422 });
  })
  .post('/office/services/:id/draft-removal', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
    const done = await removeDraft(c.var.tx, service.id, revisionIn(c.var.form));
    return c.redirect(`/office/services/${service.id}?${done ? 'discarded' : 'changed'}`, 303);
  });

// 0 stands for no draft; what is not a number matches no revision.
function revisionIn(form: FormData): number {
  const seen = seenIn(form);
  return /^\d{1,9}$/.test(seen) ? Number(seen) : -1;
}

async function thatVersion(tx: Tx, service: Service, value: string): Promise<Version> {
  const version = await versionByNumber(tx, service.id, placeIn(value));
  if (!version) throw new NotFound('version');
  return version;
}

async function versionRows(tx: Tx, language: Language, all: readonly VersionBrief[]): Promise<VersionRow[]> {
  const newest = all.find((version) => version.publishedAt !== null)?.number;
  const names = await colleagueNames(
    tx,
    all.map((version) => version.publishedBy ?? version.savedBy),
  );
  return all.map((version) => versionRow(language, version, newest, names));
}

function versionRow(
  language: Language,
  version: VersionBrief,
  newest: number | undefined,
  names: ReadonlyMap<string, string>,
): VersionRow {
  const { number, publishedAt, publishedBy, savedAt, savedBy, note } = version;
  return {
    number,
    state: publishedAt === null ? 'draft' : number === newest ? 'public' : 'earlier',
    by: names.get(publishedBy ?? savedBy ?? ''),
    when: sayMoment(language, publishedAt ?? savedAt),
    note,
  };
}

async function publishPage(tx: Tx, language: Language, service: Service, form: FormState) {
  const { content, draft } = await draftBase(tx, service.id);
  if (!draft) return undefined;
  const before = await latestPublished(tx, service.id);
  return (
    <PublishPage
      service={named(language, service)}
      draft={draft}
      changed={before && changedFields(before.content, content)}
      wording={before ? changedTexts(before.content, content) : []}
      gaps={unfinished(content)}
      missingInEasy={missingInEasy(content) ?? []}
      hidden={service.stage !== 'pilot' && service.stage !== 'in-use'}
      form={form}
    />
  );
}

function named(language: Language, service: Service) {
  return { id: service.id, name: say(language, service.name) };
}
