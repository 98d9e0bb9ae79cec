// The maker of media connections without a media server: each browser holds one line to each other.
import type {
  MakeMediaConnection,
  Measured,
  MediaConnection,
  MediaEvents,
  MediaSettings,
  Peer,
  WaysToOthers,
  Word,
} from './media-connection.browser.ts';
import { PeerLine, type Tracks } from './peer-line.browser.ts';
import { warmConnections } from './prepared.browser.ts';
import { nothingTyped, readTyped, type Typed } from './typing-rules.ts';

/** Credentials live ten minutes; a line opened late in a long call must not be given an old one. */
const freshMinutes = 8;
const aloneAfterMs = 1_000;
/** News that were on their way when somebody called are in by then. */
const newsLagMs = 5_000;

export const peerToPeer: MakeMediaConnection = (settings, events) => new Mesh(settings, events);

class Mesh implements MediaConnection {
  readonly #settings: MediaSettings;
  readonly #events: MediaEvents;
  readonly #lines = new Map<string, PeerLine>();
  /** When pages called us that the news had not told of yet; older news must not end their lines. */
  readonly #heardOf = new Map<string, number>();
  #wanted: readonly Peer[] = [];
  #tracks: Tracks = { microphone: null, picture: null };
  #aboutMe: Word | undefined;
  /** What we have written, as a reader sees it. */
  #typed: Typed = nothingTyped;
  /** Visits whose text we have been reading. */
  readonly #read = new Set<string>();
  /** The ways asked for anew since the page was opened. */
  #renewed: WaysToOthers | undefined;
  /** When the ways known now were given, by the clock on the wall: a device that slept has old ones. */
  #knownSince = Date.now();
  readonly #refreshing: ReturnType<typeof setInterval>;
  #closed = false;

  constructor(settings: MediaSettings, events: MediaEvents) {
    this.#settings = settings;
    this.#events = events;
    // Whoever sits here alone is called by the next to come.
    setTimeout(() => this.#lines.size === 0 && !this.#closed && void warmConnections(), aloneAfterMs);
    this.#refreshing = setInterval(() => void this.#askAgain(), freshMinutes * 60_000);
  }

  async #askAgain(): Promise<void> {
    try {
      this.#renewed = await this.#settings.askConnection();
      this.#knownSince = Date.now();
    } catch {
      // The server does not answer: the ways known so far are kept, and the next asking finds better ones.
    }
  }

  // The call that takes over lines laid on the way in brings ways of its own, with credentials of that moment.
  get #config(): RTCConfiguration {
    return configOf(this.#renewed ?? this.#settings.connection);
  }

  #open(peer: Peer, called = false): PeerLine {
    const line: PeerLine = new PeerLine({
      me: this.#settings.me,
      peer,
      called,
      config: this.#config,
      events: this.#events,
      aboutMe: () => this.#aboutMe,
      tracks: () => this.#tracks,
      others: () => this.#lines.size,
      lineSoFar: () => this.#typed.line,
      textOpened: () => {
        if (this.#read.has(peer.visit)) this.#events.typedGap(peer.visit);
        this.#read.add(peer.visit);
      },
      begunAnew: (body) => {
        if (this.#lines.get(peer.visit) !== line || this.#closed) return;
        line.close();
        this.#open(peer, true).hear(body);
      },
    });
    this.#lines.set(peer.visit, line);
    this.#events.line(peer.visit, 'connecting');
    return line;
  }

  #arrange(): void {
    if (this.#closed) return;
    for (const [visit, line] of this.#lines) {
      const wanted = this.#wanted.find((peer) => peer.visit === visit);
      if (wanted?.line === line.peer.line) continue;
      const justHeard =
        performance.now() - (this.#heardOf.get(visit) ?? Number.NEGATIVE_INFINITY) < newsLagMs;
      if (justHeard && (wanted?.line ?? 0) < line.peer.line) continue;
      line.close();
      this.#lines.delete(visit);
    }
    for (const peer of this.#wanted) {
      if (this.#lines.has(peer.visit)) continue;
      this.#open(peer);
    }
  }

  meet(peers: readonly Peer[]): void {
    this.#wanted = peers;
    this.#arrange();
  }

  // The server passes signals between those in the room only, so one may come before the news of who sent it.
  hear(from: Peer, body: string): void {
    const line = this.#lines.get(from.visit);
    if (line && line.peer.line > from.line) return;
    if (line?.peer.line === from.line) {
      line.hear(body);
      return;
    }
    line?.close();
    this.#heardOf.set(from.visit, performance.now());
    this.#open(from, true).hear(body);
  }

  send(microphone: MediaStreamTrack | null, picture: MediaStreamTrack | null): void {
    this.#tracks = { microphone, picture };
    for (const line of this.#lines.values()) void line.applyTracks();
  }

  say(word: Word): void {
    if (word.about === 'me') this.#aboutMe = word;
    for (const line of this.#lines.values()) line.say(word);
  }

  type(characters: string): void {
    this.#typed = readTyped(this.#typed, characters);
    for (const line of this.#lines.values()) line.type(characters);
  }

  async tick(now: number): Promise<Measured> {
    const loudness = [];
    for (const [visit, line] of this.#lines) loudness.push({ visit, level: await line.tick(now) });
    return { loudness, heldBack: [...this.#lines.values()].filter((line) => line.heldBack).length };
  }

  // A network that has just come back answers late, so it is not asked for what is known.
  async mend(): Promise<void> {
    if (Date.now() - this.#knownSince > freshMinutes * 60_000) await this.#askAgain();
    for (const line of this.#lines.values()) line.mend(this.#config);
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#refreshing);
    for (const line of this.#lines.values()) line.close();
    this.#lines.clear();
  }
}

const configOf = ({ policy, servers }: WaysToOthers): RTCConfiguration => ({
  iceServers: [...servers],
  iceTransportPolicy: policy === 'relay' ? 'relay' : 'all',
});
