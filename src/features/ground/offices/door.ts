// Offices: the tenant, its units, hours, closed days and settings. Everything later stands in an office.
import { and, eq, sql } from 'drizzle-orm';
import { stopwatch } from '../../../platform/clock.ts';
import type { Language, Text } from '../../../platform/language.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type Accent, accentFrom } from '../../../ui/contrast.ts';
import { offices, units } from './tables.ts';

/** The office of the transaction. Throws when it is gone. */
export async function thisOffice(tx: Tx) {
  const [office] = await tx.select().from(offices).where(eq(offices.officeId, tx.officeId)).limit(1);
  if (!office) throw new Error('the office of this transaction is gone');
  return office;
}

/** Units in use, by name. */
export async function unitsOf(tx: Tx) {
  return tx
    .select()
    .from(units)
    .where(and(eq(units.officeId, tx.officeId), sql`${units.closedOn} is null`))
    .orderBy(sql`${units.name}->>'fi'`)
    .limit(200);
}

export type Setting<T> = { value: T; validFrom: Temporal.PlainDate; source: string };

/** The setting in force on `day`, or `fallback` with its own source when the office has set none. */
export async function settingOn<T>(
  tx: Tx,
  key: string,
  day: Temporal.PlainDate,
  fallback: Setting<T>,
): Promise<Setting<T>> {
  const { rows } = await tx.execute<{ value: T; valid_from: string; source: string }>(sql`
    select value, valid_from::text, source from settings
    where office_id = ${tx.officeId} and key = ${key} and valid_from <= ${day.toString()}::date
    order by valid_from desc limit 1`);
  const row = rows[0];
  return row
    ? { value: row.value, validFrom: Temporal.PlainDate.from(row.valid_from), source: row.source }
    : fallback;
}

/** Closed days between two days, both included, with their reasons. */
export async function closedDaysBetween(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate) {
  const { rows } = await tx.execute<{ day: string; reason: Text }>(sql`
    select day::text, reason from closed_days
    where office_id = ${tx.officeId} and day between ${from.toString()}::date and ${to.toString()}::date order by day`);
  return rows.map((row) => ({ day: Temporal.PlainDate.from(row.day), reason: row.reason }));
}

export type OfficeBrief = {
  name: Text;
  languages: readonly Language[];
  accent: Accent | undefined;
  timeZone: string;
};

// A page's frame needs the office's name and colour on every request; a few seconds of age do no harm.
const briefs = new Map<string, { brief: OfficeBrief; age: () => number }>();
const briefMilliseconds = 5_000;

/**
 * What the frame of a page shows of the office; undefined when it is not known. `tx` is the request's own healthy
 * transaction: asking for a second connection while holding one could starve the pool.
 */
export async function officeBrief(tx: Tx | undefined, officeId: string): Promise<OfficeBrief | undefined> {
  const known = briefs.get(officeId);
  if (!tx || tx.officeId !== officeId || (known && known.age() < briefMilliseconds)) return known?.brief;
  const office = await thisOffice(tx);
  const accent = office.accent ? accentFrom(office.accent) : undefined;
  const brief: OfficeBrief = {
    name: office.name,
    languages: office.languages,
    accent: accent?.ok ? accent.accent : undefined,
    timeZone: office.timeZone,
  };
  briefs.set(officeId, { brief, age: stopwatch() });
  return brief;
}
