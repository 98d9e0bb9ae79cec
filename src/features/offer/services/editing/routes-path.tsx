// The blueprint of the client's path as a list to order, and paths to start from. All of it works without script.
import type { Context } from 'hono';
import { readForm, withError } from '../../../../platform/forms.ts';
import { figuresOfDay, type Language, say } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { allow, feature, NotFound, type Variables } from '../../../../platform/web.ts';
import { emptyForm, type FormState } from '../../../../ui/form.tsx';
import type { PathStep } from '../content.ts';
import { movedStep, withoutStep } from '../path-order.ts';
import {
  pathTemplateById,
  pathTemplatesOf,
  removePathTemplate,
  savePathTemplate,
} from '../path-templates.ts';
import { type Gap, missingInEasy, unfinished } from '../readiness.ts';
import { usualPath } from '../texts-usual-path.ts';
import { changeDraft, draftBase } from '../version-actions.ts';
import { keeps, keptService, placeIn, type Service } from './access.ts';
import { seenIn, templateForm } from './forms.ts';
import { dayOf } from './moments.ts';
import { PathPage, type PathPageProps } from './path-page.tsx';
import { markOf } from './seen.ts';
import { TemplatesPage } from './templates-page.tsx';
import { partTexts } from './texts.ts';
import { texts } from './texts-versions.ts';

const keeper = allow('manager', 'administrator');
const under = '/office/services';
/** Stands for the usual path of the house among the office's own. */
const usual = 'usual';

export const pathRoutes = feature()
  .get('/office/services/:id/path', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
    const said = (['changed', 'saved', 'kept'] as const).find((one) => c.req.query(one) !== undefined);
    return c.render(await pathPage(c.var.tx, c.var.language, service, emptyForm, said), {
      title: partTexts.path,
      under,
    });
  })
  .post('/office/services/:id/path/start', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
    const steps = await stepsOfTemplate(c.var.tx, c.var.form.get('template'));
    return changePath(c, service, () => [...steps]);
  })
  .post('/office/services/:id/path/templates', keeper, async (c) => {
    const { tx, actor, language } = c.var;
    const service = await keptService(tx, actor, c.req.param('id'));
    const form = readForm(templateForm, c.var.form);
    const { path } = (await draftBase(tx, service.id)).content;
    if (!form.ok || path.length === 0) {
      const refused = form.ok ? withError(c.var.form, 'form', texts.templateFromEmpty) : form;
      const page = await pathPage(tx, language, service, refused, undefined);
      return c.render(page, { title: partTexts.path, under, status: 422 });
    }
    await savePathTemplate(tx, actor, { name: form.value.name, steps: path });
    return c.redirect(`/office/services/${service.id}/path?kept`, 303);
  })
  .post('/office/services/:id/path/:at/moves', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
    const at = await placeOfStep(c.var.tx, service, c.req.param('at'));
    const to = c.var.form.get('to') === 'up' ? 'up' : 'down';
    return changePath(c, service, (path) => movedStep(path, at, to));
  })
  .post('/office/services/:id/path/:at/removal', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
    const at = await placeOfStep(c.var.tx, service, c.req.param('at'));
    return changePath(c, service, (path) => withoutStep(path, at));
  });

export const templateRoutes = feature()
  .get('/office/path-templates', keeper, async (c) => {
    const templates = (await pathTemplatesOf(c.var.tx)).map((template) => ({
      id: template.id,
      name: template.name,
      steps: template.steps.length,
      made: figuresOfDay(c.var.language, dayOf(template.madeAt)),
      mayRemove: mayRemove(c.var.actor, template),
    }));
    const removed = c.req.query('removed') !== undefined;
    return c.render(<TemplatesPage templates={templates} removed={removed} />, {
      title: texts.templates,
      under,
    });
  })
  .post('/office/path-templates/:id/removal', keeper, async (c) => {
    const id = c.req.param('id');
    const template = isId(id) ? await pathTemplateById(c.var.tx, id) : undefined;
    if (!template || !mayRemove(c.var.actor, template)) throw new NotFound('template');
    await removePathTemplate(c.var.tx, template.id);
    return c.redirect('/office/path-templates?removed', 303);
  });

// All start from a template; it is taken away by whoever made it, or keeps what is the whole office's.
const mayRemove = (actor: Actor, template: { madeBy: string | null }) =>
  keeps(actor, null) || template.madeBy === actor.personId;

type Kept = Context<{ Variables: Variables & { tx: Tx; actor: Actor } }>;

/** Changes the order when the path still is as it was seen, else says so on the page of the path. */
async function changePath(c: Kept, service: Service, order: (path: readonly PathStep[]) => PathStep[]) {
  const seen = seenIn(c.var.form);
  const saved = await changeDraft(c.var.tx, c.var.actor, service.id, {
    unchanged: (content) => markOf(content.path) === seen,
    apply: (content) => ({ ...content, path: order(content.path) }),
  });
  return c.redirect(`/office/services/${service.id}/path?${saved.ok ? 'saved' : 'changed'}`, 303);
}

// From 0; throws NotFound when the path has no such step.
async function placeOfStep(tx: Tx, service: Service, value: string | undefined): Promise<number> {
  const at = placeIn(value) - 1;
  if (at >= (await draftBase(tx, service.id)).content.path.length) throw new NotFound('step');
  return at;
}

async function stepsOfTemplate(tx: Tx, id: unknown): Promise<readonly PathStep[]> {
  if (id === usual) return usualPath;
  const template = isId(id) ? await pathTemplateById(tx, id) : undefined;
  if (!template) throw new NotFound('template');
  return template.steps;
}

async function pathPage(
  tx: Tx,
  language: Language,
  service: Service,
  templateForm: FormState,
  said: PathPageProps['said'],
) {
  const { content } = await draftBase(tx, service.id);
  const stepsIn = (gaps: readonly Gap[]) =>
    new Set(gaps.flatMap((gap) => (gap.field === 'path' ? (gap.at ?? []) : [])));
  const own = (await pathTemplatesOf(tx)).map((template) => ({ id: template.id, name: template.name }));
  return (
    <PathPage
      service={{ id: service.id, name: say(language, service.name) }}
      path={content.path}
      incomplete={stepsIn(unfinished(content))}
      notEasy={stepsIn(missingInEasy(content) ?? [])}
      templates={[{ id: usual, name: say(language, texts.usualPath) }, ...own]}
      seen={markOf(content.path)}
      templateForm={templateForm}
      said={said}
    />
  );
}
