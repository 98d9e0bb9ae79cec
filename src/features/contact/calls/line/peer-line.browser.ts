// One line between this page and one other: an RTCPeerConnection with perfect negotiation, a fixed set of media and
// three data channels. Media never need renegotiation: what is sent is exchanged in place (replaceTrack), so turning
// the camera on is instant and offers are made only for the first meeting and for new network ways. Signals of a line
// that stands travel by it as well as by the server: by whichever is there and is faster.
import { type Ladder, newLadder, type Rung } from './ladder-rules.ts';
import { loudnessOf, measured, shapePicture } from './line-measures.browser.ts';
import type { LineState, MediaEvents, Peer, TakesIn, Word } from './media-connection.browser.ts';
import { isDue, isPolite, onDescription, type SignalBy } from './negotiation-rules.ts';
import { textProtocol } from './typing-rules.ts';

export type Tracks = { microphone: MediaStreamTrack | null; picture: MediaStreamTrack | null };

export type LineSettings = {
  me: string | undefined;
  peer: Peer;
  config: RTCConfiguration;
  events: MediaEvents;
  /** Our own words about ourselves, said again whenever a channel opens. */
  aboutMe(): Word | undefined;
  tracks(): Tracks;
  others(): number;
  /** What we are writing just now: somebody met in the middle of a line sees it from its beginning. */
  lineSoFar(): string;
  /** The channel of real-time text is open. */
  textOpened(): void;
  /** The other has called first: they hear of us by our answer. */
  called: boolean;
  /** The other has begun anew: this line is of no use, and a new one has to hear this signal first. */
  begunAnew(body: string): void;
};

/** Each connection says who it is: a page that had to begin anew is then answered by a new connection. */
type Signal = {
  session: string;
  /** Which of its session it is, counted from one. */
  number: number;
  description?: RTCSessionDescriptionInit;
  candidates?: RTCIceCandidateInit[];
};

/** A broken line is mended when it has not healed by itself this soon, in milliseconds. */
const mendAfter = 2_000;
const mendAgainAfter = 6_000;
/**
 * Candidates found this close together travel together, in milliseconds. The first of them travel with the description
 * they belong to: it waits for them a little, and then hardly any longer for those beside the first.
 */
const gatherFor = 20;
const firstWithin = 12;
const besideFirst = 2;
/** Whoever waits to be called says that they are there when nobody has, this much later. */
const greetAfter = 600;

export class PeerLine {
  readonly peer: Peer;
  readonly #settings: LineSettings;
  readonly #polite: boolean;
  readonly #pc: RTCPeerConnection;
  readonly #session = crypto.randomUUID();
  readonly #theirs = new MediaStream();
  readonly #own = new MediaStream();
  readonly #text: RTCDataChannel;
  readonly #words: RTCDataChannel;
  readonly #signals: RTCDataChannel;
  readonly #gathered: RTCIceCandidateInit[] = [];
  #theirSession: string | undefined;
  #said = 0;
  #heard = 0;
  /** What was said before the other could be reached. */
  readonly #unsaid: Word[] = [];
  /** The media have been laid, by us or by the other. */
  #met = false;
  #makingOffer = false;
  #settingAnswer = false;
  #closed = false;
  #takesIn: TakesIn = 'picture';
  #ladder: Ladder = newLadder();
  #mending: ReturnType<typeof setTimeout> | undefined;
  #gathering: ReturnType<typeof setTimeout> | undefined;
  /** A description that waits a moment for its first candidates. */
  #toDescribe: RTCSessionDescriptionInit | undefined;
  /** Signals are applied one after the other, as they were sent. */
  #queue: Promise<void> = Promise.resolve();

  constructor(settings: LineSettings) {
    this.#settings = settings;
    this.peer = settings.peer;
    this.#polite = isPolite(settings.me, settings.peer.visit);
    this.#pc = new RTCPeerConnection({ ...settings.config, bundlePolicy: 'max-bundle' });
    // Both sides open all channels under agreed numbers, so none waits for the other's announcement.
    const agreed = { ordered: true, negotiated: true };
    this.#text = this.#pc.createDataChannel(textProtocol, { ...agreed, protocol: textProtocol, id: 0 });
    this.#words = this.#pc.createDataChannel('house', { ...agreed, id: 1 });
    this.#signals = this.#pc.createDataChannel('signals', { ...agreed, id: 2 });
    this.#listen();
    this.#listenToChannels();
    this.#greet();
  }

