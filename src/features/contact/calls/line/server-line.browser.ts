// The visit's line to the server: signs of life, news, signals on their way. It survives outages: nothing is lost,
// what was to be sent waits, and media between browsers go on meanwhile.
import { onHint } from '../../../../ui/live.browser.ts';
import type { HeardSignal, News } from '../news.browser.ts';
import { beatSeconds } from '../rules.ts';

export type ServerLineEvents = {
  news(news: News): void;
  signals(signals: readonly HeardSignal[]): void;
  /** The server cannot be reached, or can again. */
  reachable(reachable: boolean): void;
  /** The room is not there for this page any more. */
  gone(): void;
};

type Fields = Record<string, string>;
type Outgoing = { sequence: number; to: string; toLine: number; body: string };

const firstPause = 250;
const longestPause = 3_000;
const quickEvery = 800;
const firstWordsMs = 150;
/** A server that cannot be reached is asked less often: many ask it when it comes back. */
const quickPerLost = 3;
/** A guest by a link has no session, so no hints come: their page asks as often as this, in quick steps. */
const quickPerAsking = 2;

export class ServerLine {
  readonly #base: string;
  readonly #events: ServerLineEvents;
  readonly #outgoing: Outgoing[] = [];
  readonly #ends: (() => void)[] = [];
  readonly #news: Repeated;
  readonly #signals: Repeated;
  /** The number that the server gave this page; 0 until it has. */
  #line = 0;
  #after = 0;
  #messagesAfter = 0;
  #reachable = true;
  #closed = false;
  #sequence = 0;
  #sending = false;
  #hurries = 0;
  #ticks = 0;
  readonly #unhinted: boolean;

