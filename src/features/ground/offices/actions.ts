// The verbs of offices.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { todayIn } from '../../../platform/clock.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Language, Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { forgetOffice } from './door.ts';
import {
  closedDaysChanged,
  officeChanged,
  officeOpened,
  openingHoursChanged,
  settingSet,
  unitAdded,
  unitChanged,
  unitClosed,
  unitReopened,
} from './events.ts';
import { holidaysOf } from './opening/holidays.ts';
import type { Span } from './opening/opening-rules.ts';
import type { SettingDefinition, SettingValue } from './settings/settings.ts';
import {
  type Contacts,
  closedDays,
  offices,
  openingHours,
  settings,
  type UnitKind,
  units,
} from './tables.ts';

export type NewOffice = {
  slug: string;
  host?: string | null;
  name: Text;
  languages?: Language[];
  accent?: string | null;
  timeZone?: string;
  contacts?: Contacts;
};

/** Opens the office of this transaction: `inOffice(newId, (tx) => openOffice(tx, …))`. */
export async function openOffice(tx: Tx, office: NewOffice): Promise<void> {
  await tx.insert(offices).values({
    officeId: tx.officeId,
    slug: office.slug,
    host: office.host ?? null,
    name: office.name,
    languages: office.languages ?? ['fi', 'sv', 'en', 'fi-simple'],
    accent: office.accent ?? null,
    timeZone: office.timeZone ?? 'Europe/Helsinki',
    contacts: office.contacts ?? {},
  });
  await recordEvent(tx, officeOpened({ officeId: tx.officeId }));
}

export type OfficeChange = {
  name?: Text;
  languages?: Language[];
  contacts?: Contacts;
  accent?: string | null;
};

/** Changes what the office says of itself. The address (slug, host) is set from the command line only. */
export async function changeOffice(tx: Tx, actor: Actor, change: OfficeChange): Promise<void> {
  await tx.update(offices).set(change).where(eq(offices.officeId, tx.officeId));
  await recordEvent(tx, officeChanged({ officeId: tx.officeId }), { actorId: actor.personId });
  forgetOffice(tx);
}

/** Adds a unit. Gives its id. */
export async function addUnit(
  tx: Tx,
  unit: { name: Text; kind: UnitKind; contacts?: Contacts },
  actor?: Actor,
): Promise<string> {
  const [row] = await tx
    .insert(units)
    .values({ ...unit, contacts: unit.contacts ?? {} })
    .returning({ id: units.id });
  if (!row) throw new Error('the unit was not added');
  await recordEvent(tx, unitAdded({ unitId: row.id }), { actorId: actor?.personId });
  return row.id;
}

/** Changes a unit's name, kind or contacts. */
export async function changeUnit(
  tx: Tx,
  actor: Actor,
  unitId: string,
  change: { name: Text; kind: UnitKind; contacts: Contacts },
): Promise<void> {
  await tx.update(units).set(change).where(thatUnit(tx, unitId));
  await recordEvent(tx, unitChanged({ unitId }), { actorId: actor.personId });
}

/** Closes a unit from today: it can no longer be chosen, while everything that stands on it stays. */
export async function closeUnit(tx: Tx, actor: Actor, unitId: string): Promise<void> {
  const { rowCount } = await tx
    .update(units)
    .set({ closedOn: todayIn() })
    .where(and(thatUnit(tx, unitId), isNull(units.closedOn)));
  if (rowCount) await recordEvent(tx, unitClosed({ unitId }), { actorId: actor.personId });
}

export async function reopenUnit(tx: Tx, actor: Actor, unitId: string): Promise<void> {
  await tx.update(units).set({ closedOn: null }).where(thatUnit(tx, unitId));
  await recordEvent(tx, unitReopened({ unitId }), { actorId: actor.personId });
}

