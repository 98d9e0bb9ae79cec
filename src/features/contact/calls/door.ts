// Calls: live rooms, peer to peer. Later features open a room, invite persons by name and part, and ask afterwards who
// was there, when and in which way. What a room is for, they know and this feature does not.
import { sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { roomById, stillCounts } from './access.ts';
import {
  type CheckResult,
  doorAt,
  mergeStretches,
  type NetworkResult,
  presenceAt,
  type Stretch,
  type Way,
} from './rules.ts';

export { type AtDoor, atDoorsOf } from './at-doors.ts';
export { dataAbout } from './data-about.ts';
export { removeGuest } from './guests/guest-access.ts';
export { isPutOut } from './guests/guest-rows.ts';
export { guestRoutes } from './guests/routes-guests.tsx';
export {
  closeRoom,
  type Invitation,
  inviteToRoom,
  moveRoom,
  type NewRoom,
  openRoom,
  removeFromRoom,
  setWaiting,
} from './room-actions.ts';
export type { Stretch, Way } from './rules.ts';

/** Where an invited person enters the room. */
export const roomHref = (roomId: string): string => `/rooms/${roomId}`;

/** Whether a room's door is open just now: `early` before, `over` after its time or when a host has ended it. */
export const doorNow = async (tx: Tx, roomId: string) => doorAt(await roomById(tx, roomId), now());

type StretchRow = { room_id: string; person_id: string; way: Way; from_at: string; seen_at: string };

/**
 * Who was in a room, when and in which way, by the server's clock; now included while the room is live. Intervals of
 * one person never overlap.
 */
export async function attendanceOf(tx: Tx, roomId: string): Promise<Stretch[]> {
  const { rows } = await tx.execute<StretchRow>(sql`
    select room_id, person_id, way, from_at::text, seen_at::text from room_ways
    where office_id = ${tx.officeId} and room_id = ${roomId} order by from_at limit 5000`);
  return mergeStretches(rows.map(stretchOf));
}

/** A person's intervals in all rooms between two instants, cut at them; none overlap, so minutes may be summed. */
export async function attendanceOfPerson(
  tx: Tx,
  personId: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<Stretch[]> {
  // A stretch is shorter than a day, so an index range by its beginning finds all that reach into the time asked.
  const { rows } = await tx.execute<StretchRow>(sql`
    select room_id, person_id, way, greatest(from_at, ${from.toString()}::timestamptz)::text as from_at,
      least(seen_at, ${to.toString()}::timestamptz)::text as seen_at
    from room_ways where office_id = ${tx.officeId} and person_id = ${personId}
      and from_at > ${from.subtract({ hours: 24 }).toString()}::timestamptz
      and from_at < ${to.toString()}::timestamptz and seen_at > ${from.toString()}::timestamptz
    order by from_at limit 5000`);
  return mergeStretches(rows.map(stretchOf));
}

/** The same for many persons at once: the days of a whole board in one question. */
export async function attendanceOfPersons(
  tx: Tx,
  personIds: readonly string[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<Stretch[]> {
  if (personIds.length === 0) return [];
  const { rows } = await tx.execute<StretchRow>(sql`
    select room_id, person_id, way, greatest(from_at, ${from.toString()}::timestamptz)::text as from_at,
      least(seen_at, ${to.toString()}::timestamptz)::text as seen_at
    from room_ways where office_id = ${tx.officeId}
      and person_id in (select jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb)::uuid)
      and from_at > ${from.subtract({ hours: 24 }).toString()}::timestamptz
      and from_at < ${to.toString()}::timestamptz and seen_at > ${from.toString()}::timestamptz
    order by from_at limit 50000`);
  return mergeStretches(rows.map(stretchOf));
}

function stretchOf(row: StretchRow): Stretch {
  return {
    roomId: row.room_id,
    personId: row.person_id,
    way: row.way,
    from: Temporal.Instant.from(row.from_at),
    to: Temporal.Instant.from(row.seen_at),
  };
}

export type Present = {
  roomId: string;
  personId: string;
  visitId: string;
  shownName: string;
  way: Way;
  /** `lost`: signs of life have stopped for a moment; the place is kept. */
  state: 'in' | 'waiting' | 'lost';
  /** Since when in, or since when waiting. */
  since: Temporal.Instant;
};

/** Who is in these rooms or waits at their doors just now. */
export async function presentNow(tx: Tx, roomIds: readonly string[]): Promise<Present[]> {
  if (roomIds.length === 0) return [];
  const { rows } = await tx.execute<PresentRow>(sql`
    select v.room_id, v.person_id, v.id, i.shown_name, v.way, v.line, v.seen_at::text, v.admitted_at::text,
      v.arrived_at::text
    from room_visits v join room_invitations i
      on i.office_id = v.office_id and i.room_id = v.room_id and i.person_id = v.person_id
    where v.office_id = ${tx.officeId} and v.left_at is null
      and v.room_id in (select jsonb_array_elements_text(${JSON.stringify(roomIds)}::jsonb)::uuid)
    order by v.arrived_at limit 2000`);
  const at = now();
  return rows.flatMap((row) => {
    const visit = {
      line: row.line,
      seenAt: Temporal.Instant.from(row.seen_at),
      admittedAt: row.admitted_at === null ? null : Temporal.Instant.from(row.admitted_at),
    };
    const state = presenceAt(visit, at);
    if (state === 'gone') return [];
    const since = visit.admittedAt ?? Temporal.Instant.from(row.arrived_at);
    const { room_id: roomId, person_id: personId, id: visitId, shown_name: name, way } = row;
    return [{ roomId, personId, visitId, shownName: name, way, state, since }];
  });
}

type PresentRow = {
  room_id: string;
  person_id: string;
  id: string;
  shown_name: string;
  way: Way;
  line: number;
  seen_at: string;
  admitted_at: string | null;
  arrived_at: string;
};

export type DeviceCheck = {
  personId: string;
  checkedAt: Temporal.Instant;
  microphone: CheckResult;
  camera: CheckResult;
  speaker: CheckResult;
  network: NetworkResult;
  roundTripMs: number | null;
};

/** The latest device check of each of these persons who has made one. */
export async function deviceChecksOf(tx: Tx, personIds: readonly string[]): Promise<DeviceCheck[]> {
  if (personIds.length === 0) return [];
  const { rows } = await tx.execute<Omit<DeviceCheck, 'checkedAt'> & { checkedAt: string }>(sql`
    select p.id as "personId", c.checked_at::text as "checkedAt", c.microphone, c.camera, c.speaker, c.network,
      c.round_trip_ms as "roundTripMs"
    from (select jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb)::uuid as id) p
    cross join lateral (select * from device_checks d where d.office_id = ${tx.officeId} and d.person_id = p.id
      order by d.checked_at desc limit 1) c limit 2000`);
  return rows.map((row) => ({ ...row, checkedAt: Temporal.Instant.from(row.checkedAt) }));
}

/**
 * Of these persons, those who may hear that something in the room has changed. Somebody put out hears it for a minute
 * more, so that their page closes at once.
 */
export async function inRoom(tx: Tx, personIds: readonly string[], roomId: string): Promise<Set<string>> {
  const { rows } = await tx.execute<{ person_id: string }>(sql`
    select i.person_id from room_invitations i
    where i.office_id = ${tx.officeId} and i.room_id = ${roomId}::uuid
      and i.person_id in (select jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb)::uuid)
      and coalesce(i.removed_at, 'infinity') > ${now().subtract({ minutes: 1 }).toString()}::timestamptz
      and coalesce(i.barred_at, 'infinity') > ${now().subtract({ minutes: 1 }).toString()}::timestamptz
      and ${stillCounts(tx, sql`i.person_id`, sql`i.as_coach_of`)}
    limit 1000`);
  return new Set(rows.map((row) => row.person_id));
}
