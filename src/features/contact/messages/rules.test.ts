import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChannelTimes, channelState, linkParts } from './rules.ts';

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Helsinki]`);
const time = (text: string) => Temporal.PlainTime.from(text);

const weekdays: ChannelTimes = {
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: time('09:00'), closes: time('15:00') })),
  closedDays: new Set(),
  closedUntil: null,
  endedAt: null,
};
const said = (channel: ChannelTimes, moment: string) => {
  const state = channelState(channel, at(moment));
  if (state.state === 'open') return `open until ${state.until?.toPlainDateTime() ?? 'further notice'}`;
  if (state.state === 'closed') return `closed until ${state.opensAt?.toPlainDateTime() ?? 'further notice'}`;
  return state.state;
};

test('a channel opens at nine and closes at three by itself', () => {
  expect(said(weekdays, '2026-11-24T08:59:59')).toBe('closed until 2026-11-24T09:00:00');
  expect(said(weekdays, '2026-11-24T09:00')).toBe('open until 2026-11-24T15:00:00');
  expect(said(weekdays, '2026-11-24T14:59:59')).toBe('open until 2026-11-24T15:00:00');
  expect(said(weekdays, '2026-11-24T15:00')).toBe('closed until 2026-11-25T09:00:00');
});

test('on a Friday evening a channel says that it opens on Monday, over a closed day on Tuesday', () => {
  expect(said(weekdays, '2026-11-27T18:00')).toBe('closed until 2026-11-30T09:00:00');
  const holiday = { ...weekdays, closedDays: new Set(['2026-11-30']) };
  expect(said(holiday, '2026-11-27T18:00')).toBe('closed until 2026-12-01T09:00:00');
});

test('what a coach closes now stays closed until the coach meant, then the hours count again', () => {
  const until = (text: string) => ({ ...weekdays, closedUntil: at(text).toInstant() });
  expect(said(until('2026-11-25T00:00'), '2026-11-24T10:00')).toBe('closed until 2026-11-25T09:00:00');
  expect(said(until('2026-11-24T12:00'), '2026-11-24T10:00')).toBe('closed until 2026-11-24T12:00:00');
  expect(said(until('2026-11-24T12:00'), '2026-11-24T12:00')).toBe('open until 2026-11-24T15:00:00');
});

test('a channel without hours is open always, and one that has ended never', () => {
  expect(said({ ...weekdays, hours: [] }, '2026-11-29T03:00')).toBe('open until further notice');
  expect(said({ ...weekdays, endedAt: at('2026-01-01T00:00').toInstant() }, '2026-11-24T10:00')).toBe(
    'ended',
  );
});

test('hours that touch are one: nobody is told of a closing at noon', () => {
  const two = {
    ...weekdays,
    hours: [
      { weekday: 2, opens: time('09:00'), closes: time('12:00') },
      { weekday: 2, opens: time('12:00'), closes: time('15:00') },
    ],
  };
  expect(said(two, '2026-11-24T10:00')).toBe('open until 2026-11-24T15:00:00');
});

test('a closed channel is open at the very moment it promised', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.nat(1380), fc.integer({ min: 1, max: 59 })), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.nat(60 * 24 * 400),
      fc.option(fc.nat(60 * 24 * 3)),
      (spans, minutes, closedFor) => {
        const moment = at('2026-01-01T00:00').add({ minutes });
        const channel: ChannelTimes = {
          hours: spans.map(([weekday, start, length]) => ({
            weekday,
            opens: time('00:00').add({ minutes: start }),
            closes: time('00:00').add({ minutes: start + length }),
          })),
          closedDays: new Set(),
          closedUntil: closedFor === null ? null : moment.add({ minutes: closedFor }).toInstant(),
          endedAt: null,
        };
        const state = channelState(channel, moment);
        if (state.state === 'closed' && state.opensAt) {
          expect(channelState(channel, state.opensAt).state).toBe('open');
          expect(channelState(channel, state.opensAt.subtract({ seconds: 1 })).state).toBe('closed');
        }
        if (state.state === 'open' && state.until) {
          expect(channelState(channel, state.until.subtract({ seconds: 1 })).state).toBe('open');
          expect(channelState(channel, state.until).state).toBe('closed');
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('only secure web addresses become links, and nothing of the text is lost', () => {
  expect(linkParts('Katso https://example.fi/a?b=1. Hei')).toEqual([
    { text: 'Katso ' },
    { text: 'https://example.fi/a?b=1', href: 'https://example.fi/a?b=1' },
    { text: '. Hei' },
  ]);
  for (const text of ['javascript:alert(1)', 'http://example.fi', 'https://', 'data:text/html,x']) {
    expect(linkParts(text)).toEqual([{ text }]);
  }
  fc.assert(
    fc.property(fc.string(), fc.webUrl({ size: 'xsmall' }), fc.string(), (a, b, c) => {
      const text = `${a} ${b} ${c}`;
      expect(
        linkParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
