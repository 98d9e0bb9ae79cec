// Offices: the tenant, its units, hours, closed days and settings. Everything later stands in an office.
import { and, eq, sql } from 'drizzle-orm';
import { stopwatch } from '../../../platform/clock.ts';
import type { Language, Text } from '../../../platform/language.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type Accent, accentFrom } from '../../../ui/contrast.ts';
import { type Logo, logoOf } from './look/logo.ts';
import { offices, units } from './tables.ts';

export { weekForm } from './forms.ts';
export { writeSpans } from './opening/opening-rules.ts';
export { publicFront } from './public/public-front.ts';
export { openingOf } from './queries.ts';
export {
  defineSetting,
  settingInForce,
  settingOn,
} from './settings/settings.ts';

// Its zone is needed wherever a day is; asked once a transaction, it cannot be older than what else is read there.
const asked = new WeakMap<Tx, Promise<typeof offices.$inferSelect | undefined>>();

/** The office of the transaction. Throws when it is gone. */
export async function thisOffice(tx: Tx) {
  const office = await askForOffice(tx);
  if (!office) throw new Error('the office of this transaction is gone');
  return office;
}

/** Asks for the office along with what is asked now, so that `thisOffice` need not ask by itself. */
export function askForOffice(tx: Tx) {
  const before = asked.get(tx);
  if (before) return before;
  const find = async () =>
    (await tx.select().from(offices).where(eq(offices.officeId, tx.officeId)).limit(1))[0];
  const found = find();
  asked.set(tx, found);
  return found;
}

/** One unit, in use or closed; undefined when there is no such unit here. */
export async function unitById(tx: Tx, unitId: string) {
  const [unit] = await tx
    .select()
    .from(units)
    .where(and(eq(units.officeId, tx.officeId), eq(units.id, unitId)))
    .limit(1);
  return unit;
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

/** Whole days on which the office is closed, between two days, both included, with their reasons. */
export async function closedDaysBetween(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate) {
  const { rows } = await tx.execute<{ day: string; reason: Text }>(sql`
    select day::text, reason from closed_days
    where office_id = ${tx.officeId} and closed_from is null
      and day between ${from.toString()}::date and ${to.toString()}::date order by day`);
  return rows.map((row) => ({ day: Temporal.PlainDate.from(row.day), reason: row.reason }));
}

export type OfficeBrief = {
  name: Text;
  languages: readonly Language[];
  accent: Accent | undefined;
  timeZone: string;
  logo: Logo | undefined;
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
    logo: await logoOf(tx),
  };
  briefs.set(officeId, { brief, age: stopwatch() });
  return brief;
}

/** Lets whoever asks next read the office anew: it has been changed in this transaction. */
export function forgetOffice(tx: Tx): void {
  asked.delete(tx);
  forgetBrief(tx.officeId);
}

/** Lets the next page read the office's name and colour anew: they have been changed in this process. */
export function forgetBrief(officeId: string): void {
  const known = briefs.get(officeId);
  // Kept for pages of errors, which may ask nobody; the next healthy page reads it anew.
  if (known) briefs.set(officeId, { brief: known.brief, age: () => Number.POSITIVE_INFINITY });
}
