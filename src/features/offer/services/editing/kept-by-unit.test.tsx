import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../../test/cast.ts';
import { wholeContent } from '../../../../../test/service-content.ts';
import { todayIn } from '../../../../platform/clock.ts';
import { addUnit } from '../../../ground/offices/actions.ts';
import { grantRole } from '../../../ground/people/actions.ts';
import { addService, draftOf, publishDraft, saveDraft } from '../door.ts';
import { savePathTemplate } from '../path-templates.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const said = (fi: string) => ({ fi, sv: fi, en: fi });

/** Two units with a service each and one of the whole office; Minna keeps the workshop's, Leena everybody's. */
async function openTwoUnits() {
  const office = await house.office();
  const leena = await office.person('manager', { givenName: 'Leena' });
  const minna = await office.person([], { givenName: 'Minna' });
  const made = await office.inOffice(async (tx) => {
    const unitOf = (fi: string) => addUnit(tx, { name: said(fi), kind: 'youth-workshop' }, leena.actor);
    const [workshop, kitchen] = [await unitOf('Verstas'), await unitOf('Keittiö')];
    const serviceOf = async (fi: string, unitId: string | null) => {
      const id = await addService(tx, leena.actor, { name: said(fi), kind: 'youth-workshop', unitId });
      await saveDraft(tx, leena.actor, id, wholeContent({ name: said(fi) }));
      await publishDraft(tx, leena.actor, id);
      await saveDraft(tx, leena.actor, id, wholeContent({ name: said(fi), payer: 'kela' }));
      return id;
    };
    await grantRole(tx, undefined, {
      personId: minna.id,
      role: 'manager',
      unitId: workshop,
      startsOn: todayIn().subtract({ days: 30 }),
    });
    return {
      workshop,
      kitchen,
      own: await serviceOf('Verstaan palvelu', workshop),
      theirs: await serviceOf('Keittiön palvelu', kitchen),
      everybodys: await serviceOf('Koko toimiston palvelu', null),
    };
  });
  return { office, leena, minna, ...made };
}

const pages = [
  '',
  '/wording',
  '/terms',
  '/contact',
  '/modes',
  '/modes/video',
  '/path',
  '/path/new',
  '/path/1',
];
const more = ['/preview', '/versions', '/versions/1', '/publishing', '/stage', '/bounds', '/attendance-rule'];
const acts = [
  '/wording',
  '/terms',
  '/contact',
  '/modes/video',
  '/modes/video/removal',
  '/path',
  '/path/start',
];
const moreActs = ['/path/1', '/path/1/moves', '/path/1/removal', '/path/templates', '/publishing', '/stage'];
const lastActs = ['/draft-removal', '/versions/1/restoration', '/bounds', '/attendance-rule'];

const statusesOf = async (person: TestPerson, id: string) => {
  const answers: string[] = [];
  for (const page of [...pages, ...more])
    answers.push(`GET ${page} ${(await person.get(`/office/services/${id}${page}`)).status}`);
  for (const act of [...acts, ...moreActs, ...lastActs])
    answers.push(`POST ${act} ${(await person.post(`/office/services/${id}${act}`)).status}`);
  return answers;
};

test("a unit's manager keeps the unit's services; those of another unit and of the whole office are not there", async () => {
  const { minna, own, theirs, everybodys } = await openTwoUnits();
  for (const page of [...pages, ...more])
    expect([page, (await minna.get(`/office/services/${own}${page}`)).status]).toEqual([page, 200]);
  const nowhere = await statusesOf(minna, '0198c1a2-0000-7000-8000-000000000000');
  expect(nowhere.every((answer) => answer.endsWith('404'))).toBe(true);
  expect(await statusesOf(minna, theirs)).toEqual(nowhere);
  expect(await statusesOf(minna, everybodys)).toEqual(nowhere);
  const list = await (await minna.get('/office/services')).text();
  expect(list).toContain('Verstaan palvelu');
  expect(list).not.toMatch(/Keittiön palvelu|Koko toimiston palvelu/);
});

test('a manager whose time in the unit is over, and one of another office, find nothing', async () => {
  const { office, own, workshop } = await openTwoUnits();
  const former = await office.person('coach', { givenName: 'Eeva' });
  const today = todayIn();
  await office.inOffice((tx) =>
    grantRole(tx, undefined, {
      personId: former.id,
      role: 'manager',
      unitId: workshop,
      startsOn: today.subtract({ days: 30 }),
      endsOn: today.subtract({ days: 1 }),
    }),
  );
  const stranger = await (await house.office()).person('manager');
  for (const nobody of [former, stranger]) {
    expect((await nobody.get(`/office/services/${own}`)).status).toBe(404);
    expect((await nobody.get(`/office/services/${own}/wording`)).status).toBe(404);
    expect((await nobody.post(`/office/services/${own}/wording`, { 'name-fi': 'Väärä' })).status).toBe(404);
  }
  expect((await office.inOffice((tx) => draftOf(tx, own)))?.content.name.fi).toBe('Verstaan palvelu');
});

test('those who lead the whole office keep every service', async () => {
  const { office, leena, own, theirs, everybodys } = await openTwoUnits();
  for (const keeper of [leena, await office.person('administrator')])
    for (const id of [own, theirs, everybodys])
      expect((await keeper.get(`/office/services/${id}`)).status).toBe(200);
});

test("a unit's manager gives a service to no other unit, and not to the whole office", async () => {
  const { minna, own, workshop, kitchen } = await openTwoUnits();
  const fields = { 'name-fi': 'Uusi', kind: 'other', stage: 'idea' };
  const form = await (await minna.get('/office/services/new')).text();
  expect(form).toContain('Verstas');
  expect(form).not.toMatch(/Keittiö|Koko toimisto/);
  for (const unit of ['', kitchen]) {
    const refused = await minna.post('/office/services', { ...fields, unit });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Valitse yksikkö luettelosta.');
    const moved = await minna.post(`/office/services/${own}/stage`, { kind: 'other', stage: 'idea', unit });
    expect(moved.status).toBe(422);
  }
  const added = await minna.post('/office/services', { ...fields, unit: workshop });
  expect(added.status).toBe(303);
  expect((await minna.get(added.headers.get('location') ?? '')).status).toBe(200);
});

test('a template of paths is removed by whoever made it or leads the office, and read by all who keep services', async () => {
  const { office, leena, minna } = await openTwoUnits();
  const keep = (who: TestPerson, name: string) =>
    office.inOffice((tx) => savePathTemplate(tx, who.actor, { name, steps: wholeContent().path }));
  const [leenas, minnas] = [await keep(leena, 'Leenan polku'), await keep(minna, 'Minnan polku')];
  const list = await (await minna.get('/office/path-templates')).text();
  expect(list).toContain('Leenan polku');
  expect(list).not.toContain(`/office/path-templates/${leenas}/removal`);
  expect((await minna.post(`/office/path-templates/${leenas}/removal`)).status).toBe(404);
  expect((await minna.post(`/office/path-templates/${minnas}/removal`)).status).toBe(303);
  expect((await leena.post(`/office/path-templates/${leenas}/removal`)).status).toBe(303);
});
