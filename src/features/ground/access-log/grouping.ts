// Twenty page views in a morning are one line to the person they are about.
import type { LogEntry } from './queries.ts';

export type LogLine = Omit<LogEntry, 'at' | 'position'> & { times: Temporal.PlainTime[] };
export type LogDay = { day: Temporal.PlainDate; lines: LogLine[] };

/** Entries (newest first) by calendar day in `zone`, alike ones in one line with all their times, newest first. */
export function byDay(entries: readonly LogEntry[], zone: string): LogDay[] {
  const days: LogDay[] = [];
  const lines = new Map<string, LogLine>();
  for (const { at, position: _, ...entry } of entries) {
    const moment = at.toZonedDateTimeISO(zone);
    const day = moment.toPlainDate();
    let current = days.at(-1);
    if (!current?.day.equals(day)) {
      current = { day, lines: [] };
      days.push(current);
      lines.clear();
    }
    const key = [
      entry.actorId,
      entry.actorRole,
      entry.unit?.fi,
      entry.act,
      entry.subject,
      entry.purpose,
    ].join('|');
    const line = lines.get(key);
    if (line) line.times.push(moment.toPlainTime());
    else {
      const fresh = { ...entry, times: [moment.toPlainTime()] };
      lines.set(key, fresh);
      current.lines.push(fresh);
    }
  }
  return days;
}
