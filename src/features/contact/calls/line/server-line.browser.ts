// The visit's line to the server: signs of life, news, signals on their way. It survives outages: nothing is lost,
// what was to be sent waits, and media between browsers go on meanwhile. Signals are on the way to every first picture:
// the server holds the question for them until there are some.
import { onHint } from '../../../../ui/live.browser.ts';
import type { HeardSignal, News } from '../news.browser.ts';
import { beatSeconds, heldSeconds } from '../rules.ts';
import type { Peer } from './media-connection.browser.ts';
import { Outbox } from './outbox.browser.ts';

export type ServerLineEvents = {
  news(news: News): void;
  signals(signals: readonly HeardSignal[]): void;
  /** The server cannot be reached, or can again. */
  reachable(reachable: boolean): void;
  /** The room is not there for this page any more. */
  gone(): void;
};

type Fields = Record<string, string>;

const firstPause = 250;
const longestPause = 3_000;
/** Hints that come together are asked about once, and signals go first. */
const newsRestMs = 100;
/** The server answers a held question by then; a connection that has died silently never does. */
const answerWithinMs = (heldSeconds + 8) * 1000;
/** Whoever has spoken expects an answer soon: then the question is put anew, over another connection if need be. */
const echoWithinMs = 2_500;
/** A guest by a link has no session, so nothing is held and no hints come: their page asks as often as this. */
const unhintedEveryMs = 1_000;

export class ServerLine {
  readonly #base: string;
  readonly #events: ServerLineEvents;
  readonly #outbox: Outbox;
  readonly #ends: (() => void)[] = [];
  readonly #news: Repeated;
  /** The question for signals that is under way. */
  #asking: AbortController | undefined;
  #echo: ReturnType<typeof setTimeout> | undefined;
  /** The number that the server gave this page; 0 until it has. */
  #line = 0;
  #after = 0;
  #messagesAfter = 0;
  #reachable = true;
  #closed = false;
  #sending = false;
  readonly #hinted: boolean;

  /** Opens the line of a visit at `base`. `token` hears of the room's news; where it is empty the line asks instead. */
  constructor(
    about: { base: string; token: string },
    events: ServerLineEvents,
    /** What was said on the way in and is not sent yet. */
    outbox: Outbox = new Outbox(),
  ) {
    this.#base = about.base;
    this.#outbox = outbox;
    this.#hinted = about.token !== '';
    this.#events = events;
    this.#news = repeated(() => this.#askNews());
    const beats = setInterval(() => void this.#beat(), beatSeconds * 1000);
    const asks = this.#hinted ? undefined : setInterval(() => this.refresh(), unhintedEveryMs);
    const again = () => {
      this.#askAnew();
      void this.#beat();
    };
    addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    this.#ends.push(
      onHint(about.token, () => setTimeout(() => this.refresh(), newsRestMs)),
      () => clearInterval(beats),
      () => clearInterval(asks),
      () => clearTimeout(this.#echo),
      () => removeEventListener('online', again),
      () => document.removeEventListener('visibilitychange', again),
    );
  }

  /**
   * Takes the visit's line for this page. Gives its number, or undefined when the visit has ended. Where somebody is to
   * be `met`, the first words to them go along.
   */
  async takeLine(direct: boolean, met = false): Promise<number | undefined> {
    if (met) await this.#outbox.firstWords(1);
    for (let pause = firstPause; !this.#closed; pause = Math.min(longestPause, pause * 2)) {
      try {
        const first = this.#outbox.next();
        const answer = await send(`${this.#base}/line`, {
          on: direct ? 'yes' : 'no',
          ...(first.length > 0 ? { signals: JSON.stringify(first) } : {}),
        });
        const { line } = (await answer.json()) as { line: number };
        this.#outbox.taken(first);
        this.begin(line);
        return line;
      } catch (error) {
        if (error instanceof Refused) return undefined;
        await rest(pause);
      }
    }
    return undefined;
  }

  /** The server has given this page the line with this number. Others are `heard` up to this position already. */
  begin(line: number, heard: Promise<number> = Promise.resolve(0)): void {
    this.#line = line;
    void heard.then((after) => {
      this.#after = after;
      return this.#listen();
    });
    void this.#pump();
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

  async #askNews(): Promise<void> {
    const news = await this.#get<News>(`/news?messages=${this.#messagesAfter}`);
    if (news) this.take(news);
  }

  // One question is always under way; the next follows its answer.
  async #listen(): Promise<void> {
    while (!this.#closed) {
      const asking = new AbortController();
      this.#asking = asking;
      const late = setTimeout(() => asking.abort(), answerWithinMs);
      const lost = !this.#reachable;
      // Whether a server that was lost is there again is worth knowing at once.
      const way = this.#hinted ? `/next-signals?hold=${lost ? 0 : heldSeconds}&` : '/signals?';
      const path = `${way}line=${this.#line}&after=${this.#after}`;
      const signals = await this.#get<HeardSignal[]>(path, asking.signal);
      clearTimeout(late);
      if (signals && signals.length > 0 && !this.#closed) {
        clearTimeout(this.#echo);
        this.#after = signals.at(-1)?.position ?? this.#after;
        this.#events.signals(signals);
      }
      if (signals && lost) this.refresh();
      // Many ask a server that comes back, so not all at once.
      if (!signals && !asking.signal.aborted) await rest(longestPause * (0.3 + 0.7 * Math.random()));
      else if (!this.#hinted) await rest(unhintedEveryMs);
    }
  }

  /** What is asked just now may be asked over a connection that is no more. */
  #askAnew(): void {
    this.#asking?.abort();
  }

  async #get<T>(path: string, stop?: AbortSignal): Promise<T | undefined> {
    if (this.#closed) return undefined;
    try {
      const answer = await fetch(`${this.#base}${path}`, {
        cache: 'no-store',
        ...(stop && { signal: stop }),
      });
      if (answer.redirected || answer.status === 404) {
        // A visit that has ended has no signals; the news tell why it has.
        if (stop) this.refresh();
        else this.#gone();
        return undefined;
      }
      if (!answer.ok) throw new Error('no answer');
      const found = (await answer.json()) as T;
      this.#found(true);
      return found;
    } catch {
      if (!stop?.aborted) this.#found(false);
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
  signal(to: Peer, body: string): void {
    this.#outbox.put(to, body);
    if (!this.#sending) queueMicrotask(() => void this.#pump());
  }

  async #pump(): Promise<void> {
    if (this.#sending || this.#line === 0) return;
    this.#sending = true;
    let pause = firstPause;
    while (!this.#outbox.empty && !this.#closed) {
      const batch = this.#outbox.next();
      try {
        await send(`${this.#base}/signals`, {
          line: String(this.#line),
          signals: JSON.stringify(batch),
        });
        this.#outbox.taken(batch);
        pause = firstPause;
        clearTimeout(this.#echo);
        this.#echo = setTimeout(() => this.#askAnew(), echoWithinMs);
      } catch (error) {
        if (error instanceof Refused) this.#outbox.taken(batch);
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
    this.#askAnew();
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
  how: RequestInit = {},
): Promise<Response> {
  const answer = await fetch(path, {
    ...how,
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
