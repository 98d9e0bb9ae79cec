import { expect, test } from 'vitest';
import { openWaiting } from './waiting.ts';

const held = { officeId: 'office', topic: 'visit:1', milliseconds: 60_000 };

function signals() {
  const found: string[] = [];
  const waiting = openWaiting(async () => {});
  let looks = 0;
  const look = async () => {
    looks += 1;
    return found.shift();
  };
  const looked = (times: number) => expect.poll(() => looks).toBe(times);
  return { found, waiting, look, looked };
}

test('somebody who waits gets what is there at once, else what the next hint of their topic brings', async () => {
  const { found, waiting, look, looked } = signals();
  found.push('early');
  expect(await waiting.findWhenHinted(held, look)).toBe('early');

  const answer = waiting.findWhenHinted(held, look);
  await looked(2);
  waiting.wake('office', ['visit:2', 'room:1']);
  waiting.wake('elsewhere', ['visit:1']);
  found.push('late');
  waiting.wake('office', ['visit:1']);
  expect(await answer).toBe('late');
  await looked(3);
});

test('a hint that finds nothing is waited over, and one that comes during a look is not lost', async () => {
  const { found, waiting, look, looked } = signals();
  let looks = 0;
  const answer = waiting.findWhenHinted(held, async () => {
    const seen = await look();
    looks += 1;
    // What is written just now was not in this look.
    if (looks === 1) waiting.wake('office', ['visit:1']);
    return seen;
  });
  await looked(2);
  found.push('there');
  waiting.wake('office', ['visit:1']);
  expect(await answer).toBe('there');
});

test('nobody waits longer than they asked to, after they have gone, or when the house closes', async () => {
  const { waiting, look, looked } = signals();
  expect(await waiting.findWhenHinted({ ...held, milliseconds: 5 }, look)).toBeUndefined();

  const gone = new AbortController();
  const unheard = waiting.findWhenHinted({ ...held, left: gone.signal }, look);
  await looked(3);
  gone.abort();
  expect(await unheard).toBeUndefined();

  const last = waiting.findWhenHinted(held, look);
  await looked(4);
  waiting.close();
  expect(await last).toBeUndefined();
});

test('where hints may have been missed, everybody looks again', async () => {
  const { found, waiting, look, looked } = signals();
  const answer = waiting.findWhenHinted(held, look);
  await looked(1);
  found.push('there');
  waiting.wake('office', null);
  expect(await answer).toBe('there');
});
