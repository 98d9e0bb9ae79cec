// The call of this page. It ties the line to the server, the lines to the others and the own devices together and
// knows nothing of how they are drawn; the island subscribes.

import type { News } from '../news.browser.ts';
import {
  afterNews,
  type CallState,
  callBegins,
  type Happening,
  happeningsBetween,
  type Other,
} from '../room/call-state.browser.ts';
import { firstLine, type LeftWhy, type Place, type Way } from '../rules.ts';
import type {
  MakeMediaConnection,
  MediaConnection,
  TakesIn,
  WaysToOthers,
} from './media-connection.browser.ts';
import { OwnMedia } from './own-media.browser.ts';
import { type Prepared, takePrepared } from './prepared.browser.ts';
import { rest, ServerLine } from './server-line.browser.ts';
import { afterGap, changesBetween, endOfLine, gatherMilliseconds, readTyped } from './typing-rules.ts';

export type CallSettings = {
  base: string;
  room: string;
  visit: string;
  token: string;
  /** The room as it was when the page was written. */
  news: News;
  way: Way;
  connection: WaysToOthers;
  /** How media travel; undefined where this browser or this person has no line to others, only messages. */
  make: MakeMediaConnection | undefined;
  onChange(state: CallState): void;
  onHappening(happening: Happening): void;
};

/** Louder than this, somebody is speaking. */
const speakingLevel = 0.015;
const tickEvery = 500;
const reactionLasts = 4_000;

export class Call {
  readonly #settings: CallSettings;
  readonly #own: OwnMedia;
  readonly #ends: (() => void)[] = [];
  #state: CallState;
  readonly #server: ServerLine;
  #media: MediaConnection | undefined;
  readonly #early = new Map<string, Partial<Other>>();
  #line = 0;
  #mutedAt: number | undefined;
  #written = '';
  /** The messages so far are with the server. */
  #sent: Promise<void> = Promise.resolve();
  #toType = '';
  #gathering: ReturnType<typeof setTimeout> | undefined;

