// One step of a client's path: a new one, or one to write anew.
import { readForm, valuesOf, withError } from '../../../../platform/forms.ts';
import { type Language, say } from '../../../../platform/language.ts';
import { allow, feature, NotFound } from '../../../../platform/web.ts';
import { filledForm } from '../../../../ui/form.tsx';
import { most, type PathStep } from '../content.ts';
import { withStep } from '../path-order.ts';
import { changeDraft, draftBase } from '../version-actions.ts';
import { keptService, placeIn, type Service } from './access.ts';
import { clashOf } from './clash.ts';
import { seenIn, stepForm, stepFrom, stepValues } from './forms.ts';
import { markOf } from './seen.ts';
import { StepPage } from './step-page.tsx';
import { texts } from './texts-versions.ts';

const keeper = allow('manager', 'administrator');
const under = '/office/services';
/** The mark of a place in which no step is any more. */
const nothingThere = 'nothing';

export const stepRoutes = feature()
  .get('/office/services/:id/path/new', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
    const form = filledForm({ mode: 'in-person', who: 'both', unit: 'minutes' });
    return c.render(
      <StepPage service={named(c.var.language, service)} at={undefined} form={form} seen="" />,
      {
        title: texts.newStep,
        under,
      },
    );
  })
  .post('/office/services/:id/path', keeper, async (c) => {
    const { tx, actor, language } = c.var;
    const service = await keptService(tx, actor, c.req.param('id'));
    const form = readForm(stepForm, c.var.form);
    const full = (await draftBase(tx, service.id)).content.path.length >= most.steps;
    if (!form.ok || full) {
      const refused = form.ok ? withError(c.var.form, 'form', texts.pathFull) : form;
      const page = <StepPage service={named(language, service)} at={undefined} form={refused} seen="" />;
      return c.render(page, { title: texts.newStep, under, status: 422 });
    }
    // A new step is last, whatever others have done meanwhile.
    await changeDraft(tx, actor, service.id, {
      unchanged: () => true,
      apply: (content) => ({ ...content, path: [...content.path, stepFrom(form.value)] }),
    });
    return c.redirect(`/office/services/${service.id}/path?saved`, 303);
  })
  .get('/office/services/:id/path/:at', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
    const at = placeIn(c.req.param('at'));
    const step = (await draftBase(c.var.tx, service.id)).content.path[at - 1];
    if (!step) throw new NotFound('step');
    const form = filledForm(stepValues(step));
    const page = (
      <StepPage service={named(c.var.language, service)} at={at} form={form} seen={markOf(step)} />
    );
    return c.render(page, { title: say(c.var.language, texts.stepOf, { n: at }), under });
  })
  .post('/office/services/:id/path/:at', keeper, async (c) => {
    const { tx, actor, language } = c.var;
    const service = await keptService(tx, actor, c.req.param('id'));
    const at = placeIn(c.req.param('at'));
    if (at > most.steps) throw new NotFound('step');
    const props = { service: named(language, service), at };
    const title = say(language, texts.stepOf, { n: at });
    const seen = seenIn(c.var.form);
    const form = readForm(stepForm, c.var.form);
    if (!form.ok) {
      return c.render(<StepPage {...props} form={form} seen={seen} />, { title, under, status: 422 });
    }
    const saved = await changeDraft(tx, actor, service.id, {
      unchanged: (content) => placeOfSeen(content.path, at - 1, seen) !== undefined,
      apply: (content) => {
        const place = placeOfSeen(content.path, at - 1, seen) ?? content.path.length;
        return { ...content, path: withStep(content.path, place, stepFrom(form.value)) };
      },
    });
    if (saved.ok) return c.redirect(`/office/services/${service.id}/path?saved`, 303);
    const standing = saved.base.content.path[at - 1];
    const clash = await clashOf(tx, saved.base.draft, standing ? stepValues(standing) : {});
    const now = {
      form: { values: valuesOf(c.var.form), errors: {} },
      seen: standing ? markOf(standing) : nothingThere,
      clash,
    };
    return c.render(<StepPage {...props} {...now} />, { title, under, status: 409 });
  });

// The step that the editor saw may have been moved meanwhile: it is found by its mark. Undefined when it is gone.
function placeOfSeen(path: readonly PathStep[], at: number, seen: string): number | undefined {
  const standing = path[at];
  if (!standing && seen === nothingThere) return path.length;
  if (standing && markOf(standing) === seen) return at;
  const found = path.findIndex((step) => markOf(step) === seen);
  return found === -1 ? undefined : found;
}

function named(language: Language, service: Service) {
  return { id: service.id, name: say(language, service.name) };
}
