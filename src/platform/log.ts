// Structured logs without personal data: ids, routes and durations only, never bodies, names or addresses.
import pino from 'pino';

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug'>;

/** A JSON logger to standard output; `level` is one of pino's. */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
