// Feedback: the form at the address of each service, and the office's list.
import { BadRequest, NotFound } from '../../../platform/errors.ts';
import { emptyForm, readForm } from '../../../platform/forms.ts';
import type { Language } from '../../../platform/language.ts';
import { networkOf } from '../../../platform/rate-limits.ts';
import { allow, feature, open, wholeNumber } from '../../../platform/web.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { isEasy, type Published, publishedService } from '../services/door.ts';
import { feedbackPath, languagesOfService, servicePath, slugLanguage } from './addresses.ts';
import { giveFeedback, markFeedback } from './feedback-actions.ts';
import { FeedbackListPage } from './feedback-list-page.tsx';
import { FeedbackPage } from './feedback-page.tsx';
import { countOf, feedbackFor, findFeedback } from './feedback-queries.ts';
import { feedbackForm } from './forms.ts';
import type { Public } from './routes.tsx';
import { feedbackTexts as texts } from './texts.ts';

const keepers = allow('manager', 'administrator');
const perPage = 30;
// Several people may stand behind one address; a machine that writes by itself does not stop at this.
const limit = { limit: 20, windowSeconds: 60 * 60 };

export const feedbackRoutes = feature()
  .get('/fi/palvelut/:slug/palaute', open(), (c) => formPage(c, 'fi', c.req.param('slug')))
  .get('/sv/tjanster/:slug/respons', open(), (c) => formPage(c, 'sv', c.req.param('slug')))
  .get('/en/services/:slug/feedback', open(), (c) => formPage(c, 'en', c.req.param('slug')))
  .get('/selko/palvelut/:slug/palaute', open(), (c) => formPage(c, 'fi-simple', c.req.param('slug')))
  .post('/fi/palvelut/:slug/palaute', open(), (c) => give(c, 'fi', c.req.param('slug')))
  .post('/sv/tjanster/:slug/respons', open(), (c) => give(c, 'sv', c.req.param('slug')))
  .post('/en/services/:slug/feedback', open(), (c) => give(c, 'en', c.req.param('slug')))
  .post('/selko/palvelut/:slug/palaute', open(), (c) => give(c, 'fi-simple', c.req.param('slug')))

  .get('/service-feedback', keepers, async (c) => {
    const { actor, tx } = c.var;
    const done = c.req.query('done') !== undefined;
    const page = wholeNumber(c.req.query('page') ?? '1', 'page');
    if (page < 1) throw new NotFound('page');
    const { total, feedback } = await feedbackFor(tx, actor, { done, page, perPage });
    return c.render(
      <FeedbackListPage
        done={done}
        waiting={done ? await countOf(tx, actor, false) : total}
        feedback={feedback}
        page={page}
        zone={(await thisOffice(tx)).timeZone}
        pages={Math.ceil(total / perPage)}
      />,
      { title: texts.listTitle, under: '/office/services' },
    );
  })
  .post('/service-feedback/:id/done', keepers, async (c) => {
    const { actor, tx } = c.var;
    await markFeedback(tx, actor, await findFeedback(tx, actor, c.req.param('id')), true);
    return c.redirect('/service-feedback', 303);
  })
  .post('/service-feedback/:id/reopening', keepers, async (c) => {
    const { actor, tx } = c.var;
    await markFeedback(tx, actor, await findFeedback(tx, actor, c.req.param('id')), false);
    return c.redirect('/service-feedback?done', 303);
  });

/** The service at this address, in a language in which it is written. */
async function serviceAt(c: Public, language: Language, slug: string): Promise<Published> {
  c.set('addressLanguage', language);
  const found = await publishedService(c.var.tx, { slug, language: slugLanguage(language) });
  if (!found || (language === 'fi-simple' && !isEasy(found.content))) throw new NotFound('service');
  return found;
}

async function formPage(c: Public, language: Language, slug: string) {
  return show(c, language, await serviceAt(c, language, slug), { sent: c.req.query('sent') !== undefined });
}

async function give(c: Public, language: Language, slug: string) {
  const { tx } = c.var;
  const found = await serviceAt(c, language, slug);
  const form = readForm(feedbackForm, c.var.form);
  if (!form.ok) return show(c, language, found, { form });
  const taken = await c.var.house.limit(`service-feedback:${networkOf(c.var.remoteAddress)}`, limit);
  if (!taken.ok) throw new BadRequest(429, 'too much feedback from one network', taken.retryAfterSeconds);
  await giveFeedback(tx, {
    serviceId: found.service.id,
    language,
    words: form.value.words,
    contact: form.value.contact,
  });
  const prefix = c.var.address?.pathPrefix ?? '';
  return c.redirect(`${prefix}${feedbackPath(found.service.slugs, language)}?sent`, 303);
}

function show(
  c: Public,
  language: Language,
  found: Published,
  state: { sent?: boolean; form?: Parameters<typeof FeedbackPage>[0]['form'] },
) {
  const prefix = c.var.address?.pathPrefix ?? '';
  const { service, content } = found;
  return c.render(
    <FeedbackPage
      name={content.name}
      form={state.form ?? emptyForm}
      here={`${prefix}${feedbackPath(service.slugs, language)}`}
      serviceHref={`${prefix}${servicePath(service.slugs, language)}`}
      phone={content.contact.phone}
      sent={state.sent ?? false}
    />,
    {
      title: state.sent ? texts.sentTitle : texts.title,
      kind: 'public',
      status: state.form ? 422 : 200,
      inLanguages: languagesOfService(found, feedbackPath),
    },
  );
}
