// The catalogue from its keeper's side: the list, a new service, one service with its parts, and its stage.
import { readForm, withError } from '../../../../platform/forms.ts';
import { type Language, say } from '../../../../platform/language.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { allow, feature } from '../../../../platform/web.ts';
import { emptyForm, type FormState, filledForm } from '../../../../ui/form.tsx';
import { unitsOf } from '../../../ground/offices/door.ts';
import { addService, setStage } from '../actions.ts';
import { changedFields, unfinished } from '../readiness.ts';
import { draftBase } from '../version-actions.ts';
import { latestPublished } from '../version-queries.ts';
import { colleagueNames, keptService, type Service } from './access.ts';
import { newServiceForm, stageForm } from './forms.ts';
import { dayOf, sayMoment } from './moments.ts';
import { keptServices, stagesOf } from './queries.ts';
import { ServicePage } from './service-page.tsx';
import { NewServicePage, ServicesPage } from './services-page.tsx';
import { StagePage } from './stage-page.tsx';
import { texts } from './texts.ts';
import { texts as fieldTexts } from './texts-fields.ts';

const keeper = allow('manager', 'administrator');
const under = '/office/services';

export const serviceRoutes = feature()
  .get('/office/services', keeper, async (c) => {
    const { tx } = c.var;
    const units = new Map((await unitsOf(tx)).map((unit) => [unit.id, unit.name]));
    const services = (await keptServices(tx)).map((row) => ({
      ...row,
      unit: row.unitId === null ? undefined : units.get(row.unitId),
      published: row.published && { number: row.published.number, on: dayOf(row.published.at) },
    }));
    return c.render(<ServicesPage services={services} />, { title: texts.services, under });
  })
  .get('/office/services/new', keeper, async (c) =>
    c.render(<NewServicePage form={filledForm({ stage: 'idea' })} units={await unitsOf(c.var.tx)} />, {
      title: texts.newService,
      under,
    }),
  )
  .post('/office/services', keeper, async (c) => {
    const { tx, actor } = c.var;
    const form = readForm(newServiceForm, c.var.form);
    const refused = form.ok ? await unitRefused(tx, c.var.form, form.value.unit) : form;
    if (!form.ok || refused) {
      const page = <NewServicePage form={refused ?? emptyForm} units={await unitsOf(tx)} />;
      return c.render(page, { title: texts.newService, under, status: 422 });
    }
    const { value } = form;
    const fi = value['name-fi'];
    const name = { fi, sv: value['name-sv'] || fi, en: value['name-en'] || fi };
    const { kind, stage, unit: unitId } = value;
    const id = await addService(tx, actor, { name, kind, stage, unitId });
    return c.redirect(`/office/services/${id}`, 303);
  })
  .get('/office/services/:id', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.req.param('id'));
    const state = await stateOf(c.var.tx, c.var.language, service);
    const said = (['saved', 'published', 'discarded', 'changed'] as const).find(
      (one) => c.req.query(one) !== undefined,
    );
    return c.render(<ServicePage service={state} said={said} />, {
      title: service.name,
      under,
    });
  })
  .get('/office/services/:id/stage', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.req.param('id'));
    const form = filledForm({ stage: service.stage, kind: service.kind, unit: service.unitId ?? '' });
    const saved = c.req.query('saved') !== undefined;
    return c.render(await stagePage(c.var.tx, c.var.language, service, form, saved), {
      title: service.name,
      under,
    });
  })
  .post('/office/services/:id/stage', keeper, async (c) => {
    const { tx, actor, language } = c.var;
    const service = await keptService(tx, c.req.param('id'));
    const form = readForm(stageForm, c.var.form);
    const refused = form.ok ? await unitRefused(tx, c.var.form, form.value.unit, service.unitId) : form;
    if (!form.ok || refused) {
      const page = await stagePage(tx, language, service, refused ?? emptyForm, false);
      return c.render(page, { title: service.name, under, status: 422 });
    }
    const { unit: unitId, ...rest } = form.value;
    await setStage(tx, actor, { serviceId: service.id, unitId, ...rest });
    return c.redirect(`/office/services/${service.id}/stage?saved`, 303);
  });

// A unit that has closed may be kept, but not newly chosen.
async function unitRefused(tx: Tx, body: FormData, unitId: string | null, present: string | null = null) {
  if (unitId === null || unitId === present) return undefined;
  const known = (await unitsOf(tx)).some((unit) => unit.id === unitId);
  return known ? undefined : withError(body, 'unit', fieldTexts.chooseUnit);
}

async function stateOf(tx: Tx, language: Language, service: Service) {
  const published = await latestPublished(tx, service.id);
  const { content, draft } = await draftBase(tx, service.id);
  const names = await colleagueNames(tx, [draft?.savedBy ?? null]);
  return {
    id: service.id,
    name: say(language, service.name),
    stage: service.stage,
    published: published?.publishedAt
      ? { number: published.number, day: sayMoment(language, published.publishedAt) }
      : undefined,
    draft: draft && {
      number: draft.number,
      by: names.get(draft.savedBy ?? ''),
      when: sayMoment(language, draft.savedAt),
    },
    publicAddress: publicAddress(language, service, published !== undefined),
    gaps: unfinished(content),
    changed: published && draft ? changedFields(published.content, content) : [],
  };
}

function publicAddress(language: Language, service: Service, published: boolean): string | undefined {
  if (!published || (service.stage !== 'pilot' && service.stage !== 'in-use')) return undefined;
  const slug = { fi: service.slugFi, 'fi-simple': service.slugFi, sv: service.slugSv, en: service.slugEn };
  return say(language, texts.publicAddress, { slug: slug[language] ?? '' });
}

async function stagePage(tx: Tx, language: Language, service: Service, form: FormState, saved: boolean) {
  const stages = await stagesOf(tx, service.id);
  const names = await colleagueNames(
    tx,
    stages.map((row) => row.setBy),
  );
  return (
    <StagePage
      service={{ id: service.id, name: say(language, service.name) }}
      units={await unitsOf(tx)}
      form={form}
      history={stages.map((row) => ({
        id: row.id,
        stage: row.stage,
        note: row.note,
        on: dayOf(row.setAt),
        by: names.get(row.setBy ?? ''),
      }))}
      saved={saved}
    />
  );
}
