// The catalogue from its keeper's side: the list, a new service, one service with its parts, and its stage.
import type { Context } from 'hono';
import { readForm, withError } from '../../../../platform/forms.ts';
import { type Language, say } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { allow, feature, type Variables } from '../../../../platform/web.ts';
import { emptyForm, type FormState, filledForm } from '../../../../ui/form.tsx';
import { addService, setStage } from '../actions.ts';
import { changedFields, missingInEasy, unfinished } from '../readiness.ts';
import { draftBase } from '../version-actions.ts';
import { latestPublished } from '../version-queries.ts';
import { colleagueNames, keeps, keptService, type Service, unitsToChoose } from './access.ts';
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
    const { tx, actor } = c.var;
    const services = (await keptServices(tx, actor)).map((row) => ({
      ...row,
      published: row.published && { number: row.published.number, on: dayOf(row.published.at) },
    }));
    return c.render(<ServicesPage services={services} />, { title: texts.services, under });
  })
  .get('/office/services/new', keeper, async (c) =>
    c.render(await newPage(c.var.tx, c.var.actor, filledForm({ stage: 'idea' })), {
      title: texts.newService,
      under,
    }),
  )
  .post('/office/services', keeper, async (c) => {
    const { tx, actor } = c.var;
    const form = readForm(newServiceForm, c.var.form);
    const refused = form.ok ? await unitRefused(c, form.value.unit) : form;
    if (!form.ok || refused) {
      const page = await newPage(tx, actor, refused ?? emptyForm);
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
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
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
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
    const form = filledForm({ stage: service.stage, kind: service.kind, unit: service.unitId ?? '' });
    const saved = c.req.query('saved') !== undefined;
    return c.render(await stagePage(c.var, service, form, saved), {
      title: service.name,
      under,
    });
  })
  .post('/office/services/:id/stage', keeper, async (c) => {
    const { tx, actor } = c.var;
    const service = await keptService(tx, actor, c.req.param('id'));
    const form = readForm(stageForm, c.var.form);
    const refused = form.ok ? await unitRefused(c, form.value.unit, service) : form;
    if (!form.ok || refused) {
      const page = await stagePage(c.var, service, refused ?? emptyForm, false);
      return c.render(page, { title: service.name, under, status: 422 });
    }
    const { unit: unitId, ...rest } = form.value;
    await setStage(tx, actor, { serviceId: service.id, unitId, ...rest });
    return c.redirect(`/office/services/${service.id}/stage?saved`, 303);
  });

type Kept = Context<{ Variables: Variables & { tx: Tx; actor: Actor } }>;

async function newPage(tx: Tx, actor: Actor, form: FormState) {
  return <NewServicePage form={form} units={await unitsToChoose(tx, actor)} forAll={keeps(actor, null)} />;
}

// The unit that a service has may be kept, also a closed one; another must be one that the actor may choose.
async function unitRefused(c: Kept, unitId: string | null, service?: Service) {
  const { tx, actor, form } = c.var;
  if (unitId === (service?.unitId ?? null) && (unitId !== null || keeps(actor, null))) return undefined;
  const known =
    unitId === null
      ? keeps(actor, null)
      : (await unitsToChoose(tx, actor)).some((unit) => unit.id === unitId);
  return known ? undefined : withError(form, 'unit', fieldTexts.chooseUnit);
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
    missingInEasy: missingInEasy(content),
    changed: published && draft ? changedFields(published.content, content) : [],
  };
}

function publicAddress(language: Language, service: Service, published: boolean): string | undefined {
  if (!published || (service.stage !== 'pilot' && service.stage !== 'in-use')) return undefined;
  const slug = { fi: service.slugFi, 'fi-simple': service.slugFi, sv: service.slugSv, en: service.slugEn };
  return say(language, texts.publicAddress, { slug: slug[language] ?? '' });
}

async function stagePage(
  { tx, actor, language }: Kept['var'],
  service: Service,
  form: FormState,
  saved: boolean,
) {
  const stages = await stagesOf(tx, service.id);
  const names = await colleagueNames(
    tx,
    stages.map((row) => row.setBy),
  );
  return (
    <StagePage
      service={{ id: service.id, name: say(language, service.name) }}
      units={await unitsToChoose(tx, actor, service.unitId)}
      forAll={keeps(actor, null)}
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
