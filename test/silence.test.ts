// What may not be known is not told: whole answers about somebody hidden and somebody who is not there are the same.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { now, setClock } from '../src/platform/clock.ts';
import { openTestHouse, type TestHouse } from './cast.ts';
import { openSilence, type Silence, toldBy } from './silence.ts';

let house: TestHouse;
let pairs: Silence[];
let restore: () => void;
beforeAll(async () => {
  const still = now();
  restore = setClock(() => still);
  house = await openTestHouse({ trustedProxies: 1 });
  pairs = await openSilence(house);
});
afterAll(async () => {
  restore();
  await house.close();
});

test('nobody learns from an answer that a person is here whom they may not know of', async () => {
  for (const { name, hidden, absent } of pairs) {
    const [one, other] = [await hidden(1), await absent(1)];
    expect([name, one.status >= 500]).toEqual([name, false]);
    expect([name, await toldBy(one)]).toEqual([name, await toldBy(other)]);
  }
});
