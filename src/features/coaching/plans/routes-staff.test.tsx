import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { todayIn } from '../../../platform/clock.ts';
import { addUnit } from '../../ground/offices/actions.ts';
import { grantRole } from '../../ground/people/actions.ts';
import { chooseMode } from './actions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const words = async (answer: Response | Promise<Response>) => (await answer).text();

/** A choice whose review day is so many weeks ahead of today, or behind. */
async function chosen(office: TestOffice, client: TestPerson, reviewInWeeks: number): Promise<string> {
  const made = await office.inOffice((tx) =>
    chooseMode(tx, client.actor, {
      clientId: client.id,
      serviceId: null,
      wished: 'video',
      second: null,
      helps: [],
      reason: undefined,
      checkId: null,
      reviewInWeeks,
      basedOn: null,
    }),
  );
  if (!made.ok) throw new Error(made.reason);
  return made.choiceId;
}

async function cast() {
  const office = await house.office();
  const aino = await office.person('client', { givenName: 'Aino' });
  const mika = await office.person('coach', { givenName: 'Mika' });
  await office.relate(aino, mika);
  return { office, aino, mika };
}

const pagesOf = (client: TestPerson) =>
  ['', '/check', '/wish'].map((end) => `/clients/${client.id}/modes${end}`);

test('the client’s coach, the substitute and the manager see and fill in; nobody else, and all get the same answer', async () => {
  const { office, aino, mika } = await cast();
  const choice = await chosen(office, aino, -1);
  const raili = await office.person('coach', { givenName: 'Raili' });
  await office.relate(aino, raili, { kind: 'substitute' });
  const manager = await office.person('manager');
  const ended = await office.person('coach', { givenName: 'Entinen' });
  const yesterday = todayIn().subtract({ days: 1 });
  await office.relate(aino, ended, { kind: 'substitute', endsOn: yesterday });
  const other = await house.office();
  const elsewhere = [await other.person('coach'), await other.person('manager')];
  const strangers = [
    await office.person('coach'),
    await office.person('client'),
    await office.person('provider'),
    ended,
    aino,
    ...elsewhere,
  ];
  const base = `/clients/${aino.id}/modes`;
  const sent: [string, Record<string, string>][] = [
    [base, { wished: 'phone', reviewIn: '4', basedOn: choice }],
    [`${base}/check`, { device: 'computer' }],
    [`${base}/kept`, { choice }],
    [`${base}/reviews`, { choice }],
  ];
  for (const stranger of strangers) {
    for (const path of pagesOf(aino)) expect((await stranger.get(path)).status).toBe(404);
    for (const [path, fields] of sent) expect((await stranger.post(path, fields)).status).toBe(404);
  }
  const { rows } = await office.inOffice((tx) => tx.execute(sql`select 1 from mode_choices`));
  expect(rows).toHaveLength(1);
  for (const friend of [mika, raili, manager]) {
    for (const path of pagesOf(aino)) expect((await friend.get(path)).status).toBe(200);
    expect((await friend.post(`${base}/check`, { device: 'computer' })).status).toBe(303);
  }
});

test('a manager of another unit and a coach who must not meet the client are strangers', async () => {
  const { office, aino, mika } = await cast();
  await chosen(office, aino, -1);
  const led = await office.person('manager', { givenName: 'Päivi' });
  await office.inOffice(async (tx) => {
    const name = { fi: 'Paja', sv: 'Verkstad', en: 'Workshop' };
    const unitId = await addUnit(tx, { name, kind: 'youth-workshop' });
    await tx.execute(sql`update role_grants set unit_id = ${unitId} where person_id = ${led.id}`);
  });
  expect((await led.get(`/clients/${aino.id}/modes`)).status).toBe(404);
  expect(await words(led.get('/mode-reviews'))).not.toContain('Aino');
  await office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{ unit_id: string }>(
      sql`select unit_id from role_grants where person_id = ${led.id}`,
    );
    const unitId = rows[0]?.unit_id ?? null;
    await grantRole(tx, undefined, { personId: aino.id, role: 'client', unitId, startsOn: todayIn() });
  });
  expect((await led.get(`/clients/${aino.id}/modes`)).status).toBe(200);
  expect(await words(led.get('/mode-reviews'))).toContain('Aino');
  // Whoever was set apart while a relation was written at the same moment has both.
  const [firstId, secondId] = [aino.id, mika.id].sort();
  await office.inOffice((tx) =>
    tx.execute(sql`insert into blocked_pairs (first_id, second_id) values (${firstId}, ${secondId})`),
  );
  expect((await mika.get(`/clients/${aino.id}/modes`)).status).toBe(404);
  expect(await words(mika.get('/mode-reviews'))).not.toContain('Aino');
});