/** Replaces the whole week of a unit, or of the office when `unitId` is null. A unit without hours has the office's. */
export async function setWeek(
  tx: Tx,
  actor: Actor | undefined,
  unitId: string | null,
  week: ReadonlyMap<number, readonly Span[]>,
): Promise<void> {
  // Two who save at once: the second waits and replaces the first one's week as a whole. The key is left unlocked: every
  // POST holds a reference to its office (submissions), and two of them would wait for each other.
  await tx.execute(sql`select from offices where office_id = ${tx.officeId} for no key update`);
  await tx.execute(sql`delete from opening_hours
    where office_id = ${tx.officeId} and unit_id is not distinct from ${unitId}::uuid`);
  const rows = [...week].flatMap(([weekday, spans]) => spans.map((span) => ({ unitId, weekday, ...span })));
  if (rows.length > 0) await tx.insert(openingHours).values(rows);
  await recordEvent(tx, openingHoursChanged({ unitId }), { actorId: actor?.personId });
}

export type ClosedDayInput = {
  day: Temporal.PlainDate;
  reason: Text;
  hours: { from: Temporal.PlainTime; until: Temporal.PlainTime } | undefined;
};

/** Closes a day, or some hours of it. False when the same is closed already. */
export async function closeDay(tx: Tx, actor: Actor, closed: ClosedDayInput): Promise<boolean> {
  const added = await tx
    .insert(closedDays)
    .values({ ...closedColumns(closed), source: 'office' })
    .onConflictDoNothing()
    .returning({ id: closedDays.id });
  if (added.length === 0) return false;
  await recordEvent(tx, closedDaysChanged({ year: closed.day.year }), { actorId: actor.personId });
  return true;
}

/** Changes a closed day. False when another closes the same time already. */
export async function changeClosedDay(
  tx: Tx,
  actor: Actor,
  id: string,
  closed: ClosedDayInput,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`select from closed_days
    where office_id = ${tx.officeId} and id <> ${id} and day = ${closed.day.toString()}::date
      and closed_from is not distinct from ${closed.hours?.from.toString() ?? null}::time`);
  if (rows.length > 0) return false;
  await tx
    .update(closedDays)
    .set(closedColumns(closed))
    .where(and(eq(closedDays.officeId, tx.officeId), eq(closedDays.id, id)));
  await recordEvent(tx, closedDaysChanged({ year: closed.day.year }), { actorId: actor.personId });
  return true;
}

/** Opens a closed day again. */
export async function openDay(tx: Tx, actor: Actor, id: string): Promise<void> {
  const [gone] = await tx
    .delete(closedDays)
    .where(and(eq(closedDays.officeId, tx.officeId), eq(closedDays.id, id)))
    .returning({ day: closedDays.day });
  if (gone) await recordEvent(tx, closedDaysChanged({ year: gone.day.year }), { actorId: actor.personId });
}

/** Fills in the public holidays and the two eves of a year; what is there already stays as it is. Gives how many. */
export async function fillHolidays(tx: Tx, actor: Actor | undefined, year: number): Promise<number> {
  const added = await tx
    .insert(closedDays)
    .values(
      holidaysOf(year).map((holiday) => ({
        day: holiday.day,
        reason: holiday.name,
        source: holiday.byLaw ? ('public-holiday' as const) : ('office' as const),
      })),
    )
    .onConflictDoNothing()
    .returning({ id: closedDays.id });
  if (added.length > 0) await recordEvent(tx, closedDaysChanged({ year }), { actorId: actor?.personId });
  return added.length;
}

/** Sets a declared setting from a day on. `source` is the act, agreement or decision it rests on. */
export async function setSetting<T extends SettingValue>(
  tx: Tx,
  actor: Actor | undefined,
  setting: SettingDefinition<T>,
  to: { value: T; validFrom: Temporal.PlainDate; source: string },
): Promise<void> {
  await tx.insert(settings).values({ key: setting.key, ...to, setBy: actor?.personId ?? null });
  await recordEvent(tx, settingSet({ key: setting.key }), { actorId: actor?.personId });
}

function thatUnit(tx: Tx, unitId: string) {
  return and(eq(units.officeId, tx.officeId), eq(units.id, unitId));
}

function closedColumns(closed: ClosedDayInput) {
  return {
    day: closed.day,
    reason: closed.reason,
    closedFrom: closed.hours?.from ?? null,
    closedUntil: closed.hours?.until ?? null,
  };
}
