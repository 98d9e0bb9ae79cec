// The parts of a service that are written on one page each, guarded against two editors of the same part.
import type { Context } from 'hono';
import { readForm, valuesOf } from '../../../../platform/forms.ts';
import { type Language, say } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { allow, feature, type Variables } from '../../../../platform/web.ts';
import { type FormState, filledForm } from '../../../../ui/form.tsx';
import { changeDraft, type DraftBase, draftBase } from '../version-actions.ts';
import { keptService } from './access.ts';
import { clashOf } from './clash.ts';
import type { Clash } from './clash-notice.tsx';
import { seenIn } from './forms.ts';
import { SectionPage } from './section-page.tsx';
import { partOf, type Section, type SectionName, sections } from './sections.ts';
import { markOf } from './seen.ts';
import { partTexts } from './texts.ts';

const keeper = allow('manager', 'administrator');

export const sectionRoutes = feature()
  .get('/office/services/:id/wording', keeper, (c) => writing(c, 'wording'))
  .post('/office/services/:id/wording', keeper, (c) => saving(c, 'wording'))
  .get('/office/services/:id/terms', keeper, (c) => writing(c, 'terms'))
  .post('/office/services/:id/terms', keeper, (c) => saving(c, 'terms'))
  .get('/office/services/:id/contact', keeper, (c) => writing(c, 'contact'))
  .post('/office/services/:id/contact', keeper, (c) => saving(c, 'contact'));

type Kept = Context<{ Variables: Variables & { tx: Tx; actor: Actor } }, '/office/services/:id/wording'>;

const settings = (section: Section) => ({ title: partTexts[section.name], under: '/office/services' });

async function writing(c: Kept, name: SectionName) {
  const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
  const section = sections[name];
  const { content } = await draftBase(c.var.tx, service.id);
  const form = filledForm(section.values(content));
  return c.render(page(c.var.language, service, section, { content }, form), settings(section));
}

async function saving(c: Kept, name: SectionName) {
  const { tx, actor, language } = c.var;
  const service = await keptService(tx, actor, c.req.param('id'));
  const section = sections[name];
  const seen = seenIn(c.var.form);
  const form = readForm(section.form, c.var.form);
  if (!form.ok) {
    // The mark stays as it was: somebody may have saved since this page was opened.
    const answer = page(language, service, section, { seen }, form);
    return c.render(answer, { ...settings(section), status: 422 });
  }
  const saved = await changeDraft(tx, actor, service.id, {
    unchanged: (content) => markOf(partOf(section, content)) === seen,
    apply: (content) => section.apply(content, form.value),
  });
  if (saved.ok) return c.redirect(`/office/services/${service.id}?saved`, 303);
  const clash = await clashOf(tx, saved.base.draft, section.values(saved.base.content));
  const typed = { values: valuesOf(c.var.form), errors: {} };
  return c.render(page(language, service, section, saved.base, typed, clash), {
    ...settings(section),
    status: 409,
  });
}

function page(
  language: Language,
  service: Awaited<ReturnType<typeof keptService>>,
  section: Section,
  base: Pick<DraftBase, 'content'> | { seen: string },
  form: FormState,
  clash?: Clash,
) {
  return (
    <SectionPage
      service={{ id: service.id, name: say(language, service.name) }}
      section={section}
      form={form}
      seen={'seen' in base ? base.seen : markOf(partOf(section, base.content))}
      clash={clash}
    />
  );
}
