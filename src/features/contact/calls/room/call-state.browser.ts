// How a call stands in this page, and what of a change is worth saying aloud.
import type { DeviceError } from '../line/devices.browser.ts';
import type { LineState, TakesIn } from '../line/media-connection.browser.ts';
import { nothingTyped, type Typed } from '../line/typing-rules.ts';
import type { News, NewsMessage, NewsPerson } from '../news.browser.ts';
import type { LeftWhy, Place } from '../rules.ts';

export type Picture = 'none' | 'camera' | 'screen';

export type Other = NewsPerson & {
  stream: MediaStream | undefined;
  /** `none`: messages only, no line between the pages. */
  link: LineState | 'none';
  speaking: boolean;
  microphone: boolean;
  picture: Picture;
  /** Their picture is held back from us because the network is weak. */
  heldBack: boolean;
  typed: Typed;
  reaction: string | undefined;
};

export type Trouble = { device: 'microphone' | 'camera' | 'screen'; error: DeviceError };

export type CallState = {
  phase: 'starting' | 'in' | 'left' | 'elsewhere' | 'gone';
  why: LeftWhy | undefined;
  reachable: boolean;
  me: NewsPerson | undefined;
  people: readonly Other[];
  messages: readonly NewsMessage[];
  waiting: News['waiting'];
  locked: boolean;
  spotlight: string | undefined;
  microphone: boolean;
  picture: Picture;
  ownPicture: MediaStream | undefined;
  takesIn: TakesIn;
  trouble: Trouble | undefined;
  /** Why we take part with less than we asked for. */
  because: Place['because'] | undefined;
  /** Our picture is held back because the network is weak. */
  heldBack: boolean;
};

export const callBegins: CallState = {
  phase: 'starting',
  why: undefined,
  reachable: true,
  me: undefined,
  people: [],
  messages: [],
  waiting: [],
  locked: false,
  spotlight: undefined,
  microphone: false,
  picture: 'none',
  ownPicture: undefined,
  takesIn: 'picture',
  trouble: undefined,
  because: undefined,
  heldBack: false,
};

/** What is worth saying aloud, for a live region. */
export type Happening =
  | { what: 'came' | 'went' | 'hand' | 'waits'; name: string }
  | { what: 'message'; name: string; text: string }
  | { what: 'muted' | 'heldBack' | 'heldBackOver' | 'unreachable' | 'reachable' | 'locked' | 'unlocked' };

/** The call after news of the server. What the pages told each other of themselves stays. */
export function afterNews(before: CallState, news: News): CallState {
  const known = new Map(before.people.map((one) => [one.visit, one]));
  const people = news.people.filter((one) => !one.me).map((one) => otherOf(one, known.get(one.visit)));
  return {
    ...before,
    phase: 'in',
    me: news.people.find((one) => one.me),
    people: people.map((one) => withoutSent(one, news.messages)),
    messages: [...before.messages, ...news.messages],
    waiting: news.waiting,
    locked: news.locked,
    spotlight: news.spotlight,
  };
}

function otherOf(person: NewsPerson, known: Other | undefined): Other {
  if (!known) {
    return {
      ...person,
      stream: undefined,
      link: person.direct ? 'connecting' : 'none',
      speaking: false,
      microphone: person.way !== 'text',
      picture: person.way === 'video' ? 'camera' : 'none',
      heldBack: false,
      typed: nothingTyped,
      reaction: undefined,
    };
  }
  if (!person.direct) return { ...known, ...person, link: 'none', stream: undefined };
  return { ...known, ...person, link: known.link === 'none' ? 'connecting' : known.link };
}

// A finished line is shown as typed until the message itself has come.
function withoutSent(one: Other, messages: readonly NewsMessage[]): Other {
  const sent = messages.some((message) => !message.mine && message.name === one.name);
  return sent ? { ...one, typed: { ...one.typed, lines: [] } } : one;
}

/** What happened between two states of the call. */
export function happeningsBetween(before: CallState, after: CallState): Happening[] {
  if (before.phase !== 'in') return [];
  const was = new Map(before.people.map((one) => [one.visit, one]));
  const is = new Set(after.people.map((one) => one.visit));
  const waited = new Set(before.waiting.map((one) => one.visit));
  const happenings: Happening[] = [];
  for (const one of after.people) {
    if (!was.has(one.visit)) happenings.push({ what: 'came', name: one.name });
    else if (one.hand && !was.get(one.visit)?.hand) happenings.push({ what: 'hand', name: one.name });
  }
  for (const one of before.people) if (!is.has(one.visit)) happenings.push({ what: 'went', name: one.name });
  for (const one of after.waiting)
    if (!waited.has(one.visit)) happenings.push({ what: 'waits', name: one.name });
  for (const message of after.messages.slice(before.messages.length))
    if (!message.mine) happenings.push({ what: 'message', name: message.name, text: message.text });
  if (before.locked !== after.locked) happenings.push({ what: after.locked ? 'locked' : 'unlocked' });
  return happenings;
}
