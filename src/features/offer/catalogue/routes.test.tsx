import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice } from '../../../../test/cast.ts';
import { publishService } from '../../../../test/public-services.ts';
import { individualCoaching, jobCoaching } from '../../../demo/services-of-coaching.ts';
import { youthWorkshop } from '../../../demo/services-with-days.ts';
import { changeOffice } from '../../ground/offices/actions.ts';
import { setStage } from '../services/actions.ts';
import { addService, saveDraft } from '../services/door.ts';

let house: TestHouse;
let office: TestOffice;
let elsewhere: TestOffice;
const ids: Record<'youth' | 'coaching', string> = { youth: '', coaching: '' };

beforeAll(async () => {
  house = await openTestHouse();
  office = await house.office();
  elsewhere = await house.office();
  const sari = await office.person('administrator');
  await office.inOffice((tx) => changeOffice(tx, sari.actor, { contacts: { phone: '+35885550100' } }));
  ids.youth = await publishService(office, youthWorkshop, { kind: 'youth-workshop' });
  ids.coaching = await publishService(office, jobCoaching, { kind: 'job-coaching', stage: 'pilot' });
  await publishService(elsewhere, individualCoaching, { kind: 'individual-coaching' });
});
afterAll(() => house.close());

const read = async (path: string, more: Record<string, string> = {}) => {
  const answer = await office.visitor().get(path, more);
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
};

