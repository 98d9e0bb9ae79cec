// One connection of the process that listens for hints in the database, opened again when it breaks.
import pg from 'pg';
import { stopwatch } from '../clock.ts';
import { hintChannel } from '../events.ts';
import type { Log } from '../log.ts';

/**
 * `topics` is null when they did not fit; then the table of events tells them. `position` is null for what is no
 * recorded event.
 */
type Hint = { office: string; position: number | null; topics: readonly string[] | null };

type Settings = {
  url: string;
  log: Log;
  onHint(hint: Hint): void;
  /** After a break: what came in the last so many seconds may have been missed. */
  onGap(seconds: number): void;
};

/** A broken connection can look whole for long; a question every so often shows it. */
const askEvery = 20_000;
const answerWithin = 10_000;
const longestPause = 10_000;

/** Listens until `close`. `ready` is kept when it listens for the first time. */
export function listenForHints({ url, log, onHint, onGap }: Settings) {
  let closed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let heardOf: (() => number) | undefined;
  let first: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    first = resolve;
  });

  const broken = (one: pg.Client) => {
    if (closed || one !== client) return;
    client = undefined;
    clearTimeout(timer);
    one.removeAllListeners();
    one.on('error', () => {});
    one.end().catch(() => {});
    failures += 1;
    if (failures === 1) log.warn({}, 'the connection that listens for hints was lost');
    timer = setTimeout(connect, Math.min(longestPause, 250 * 2 ** failures));
  };

  const ask = async (one: pg.Client) => {
    try {
      await one.query('select 1');
      heardOf = stopwatch();
      timer = setTimeout(ask, askEvery, one);
    } catch {
      broken(one);
    }
  };

  const connect = async () => {
    const one = new pg.Client({
      connectionString: url,
      application_name: 'likista live',
      keepAlive: true,
      connectionTimeoutMillis: answerWithin,
      query_timeout: answerWithin,
    });
    client = one;
    one.on('error', () => broken(one));
    one.on('end', () => broken(one));
    one.on('notification', ({ payload }) => onHint(JSON.parse(payload ?? '{}') as Hint));
    try {
      await one.connect();
      await one.query(`listen ${hintChannel}`);
    } catch {
      return broken(one);
    }
    if (closed) return;
    failures = 0;
    if (heardOf) onGap(heardOf() / 1000);
    first();
    await ask(one);
  };

  void connect();
  return {
    ready,
    async close() {
      if (closed) return;
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
