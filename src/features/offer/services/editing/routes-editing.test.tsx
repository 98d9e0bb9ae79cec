import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../../test/cast.ts';
import { wholeContent } from '../../../../../test/service-content.ts';
import { addService, draftOf, publishDraft, publishedService, saveDraft } from '../door.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const whole = wholeContent();

async function openOffice() {
  const office = await house.office();
  const minna = await office.person('manager', { givenName: 'Minna' });
  const sari = await office.person('administrator', { givenName: 'Sari' });
  const id = await office.inOffice((tx) =>
    addService(tx, minna.actor, { name: whole.name, kind: 'youth-workshop', stage: 'pilot' }),
  );
  return { office, minna, sari, id, at: `/office/services/${id}` };
}

const bodyOf = async (response: Response | Promise<Response>) => (await response).text();

/** The value of a hidden or typed field on a page. */
function fieldIn(html: string, name: string): string {
  const input = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? '';
  const value = /value="([^"]*)"/.exec(input)?.[1];
  if (value === undefined) throw new Error(`no field ${name}`);
  return value;
}

const seenOn = async (person: TestPerson, page: string) => fieldIn(await bodyOf(person.get(page)), 'seen');

test('a manager adds a service and finds every page of it; a coach and a client find nothing', async () => {
  const { office, minna } = await openOffice();
  const fields = { 'name-fi': 'Digituki', kind: 'digital-support', stage: 'idea', unit: '' };
  const added = await minna.post('/office/services', fields);
  expect(added.status).toBe(303);
  const at = added.headers.get('location') ?? '';
  const pages = [
    '/wording',
    '/terms',
    '/contact',
    '/modes',
    '/modes/video',
    '/path',
    '/path/new',
    '/preview',
  ];
  const coach = await office.person('coach');
  const client = await office.person('client');
  const stranger = await (await house.office()).person('manager');
  for (const page of ['', ...pages, '/versions', '/stage', '/bounds', '/attendance-rule']) {
    expect([page, (await minna.get(at + page)).status]).toEqual([page, 200]);
    for (const other of [coach, client, stranger])
      expect([page, (await other.get(at + page)).status]).toEqual([page, 404]);
  }
  for (const other of [coach, client]) {
    expect((await other.get('/office/services')).status).toBe(404);
    expect((await other.post('/office/services', fields)).status).toBe(404);
  }
  expect(await bodyOf(stranger.get('/office/services'))).not.toContain('Digituki');
  expect(await bodyOf(minna.get('/office/services'))).toContain('Digituki');
});

test('a service without a name or with a unit of nowhere is refused, and what was typed stays', async () => {
  const { minna } = await openOffice();
  const nameless = await minna.post('/office/services', {
    'name-sv': 'Verkstad',
    kind: 'other',
    stage: 'idea',
  });
  expect(nameless.status).toBe(422);
  const page = await nameless.text();
  expect(page).toContain('Kirjoita nimi suomeksi.');
  expect(fieldIn(page, 'name-sv')).toBe('Verkstad');
  const unit = '0198c1a2-0000-7000-8000-000000000000';
  const lost = await minna.post('/office/services', {
    'name-fi': 'Paja',
    kind: 'other',
    stage: 'idea',
    unit,
  });
  expect(lost.status).toBe(422);
  expect(await lost.text()).toContain('Valitse yksikkö luettelosta.');
});

test('a name in one language is not taken for its translations', async () => {
  const { office, minna } = await openOffice();
  const added = await minna.post('/office/services', { 'name-fi': 'Digituki', kind: 'other', stage: 'idea' });
  const at = added.headers.get('location') ?? '';
  const page = await bodyOf(minna.get(`${at}/wording`));
  expect(fieldIn(page, 'name-fi')).toBe('Digituki');
  expect(page).not.toMatch(/name="name-sv"[^>]*Digituki|Digituki[^>]*name="name-sv"/);
  await minna.post(`${at}/contact`, { seen: await seenOn(minna, `${at}/contact`), phone: '040 123 4567' });
  const answer = await office.inOffice((tx) => publishDraft(tx, minna.actor, at.split('/').at(-1) ?? ''));
  expect(answer.ok || (answer.reason === 'unfinished' && answer.gaps.slice(0, 2))).toEqual([
    { field: 'name', language: 'sv' },
    { field: 'name', language: 'en' },
  ]);
});

