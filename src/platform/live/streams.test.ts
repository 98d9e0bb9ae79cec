import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LiveStreams, openLiveStreams } from './streams.ts';

let streams: LiveStreams;
let asked: string[];
beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  streams = openLiveStreams((officeId) => asked.push(officeId));
});
afterEach(() => {
  streams.close();
  vi.useRealTimers();
});

/** A browser at the other end of a stream; `waiting` is what it has not taken yet, in bytes. */
function browser() {
  const heard: string[] = [];
  const to = Object.assign(new EventEmitter(), {
    writableLength: 0,
    write: (text: string) => heard.push(text),
    end: () => heard.push('end'),
    destroy: () => heard.push('gone'),
  });
  return {
    heard,
    to: to as unknown as ServerResponse,
    fallAsleep: () => Object.assign(to, { writableLength: 1e6 }),
  };
}

let sessions = 0;
const listener = () => ({ officeId: 'o', personId: 'p', sessionId: `s${sessions++}`, topics: ['page:1'] });

test('a page on which nothing happens hears a breath within half a minute, so that no proxy ends its stream', () => {
  const pages = Array.from({ length: 60 }, browser);
  for (const page of pages) streams.add(listener(), page.to);
  let most = 0;
  for (let second = 0; second < 25; second++) {
    const before = pages.flatMap((page) => page.heard).length;
    vi.advanceTimersByTime(1000);
    most = Math.max(most, pages.flatMap((page) => page.heard).length - before);
  }
  expect(pages.map((page) => page.heard)).toEqual(pages.map(() => [':\n\n']));
  // Not all at once.
  expect(most).toBeLessThanOrEqual(3);
});

test('a browser that takes nothing any more is let go, the others stay', () => {
  const [asleep, awake] = [browser(), browser()];
  streams.add(listener(), asleep.to);
  streams.add(listener(), awake.to);
  asleep.fallAsleep();
  vi.advanceTimersByTime(50_000);
  expect(asleep.heard).toEqual(['gone']);
  expect(awake.heard).toEqual([':\n\n', ':\n\n']);
});

test('sessions are looked at again each minute while somebody of the office listens, and not after', () => {
  const page = browser();
  const stream = streams.add(listener(), page.to);
  vi.advanceTimersByTime(120_000);
  expect(asked).toEqual(['o', 'o']);
  streams.end(stream);
  vi.advanceTimersByTime(120_000);
  expect(asked).toHaveLength(2);
});
