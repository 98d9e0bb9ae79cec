// Whether the time that an answer takes tells of somebody hidden. Each pair of questions is asked in turns, in an order
// thrown anew each time, in one process on one database; what is printed is the ratio of medians, how often the answer
// about somebody hidden took longer, and the p of the Mann-Whitney test. Times differ by machine, so none is asserted:
// only that the whole answers stay the same. `SAMPLES` says how many times each is asked.
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../cast.ts';
import { openSilence, type Silence, silentPersons, toldBy } from '../silence.ts';
import { compare } from './two-samples.ts';

const samples = Math.min(Number(process.env.SAMPLES ?? silentPersons - 20), silentPersons - 20);
const warmUp = 20;

let house: TestHouse;
let pairs: Silence[];
beforeAll(async () => {
  house = await openTestHouse({ trustedProxies: 1 });
  pairs = await openSilence(house);
}, 600_000);
afterAll(() => house.close());

test('the ranks are counted right', () => {
  // From Mann and Whitney's own small case, and two samples that are the same.
  expect(compare([1, 2, 3, 4, 5, 6, 7, 8], [9, 10, 11, 12, 13, 14, 15, 16])).toMatchObject({ longer: 0 });
  expect(compare([1, 2, 3, 4, 5, 6, 7, 8], [9, 10, 11, 12, 13, 14, 15, 16]).p).toBeCloseTo(0.0009, 4);
  const same = Array.from({ length: 50 }, (_, at) => at % 7);
  expect(compare(same, same)).toEqual({ ratio: 1, longer: 0.5, p: expect.closeTo(1, 6) });
});

test('how long answers take about somebody hidden and somebody who is not there', async () => {
  for (const { name, hidden, absent } of pairs) {
    const times = { hidden: [] as number[], absent: [] as number[] };
    for (let n = 0; n < warmUp + samples; n++) {
      const order = ['hidden', 'absent'] as const;
      const told: Record<string, string> = {};
      for (const which of Math.random() < 0.5 ? order : [...order].reverse()) {
        const begun = performance.now();
        const answer = await (which === 'hidden' ? hidden(n) : absent(n));
        const body = await answer.clone().text();
        const took = performance.now() - begun;
        if (n >= warmUp) times[which].push(took);
        told[which] = body && (await toldBy(answer));
      }
      expect([name, told.hidden]).toEqual([name, told.absent]);
    }
    const { ratio, longer, p } = compare(times.hidden, times.absent);
    console.log(
      `${name.padEnd(42)} ratio ${ratio.toFixed(3)}, longer ${(100 * longer).toFixed(0)} %, p ${p.toFixed(4)}`,
    );
  }
}, 1_800_000);
