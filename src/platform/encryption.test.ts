import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../test/cast.ts';
import { openText, sealText } from './encryption.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function diaryOfAino() {
  const office = await house.office();
  const aino = await office.person('client');
  return { office, place: { personId: aino.id, table: 'diaries', column: 'words', rowId: randomUUID() } };
}

test('whatever somebody writes comes back as it was, and no two seals of it are alike', async () => {
  const { office, place } = await diaryOfAino();
  await office.inOffice((tx) =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (words) => {
        const [one, other] = [await sealText(tx, place, words), await sealText(tx, place, words)];
        expect(one.equals(other)).toBe(false);
        expect(await openText(tx, place, one)).toBe(words.toWellFormed());
      }),
      { numRuns: 50 },
    ),
  );
});

test('a seal opens in its own place only: not for another person, table, column, row or office', async () => {
  const { office, place } = await diaryOfAino();
  const eetu = await office.person('client');
  const sealed = await office.inOffice((tx) => sealText(tx, place, 'Tänään oli hyvä päivä.'));
  const elsewhere = [
    { ...place, personId: eetu.id },
    { ...place, table: 'messages' },
    { ...place, column: 'proof' },
    { ...place, rowId: randomUUID() },
  ];
  for (const other of elsewhere)
    await expect(office.inOffice((tx) => openText(tx, other, sealed))).rejects.toThrow();
  const neighbour = await house.office();
  const sameHere = await neighbour.person('client');
  await expect(
    neighbour.inOffice((tx) => openText(tx, { ...place, personId: sameHere.id }, sealed)),
  ).rejects.toThrow();
  expect(await office.inOffice((tx) => openText(tx, place, sealed))).toBe('Tänään oli hyvä päivä.');
});

test('a seal with one bit changed anywhere does not open', async () => {
  const { office, place } = await diaryOfAino();
  await office.inOffice(async (tx) => {
    const sealed = await sealText(tx, place, 'Tänään oli hyvä päivä.');
    for (let at = 0; at < sealed.length; at++) {
      const touched = Buffer.from(sealed);
      touched[at] = (touched[at] as number) ^ 1;
      await expect(openText(tx, place, touched)).rejects.toThrow();
    }
  });
});
