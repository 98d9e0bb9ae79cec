// The visit's line to the server: signs of life, news, signals on their way. It survives outages: nothing is lost,
// what was to be sent waits, and media between browsers go on meanwhile.
import { onHint } from '../../../ui/live.browser.ts';
import type { News } from './news.browser.ts';
import { beatSeconds } from './rules.ts';

export type ServerLineEvents = {
  news(news: News): void;
  /** The server cannot be reached, or can again. */
  reachable(reachable: boolean): void;
  /** The room is not there for this page any more. */
  gone(): void;
};

type Fields = Record<string, string>;
type Outgoing = { sequence: number; to: string; toLine: number; body: string };

const firstPause = 250;
const longestPause = 8_000;
const quickEvery = 400;

export class ServerLine {
  readonly #about: { base: string; token: string; line: number };
  readonly #events: ServerLineEvents;
  readonly #outgoing: Outgoing[] = [];
  readonly #ends: (() => void)[] = [];
  #after = 0;
  #messagesAfter = 0;
  #asking = false;
  #askAgain = false;
  #reachable = true;
  #closed = false;
  #sequence = 0;
  #sending = false;
  #hurries = 0;

  /** Opens the line. `line` is the number that the server gave this page when it took the line. */
  constructor(about: { base: string; token: string; line: number }, events: ServerLineEvents) {
    this.#about = about;
    this.#events = events;
    const beats = setInterval(() => void this.#beat(), beatSeconds * 1000);
    const quick = setInterval(() => this.#quick(), quickEvery);
    const again = () => void this.#beat();
    addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    this.#ends.push(
      onHint(about.token, () => this.refresh()),
      () => clearInterval(beats),
      () => clearInterval(quick),
      () => removeEventListener('online', again),
      () => document.removeEventListener('visibilitychange', again),
    );
  }

  /** Takes in news, whether asked for here or given when the line was taken. */
  take(news: News): void {
    this.#after = news.signals.at(-1)?.position ?? this.#after;
    this.#messagesAfter = news.messages.at(-1)?.position ?? this.#messagesAfter;
    if (!this.#closed) this.#events.news(news);
  }

  /** Asks for the news; while it is asking, once more afterwards. */
  refresh(): void {
    this.#askAgain = true;
    if (!this.#asking) void this.#ask();
  }

  /** Asks often for a while: when hints may be slow and somebody is about to be met. */
  hurry(): void {
    this.#hurries = 20;
    this.refresh();
  }

  /** Everybody has been met: hints and signs of life are enough. */
  calm(): void {
    this.#hurries = 0;
  }

  #quick(): void {
    if (this.#hurries <= 0 && this.#reachable) return;
    this.#hurries -= 1;
    this.refresh();
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    while (this.#askAgain && !this.#closed) {
      this.#askAgain = false;
      await this.#askOnce();
    }
    this.#asking = false;
  }

  async #askOnce(): Promise<void> {
    const { base, line } = this.#about;
    try {
      const answer = await fetch(
        `${base}/news?line=${line}&after=${this.#after}&messages=${this.#messagesAfter}`,
        { cache: 'no-store' },
      );
      if (answer.redirected || answer.status === 404) {
        this.close();
        this.#events.gone();
        return;
      }
      if (!answer.ok) throw new Error('no news');
      const news = (await answer.json()) as News;
      this.#found(true);
      this.take(news);
    } catch {
      this.#found(false);
    }
  }

  async #beat(): Promise<void> {
    if (this.#closed) return;
    try {
      await send(`${this.#about.base}/life`, {});
      this.#found(true);
    } catch {
      this.#found(false);
    }
    this.refresh();
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
    if (this.#sending) return;
    this.#sending = true;
    let pause = firstPause;
    while (this.#outgoing.length > 0 && !this.#closed) {
      const batch = this.#outgoing.slice(0, 100);
      try {
        await send(`${this.#about.base}/signals`, {
          line: String(this.#about.line),
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
