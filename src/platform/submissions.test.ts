import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test/cast.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

/** An office whose administrators may add units: each form that counts makes one. */
async function cast() {
  const office = await house.office();
  const antti = await office.person('administrator');
  const unitsMade = async () =>
    office.inOffice(async (tx) => {
      const { rows } = await tx.execute<{ many: number }>('select count(*)::int as many from units');
      return rows[0]?.many;
    });
  return { office, antti, unitsMade };
}

const form = (key: string, name = 'Nuorten paja') => ({ _key: key, 'name-fi': name, kind: 'other' });

test('a double click, a re-post and the Back button give one effect and the same answer', async () => {
  const { antti, unitsMade } = await cast();
  const key = randomUUID();
  const both = await Promise.all([
    antti.post('/office/units', form(key)),
    antti.post('/office/units', form(key)),
  ]);
  const again = await antti.post('/office/units', form(key, 'Toinen nimi'));
  for (const answer of [...both, again]) expect(answer.status).toBe(303);
  const ways = [...both, again].map((answer) => answer.headers.get('location'));
  expect(new Set(ways).size).toBe(1);
  expect(await unitsMade()).toBe(1);
});

test('a script that asks for the way onward only is told it, and the form sent again by itself is led there', async () => {
  const { antti, unitsMade } = await cast();
  const key = randomUUID();
  const told = await antti.post('/office/units', form(key), { prefer: 'return=minimal' });
  expect([told.status, told.headers.get('preference-applied')]).toEqual([204, 'return=minimal']);
  const led = await antti.post('/office/units', form(key));
  expect([led.status, led.headers.get('location')]).toEqual([303, told.headers.get('location')]);
  expect(await unitsMade()).toBe(1);
});

test('a form that was refused may be sent again with its key once it has been mended', async () => {
  const { antti, unitsMade } = await cast();
  const key = randomUUID();
  expect((await antti.post('/office/units', form(key, ''))).status).toBe(422);
  expect((await antti.post('/office/units', form(key))).status).toBe(303);
  expect(await unitsMade()).toBe(1);
});

test('a key of somebody else, or of another form, neither does anything nor tells what came of it', async () => {
  const { office, antti, unitsMade } = await cast();
  const other = await office.person('administrator');
  const key = randomUUID();
  await antti.post('/office/units', form(key));
  const stolen = await other.post('/office/units', form(key));
  const elsewhere = await antti.post('/office/closed-days/holidays', { _key: key, year: '2027' });
  for (const answer of [stolen, elsewhere]) {
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  }
  expect(await unitsMade()).toBe(1);
});

test('a form without a key, or with one that is none, is sent back in words', async () => {
  const { antti, unitsMade } = await cast();
  for (const key of ['', 'x', '../../etc']) {
    const answer = await antti.post('/office/units', form(key));
    expect(answer.status).toBe(400);
  }
  expect(await unitsMade()).toBe(0);
});

test('the same key in another office is another form', async () => {
  const [here, there] = [await cast(), await cast()];
  const key = randomUUID();
  for (const { antti } of [here, there])
    expect((await antti.post('/office/units', form(key))).status).toBe(303);
  expect([await here.unitsMade(), await there.unitsMade()]).toEqual([1, 1]);
});
