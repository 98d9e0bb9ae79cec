// SELECTs of offices: hours, closed days, settings.
import { and, asc, desc, eq, gte, lte, sql } from 'drizzle-orm';
import type { Text } from '../../../platform/language.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type Closure, openSpans, type Span } from './opening/opening-rules.ts';
import { closedDays, openingHours, settings } from './tables.ts';

export type WeekHours = ReadonlyMap<number, readonly Span[]>;
export type HoursByUnit = ReadonlyMap<string | null, WeekHours>;

/** All opening hours: of the office under null, of the units that have their own under their ids. */
export async function hoursByUnit(tx: Tx): Promise<HoursByUnit> {
  const rows = await tx
    .select()
    .from(openingHours)
    .where(eq(openingHours.officeId, tx.officeId))
    .orderBy(asc(openingHours.weekday), asc(openingHours.opens))
    .limit(6000);
  const all = new Map<string | null, Map<number, Span[]>>();
  for (const row of rows) {
    const week = all.get(row.unitId) ?? new Map<number, Span[]>();
    week.set(row.weekday, [...(week.get(row.weekday) ?? []), { opens: row.opens, closes: row.closes }]);
    all.set(row.unitId, week);
  }
  return all;
}

/** The week of a unit: its own, or the office's when it has none. */
export function weekOf(hours: HoursByUnit, unitId: string | null): WeekHours {
  return hours.get(unitId) ?? hours.get(null) ?? new Map();
}

export type DayClosures = { closures: Closure[]; reason: Text | undefined };

/** What closes the office on `day`, wholly or for some hours, with the reason. */
export async function closuresOn(tx: Tx, day: Temporal.PlainDate): Promise<DayClosures> {
  const rows = await tx
    .select()
    .from(closedDays)
    .where(and(eq(closedDays.officeId, tx.officeId), eq(closedDays.day, day)))
    .limit(20);
  return {
    closures: rows.map((row) =>
      row.closedFrom && row.closedUntil ? { from: row.closedFrom, until: row.closedUntil } : 'whole-day',
    ),
    reason: rows[0]?.reason,
  };
}

export type Opening = { spans: Span[]; reason: Text | undefined };

/**
 * When a unit (or the office: null) is open on `day`, closures taken away. `reason` says why the day differs from
 * others of its weekday; no spans means closed.
 */
export async function openingOf(tx: Tx, day: Temporal.PlainDate, unitId: string | null): Promise<Opening> {
  const { closures, reason } = await closuresOn(tx, day);
  return {
    spans: openSpans(weekOf(await hoursByUnit(tx), unitId).get(day.dayOfWeek) ?? [], closures),
    reason,
  };
}

/** Closed days and closed hours of a calendar year, in order. */
export function closedDaysOfYear(tx: Tx, year: number) {
  return tx
    .select()
    .from(closedDays)
    .where(
      and(
        eq(closedDays.officeId, tx.officeId),
        gte(closedDays.day, Temporal.PlainDate.from({ year, month: 1, day: 1 })),
        lte(closedDays.day, Temporal.PlainDate.from({ year, month: 12, day: 31 })),
      ),
    )
    .orderBy(asc(closedDays.day), asc(closedDays.closedFrom))
    .limit(400);
}

export async function closedDayById(tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(closedDays)
    .where(and(eq(closedDays.officeId, tx.officeId), eq(closedDays.id, id)))
    .limit(1);
  return row;
}

/** Everything ever set for a key, the newest validity first; of two for one day the later decision first. */
export function settingHistory(tx: Tx, key: string) {
  return tx
    .select()
    .from(settings)
    .where(and(eq(settings.officeId, tx.officeId), eq(settings.key, key)))
    .orderBy(desc(settings.validFrom), desc(settings.id))
    .limit(200);
}

export type SettingRow = { value: unknown; validFrom: Temporal.PlainDate; source: string };

/** What this office has set, in force on `day`, by key. */
export async function settingsInForce(tx: Tx, day: Temporal.PlainDate): Promise<Map<string, SettingRow>> {
  const { rows } = await tx.execute<{ key: string; value: unknown; valid_from: string; source: string }>(sql`
    select distinct on (key) key, value, valid_from::text, source from settings
    where office_id = ${tx.officeId} and valid_from <= ${day.toString()}::date
    order by key, valid_from desc, id desc limit 500`);
  return new Map(
    rows.map((row) => [
      row.key,
      { value: row.value, validFrom: Temporal.PlainDate.from(row.valid_from), source: row.source },
    ]),
  );
}
