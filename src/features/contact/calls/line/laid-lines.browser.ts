// Lines that are laid from the tap, while the server is still asked for the room: the first words to those who are in
// travel with that question, and the call takes the lines over when it begins.
import type { HeardSignal } from '../news.browser.ts';
import { firstLine, type Way } from '../rules.ts';
import type {
  MediaConnection,
  MediaEvents,
  MediaSettings,
  Peer,
  WaysToOthers,
} from './media-connection.browser.ts';
import { Outbox, type Outgoing } from './outbox.browser.ts';
import { peerToPeer } from './peer-to-peer.browser.ts';

/** With whom lines can be laid at once, as the server saw it a moment ago. Whoever has left since hears nothing. */
export type FirstLines = { others: readonly (Peer & { way: Way })[]; connection: WaysToOthers };

export type LaidLines = {
  readonly outbox: Outbox;
  /** The first words to all of them, as soon as they are there. */
  firstWords(): Promise<readonly Outgoing[]>;
  /** The visit at `base` has begun: what the others answer is heard from now on. */
  listen(base: string): void;
  /** The first of the lines stands. */
  readonly connected: Promise<void>;
  /** After which position the call listens itself; what came before has been heard. */
  heard: Promise<number>;
  /** The call hears of the lines from now on, and of what has happened on them. */
  takeOver(settings: MediaSettings, events: MediaEvents): MediaConnection;
  drop(): void;
};

/** The first question is short: a connection that has died must not keep the call from asking anew. */
const firstHoldSeconds = 2;
const firstAnswerWithinMs = 4_000;

/** Lays lines to the others; undefined where there is nobody to be reached. `media` hears what comes on them. */
export function lay({ others, connection }: FirstLines, media: MediaEvents['media']): LaidLines | undefined {
  if (others.length === 0 || connection.policy === 'none') return undefined;
  const outbox = new Outbox();
  const happened: ((events: MediaEvents) => void)[] = [];
  let connects = () => {};
  const connected = new Promise<void>((resolve) => {
    connects = resolve;
  });
  const settings: MediaSettings = { me: undefined, connection, askConnection: async () => connection };
  const events: MediaEvents = {
    signal: (to, body) => outbox.put(to, body),
    media: (...what) => {
      media(...what);
      happened.push((to) => to.media(...what));
    },
    word: (...what) => happened.push((to) => to.word(...what)),
    typed: (...what) => happened.push((to) => to.typed(...what)),
    typedGap: (...what) => happened.push((to) => to.typedGap(...what)),
    line: (visit, state) => {
      if (state === 'connected') connects();
      happened.push((to) => to.line(visit, state));
    },
  };
  const mesh = peerToPeer(settings, events);
  mesh.meet(others);
  const hear = async (base: string): Promise<number> => {
    const path = `${base}/next-signals?hold=${firstHoldSeconds}&line=${firstLine}&after=0`;
    const answer = await fetch(path, {
      cache: 'no-store',
      signal: AbortSignal.timeout(firstAnswerWithinMs),
    });
    const signals = (await answer.json()) as HeardSignal[];
    for (const one of signals) mesh.hear({ visit: one.from, line: one.fromLine }, one.body);
    return signals.at(-1)?.position ?? 0;
  };
  const lines: LaidLines = {
    outbox,
    connected,
    heard: Promise.resolve(0),
    async firstWords() {
      await outbox.firstWords(others.length);
      return outbox.next();
    },
    listen(base) {
      lines.heard = hear(base).catch(() => 0);
    },
    takeOver(ofCall, eventsOfCall) {
      Object.assign(settings, ofCall);
      Object.assign(events, eventsOfCall);
      for (const one of happened) one(events);
      return mesh;
    },
    drop: () => mesh.close(),
  };
  return lines;
}
