// Bookings as rows of a list, with the name of the other one and the state in a word.
import { and, asc, eq, sql } from 'drizzle-orm';
import { now, todayIn } from '../../../platform/clock.ts';
import { readDay } from '../../../platform/form-values.ts';
import type { Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { blockedFrom, clientsOf } from '../../ground/people/door.ts';
import { meetsInPool, noteBooking, seesTimesOf } from './access.ts';
import { poolsFor } from './pools/pool-membership.ts';
import { type Booking, bookingsOf, coachesToMeet, freeTimesOf, namesOf } from './queries.ts';
import { canTellOutcome, type Mode } from './rules.ts';
import { bookingChanges } from './tables.ts';
import { texts as taskTexts } from './tasks/texts-tasks.ts';
import { texts } from './texts.ts';
import { type Wish, wishesOf } from './waiting/wish-actions.ts';

export type MeetingRow = {
  id: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  mode: Mode;
  otherName: string;
  word: Text;
  mood: 'good' | 'warning' | 'bad' | 'quiet';
};

/** Rows of these bookings as the client (`coach` is the other) or as staff (`client` is the other) see them. */
export async function meetingRows(
  tx: Tx,
  bookings: readonly Booking[],
  other: 'coach' | 'client',
): Promise<MeetingRow[]> {
  const idOf = (booking: Booking) => (other === 'coach' ? booking.coachId : booking.clientId);
  const names = await namesOf(tx, [...new Set(bookings.map(idOf))]);
  const told = await toldOf(
    tx,
    bookings.map(({ id }) => id),
  );
  return bookings.map((booking) => {
    const { id, startsAt, endsAt, mode } = booking;
    const state = stateOf(booking, told.get(id), other === 'client');
    return { id, startsAt, endsAt, mode, otherName: names.get(idOf(booking)) ?? '', ...state };
  });
}

function stateOf(
  booking: Booking,
  happened: boolean | undefined,
  forStaff: boolean,
): Pick<MeetingRow, 'word' | 'mood'> {
  if (booking.cancelledAt) return { word: texts.cancelled, mood: 'quiet' };
  if (booking.mode === 'own-time') return stateOfTask(booking, happened);
  if (happened === true) return { word: texts.happened, mood: 'good' };
  if (happened === false) return { word: texts.missed, mood: 'bad' };
  if (forStaff && canTellOutcome(booking, now())) return { word: texts.toTell, mood: 'warning' };
  if (booking.comingAt) return { word: texts.coming, mood: 'good' };
  return { word: texts.booked, mood: 'quiet' };
}

function stateOfTask(booking: Booking, done: boolean | undefined): Pick<MeetingRow, 'word' | 'mood'> {
  if (done) return { word: taskTexts.done, mood: 'good' };
  const over = Temporal.Instant.compare(booking.startsAt, now()) <= 0;
  return over ? { word: taskTexts.late, mood: 'warning' } : { word: taskTexts.open, mood: 'quiet' };
}

async function toldOf(tx: Tx, bookingIds: readonly string[]): Promise<Map<string, boolean>> {
  if (bookingIds.length === 0) return new Map();
  const { rows } = await tx.execute<{ booking_id: string; happened: boolean }>(sql`
    select distinct on (booking_id) booking_id, happened from booking_outcomes where office_id = ${tx.officeId}
      and booking_id in (select jsonb_array_elements_text(${JSON.stringify(bookingIds)}::jsonb)::uuid)
    order by booking_id, told_at desc, id desc limit 1000`);
  return new Map(rows.map((row) => [row.booking_id, row.happened]));
}

/** The Monday of the week named in an address, or of this week. */
export function mondayFrom(week: string | undefined, zone: string): Temporal.PlainDate {
  const day = (week && readDay(week)) || todayIn(zone);
  return day.subtract({ days: day.dayOfWeek - 1 });
}

const daysBack = 30;
const daysOn = 366;

/** A client's own times: those to come, the latest past ones, and what they wait for. */
export async function ownTimes(tx: Tx, clientId: string) {
  const at = now();
  const apart = await blockedFrom(tx, clientId);
  const from = at.subtract({ hours: 24 * daysBack });
  const to = at.add({ hours: 24 * daysOn });
  const all = (await bookingsOf(tx, { clientId }, from, to, true)).filter((one) => !apart.has(one.coachId));
  const rows = await meetingRows(tx, all, 'coach');
  const over = (row: MeetingRow) => Temporal.Instant.compare(row.endsAt, at) <= 0;
  const cancelled = new Set(all.filter((one) => one.cancelledAt).map(({ id }) => id));
  const coaches = await coachesToMeet(tx, clientId);
  const pools = await poolsFor(tx, clientId);
  const wishes: ShownWish[] = [];
  for (const wish of await wishesOf(tx, clientId)) {
    const of =
      coaches.find((one) => one.coachId === wish.coachId)?.name ??
      pools.find((one) => one.id === wish.poolId)?.name;
    if (of) wishes.push({ ...wish, of, mode: await modeOffered(tx, wish) });
  }
  return {
    coming: rows.filter((row) => !over(row) && !cancelled.has(row.id)),
    past: rows
      .filter((row) => over(row) || cancelled.has(row.id))
      .reverse()
      .slice(0, 20),
    wishes,
    canBook: coaches.length + pools.length > 0,
  };
}

/** A wish with whose time is waited for, and how one would meet in what is kept; undefined when nothing is. */
export type ShownWish = Wish & { of: string | Text; mode: Mode | undefined };

async function modeOffered(tx: Tx, wish: Wish): Promise<Mode | undefined> {
  const { clientId, offerCoachId: coachId, offerStartsAt: startsAt } = wish;
  if (!coachId || !startsAt) return undefined;
  const { timeZone } = await thisOffice(tx);
  const day = startsAt.toZonedDateTimeISO(timeZone).toPlainDate();
  const free = await freeTimesOf(tx, { coachId, clientId, from: day, to: day, byStaff: false });
  return free.find((time) => time.startsAt.equals(startsAt))?.modes[0];
}

/** A coach's week for staff, with only those clients whom the actor may see today. */
export async function staffWeek(
  tx: Tx,
  actor: Actor,
  coachId: string,
  monday: Temporal.PlainDate,
  zone: string,
): Promise<MeetingRow[]> {
  const from = monday.toZonedDateTime(zone).toInstant();
  const to = monday.add({ weeks: 1 }).toZonedDateTime(zone).toInstant();
  const seen = [];
  const may = new Map<string, boolean>();
  for (const booking of await bookingsOf(tx, { coachId }, from, to)) {
    const { clientId } = booking;
    if (!may.has(clientId)) may.set(clientId, await seesTimesOf(tx, actor, clientId));
    if (may.get(clientId) || (await meetsInPool(tx, actor, booking))) seen.push(booking);
  }
  for (const clientId of new Set(seen.map((one) => one.clientId)))
    noteBooking(tx, actor, clientId, clientId, 'read');
  return meetingRows(tx, seen, 'client');
}

/** The clients of a coach for whom the actor may book, by name. */
export async function clientsToChoose(tx: Tx, actor: Actor, coachId: string) {
  const { timeZone } = await thisOffice(tx);
  const ids = [];
  for (const clientId of await clientsOf(tx, coachId, todayIn(timeZone)))
    if (await seesTimesOf(tx, actor, clientId)) ids.push(clientId);
  const names = await namesOf(tx, ids);
  for (const id of ids) noteBooking(tx, actor, id, id, 'read');
  return ids
    .map((id) => ({ id, name: names.get(id) ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fi'));
}

/** What has been done to a booking, in order, by whom. */
export async function changesOf(tx: Tx, bookingId: string) {
  const rows = await tx
    .select()
    .from(bookingChanges)
    .where(and(eq(bookingChanges.officeId, tx.officeId), eq(bookingChanges.bookingId, bookingId)))
    .orderBy(asc(bookingChanges.changedAt), asc(bookingChanges.id))
    .limit(100);
  const names = await namesOf(tx, [
    ...new Set(rows.flatMap((row) => (row.changedBy ? [row.changedBy] : []))),
  ]);
  return rows.map(({ what, mode, changedAt, changedBy }) => {
    const byName = (changedBy && names.get(changedBy)) || '';
    return { what, mode, changedAt, byName };
  });
}
