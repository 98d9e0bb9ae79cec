import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test/cast.ts';
import { refusedConstraint } from './errors.ts';
import type { Tx } from './tenancy.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const number = async (tx: Tx, value: number) =>
  (await tx.execute<{ n: number }>(sql`select ${value}::int as n`)).rows[0]?.n;

test('people who read a page get every answer to its own question, in whatever order they were asked', async () => {
  const office = await house.office();
  const answers = await office.inOffice(async (tx) => {
    const rest = Promise.all([1, 2, 3, 4, 5].map((value) => number(tx, value)));
    const [first, six] = await Promise.all([
      tx.execute<{ office: string }>(sql`select current_setting('app.office') as office`),
      Promise.resolve().then(() => number(tx, 6)),
    ]);
    expect(first.rows[0]?.office).toBe(tx.officeId);
    return [...(await rest), six];
  });
  expect(answers).toEqual([1, 2, 3, 4, 5, 6]);
});

test('one failing question fails those behind it and the whole, with its own reason; the next person is served', async () => {
  const office = await house.office();
  const told: string[] = [];
  const failed = office.inOffice(async (tx) => {
    await number(tx, 0);
    const asked = [
      number(tx, 1),
      tx.execute(
        sql`insert into units (office_id, id, name, kind) values (${tx.officeId}, null, '{}', 'none')`,
      ),
      tx.execute(sql`select 'never heard before' as words`),
    ];
    for (const one of await Promise.allSettled(asked)) told.push(one.status);
    return Promise.all(asked);
  });
  await expect(failed).rejects.toThrow();
  expect(told).toEqual(['fulfilled', 'rejected', 'rejected']);
  // The statement that was skipped is not taken for one that the connection knows.
  for (let time = 0; time < 3; time++) {
    const words = await office.inOffice((tx) => tx.execute(sql`select 'never heard before' as words`));
    expect(words.rows).toEqual([{ words: 'never heard before' }]);
  }
});

test('a refusal by the database keeps its name, also beside other questions', async () => {
  const office = await house.office();
  const pair = await office.person('coach');
  const failed = office.inOffice((tx) =>
    Promise.all([
      number(tx, 1),
      tx.execute(sql`insert into role_grants (office_id, person_id, role, starts_on)
        values (${tx.officeId}, gen_random_uuid(), 'coach', '2026-01-01')`),
      tx.execute(sql`select count(*) from persons where id = ${pair.id}`),
    ]),
  );
  const error = await failed.catch((caught: unknown) => caught);
  expect(refusedConstraint(error)).toMatch(/role_grants/);
});

test('a value that cannot be sent fails its own question only', async () => {
  const office = await house.office();
  const unsendable = {
    toPostgres: () => {
      throw new Error('no such value');
    },
  };
  const answers = await office.inOffice((tx) =>
    Promise.allSettled([
      number(tx, 1),
      tx.execute(sql`select ${sql.param(unsendable)}::text`),
      number(tx, 2),
    ]),
  );
  expect(answers.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('nothing is asked on a connection after its transaction has ended', async () => {
  const office = await house.office();
  let kept: Tx | undefined;
  await office.inOffice(async (tx) => {
    kept = tx;
  });
  await expect(number(kept as Tx, 1)).rejects.toThrow();
});
