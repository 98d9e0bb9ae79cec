// Which ways of taking part a service has, and what each of them needs.
import { readForm, valuesOf } from '../../../../platform/forms.ts';
import { say } from '../../../../platform/language.ts';
import { allow, feature, NotFound } from '../../../../platform/web.ts';
import { filledForm } from '../../../../ui/form.tsx';
import { type ServiceContent, type ServiceMode, serviceModes } from '../content.ts';
import { unfinished } from '../readiness.ts';
import { modeTexts } from '../texts-catalogue.ts';
import { changeDraft, draftBase } from '../version-actions.ts';
import { keptService } from './access.ts';
import { clashOf } from './clash.ts';
import { modeForm, modeFrom, modeValues, seenIn } from './forms.ts';
import { ModePage, ModesPage } from './modes-pages.tsx';
import { markOf } from './seen.ts';
import { partTexts } from './texts.ts';

const keeper = allow('manager', 'administrator');
const under = '/office/services';

export const modeRoutes = feature()
  .get('/office/services/:id/modes', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
    const { content } = await draftBase(c.var.tx, service.id);
    const gaps = unfinished(content).filter((gap) => gap.field === 'modes' && gap.at !== undefined);
    const incomplete = gaps.flatMap((gap) => content.modes[gap.at ?? -1]?.mode ?? []);
    return c.render(
      <ModesPage
        service={{ id: service.id, name: say(c.var.language, service.name) }}
        modes={content.modes}
        incomplete={new Set(incomplete)}
        changedMeanwhile={c.req.query('changed') !== undefined}
      />,
      { title: partTexts.modes, under },
    );
  })
  .get('/office/services/:id/modes/:mode', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
    const mode = thatMode(c.req.param('mode'));
    const offered = modeIn((await draftBase(c.var.tx, service.id)).content, mode);
    return c.render(
      <ModePage
        service={{ id: service.id, name: say(c.var.language, service.name) }}
        mode={mode}
        offered={offered !== undefined}
        form={filledForm(modeValues(offered))}
        seen={markOf(offered ?? null)}
      />,
      { title: modeTexts[mode], under },
    );
  })
  .post('/office/services/:id/modes/:mode', keeper, async (c) => {
    const { tx, actor, language } = c.var;
    const service = await keptService(tx, actor, c.req.param('id'));
    const mode = thatMode(c.req.param('mode'));
    const seen = seenIn(c.var.form);
    const form = readForm(modeForm, c.var.form);
    const props = { service: { id: service.id, name: say(language, service.name) }, mode };
    if (!form.ok) {
      const offered = modeIn((await draftBase(tx, service.id)).content, mode) !== undefined;
      const page = <ModePage {...props} offered={offered} form={form} seen={seen} />;
      return c.render(page, { title: modeTexts[mode], under, status: 422 });
    }
    const saved = await changeDraft(tx, actor, service.id, {
      unchanged: (content) => markOf(modeIn(content, mode) ?? null) === seen,
      apply: (content) => withMode(content, mode, modeFrom(mode, form.value)),
    });
    if (saved.ok) return c.redirect(`/office/services/${service.id}/modes`, 303);
    const offered = modeIn(saved.base.content, mode);
    const clash = await clashOf(tx, saved.base.draft, modeValues(offered));
    const typed = { values: valuesOf(c.var.form), errors: {} };
    const now = { offered: offered !== undefined, form: typed, seen: markOf(offered ?? null), clash };
    return c.render(<ModePage {...props} {...now} />, { title: modeTexts[mode], under, status: 409 });
  })
  .post('/office/services/:id/modes/:mode/removal', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
    const mode = thatMode(c.req.param('mode'));
    const seen = seenIn(c.var.form);
    const saved = await changeDraft(c.var.tx, c.var.actor, service.id, {
      unchanged: (content) => markOf(modeIn(content, mode) ?? null) === seen,
      apply: (content) => withMode(content, mode, undefined),
    });
    return c.redirect(`/office/services/${service.id}/modes${saved.ok ? '' : '?changed'}`, 303);
  });

function thatMode(value: string): ServiceMode {
  const mode = serviceModes.find((one) => one === value);
  if (!mode) throw new NotFound('mode');
  return mode;
}

const modeIn = (content: ServiceContent, mode: ServiceMode) => content.modes.find((one) => one.mode === mode);

// Modes keep the order of the house, so that two services read alike.
function withMode(
  content: ServiceContent,
  mode: ServiceMode,
  written: ServiceContent['modes'][number] | undefined,
): ServiceContent {
  const modes = serviceModes.flatMap((one) => (one === mode ? written : modeIn(content, one)) ?? []);
  return { ...content, modes };
}
