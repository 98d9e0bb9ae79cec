import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { now, setClock } from '../../../platform/clock.ts';
import { attendanceOf, inviteToRoom, openRoom } from './door.ts';
import { endSilentVisits } from './jobs.ts';
import { graceSeconds } from './rules.ts';

let house: TestHouse;
let office: TestOffice;
let aino: TestPerson;
let restoreClock = () => {};
beforeAll(async () => {
  house = await openTestHouse();
  office = await house.office();
  aino = await office.person('client');
});
afterEach(() => restoreClock());
afterAll(() => house.close());

// What may happen between two moments: signs of life of one page or of two, a reload, another device, leaving, a
// sweep by the worker, or nothing at all.
const deed = fc.constantFrom('life', 'reload', 'device', 'leave', 'sweep', 'nothing', 'text', 'voice');
const step = fc.record({ seconds: fc.integer({ min: 1, max: 100 }), deed });

const roomFrom = (opensAt: Temporal.Instant) =>
  office.inOffice(async (tx) => {
    const id = await openRoom(tx, {
      kind: 'pair',
      opensAt,
      closesAt: opensAt.add({ hours: 2 }),
      waiting: 'open-door',
      keepsText: false,
    });
    await inviteToRoom(tx, id, [{ personId: aino.id, as: 'guest', shownName: 'Aino' }]);
    return id;
  });

test('whatever pages do, attendance is the time between signs of life that are not too far apart, once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      let at = now();
      const restore = setClock(() => at);
      restoreClock = restore;
      const roomId = await roomFrom(at);
      const arrive = async () => {
        const answer = await aino.post(`/rooms/${roomId}/visits`, { way: 'voice' });
        return answer.headers.get('location') ?? '';
      };
      // The model: seconds since the last sign of life of the visit that counts, and what has been attended.
      let base = await arrive();
      await aino.post(`${base}/line`, { on: 'no' });
      let live = true;
      let sinceLife = 0;
      let expected = 0;
      for (const { seconds, deed } of steps) {
        at = at.add({ seconds });
        sinceLife += seconds;
        const sign = () => {
          if (live && sinceLife <= graceSeconds) expected += sinceLife;
          sinceLife = 0;
        };
        if (deed === 'nothing') continue;
        if (deed === 'sweep') {
          await office.inOffice((tx) => endSilentVisits(tx, roomId));
          if (sinceLife > graceSeconds) live = false;
        } else if (deed === 'device') {
          // The old page ends at its own last sign of life; the new one begins now.
          base = await arrive();
          await aino.post(`${base}/line`, { on: 'no' });
          live = true;
          sinceLife = 0;
        } else if (deed === 'leave') {
          await aino.post(`${base}/leaving`);
          sign();
          live = false;
        } else if (live) {
          if (deed === 'life') await aino.post(`${base}/life`);
          else if (deed === 'reload') await aino.post(`${base}/line`, { on: 'no' });
          else await aino.post(`${base}/way`, { way: deed });
          // Choosing the way one has already is no sign of life by itself.
          const found = await aino.get(`${base}/news?messages=0`);
          expect(found.status).toBe(200);
          if (deed === 'life' || deed === 'reload') sign();
          else {
            await aino.post(`${base}/life`);
            sign();
          }
        }
      }
      const intervals = await office.inOffice((tx) => attendanceOf(tx, roomId));
      const attended = intervals.reduce((sum, one) => sum + one.to.since(one.from).total('seconds'), 0);
      expect(attended).toBeCloseTo(expected, 3);
      restore();
    }),
    { numRuns: 25 },
  );
});

// Each request may be answered by a web process of its own, whose clock stands a little before or behind.
const skew = fc.integer({ min: -4_000, max: 4_000 });
const skewedStep = fc.record({
  seconds: fc.integer({ min: 1, max: 30 }),
  skew,
  deed: fc.constantFrom('life', 'reload', 'device', 'text', 'voice'),
});

test('clocks of several web processes that differ by seconds cost nobody more than those seconds, and give nothing twice', async () => {
  await fc.assert(
    fc.asyncProperty(skew, fc.array(skewedStep, { minLength: 1, maxLength: 10 }), async (first, steps) => {
      const begun = now();
      let at = begun;
      let off = first;
      restoreClock = setClock(() => at.add({ milliseconds: off }));
      const roomId = await roomFrom(begun.subtract({ minutes: 5 }));
      const arrive = async () => {
        const answer = await aino.post(`/rooms/${roomId}/visits`, { way: 'voice' });
        expect(answer.status).toBe(303);
        const base = answer.headers.get('location') ?? '';
        await aino.post(`${base}/line`, { on: 'no' });
        return base;
      };
      let base = await arrive();
      let unseen = 0;
      let devices = 1;
      for (const { seconds, skew: next, deed } of [...steps, { seconds: 1, skew: 0, deed: 'leave' }]) {
        at = at.add({ seconds });
        off = next;
        if (deed === 'device') {
          base = await arrive();
          devices += 1;
          // From the old page's last sign of life to the new one nobody was seen.
          unseen += seconds;
          continue;
        }
        const path = { life: 'life', reload: 'line', leave: 'leaving' }[deed] ?? 'way';
        const answer = await aino.post(`${base}/${path}`, path === 'way' ? { way: deed } : { on: 'no' });
        expect(answer.status, deed).toBeLessThan(400);
        // Choosing the way one has already is no sign of life by itself.
        if (path === 'way') expect((await aino.post(`${base}/life`)).status).toBeLessThan(400);
      }
      const intervals = await office.inOffice((tx) => attendanceOf(tx, roomId));
      const attended = intervals.reduce((sum, one) => sum + one.to.since(one.from).total('seconds'), 0);
      const real = at.since(begun).total('seconds') - unseen;
      expect(Math.abs(attended - real)).toBeLessThanOrEqual(8 * devices);
      for (const [i, one] of intervals.entries()) {
        const later = intervals[i + 1];
        if (later) expect(Temporal.Instant.compare(one.to, later.from)).toBeLessThanOrEqual(0);
      }
      restoreClock();
    }),
    { numRuns: 25 },
  );
});