  constructor(settings: CallSettings) {
    this.#settings = settings;
    this.#state = { ...callBegins, takesIn: settings.way === 'text' ? 'text' : 'picture' };
    this.#own = new OwnMedia(
      (own) => {
        this.#change(own.microphone ? { ...own, mutedByHost: false } : own);
        this.#tellOthers();
      },
      () => void this.#closePicture(),
    );
    const ticking = setInterval(() => void this.#tick(), tickEvery);
    const mend = () => void this.#media?.mend();
    addEventListener('online', mend);
    const network = (navigator as { connection?: EventTarget }).connection;
    network?.addEventListener('change', mend);
    this.#ends.push(
      () => clearInterval(ticking),
      () => removeEventListener('online', mend),
      () => network?.removeEventListener('change', mend),
    );
    const ready = takePrepared(settings.way);
    const hasLine = ready !== undefined && settings.news.me.line === firstLine;
    const laid = hasLine && settings.make ? ready.lines : undefined;
    if (!laid) ready?.lines?.drop();
    this.#server = new ServerLine(
      settings,
      {
        news: (news) => this.#hear(news),
        signals: (signals) => {
          for (const one of signals) this.#media?.hear({ visit: one.from, line: one.fromLine }, one.body);
        },
        gone: () => this.#end('gone'),
        reachable: (reachable) => this.#change({ reachable }),
      },
      laid?.outbox,
    );
    if (settings.make) this.#meetOthers(laid?.takeOver ?? settings.make);
    void this.#begin(ready, hasLine, laid?.heard);
  }

  #change(part: Partial<CallState>): void {
    const before = this.#state;
    this.#state = { ...before, ...part };
    this.#settings.onChange(this.#state);
    for (const one of happeningsBetween(before, this.#state)) this.#settings.onHappening(one);
  }

  // Somebody's first signal may come before the news of them: what it brings waits for their name.
  #changePerson(visit: string, part: Partial<Other>): void {
    if (!this.#state.people.some((one) => one.visit === visit)) {
      this.#early.set(visit, { ...this.#early.get(visit), ...part });
      return;
    }
    this.#change({
      people: this.#state.people.map((one) => (one.visit === visit ? { ...one, ...part } : one)),
    });
  }

  #tellOthers(): void {
    const { microphone, picture, takesIn } = this.#state;
    this.#media?.send(this.#own.microphone, this.#own.picture);
    this.#media?.say({ about: 'me', microphone, picture, takesIn });
  }

  async #begin(
    ready: Prepared | undefined,
    hasLine: boolean,
    heard: Promise<number> | undefined,
  ): Promise<void> {
    const { way, make, news } = this.#settings;
    // Devices open and lines are laid while the server is asked, so that the first picture waits for neither.
    const microphone = way === 'text' ? undefined : this.#own.openMicrophone(ready?.microphone);
    const camera = way === 'video' ? this.#own.openPicture('camera', ready?.camera) : undefined;
    this.#line = hasLine ? firstLine : news.me.line + 1;
    this.#server.take(news);
    if (hasLine) this.#server.begin(firstLine, heard);
    else {
      const others = news.people.some((one) => !one.me && one.direct);
      const line = await this.#server.takeLine(make !== undefined, make !== undefined && others);
      if (line === undefined) {
        this.#server.refresh();
        return;
      }
      this.#line = line;
    }
    await microphone;
    if (camera && !(await camera)) await this.#takeSeat(this.#wayWithoutPicture());
  }

  #meetOthers(make: MakeMediaConnection): void {
    const { base, visit: me } = this.#settings;
    const one = (visit: string) => this.#state.people.find((other) => other.visit === visit);
    this.#media = make(
      {
        me,
        connection: this.#settings.connection,
        askConnection: async () => (await fetch(`${base}/connection`, { cache: 'no-store' })).json(),
      },
      {
        signal: (to, body) => this.#server.signal(to, body),
        media: (visit, stream) => this.#changePerson(visit, { stream }),
        typed: (visit, characters) => {
          const typed = one(visit)?.typed;
          if (typed) this.#changePerson(visit, { typed: readTyped(typed, characters) });
        },
        typedGap: (visit) => {
          const typed = one(visit)?.typed;
          if (typed) this.#changePerson(visit, { typed: afterGap(typed) });
        },
        line: (visit, link) => {
          this.#changePerson(visit, { link });
        },
        word: (visit, word) => {
          if (word.about === 'me')
            this.#changePerson(visit, { microphone: word.microphone, picture: word.picture });
          else if (word.about === 'picture') this.#changePerson(visit, { heldBack: word.heldBack });
          else this.#showReaction(visit, word.reaction);
        },
      },
    );
    this.#tellOthers();
  }

  #showReaction(visit: string, reaction: string): void {
    this.#changePerson(visit, { reaction: reaction.slice(0, 8) });
    if (!this.#early.has(visit)) this.#fadeReaction(visit);
  }

  #fadeReaction(visit: string): void {
    setTimeout(() => this.#changePerson(visit, { reaction: undefined }), reactionLasts);
  }

  #hear(news: News): void {
    if (this.#state.phase !== 'starting' && this.#state.phase !== 'in') return;
    const over = news.me.state === 'left' ? 'left' : news.me.line > this.#line ? 'elsewhere' : undefined;
    if (over) {
      this.#end(over, news.me.why);
      return;
    }
    const before = this.#state;
    this.#change(afterNews(before, news));
    for (const { visit } of this.#state.people) {
      const early = this.#early.get(visit);
      if (!early || !this.#early.delete(visit)) continue;
      this.#changePerson(visit, early);
      if (early.reaction) this.#fadeReaction(visit);
    }
    this.#obeyMuting(news.me.mutedAt, before.phase === 'starting');
    const others = news.people.filter((one) => !one.me && one.direct);
    this.#media?.meet(others.map(({ visit, line }) => ({ visit, line })));
  }

  // A muting of before this page was opened has been obeyed or undone already.
  #obeyMuting(at: number | undefined, first: boolean): void {
    if (at === this.#mutedAt) return;
    this.#mutedAt = at;
    if (first || !this.#state.microphone) return;
    this.#change({ mutedByHost: true });
    this.#own.speak(false);
  }

  async #tick(): Promise<void> {
    const measured = await this.#media?.tick(performance.now());
    if (!measured || this.#state.phase !== 'in') return;
    for (const { visit, level } of measured.loudness) {
      const speaking = level > speakingLevel;
      const one = this.#state.people.find((other) => other.visit === visit);
      if (one && one.speaking !== speaking) this.#changePerson(visit, { speaking });
    }
    const heldBack = measured.heldBack > 0 && this.#state.picture !== 'none';
    if (heldBack !== this.#state.heldBack) this.#change({ heldBack });
  }

  #end(phase: CallState['phase'], why?: LeftWhy): void {
    this.close();
    this.#change({ phase, why });
  }

  #wayWithoutPicture(): Way {
    return this.#own.microphone || this.#settings.way !== 'text' ? 'voice' : 'text';
  }

  /** Asks the server for a seat. False when there is none; the state says why. */
  async #takeSeat(way: Way): Promise<boolean> {
    const place = await this.#server.ask<Place>(`${this.#settings.base}/way`, { way });
    this.#change({ because: place?.because });
    return place?.way === way;
  }

  async #closePicture(): Promise<void> {
    this.#own.closePicture();
    await this.#takeSeat(this.#wayWithoutPicture());
  }

  async #openPicture(kind: 'camera' | 'screen'): Promise<void> {
    if (!(await this.#takeSeat('video'))) return;
    const opened = await this.#own.openPicture(kind);
    if (!opened && this.#state.picture === 'none') await this.#takeSeat(this.#wayWithoutPicture());
  }

  async toggleMicrophone(): Promise<void> {
    if (this.#own.microphone) return this.#own.speak(!this.#state.microphone);
    const wrote = this.#state.me?.way === 'text';
    if (wrote && !(await this.#takeSeat('voice'))) return;
    const opened = await this.#own.openMicrophone();
    if (!opened && wrote) await this.#takeSeat('text');
    else if (this.#state.takesIn === 'text') this.takeIn('picture');
  }

  toggleCamera(): Promise<void> {
    return this.#state.picture === 'camera' ? this.#closePicture() : this.#openPicture('camera');
  }

  toggleScreen(): Promise<void> {
    return this.#state.picture === 'screen' ? this.#closePicture() : this.#openPicture('screen');
  }

  /** What to take in of the others; less saves data and battery. */
  takeIn(takesIn: TakesIn): void {
    this.#change({ takesIn });
    this.#tellOthers();
  }

  react(reaction: string): void {
    this.#media?.say({ about: 'reaction', reaction });
    this.#change({ ownReaction: reaction });
    setTimeout(() => this.#change({ ownReaction: undefined }), reactionLasts);
  }

  /** The line being written, as it stands now; the others see it within half a second. */
  type(text: string): void {
    this.#toType += changesBetween(this.#written, text);
    this.#written = text;
    this.#gathering ??= setTimeout(() => this.#flushTyping(), gatherMilliseconds);
  }

  #flushTyping(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    if (this.#toType) this.#media?.type(this.#toType);
    this.#toType = '';
  }

  /** The line is finished and becomes a message. */
  async write(text: string): Promise<void> {
    this.#toType += changesBetween(this.#written, text) + endOfLine;
    this.#written = '';
    this.#flushTyping();
    // Each after the one before: two on their way together arrive in any order.
    this.#sent = this.#sent.then(() => this.#act(`${this.#settings.base}/messages`, { text }));
    await this.#sent;
  }

  async #act(path: string, fields: Record<string, string> = {}): Promise<void> {
    await this.#server.post(path, { back: this.#settings.base, ...fields });
  }

  raiseHand(): Promise<void> {
    return this.#act(`${this.#settings.base}/hand`, { on: this.#state.me?.hand ? 'no' : 'yes' });
  }

  /** Leaves; a server that does not answer in time is told by the silence that follows. */
  async leave(): Promise<void> {
    // Nobody who has left is let write, so what is written goes first.
    await Promise.race([this.#sent.then(() => this.#act(`${this.#settings.base}/leaving`)), rest(3_000)]);
    this.#end('left', 'left');
  }

  /** The page is going away: devices and lines close; the server learns by the silence, unless the page comes back. */
  close(): void {
    for (const end of this.#ends.splice(0)) end();
    this.#server.close();
    this.#media?.close();
    this.#own.close();
  }

  /** A host's act on another's visit. */
  actOn(visit: string, act: 'admission' | 'muting' | 'removal'): Promise<void> {
    return this.#act(`/rooms/${this.#settings.room}/visits/${visit}/${act}`);
  }

  /** A host writes to somebody who waits. */
  note(visit: string, text: string): Promise<void> {
    return this.#act(`/rooms/${this.#settings.room}/visits/${visit}/notes`, { text });
  }

  /** A host's act on the room. */
  actOnRoom(act: 'admissions' | 'closing' | 'lock' | 'spotlight', fields: Record<string, string> = {}) {
    return this.#act(`/rooms/${this.#settings.room}/${act}`, fields);
  }
}