  // The impolite one lays the media and calls first; the polite one waits, and offers only to mend what is laid.
  #greet(): void {
    if (this.#polite) {
      // Usually the newcomer has called by then, and the answer goes out first.
      if (!this.#settings.called) setTimeout(() => this.#theirSession ?? this.#signal({}), greetAfter);
      return;
    }
    for (const kind of ['audio', 'video'])
      this.#pc.addTransceiver(kind, { direction: 'sendrecv', streams: [this.#own] });
    this.#met = true;
    void this.applyTracks();
  }

  #listen(): void {
    const pc = this.#pc;
    const { events } = this.#settings;
    pc.onnegotiationneeded = () => this.#met && void this.#offer();
    pc.onicecandidate = ({ candidate }) => {
      if (!candidate) return;
      this.#gathered.push(candidate.toJSON());
      if (this.#toDescribe && this.#gathered.length === 1) this.#sendWithin(besideFirst);
      else this.#sendSoon(gatherFor);
    };
    pc.ontrack = ({ track }) => {
      this.#theirs.addTrack(track);
      events.media(this.peer.visit, this.#theirs);
    };
    pc.onconnectionstatechange = () => {
      if (this.#closed) return;
      const state = stateOfLine(pc.connectionState);
      events.line(this.peer.visit, state);
      if (state === 'connected') clearTimeout(this.#mending);
      else if (state === 'broken') this.#mendLater(pc.connectionState === 'failed' ? 0 : mendAfter);
    };
  }

  #listenToChannels(): void {
    const { events, aboutMe, lineSoFar, textOpened } = this.#settings;
    this.#words.onopen = () => {
      const about = aboutMe();
      if (about) this.say(about);
      for (const word of this.#unsaid.splice(0)) this.say(word);
    };
    this.#words.onmessage = ({ data }) => {
      const word = readWord(data);
      if (!word) return;
      if (word.about === 'me' && word.takesIn !== this.#takesIn) {
        this.#takesIn = word.takesIn;
        void this.applyTracks();
      }
      events.word(this.peer.visit, word);
    };
    this.#text.onopen = () => {
      textOpened();
      if (lineSoFar()) this.#text.send(lineSoFar());
    };
    this.#text.onmessage = ({ data }) => {
      if (typeof data === 'string') events.typed(this.peer.visit, data);
    };
    this.#signals.onmessage = ({ data }) => {
      if (typeof data === 'string') this.hear(data, 'line');
    };
  }

  #signal(signal: Omit<Signal, 'session' | 'number'>): void {
    if (this.#closed) return;
    this.#said += 1;
    const body = JSON.stringify({ session: this.#session, number: this.#said, ...signal });
    if (this.#signals.readyState === 'open') this.#signals.send(body);
    this.#settings.events.signal(this.peer, body);
  }

  #sendWithin(milliseconds: number): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#sendSoon(milliseconds);
  }

  #sendSoon(after: number): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      const candidates = this.#gathered.splice(0);
      const description = this.#toDescribe;
      this.#toDescribe = undefined;
      this.#signal({ ...(description && { description }), ...(candidates.length > 0 && { candidates }) });
    }, after);
  }

  async #describe(): Promise<void> {
    await this.#pc.setLocalDescription();
    this.#toDescribe = described(this.#pc);
    this.#sendWithin(this.#gathered.length > 0 ? besideFirst : firstWithin);
  }

  async #offer(): Promise<void> {
    try {
      this.#makingOffer = true;
      await this.#describe();
    } catch {
      // The connection was closed or went its own way meanwhile; the next question starts anew.
    } finally {
      this.#makingOffer = false;
    }
  }

  /** A signal from the other page. */
  hear(body: string, by: SignalBy = 'server'): void {
    const signal = JSON.parse(body) as Signal;
    this.#theirSession ??= signal.session;
    if (signal.session !== this.#theirSession) {
      this.#settings.begunAnew(body);
      return;
    }
    if (!isDue(signal.number, this.#heard, by)) return;
    this.#heard = signal.number;
    this.#queue = this.#queue
      .then(() => (this.#closed ? undefined : this.#apply(signal)))
      .catch(() => {
        this.#settingAnswer = false;
      });
  }

  async #apply(signal: Signal): Promise<void> {
    if (signal.description) await this.#take(signal.description);
    // Candidates of an offer that was ignored are refused; that is as it should be.
    for (const one of signal.candidates ?? []) await this.#pc.addIceCandidate(one).catch(() => {});
  }

  async #take(description: RTCSessionDescriptionInit): Promise<void> {
    const pc = this.#pc;
    const verdict = onDescription(description.type === 'answer' ? 'answer' : 'offer', {
      polite: this.#polite,
      makingOffer: this.#makingOffer,
      settingAnswer: this.#settingAnswer,
      signalingState: signalingOf(pc.signalingState),
    });
    if (verdict === 'ignore') return;
    this.#settingAnswer = description.type === 'answer';
    // Where we give way, setting the other's offer takes our own back (rollback) by itself.
    await pc.setRemoteDescription(description);
    this.#settingAnswer = false;
    if (description.type !== 'offer') return;
    if (!this.#met) {
      this.#met = true;
      for (const one of pc.getTransceivers()) {
        one.direction = 'sendrecv';
        one.sender.setStreams?.(this.#own);
      }
    }
    // Before the answer goes out: the picture is at work when the line stands.
    const applied = this.applyTracks();
    await this.#describe();
    await applied;
  }

  #sender(kind: 'audio' | 'video'): RTCRtpSender | undefined {
    return this.#pc.getTransceivers().find((one) => one.receiver.track.kind === kind)?.sender;
  }

  /** Sends what we send now, as far as the other takes it in and the network carries it. */
  async applyTracks(): Promise<void> {
    const { microphone, picture } = this.#settings.tracks();
    const showsPicture = this.#takesIn === 'picture' && this.#ladder.rung !== 'voice';
    try {
      await Promise.all([
        this.#sender('audio')?.replaceTrack(this.#takesIn === 'text' ? null : microphone),
        this.#sender('video')?.replaceTrack(showsPicture ? picture : null),
      ]);
      await shapePicture(this.#sender('video'), this.#ladder.rung, this.#settings.others());
    } catch {
      // The line was closed meanwhile.
    }
  }

  #mendLater(after: number): void {
    clearTimeout(this.#mending);
    this.#mending = setTimeout(() => {
      if (this.#closed || this.#pc.connectionState === 'connected') return;
      if (this.#met) this.#pc.restartIce();
      this.#mendLater(mendAgainAfter);
    }, after);
  }

  say(word: Word): void {
    if (this.#words.readyState === 'open') this.#words.send(JSON.stringify(word));
    // What we are is said anew when the channel opens.
    else if (this.#words.readyState === 'connecting' && word.about !== 'me') this.#unsaid.push(word);
  }

  type(characters: string): void {
    // A channel that is not open yet begins with the whole line.
    if (this.#text.readyState === 'open') this.#text.send(characters);
  }

  /** Measures the line and steps on the ladder; gives how loud the other is, 0–1. */
  async tick(now: number): Promise<number> {
    const before: Rung = this.#ladder.rung;
    this.#ladder = await measured(this.#pc, this.#ladder, now, this.#settings.tracks().picture !== null);
    if (this.#ladder.rung !== before) {
      await this.applyTracks();
      if (this.#ladder.rung === 'voice' || before === 'voice')
        this.say({ about: 'picture', heldBack: this.heldBack });
    }
    return loudnessOf(this.#pc);
  }

  /** Whether our picture is held back from this one because the network is weak. */
  get heldBack(): boolean {
    return this.#ladder.rung === 'voice';
  }

  /** Finds new network ways at once, with fresh credentials. */
  mend(config: RTCConfiguration): void {
    if (this.#closed) return;
    this.#pc.setConfiguration({ ...config, bundlePolicy: 'max-bundle' });
    if (this.#met) this.#pc.restartIce();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#mending);
    clearTimeout(this.#gathering);
    this.#pc.close();
  }
}

const described = (pc: RTCPeerConnection): RTCSessionDescriptionInit => ({
  type: pc.localDescription?.type ?? 'offer',
  sdp: pc.localDescription?.sdp ?? '',
});

function stateOfLine(state: RTCPeerConnectionState): LineState {
  if (state === 'connected') return 'connected';
  return state === 'disconnected' || state === 'failed' ? 'broken' : 'connecting';
}

const signalingOf = (state: RTCSignalingState) =>
  state === 'stable' || state === 'have-local-offer' || state === 'have-remote-offer' ? state : 'other';

const kinds = ['me', 'picture', 'reaction'];

// What comes from another browser is looked at before it is believed.
function readWord(data: unknown): Word | undefined {
  if (typeof data !== 'string' || data.length > 1000) return undefined;
  try {
    const word = JSON.parse(data) as Word;
    return kinds.includes(word.about) ? word : undefined;
  } catch {
    return undefined;
  }
}
