// The words of one page to others, in order, until the server has taken them.
import type { Peer } from './media-connection.browser.ts';

/** A word to another page, as it travels. One sent again has the same number and is the same word. */
export type Outgoing = { sequence: number; to: string; toLine: number; body: string };

/** So many travel together at most. */
const batch = 100;

export class Outbox {
  #sequence = 0;
  readonly #waiting: Outgoing[] = [];
  #spoken = () => {};

  put(to: Peer, body: string): void {
    this.#sequence += 1;
    this.#waiting.push({ sequence: this.#sequence, to: to.visit, toLine: to.line, body });
    this.#spoken();
  }

  get empty(): boolean {
    return this.#waiting.length === 0;
  }

  /** What travels next. It stays until it is `taken`. */
  next(): readonly Outgoing[] {
    return this.#waiting.slice(0, batch);
  }

  /** The server has taken these, or will never. */
  taken(words: readonly Outgoing[]): void {
    this.#waiting.splice(0, words.length);
  }

  /** Waits until so many `others` are spoken to, or a moment is over: an offer is made in some tens of milliseconds. */
  async firstWords(others: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#spoken = () => {
        if (new Set(this.#waiting.map((one) => one.to)).size >= others) resolve();
      };
      this.#spoken();
      setTimeout(resolve, firstWordsMs);
    });
    this.#spoken = () => {};
  }
}

/** A browser that needs longer for its first words sends them afterwards. */
const firstWordsMs = 150;
