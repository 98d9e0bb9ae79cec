import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../../test/cast.ts';
import { wholeContent } from '../../../../../test/service-content.ts';
import { addService, draftOf, saveDraft } from '../door.ts';
import { pathTemplatesOf } from '../path-templates.ts';
import { usualPath } from '../texts-usual-path.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const bodyOf = async (response: Response | Promise<Response>) => (await response).text();
const seenIn = (html: string) => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? '';

async function openOffice() {
  const office = await house.office();
  const minna = await office.person('manager', { givenName: 'Minna' });
  const name = { fi: 'Paja', sv: 'Verkstad', en: 'Workshop' };
  const id = await office.inOffice((tx) => addService(tx, minna.actor, { name, kind: 'other' }));
  const path = async () => (await office.inOffice((tx) => draftOf(tx, id)))?.content.path ?? [];
  const at = `/office/services/${id}/path`;
  return { office, minna, id, at, path, kinds: async () => (await path()).map((step) => step.kind) };
}

const step = {
  kind: 'check-in',
  'title-fi': 'Kuulumiset',
  mode: 'phone',
  'alternatives[]': 'text',
  who: 'both',
  amount: '20',
  unit: 'minutes',
};

test('a path is started from the usual one, ordered, and thinned without any script', async () => {
  const { minna, at, path, kinds } = await openOffice();
  const started = await minna.post(`${at}/start`, {
    seen: seenIn(await bodyOf(minna.get(at))),
    template: 'usual',
  });
  expect(started.headers.get('location')).toBe(`${at}?saved`);
  expect(await path()).toEqual(usualPath);
  const page = await bodyOf(minna.get(at));
  expect(page).toContain('Alkuhaastattelu');
  await minna.post(`${at}/1/moves`, { seen: seenIn(page), to: 'down' });
  expect((await kinds()).slice(0, 3)).toEqual(['start-interview', 'first-contact', 'plan']);
  await minna.post(`${at}/1/removal`, { seen: seenIn(await bodyOf(minna.get(at))) });
  expect((await kinds()).slice(0, 2)).toEqual(['first-contact', 'plan']);
});

test('a path that somebody changed meanwhile is not reordered blindly', async () => {
  const { minna, at, kinds } = await openOffice();
  await minna.post(`${at}/start`, { seen: seenIn(await bodyOf(minna.get(at))), template: 'usual' });
  const seen = seenIn(await bodyOf(minna.get(at)));
  await minna.post(`${at}/1/removal`, { seen });
  const late = await minna.post(`${at}/1/removal`, { seen });
  expect(late.headers.get('location')).toBe(`${at}?changed`);
  expect((await kinds()).length).toBe(usualPath.length - 1);
  expect(await bodyOf(minna.get(`${at}?changed`))).toContain('Joku muu ehti tallentaa');
});

test('a step is written with its ways and length, and a wrong length is said at its field', async () => {
  const { minna, at, path } = await openOffice();
  const wrong = await minna.post(at, { ...step, amount: 'pitkään' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('Kirjoita kesto kokonaislukuna 1–1000.');
  expect((await minna.post(at, step)).status).toBe(303);
  expect(await path()).toMatchObject([
    {
      kind: 'check-in',
      title: { fi: 'Kuulumiset', sv: '', en: '' },
      mode: 'phone',
      alternatives: ['text'],
      materials: null,
      duration: { amount: 20, unit: 'minutes' },
    },
  ]);
});

test('a step that moved while it was written is still the one that is saved', async () => {
  const { office, minna, id, at, path } = await openOffice();
  await office.inOffice((tx) => saveDraft(tx, minna.actor, id, wholeContent()));
  const seen = seenIn(await bodyOf(minna.get(`${at}/1`)));
  await minna.post(`${at}/1/moves`, { seen: seenIn(await bodyOf(minna.get(at))), to: 'down' });
  expect((await minna.post(`${at}/1`, { ...step, seen })).status).toBe(303);
  expect((await path()).map((one) => one.kind)).toEqual(['exit', 'check-in']);
});

test('a step that somebody else rewrote or removed is not overwritten unseen, and no word is lost', async () => {
  const { office, minna, id, at, path } = await openOffice();
  await office.inOffice((tx) => saveDraft(tx, minna.actor, id, wholeContent()));
  const seen = seenIn(await bodyOf(minna.get(`${at}/2`)));
  await minna.post(`${at}/2`, { ...step, 'title-fi': 'Toisen otsikko', seen });
  const late = await minna.post(`${at}/2`, { ...step, 'title-fi': 'Minun otsikkoni', seen });
  expect(late.status).toBe(409);
  const page = await late.text();
  expect(page).toContain('Toisen otsikko');
  expect(page).toContain('value="Minun otsikkoni"');
  await office.inOffice((tx) => saveDraft(tx, minna.actor, id, wholeContent({ path: [] })));
  const gone = await minna.post(`${at}/2`, { ...step, 'title-fi': 'Minun otsikkoni', seen: seenIn(page) });
  expect(gone.status).toBe(409);
  const again = { ...step, 'title-fi': 'Minun otsikkoni', seen: seenIn(await gone.text()) };
  expect((await minna.post(`${at}/2`, again)).status).toBe(303);
  expect((await path()).map((one) => one.title.fi)).toEqual(['Minun otsikkoni']);
});

test('a good path is kept to start another from, until it is taken out of use', async () => {
  const { office, minna, id, at } = await openOffice();
  expect((await minna.post(`${at}/templates`, { name: 'Tyhjä' })).status).toBe(422);
  await office.inOffice((tx) => saveDraft(tx, minna.actor, id, wholeContent()));
  expect((await minna.post(`${at}/templates`, { name: '' })).status).toBe(422);
  expect((await minna.post(`${at}/templates`, { name: 'Pajan polku' })).status).toBe(303);
  const other = await office.inOffice((tx) =>
    addService(tx, minna.actor, { name: wholeContent().name, kind: 'other' }),
  );
  const page = await bodyOf(minna.get(`/office/services/${other}/path`));
  expect(page).toContain('Pajan polku');
  const [template] = await office.inOffice((tx) => pathTemplatesOf(tx));
  const seen = seenIn(page);
  await minna.post(`/office/services/${other}/path/start`, { seen, template: template?.id ?? '' });
  const draft = await office.inOffice((tx) => draftOf(tx, other));
  expect(draft?.content.path).toEqual(wholeContent().path);

  const stranger = await (await house.office()).person('manager');
  expect((await stranger.post(`/office/path-templates/${template?.id}/removal`)).status).toBe(404);
  expect(await bodyOf(minna.get('/office/path-templates'))).toContain('2 askelta');
  expect((await minna.post(`/office/path-templates/${template?.id}/removal`)).status).toBe(303);
  expect(await bodyOf(minna.get('/office/path-templates'))).not.toContain('Pajan polku');
});
