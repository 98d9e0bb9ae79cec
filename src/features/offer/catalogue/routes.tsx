// The public catalogue. Each language has its own addresses, and the page is in the language of its address whoever
// reads it.
import type { Context } from 'hono';
import { houseZone } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import { htmlLanguage, type Language } from '../../../platform/language.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { feature, open, type Variables } from '../../../platform/web.ts';
import { filledForm } from '../../../ui/form.tsx';
import { thisOffice } from '../../ground/offices/door.ts';
import { isEasy, type Published, publishedService, publishedServices, wasRetired } from '../services/door.ts';
import {
  feedbackPath,
  languagesOfList,
  languagesOfService,
  listPaths,
  servicePath,
  sitemapPath,
  slugLanguage,
} from './addresses.ts';
import { CataloguePage, type ListedService } from './catalogue-page.tsx';
import { type Found, fromHome, servicesFor, wishFrom } from './filters.ts';
import { ownPlaces } from './own-places.ts';
import { findPlace, namesNear } from './place-names.ts';
import { GonePage, ServicePage } from './service-page.tsx';
import { sitemapOf } from './sitemap.ts';
import { dataOfList, dataOfService } from './structured-data.ts';
import { texts } from './texts.ts';

export type Public = Context<{ Variables: Variables & { tx: Tx } }>;

export const routes = feature()
  .get(sitemapPath, open(), async (c) => {
    const { tx } = c.var;
    const { slug } = await thisOffice(tx);
    kept(c);
    return c.body(sitemapOf(await publishedServices(tx), addressIn(tx, slug)), 200, {
      'content-type': 'application/xml; charset=utf-8',
    });
  })
  .get('/fi/palvelut', open(), (c) => list(c, 'fi'))
  .get('/sv/tjanster', open(), (c) => list(c, 'sv'))
  .get('/en/services', open(), (c) => list(c, 'en'))
  .get('/selko/palvelut', open(), (c) => list(c, 'fi-simple'))
  .get('/fi/palvelut/:slug', open(), (c) => one(c, 'fi', c.req.param('slug')))
  .get('/sv/tjanster/:slug', open(), (c) => one(c, 'sv', c.req.param('slug')))
  .get('/en/services/:slug', open(), (c) => one(c, 'en', c.req.param('slug')))
  .get('/selko/palvelut/:slug', open(), (c) => one(c, 'fi-simple', c.req.param('slug')));

async function list(c: Public, language: Language) {
  c.set('addressLanguage', language);
  const { tx } = c.var;
  const prefix = c.var.address?.pathPrefix ?? '';
  const all = await publishedServices(tx);
  const shown = language === 'fi-simple' ? all.filter(({ content }) => isEasy(content)) : all;
  const own = ownPlaces(all.map(({ content }) => content));
  const asked = c.req.query('from')?.trim() ?? '';
  const from = findPlace(asked, [...own.towns, ...own.sites]);
  const wish = wishFrom((name) => c.req.query(name), from);
  const found = servicesFor(shown, wish);
  const office = await thisOffice(tx);
  const values = {
    need: wish.need ?? '',
    mode: wish.mode ?? '',
    from: asked,
    within: `${wish.within ?? ''}`,
  };
  const unknown = asked !== '' && !from;
  kept(c);
  return c.render(
    <CataloguePage
      here={`${prefix}${listPaths[language]}`}
      services={found.map((each) => listed(each, prefix, language))}
      form={unknown ? { values, errors: { from: texts.placeUnknown } } : filledForm(values)}
      filtered={Object.values(values).some((value) => value !== '')}
      from={from?.name}
      suggestions={namesNear(own.towns, 16)}
      phone={office.contacts.phone ?? undefined}
      allHref={language === 'fi-simple' ? `${prefix}${listPaths.fi}` : undefined}
    />,
    {
      title: texts.title,
      kind: 'public',
      inLanguages: languagesOfList(all),
      description: texts.description,
      structuredData: dataOfList(
        shown.map(({ service, content }) => ({
          name: content.name,
          path: servicePath(service.slugs, language),
        })),
        { language, url: addressIn(tx, office.slug), officeName: office.name },
      ),
    },
  );
}

function listed(found: Found<Published>, prefix: string, language: Language): ListedService {
  const { service, content } = found.service;
  return {
    href: `${prefix}${servicePath(service.slugs, language)}`,
    name: content.name,
    summary: content.summary,
    modes: content.modes.map((one) => one.mode),
    pilot: service.stage === 'pilot',
    nearestKm: found.nearestKm,
    fromHome: fromHome(content),
  };
}

async function one(c: Public, language: Language, slug: string) {
  c.set('addressLanguage', language);
  const { tx } = c.var;
  const prefix = c.var.address?.pathPrefix ?? '';
  const listHref = `${prefix}${listPaths[language]}`;
  const office = await thisOffice(tx);
  const found = await publishedService(tx, { slug, language: slugLanguage(language) });
  if (!found) {
    if (!(await wasRetired(tx, slug, slugLanguage(language)))) throw new NotFound('service');
    return c.render(<GonePage listHref={listHref} phone={office.contacts.phone ?? undefined} />, {
      title: texts.goneTitle,
      status: 410,
      kind: 'public',
    });
  }
  if (language === 'fi-simple' && !isEasy(found.content)) throw new NotFound('service in Easy Finnish');
  const { service, content } = found;
  kept(c);
  return c.render(
    <ServicePage
      content={content}
      kind={service.kind}
      stage={service.stage}
      updatedOn={found.publishedAt.toZonedDateTimeISO(houseZone).toPlainDate()}
      listHref={listHref}
      feedbackHref={`${prefix}${feedbackPath(service.slugs, language)}`}
    />,
    {
      title: content.name,
      kind: 'public',
      inLanguages: languagesOfService(found, servicePath),
      description: content.summary,
      structuredData: dataOfService(found, servicePath(service.slugs, language), {
        language,
        url: addressIn(tx, office.slug),
        officeName: office.name,
      }),
    },
  );
}

const addressIn = (tx: Tx, slug: string) => (path: string) => `${tx.outside.config.baseUrl}/${slug}${path}`;

// A visitor's page is alike for all, and a minute old is new enough; that of somebody signed in is theirs alone.
function kept(c: Public): void {
  if (c.var.addressLanguage) c.header('content-language', htmlLanguage(c.var.addressLanguage));
  c.header('vary', 'cookie');
  if (!c.var.visitor && !c.var.sessionToken) c.header('cache-control', 'public, max-age=60');
}