  /**
   * Opens the line of a visit at `base`. `token` hears of the room's news, `ownToken` of signals for this visit; where
   * they are empty the line asks instead.
   */
  constructor(about: { base: string; token: string; ownToken?: string }, events: ServerLineEvents) {
    this.#base = about.base;
    this.#unhinted = about.token === '';
    this.#events = events;
    this.#news = repeated(() => this.#askNews());
    this.#signals = repeated(() => this.#askSignals());
    const beats = setInterval(() => void this.#beat(), beatSeconds * 1000);
    const quick = setInterval(() => this.#quick(), quickEvery);
    const again = () => void this.#beat();
    addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    this.#ends.push(
      onHint(about.token, () => this.refresh()),
      about.ownToken ? onHint(about.ownToken, () => this.#signals()) : () => {},
      () => clearInterval(beats),
      () => clearInterval(quick),
      () => removeEventListener('online', again),
      () => document.removeEventListener('visibilitychange', again),
    );
  }

  /**
   * Takes the visit's line for this page. Gives its number, or undefined when the visit has ended. Where somebody is to
   * be `met`, the first words to them go along.
   */
  async takeLine(direct: boolean, met = false): Promise<number | undefined> {
    if (met) await this.#firstWords();
    for (let pause = firstPause; !this.#closed; pause = Math.min(longestPause, pause * 2)) {
      try {
        const first = this.#outgoing.slice(0, 100);
        const answer = await send(`${this.#base}/line`, {
          on: direct ? 'yes' : 'no',
          ...(first.length > 0 ? { signals: JSON.stringify(first) } : {}),
        });
        this.#line = ((await answer.json()) as { line: number }).line;
        this.#outgoing.splice(0, first.length);
        void this.#pump();
        return this.#line;
      } catch (error) {
        if (error instanceof Refused) return undefined;
        await rest(pause);
      }
    }
    return undefined;
  }

  // An offer is made in some tens of milliseconds; a browser that needs longer sends it afterwards.
  async #firstWords(): Promise<void> {
    const until = performance.now() + firstWordsMs;
    while (this.#outgoing.length === 0 && performance.now() < until) await rest(4);
  }

  /** Takes in news, whether asked for here or written into the page. */
  take(news: News): void {
    this.#messagesAfter = news.messages.at(-1)?.position ?? this.#messagesAfter;
    if (!this.#closed) this.#events.news(news);
  }

  /** Asks for the news; while it is asking, once more afterwards. */
  refresh(): void {
    this.#news();
  }

  /** Asks for signals often for a while: when hints may be slow and somebody is about to be met. */
  hurry(): void {
    this.#hurries = 20;
  }

  /** Everybody has been met: hints and signs of life are enough. */
  calm(): void {
    this.#hurries = 0;
  }

  #quick(): void {
    this.#ticks += 1;
    const lost = !this.#reachable && this.#ticks % quickPerLost === 0;
    const asks = this.#unhinted && this.#reachable && this.#ticks % quickPerAsking === 0;
    if (this.#hurries <= 0 && !lost && !asks) return;
    this.#hurries -= 1;
    this.#signals();
    if (lost || asks) this.refresh();
  }

  async #askNews(): Promise<void> {
    const news = await this.#get<News>(`/news?messages=${this.#messagesAfter}`);
    if (news) this.take(news);
  }

  async #askSignals(): Promise<void> {
    if (this.#line === 0) return;
    const signals = await this.#get<HeardSignal[]>(`/signals?line=${this.#line}&after=${this.#after}`);
    this.#after = signals?.at(-1)?.position ?? this.#after;
    if (signals && !this.#closed) this.#events.signals(signals);
  }

  async #get<T>(path: string): Promise<T | undefined> {
    if (this.#closed) return undefined;
    try {
      const answer = await fetch(`${this.#base}${path}`, { cache: 'no-store' });
      if (answer.redirected || answer.status === 404) {
        // A visit that has ended has no signals; the news tell why it has.
        if (path.startsWith('/signals')) this.refresh();
        else this.#gone();
        return undefined;
      }
      if (!answer.ok) throw new Error('no answer');
      const found = (await answer.json()) as T;
      this.#found(true);
      return found;
    } catch {
      this.#found(false);
      return undefined;
    }
  }

  #gone(): void {
    this.close();
    this.#events.gone();
  }

  async #beat(): Promise<void> {
    if (this.#closed) return;
    try {
      await send(`${this.#base}/life`, {});
      this.#found(true);
    } catch {
      this.#found(false);
    }
    this.refresh();
    this.#signals();
  }

  #found(is: boolean): void {
    if (is === this.#reachable || this.#closed) return;
    this.#reachable = is;
    this.#events.reachable(is);
  }

  /** Sends a form's fields and tries again until the server has taken them or said no. */
  async post(path: string, fields: Fields = {}): Promise<void> {
    // One key for all tries: an answer that was lost on the way does not make the act happen twice.
    const key = crypto.randomUUID();
    for (let pause = firstPause; !this.#closed; pause = Math.min(longestPause, pause * 2)) {
      try {
        await send(path, fields, key);
        return this.refresh();
      } catch (error) {
        if (error instanceof Refused) return this.refresh();
        await rest(pause);
      }
    }
  }

  /** Sends a form's fields once; gives the answer, or undefined when it did not go through. */
  async ask<T>(path: string, fields: Fields): Promise<T | undefined> {
    try {
      return (await (await send(path, fields)).json()) as T;
    } catch {
      return undefined;
    }
  }

  /** Passes a signal on to another page, in order, however long that takes. */
  signal(to: { visit: string; line: number }, body: string): void {
    this.#sequence += 1;
    this.#outgoing.push({ sequence: this.#sequence, to: to.visit, toLine: to.line, body });
    if (!this.#sending) queueMicrotask(() => void this.#pump());
  }

  async #pump(): Promise<void> {
    if (this.#sending || this.#line === 0) return;
    this.#sending = true;
    let pause = firstPause;
    while (this.#outgoing.length > 0 && !this.#closed) {
      const batch = this.#outgoing.slice(0, 100);
      try {
        await send(`${this.#base}/signals`, {
          line: String(this.#line),
          signals: JSON.stringify(batch),
        });
        this.#outgoing.splice(0, batch.length);
        pause = firstPause;
      } catch (error) {
        if (error instanceof Refused) this.#outgoing.splice(0, batch.length);
        else {
          await rest(pause);
          pause = Math.min(longestPause, pause * 2);
        }
      }
    }
    this.#sending = false;
  }

  close(): void {
    this.#closed = true;
    for (const end of this.#ends.splice(0)) end();
  }
}

type Repeated = () => void;

/** Runs `work` when asked; when asked again meanwhile, once more afterwards. */
function repeated(work: () => Promise<void>): Repeated {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await work();
    }
    running = false;
  };
}

/** The server understood and said no: trying again would not help. */
export class Refused extends Error {}

/** Posts a form's fields once. Throws when the server could not be reached, Refused when it said no. */
export async function send(
  path: string,
  fields: Fields,
  key: string = crypto.randomUUID(),
): Promise<Response> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(fields),
    redirect: 'manual',
  });
  if (answer.ok || answer.type === 'opaqueredirect') return answer;
  if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
  throw new Refused(String(answer.status));
}

export const rest = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
