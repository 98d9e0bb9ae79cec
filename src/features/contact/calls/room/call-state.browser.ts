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
  /** A host closed our microphone, and we have not opened it since. */
  mutedByHost: boolean;
  /** We speak while our microphone is closed. */
  speaksUnheard: boolean;
  ownReaction: string | undefined;
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
  mutedByHost: false,
  speaksUnheard: false,
  ownReaction: undefined,
};

/** What is worth saying aloud and is not read from elsewhere: messages are a log, and trouble stands in notices. */
export type Happening =
  | { what: 'came' | 'went' | 'hand' | 'waits' | 'spotlit' | 'showsScreen' | 'screenOver'; name: string }
  | { what: 'reacted'; name: string; reaction: string }
  | {
      what:
        | 'microphoneOpened'
        | 'microphoneClosed'
        | 'cameraOpened'
        | 'pictureClosed'
        | 'screenShown'
        | 'ownHandUp'
        | 'ownHandDown'
        | 'spotlitYou'
        | 'spotlightOver'
        | 'heldBackOver'
        | 'reachable'
        | 'locked'
        | 'unlocked';
    };

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
    // Who was raised to the front and left is not missed in an empty place.
    spotlight: news.people.some((one) => one.visit === news.spotlight) ? news.spotlight : undefined,
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
  if (before.phase !== 'in' || after.phase !== 'in') return [];
  return [
    ...happeningsOfOthers(before, after),
    ...happeningsOfOwn(before, after),
    ...happeningsOfRoom(before, after),
  ];
}

function happeningsOfOthers(before: CallState, after: CallState): Happening[] {
  if (before.people === after.people && before.waiting === after.waiting) return [];
  const was = new Map(before.people.map((one) => [one.visit, one]));
  const is = new Set(after.people.map((one) => one.visit));
  const waited = new Set(before.waiting.map((one) => one.visit));
  const happenings: Happening[] = [];
  for (const one of after.people) {
    const { name, reaction } = one;
    const known = was.get(one.visit);
    if (!known) {
      happenings.push({ what: 'came', name });
      continue;
    }
    if (one.hand && !known.hand) happenings.push({ what: 'hand', name });
    if (reaction && reaction !== known.reaction) happenings.push({ what: 'reacted', name, reaction });
    if ((one.picture === 'screen') !== (known.picture === 'screen'))
      happenings.push({ what: one.picture === 'screen' ? 'showsScreen' : 'screenOver', name });
  }
  for (const one of before.people) if (!is.has(one.visit)) happenings.push({ what: 'went', name: one.name });
  for (const one of after.waiting)
    if (!waited.has(one.visit)) happenings.push({ what: 'waits', name: one.name });
  return happenings;
}

// What a key did without any button in sight must be heard as well.
function happeningsOfOwn(before: CallState, after: CallState): Happening[] {
  const happenings: Happening[] = [];
  if (!before.microphone && after.microphone) happenings.push({ what: 'microphoneOpened' });
  if (before.microphone && !after.microphone && !after.mutedByHost)
    happenings.push({ what: 'microphoneClosed' });
  if (before.picture !== after.picture)
    happenings.push({
      what: ({ none: 'pictureClosed', camera: 'cameraOpened', screen: 'screenShown' } as const)[
        after.picture
      ],
    });
  if (before.me && after.me && before.me.hand !== after.me.hand)
    happenings.push({ what: after.me.hand ? 'ownHandUp' : 'ownHandDown' });
  if (before.heldBack && !after.heldBack && after.picture !== 'none')
    happenings.push({ what: 'heldBackOver' });
  if (!before.reachable && after.reachable) happenings.push({ what: 'reachable' });
  return happenings;
}

function happeningsOfRoom(before: CallState, after: CallState): Happening[] {
  const happenings: Happening[] = [];
  if (before.locked !== after.locked) happenings.push({ what: after.locked ? 'locked' : 'unlocked' });
  if (before.spotlight === after.spotlight) return happenings;
  const raised = after.people.find((one) => one.visit === after.spotlight);
  if (raised) happenings.push({ what: 'spotlit', name: raised.name });
  else happenings.push({ what: after.spotlight === undefined ? 'spotlightOver' : 'spotlitYou' });
  return happenings;
}
