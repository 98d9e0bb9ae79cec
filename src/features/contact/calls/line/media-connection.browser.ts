// How the media of a call travel, whatever carries them. The call (call.browser.ts) knows only this. There is one
// maker, browser to browser (peer-to-peer.browser.ts); a media server's becomes another with the same face.

/** One page of one other participant. The line grows when that page is loaded anew. */
export type Peer = { visit: string; line: number };

/** What a participant takes in: everything, the voices only, or nothing but text. */
export type TakesIn = 'picture' | 'voice' | 'text';

/** Small words between pages that need no record. */
export type Word =
  | { about: 'me'; microphone: boolean; picture: 'none' | 'camera' | 'screen'; takesIn: TakesIn }
  /** My picture is held back for a while because the network to you is weak. */
  | { about: 'picture'; heldBack: boolean }
  | { about: 'reaction'; reaction: string };

export type LineState = 'connecting' | 'connected' | 'broken';

export type Measured = {
  /** How loud each of the others is, 0–1. */
  loudness: readonly { visit: string; level: number }[];
  /** From how many of them our picture is held back because the network is weak. */
  heldBack: number;
};

export type MediaEvents = {
  /** A signal for another page, to be carried by the server. */
  signal(to: Peer, body: string): void;
  /** Sound and picture of another are there, in one stream so that lips and voice stay together. */
  media(visit: string, stream: MediaStream): void;
  word(visit: string, word: Word): void;
  /** Characters of another's real-time text. */
  typed(visit: string, characters: string): void;
  /** The channel of real-time text opened again after a break: characters may be missing. */
  typedGap(visit: string): void;
  line(visit: string, state: LineState): void;
};

export type MediaConnection = {
  /** The others with whom there is to be a line now. Those not named any more are let go. */
  meet(peers: readonly Peer[]): void;
  /** A signal that the server carried here. */
  hear(from: Peer, body: string): void;
  /** What we send to everybody; null for nothing. */
  send(microphone: MediaStreamTrack | null, picture: MediaStreamTrack | null): void;
  say(word: Word): void;
  type(characters: string): void;
  /** Called about once a second: measures, and steps on the ladder. */
  tick(now: number): Promise<Measured>;
  /** The network has changed: find new ways at once. */
  mend(): Promise<void>;
  close(): void;
};

/** Through which servers others may be reached, and whether straight or only by a relay. */
export type WaysToOthers = {
  policy: 'all' | 'relay' | 'none';
  servers: readonly { urls: string[]; username?: string; credential?: string }[];
};

export type MediaSettings = {
  /** The own visit; undefined on the way in, before it has begun. */
  me: string | undefined;
  /** The ways known when the page was opened. */
  connection: WaysToOthers;
  /** Asks for them anew: credentials of a relay live ten minutes. */
  askConnection(): Promise<WaysToOthers>;
};

export type MakeMediaConnection = (settings: MediaSettings, events: MediaEvents) => MediaConnection;
