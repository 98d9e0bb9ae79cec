import { expect, test } from 'vitest';
import type { News, NewsPerson } from '../news.browser.ts';
import { afterNews, type CallState, callBegins, happeningsBetween } from './call-state.browser.ts';

const person = (visit: string, more: Partial<NewsPerson> = {}): NewsPerson => ({
  visit,
  line: 1,
  name: visit,
  host: false,
  me: false,
  way: 'voice',
  hand: false,
  lost: false,
  direct: true,
  ...more,
});
const aino = person('Aino', { me: true });
const news = (more: Partial<News> = {}): News => ({
  me: { state: 'in', line: 1, way: 'voice', why: undefined, mutedAt: undefined },
  people: [aino],
  waiting: [],
  notes: [],
  messages: [],
  locked: false,
  spotlight: undefined,
  ...more,
});
const first: CallState = afterNews(callBegins, news());
const told = (before: CallState, after: CallState) =>
  happeningsBetween(before, after).map((one) => ('name' in one ? `${one.name} ${one.what}` : one.what));

test('who comes, raises a hand, shows a screen and goes is told; who was there from the start is not', () => {
  expect(told(callBegins, first)).toEqual([]);
  const two = afterNews(first, news({ people: [aino, person('Eetu')] }));
  expect(told(first, two)).toEqual(['Eetu came']);
  const raised = afterNews(two, news({ people: [aino, person('Eetu', { hand: true })] }));
  const shows = { ...raised, people: raised.people.map((one) => ({ ...one, picture: 'screen' as const })) };
  expect(told(two, shows)).toEqual(['Eetu hand', 'Eetu showsScreen']);
  expect(told(shows, afterNews(shows, news()))).toEqual(['Eetu went']);
});

test('what a key did to one’s own microphone, picture and hand is told', () => {
  const open = { ...first, microphone: true, picture: 'camera' as const };
  expect(told(first, open)).toEqual(['microphoneOpened', 'cameraOpened']);
  expect(told(open, { ...open, microphone: false })).toEqual(['microphoneClosed']);
  // A host who mutes is told of in a notice that stays.
  expect(told(open, { ...open, microphone: false, mutedByHost: true })).toEqual([]);
  const hand = afterNews(first, news({ people: [person('Aino', { me: true, hand: true })] }));
  expect(told(first, hand)).toEqual(['ownHandUp']);
});

test('being shown large is told to the one shown and to the others, and nobody who left stays large', () => {
  const eetu = person('Eetu');
  const two = afterNews(first, news({ people: [aino, eetu] }));
  const his = afterNews(two, news({ people: [aino, eetu], spotlight: 'Eetu' }));
  expect(told(two, his)).toEqual(['Eetu spotlit']);
  const mine = afterNews(his, news({ people: [aino, eetu], spotlight: 'Aino' }));
  expect(told(his, mine)).toEqual(['spotlitYou']);
  expect(afterNews(his, news({ spotlight: 'Eetu' })).spotlight).toBeUndefined();
});
