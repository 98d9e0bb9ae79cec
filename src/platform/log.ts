// Structured logs without personal data: ids, routes and durations only, never bodies, names or addresses.
import pino from 'pino';

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug'>;

/** A JSON logger to standard output; `level` is one of pino's. */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/**
 * What of an error may stand in a log: its kind, its code, where it happened. Messages of the database and of parsers
 * quote what somebody has written, so only plain errors, which our own code throws, keep theirs.
 */
export function errorForLog(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const told: Record<string, string> = { kind: error.name };
  if (error.constructor === Error && error.cause === undefined && !('code' in error))
    told.message = error.message;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    for (const name of ['code', 'constraint', 'routine', 'syscall'] as const) {
      const value = (cause as unknown as Record<string, unknown>)[name];
      if (typeof value === 'string') told[name] = value;
    }
  }
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  if (places.length > 0) told.at = places.slice(0, 12).join('\n');
  return told;
}