test('a coach begins a review with one press, once, and it is done when the client has chosen again', async () => {
  const { office, aino, mika } = await cast();
  const choice = await chosen(office, aino, -1);
  const due = await words(mika.get('/mode-reviews?show=due'));
  expect(due).toContain('Aloita tarkistus');
  const base = `/clients/${aino.id}/modes`;
  for (const _ of [1, 2]) {
    const begun = await mika.post(`${base}/reviews`, { choice });
    expect(begun.headers.get('location')).toBe(base);
  }
  const { rows } = await office.inOffice((tx) => tx.execute(sql`select started_by from mode_reviews`));
  expect(rows).toEqual([{ started_by: mika.id }]);
  expect(await words(mika.get('/mode-reviews?show=due'))).toContain('aloitettu');
  expect(await words(aino.get('/my-mode'))).toContain('Mika on aloittanut tarkistuksen');
  await aino.post('/my-mode/kept', { choice });
  expect(await words(mika.get('/mode-reviews?show=due'))).not.toContain('Aino');
  expect(await words(mika.get('/mode-reviews?wished=video'))).toContain('Aino');
  expect(await words(mika.get('/mode-reviews?wished=phone'))).not.toContain('Aino');
});

test('the list has those without a choice, and every look and change is in the client’s log', async () => {
  const { office, aino, mika } = await cast();
  expect(await words(mika.get('/mode-reviews?show=none'))).toContain('Aino');
  const base = `/clients/${aino.id}/modes`;
  await mika.post(base, { wished: 'text', reviewIn: '12' });
  await mika.get(base);
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ act: string }>(sql`select act from access_log
      where person_id = ${aino.id} and actor_id = ${mika.id} and subject = 'mode-choice' order by id`),
  );
  expect(rows.map((row) => row.act).sort()).toEqual(['changed', 'read', 'read']);
  expect(await words(aino.get('/me/access-log'))).toContain('osallistumistapa');
});

test('a manager sees how clients wish to take part, and the rows behind each number', async () => {
  const { office, aino } = await cast();
  await office.person('client', { givenName: 'Ville' });
  await chosen(office, aino, 12);
  const manager = await office.person('manager');
  const overview = await words(manager.get('/overview'));
  expect(overview).toContain('href="/mode-reviews?wished=video"');
  expect(overview).toContain('1 asiakas ei ole vielä valinnut');
  const behind = await words(manager.get('/mode-reviews?wished=video'));
  expect(behind).toContain('Aino');
  expect(behind).not.toContain('Ville');
  expect(await words(manager.get('/mode-reviews?show=none'))).toContain('Ville');
});

test('the board tells of what is due, and Today asks the client', async () => {
  const { office, aino, mika } = await cast();
  expect(await words(aino.get('/today'))).toContain('Miten olen mukana');
  await chosen(office, aino, -1);
  expect(await words(mika.get('/board'))).toContain('1 osallistumistapa tarkistettavana');
  const manager = await office.person('manager');
  expect(await words(manager.get('/board'))).toContain('1 osallistumistapa tarkistettavana');
  const stranger = await office.person('coach');
  expect(await words(stranger.get('/board'))).not.toContain('tarkistettavana');
  expect(await words(aino.get('/today'))).toContain('Katso, sopiiko sovittu tapa edelleen');
  expect(await words(mika.get(`/people/${aino.id}`))).toContain(`/clients/${aino.id}/modes`);
  expect(await words(aino.get('/me'))).toContain('/my-mode');
});