test('the parts are written one by one into a draft, which nobody outside sees', async () => {
  const { office, minna, id, at } = await openOffice();
  const wording = { seen: await seenOn(minna, `${at}/wording`), 'name-fi': 'Paja', 'summary-sv': 'Kort' };
  expect((await minna.post(`${at}/wording`, wording)).headers.get('location')).toBe(`${at}?saved`);
  const contact = { seen: await seenOn(minna, `${at}/contact`), phone: '040 123 4567' };
  expect((await minna.post(`${at}/contact`, contact)).status).toBe(303);
  const mode = { seen: await seenOn(minna, `${at}/modes/video`), 'needs-fi': 'Puhelin' };
  expect((await minna.post(`${at}/modes/video`, mode)).status).toBe(303);
  await office.inOffice(async (tx) => {
    const draft = await draftOf(tx, id);
    expect(draft?.content).toMatchObject({
      name: { fi: 'Paja' },
      summary: { sv: 'Kort' },
      contact: { phone: '+358401234567' },
      modes: [{ mode: 'video', needs: { fi: 'Puhelin' } }],
    });
    expect(draft).toMatchObject({ number: 1, revision: 3, savedBy: minna.actor.personId });
    expect(await publishedService(tx, { id })).toBeUndefined();
  });
  const removal = { seen: await seenOn(minna, `${at}/modes/video`) };
  expect((await minna.post(`${at}/modes/video/removal`, removal)).status).toBe(303);
  expect((await office.inOffice((tx) => draftOf(tx, id)))?.content.modes).toEqual([]);
});

test('two who write the same part: the later one keeps every word and is told who was first', async () => {
  const { office, minna, sari, id, at } = await openOffice();
  const seen = await seenOn(minna, `${at}/wording`);
  const first = await sari.post(`${at}/wording`, {
    seen,
    'name-fi': 'Sarin nimi',
    'about-fi': 'Sarin teksti',
  });
  expect(first.status).toBe(303);
  const late = await minna.post(`${at}/wording`, {
    seen,
    'name-fi': 'Minnan nimi',
    'about-fi': 'Minnan teksti',
  });
  expect(late.status).toBe(409);
  const page = await late.text();
  expect(page).toContain('Sari tallensi tämän osan');
  expect(page).toContain('Sarin teksti');
  expect(fieldIn(page, 'name-fi')).toBe('Minnan nimi');
  expect(page).toContain('Minnan teksti</textarea>');
  expect((await office.inOffice((tx) => draftOf(tx, id)))?.content.name.fi).toBe('Sarin nimi');
  // Now knowing of it, the same words are saved.
  const again = { seen: fieldIn(page, 'seen'), 'name-fi': 'Minnan nimi', 'about-fi': 'Minnan teksti' };
  expect((await minna.post(`${at}/wording`, again)).status).toBe(303);
  expect((await office.inOffice((tx) => draftOf(tx, id)))?.content.about.fi).toBe('Minnan teksti');
});

test('two who write different parts do not disturb each other', async () => {
  const { office, minna, sari, id, at } = await openOffice();
  const seen = await seenOn(minna, `${at}/wording`);
  const terms = await seenOn(sari, `${at}/terms`);
  const asked = { seen: terms, 'producer-kind': 'bought', 'producer-name': 'Virta', payer: 'state' };
  expect((await sari.post(`${at}/terms`, asked)).status).toBe(303);
  expect((await minna.post(`${at}/wording`, { seen, 'name-fi': 'Paja' })).status).toBe(303);
  expect((await office.inOffice((tx) => draftOf(tx, id)))?.content).toMatchObject({
    name: { fi: 'Paja' },
    producer: { kind: 'bought', name: 'Virta' },
  });
});

test('a form refused for a mistake does not forget what it was made from', async () => {
  const { minna, sari, at } = await openOffice();
  const seen = await seenOn(minna, `${at}/contact`);
  await sari.post(`${at}/contact`, { seen, phone: '040 111 2222' });
  const wrong = await minna.post(`${at}/contact`, { seen, phone: 'ei numeroa' });
  expect(wrong.status).toBe(422);
  expect(fieldIn(await wrong.text(), 'seen')).toBe(seen);
  expect((await minna.post(`${at}/contact`, { seen, phone: '040 333 4444' })).status).toBe(409);
});

test('stage, kind and unit hold at once and the stages are remembered', async () => {
  const { minna, at } = await openOffice();
  const set = await minna.post(`${at}/stage`, {
    stage: 'retired',
    kind: 'purchased',
    unit: '',
    note: 'Sopimus loppui',
  });
  expect(set.status).toBe(303);
  const page = await bodyOf(minna.get(`${at}/stage`));
  expect(page).toContain('Sopimus loppui');
  expect(page).toContain('Minna');
  expect((await minna.post(`${at}/stage`, { stage: 'gone', kind: 'purchased' })).status).toBe(422);
});