test('anybody reads the list in each language at its own address, with the number to call', async () => {
  for (const [path, language, title, name] of [
    ['/fi/palvelut', 'fi', 'Palvelut', 'Nuorten työpaja'],
    ['/sv/tjanster', 'sv', 'Tjänster', 'Ungdomsverkstad'],
    ['/en/services', 'en', 'Services', 'Youth workshop'],
  ] as const) {
    const { status, html, headers } = await read(path);
    expect([path, status]).toEqual([path, 200]);
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`));
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(name);
    expect(html).toContain('href="tel:+35885550100"');
    expect(html).toContain('08 555 0100');
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.get('vary')).toContain('cookie');
    expect(headers.get('content-language')).toBe(language);
  }
});

test('the page is in the language of its address, whatever the browser, a cookie or the reader’s own setting says', async () => {
  const { html } = await read('/sv/tjanster/ungdomsverkstad', {
    cookie: 'likista-language=en',
    'accept-language': 'en',
  });
  expect(html).toContain('<html lang="sv">');
  expect(html).toContain('Så kan du vara med');
  const aino = await office.person('client', { language: 'fi' });
  const answer = await aino.get('/sv/tjanster/ungdomsverkstad');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('<html lang="sv">');
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('each page leads to itself in the other languages, for people and for search engines', async () => {
  const { html } = await read('/fi/palvelut/nuorten-tyopaja');
  const base = `${house.config.baseUrl}/${office.slug}`;
  expect(html).toContain(`<link rel="canonical" href="${base}/fi/palvelut/nuorten-tyopaja"/>`);
  for (const [language, path] of [
    ['sv', '/sv/tjanster/ungdomsverkstad'],
    ['en', '/en/services/youth-workshop'],
    ['fi-simple', '/selko/palvelut/nuorten-tyopaja'],
  ]) {
    expect(html).toContain(`<link rel="alternate" hreflang="${language}" href="${base}${path}"/>`);
    expect(html).toContain(`<a href="/${office.slug}${path}"`);
    expect((await read(path ?? '')).status).toBe(200);
  }
});

test('Easy Finnish is there where it is written, and nowhere else', async () => {
  const list = (await read('/selko/palvelut')).html;
  expect(list).toContain('<html lang="fi">');
  expect(list).toContain('Työpaja on alle 29-vuotiaille.');
  expect(list).not.toContain('Työhönvalmennus');
  expect(list).toContain(`href="/${office.slug}/fi/palvelut"`);
  expect((await read('/selko/palvelut/tyohonvalmennus')).status).toBe(404);
  expect((await read('/fi/palvelut/tyohonvalmennus')).html).not.toContain('/selko/');
});

test('a page in Easy Finnish says of each text that is not in it, and only of those', async () => {
  const mark = 'Tämä ei ole selkosuomea';
  expect((await read('/selko/palvelut/nuorten-tyopaja')).html).not.toContain(mark);
  const { selko: _, ...price } = youthWorkshop.price;
  const [first, ...steps] = youthWorkshop.path;
  if (!first) throw new Error('the youth workshop has a path');
  const { selko: __, ...what } = first.what;
  const half = {
    ...youthWorkshop,
    name: { fi: 'Puoliksi', sv: 'Hälften', en: 'Half' },
    contact: { ...youthWorkshop.contact, text: price },
    path: [{ ...first, what }, ...steps],
  };
  await publishService(elsewhere, half, { kind: 'youth-workshop' });
  const visitor = elsewhere.visitor();
  const page = await (await visitor.get('/selko/palvelut/puoliksi')).text();
  expect(page.match(new RegExp(mark, 'g'))).toHaveLength(2);
  expect(page).toMatch(new RegExp(`${mark}</span></p><div class="flow"><p class="kept-lines">Laita viesti`));
  expect(await (await visitor.get('/fi/palvelut/puoliksi')).text()).not.toContain('selkosuomea<');
});

test('a service tells what it is, how to take part, its path as a drawing and as a list, and whom to call', async () => {
  const { html } = await read('/fi/palvelut/nuorten-tyopaja');
  expect(html).toContain('href="tel:+35885550140"');
  expect(html).toContain('08 555 0140');
  expect(html).toMatch(
    /<svg class="path-drawing"[^>]*role="img"[^>]*aria-label="Kuva polusta, jossa on 6 askelta/,
  );
  const steps = /<ol class="flow">(.*?)<\/ol>/s.exec(html)?.[1] ?? '';
  expect(steps.match(/<li>/g)).toHaveLength(6);
  for (const words of [
    'Kokeilupäivät',
    'Paikan päällä',
    'noin 3 päivää',
    'Nuorisolaki 1285/2016',
    'Asematie 7',
  ])
    expect(html).toContain(words);
  expect(html).not.toContain('Kokeilu käynnissä');
  expect((await read('/fi/palvelut/tyohonvalmennus')).html).toContain('Kokeilu käynnissä');
});

test('the data block names the service to machines as schema.org does', async () => {
  const { html, headers } = await read('/en/services/youth-workshop');
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
  const data = JSON.parse(block);
  expect(data).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: 'Youth workshop',
    serviceType: 'Youth workshop',
    inLanguage: 'en',
    url: `${house.config.baseUrl}/${office.slug}/en/services/youth-workshop`,
    provider: { '@type': 'GovernmentOrganization', name: 'Likijärvi' },
  });
  expect(data.availableChannel).toHaveLength(youthWorkshop.modes.length);
  expect(data.availableChannel[0]).toMatchObject({
    '@type': 'ServiceChannel',
    serviceLocation: [{ '@type': 'Place', geo: { '@type': 'GeoCoordinates' } }],
  });
  expect(headers.get('content-security-policy')).toContain("script-src 'self' 'nonce-");
  const list = JSON.parse(
    /<script type="application\/ld\+json">(.*?)<\/script>/.exec((await read('/en/services')).html)?.[1] ?? '',
  );
  expect(list).toMatchObject({ '@type': 'ItemList', numberOfItems: 2 });
});

test('somebody narrows the list by way, need and distance without script', async () => {
  const found = async (query: string) => {
    const { html, status } = await read(`/fi/palvelut?${query}`);
    expect(status).toBe(200);
    return {
      html,
      names: [...html.matchAll(/<h2><a [^>]*>(.*?)<\/a>/g)].map(([, name]) => name),
    };
  };
  expect((await found('')).names).toEqual(['Nuorten työpaja', 'Työhönvalmennus']);
  expect((await found('mode=voice')).names).toEqual(['Nuorten työpaja']);
  expect((await found('need=job-search')).names).toEqual(['Työhönvalmennus']);
  const none = await found('need=language');
  expect(none.names).toEqual([]);
  expect(none.html).toContain('Haku oli liian tarkka');
  const near = await found('from=Oulu&within=50&mode=in-person');
  expect(near.names).toEqual([]);
  const measured = await found('from=pudasj');
  expect(measured.html).toContain('linnuntietä paikasta Pudasjärvi');
  expect(measured.html).toMatch(/noin \d+ km/);
  const unknown = await found('from=Ei-missään');
  expect(unknown.html).toContain('Tätä paikkaa emme tunne');
  expect(unknown.names).toHaveLength(2);
  expect((await found('mode=x&need[]=y&within=z')).names).toHaveLength(2);
});

test('nobody sees a draft, a service that is only an idea, or another office’s services', async () => {
  await office.inOffice(async (tx) => {
    const draft = await addService(tx, undefined, {
      name: { fi: 'Salaisuus', sv: 'Hemlighet', en: 'Secret' },
      kind: 'other',
    });
    await saveDraft(tx, undefined, draft, {
      ...individualCoaching,
      name: { fi: 'Salaisuus', sv: 'Hemlighet', en: 'Secret' },
    });
    // What is being written of a public service is not public either.
    await saveDraft(tx, undefined, ids.youth, {
      ...youthWorkshop,
      summary: { fi: 'Uusi teksti', sv: 'Ny text', en: 'New text' },
    });
  });
  await publishService(
    office,
    { ...individualCoaching, name: { fi: 'Ajatus', sv: 'Tanke', en: 'Thought' } },
    {
      kind: 'other',
      stage: 'idea',
    },
  );
  const { html } = await read('/fi/palvelut');
  for (const hidden of ['Salaisuus', 'Ajatus', 'Uusi teksti', 'Yksilövalmennus'])
    expect(html).not.toContain(hidden);
  for (const path of ['salaisuus', 'ajatus', 'yksilovalmennus', 'ungdomsverkstad'])
    expect([path, (await read(`/fi/palvelut/${path}`)).status]).toEqual([path, 404]);
  expect((await elsewhere.visitor().get('/fi/palvelut/yksilovalmennus')).status).toBe(200);
  expect((await elsewhere.visitor().get('/fi/palvelut/nuorten-tyopaja')).status).toBe(404);
});

test('a page that is not there says so in the language of its address', async () => {
  const { html, status } = await read('/sv/tjanster/finns-inte');
  expect(status).toBe(404);
  expect(html).toContain('<html lang="sv">');
});

test('a retired service says that it has ended and leads to the others', async () => {
  const id = await publishService(
    office,
    { ...individualCoaching, name: { fi: 'Entinen', sv: 'Forna', en: 'Former' } },
    {
      kind: 'other',
    },
  );
  expect((await read('/en/services/former')).status).toBe(200);
  const manager = await office.person('manager');
  await office.inOffice((tx) =>
    setStage(tx, manager.actor, { serviceId: id, stage: 'retired', kind: 'other', unitId: null }),
  );
  const gone = await read('/en/services/former');
  expect(gone.status).toBe(410);
  expect(gone.html).toContain('The service has ended');
  expect(gone.html).toContain(`href="/${office.slug}/en/services"`);
  expect(gone.headers.get('cache-control')).toBe('no-store');
  expect((await read('/en/services')).html).not.toContain('Former');
});

test('search engines find each public page with its other languages, and nothing that is hidden or has ended', async () => {
  const answer = await office.visitor().get('/sitemap.xml');
  expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  const xml = await answer.text();
  const base = `${house.config.baseUrl}/${office.slug}`;
  const addresses = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address?.slice(base.length));
  expect(addresses).toEqual([
    '/fi/palvelut',
    '/sv/tjanster',
    '/en/services',
    '/selko/palvelut',
    '/fi/palvelut/nuorten-tyopaja',
    '/sv/tjanster/ungdomsverkstad',
    '/en/services/youth-workshop',
    '/selko/palvelut/nuorten-tyopaja',
    '/fi/palvelut/tyohonvalmennus',
    '/sv/tjanster/jobbcoachning',
    '/en/services/job-coaching',
  ]);
  for (const path of addresses) expect([path, (await read(path ?? '')).status]).toEqual([path, 200]);
  const workshop = xml.split('\n').find((line) => line.includes(`<loc>${base}/sv/tjanster/ungdomsverkstad<`));
  expect(workshop).toMatch(/<lastmod>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/lastmod>/);
  for (const [language, path] of [
    ['fi', '/fi/palvelut/nuorten-tyopaja'],
    ['sv', '/sv/tjanster/ungdomsverkstad'],
    ['en', '/en/services/youth-workshop'],
    ['fi-simple', '/selko/palvelut/nuorten-tyopaja'],
  ])
    expect(workshop).toContain(`<xhtml:link rel="alternate" hreflang="${language}" href="${base}${path}"/>`);
});