test('publishing names each gap, then makes the draft public with who and why', async () => {
  const { office, minna, sari, id, at } = await openOffice();
  const half = { fi: 'Lyhyesti', sv: '', en: '' };
  await office.inOffice((tx) => saveDraft(tx, minna.actor, id, wholeContent({ summary: half })));
  const page = await bodyOf(minna.get(`${at}/publishing`));
  expect(page).toContain('Tiivistys: puuttuu ruotsi, englanti');
  expect(page).not.toContain('name="note"');
  expect((await minna.post(`${at}/publishing`, { seen: '1' })).status).toBe(422);
  expect(await office.inOffice((tx) => publishedService(tx, { id }))).toBeUndefined();

  await office.inOffice((tx) => saveDraft(tx, sari.actor, id, whole));
  const old = await minna.post(`${at}/publishing`, { seen: '1', note: 'Vanha' });
  expect(old.status).toBe(422);
  expect(await old.text()).toContain('Luonnos muuttui, kun luit sitä.');
  const seen = await seenOn(minna, `${at}/publishing`);
  const done = await minna.post(`${at}/publishing`, { seen, note: 'Ensimmäinen versio' });
  expect(done.headers.get('location')).toBe(`${at}?published`);
  expect(await office.inOffice((tx) => publishedService(tx, { id }))).toMatchObject({
    number: 1,
    content: whole,
  });
  const history = await bodyOf(minna.get(`${at}/versions`));
  expect(history).toContain('Ensimmäinen versio');
  expect(history).toContain('Minna');
  expect(await bodyOf(minna.get(at))).toContain('href="/fi/palvelut/tyopaja-nuorille"');
  // With nothing to publish the page leads back.
  expect((await minna.get(`${at}/publishing`)).headers.get('location')).toBe(at);
});

test('a manager previews each language, and is told what Easy Finnish lacks though it may be published', async () => {
  const { office, minna, id, at } = await openOffice();
  await office.inOffice((tx) => saveDraft(tx, minna.actor, id, whole));
  expect(await bodyOf(minna.get(at))).toContain('Selkosuomea ei ole vielä kirjoitettu.');
  const about = { ...whole.about, selko: 'Helppo teksti' };
  await office.inOffice((tx) => saveDraft(tx, minna.actor, id, wholeContent({ about })));
  const swedish = await bodyOf(minna.get(`${at}/preview?language=sv`));
  expect(swedish).toContain('lang="sv"><');
  expect(swedish).toContain('<h1>Verkstad för unga</h1>');
  expect(swedish).toContain('Vain ylläpitäjä ja esihenkilö');
  const easy = await bodyOf(minna.get(`${at}/preview?language=fi-simple`));
  expect(easy).toContain('Helppo teksti');
  expect(easy).toContain('Tämä ei ole selkosuomea');
  expect(await bodyOf(minna.get(`${at}/preview?language=xx`))).toContain('<h1>Työpaja nuorille</h1>');
  expect(await bodyOf(minna.get(at))).not.toContain('Selkosuomea ei ole vielä kirjoitettu.');
  expect(await bodyOf(minna.get(`${at}/path`))).toContain('Selkosuomi puuttuu');
  const publishing = await bodyOf(minna.get(`${at}/publishing`));
  expect(publishing).toContain('Tiivistys: puuttuu selkosuomi');
  expect((await minna.post(`${at}/publishing`, { seen: '2' })).headers.get('location')).toBe(
    `${at}?published`,
  );
});

test('an old version comes back as a draft, never over a draft that was not seen', async () => {
  const { office, minna, id, at } = await openOffice();
  const second = wholeContent({ summary: { fi: 'Toinen', sv: 'Andra', en: 'Second' } });
  await office.inOffice(async (tx) => {
    for (const content of [whole, second]) {
      await saveDraft(tx, minna.actor, id, content);
      await publishDraft(tx, minna.actor, id);
    }
  });
  const seen = await seenOn(minna, `${at}/versions/1`);
  await office.inOffice((tx) => saveDraft(tx, minna.actor, id, wholeContent({ payer: 'kela' })));
  const late = await minna.post(`${at}/versions/1/restoration`, { seen });
  expect(late.headers.get('location')).toBe(`${at}/versions/1?changed`);
  expect((await office.inOffice((tx) => draftOf(tx, id)))?.content.payer).toBe('kela');
  const known = await bodyOf(minna.get(`${at}/versions/1`));
  expect(known).toContain('viimeksi tallensi Minna');
  await minna.post(`${at}/versions/1/restoration`, { seen: fieldIn(known, 'seen') });
  const draft = await office.inOffice((tx) => draftOf(tx, id));
  expect(draft).toMatchObject({ number: 3, content: whole });
  expect(await office.inOffice((tx) => publishedService(tx, { id }))).toMatchObject({ content: second });

  const changes = await bodyOf(minna.get(`${at}/publishing`));
  expect(changes).toContain('Tiivistys, ruotsi');
  expect(changes).toContain('Andra');
  await minna.post(`${at}/draft-removal`, { seen: '1' });
  expect(await office.inOffice((tx) => draftOf(tx, id))).toBeDefined();
  await minna.post(`${at}/draft-removal`, { seen: String(draft?.revision) });
  expect(await office.inOffice((tx) => draftOf(tx, id))).toBeUndefined();
});
