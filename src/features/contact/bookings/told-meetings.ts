// What has been told of a meeting, for those who count it.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/tenancy.ts';
import type { Mode } from './rules.ts';

/** The ways of taking part that a day knows. */
type Way = 'on-site' | 'video' | 'voice' | 'phone' | 'text';

export type ToldMeeting = {
  sourceId: string;
  clientId: string;
  toldBy: string;
} & (
  | { happened: false }
  | {
      happened: true;
      way: Way;
      /** From when the client was there: lateness is left out. */
      fromAt: Temporal.Instant;
      toAt: Temporal.Instant;
      /** The call room, when the meeting had one to the end. */
      roomId: string | null;
    }
);

type Row = {
  client_id: string;
  coach_id: string;
  starts_at: string;
  ends_at: string;
  room_id: string | null;
  happened: boolean;
  actual_mode: Mode | null;
  late_minutes: number;
  told_by: string | null;
};

/** The latest that was told of a booking; undefined when nothing was, or when it was a task and no meeting. */
export async function toldMeetingOf(tx: Tx, bookingId: string): Promise<ToldMeeting | undefined> {
  const { rows } = await tx.execute<Row>(sql`
    select b.client_id, b.coach_id, b.starts_at::text, b.ends_at::text, b.room_id, o.happened, o.actual_mode,
      o.late_minutes, o.told_by
    from booking_outcomes o join bookings b on b.office_id = o.office_id and b.id = o.booking_id
    where o.office_id = ${tx.officeId} and o.booking_id = ${bookingId} and b.mode <> 'own-time'
    order by o.told_at desc, o.id desc limit 1`);
  const row = rows[0];
  if (!row) return undefined;
  const told = { sourceId: bookingId, clientId: row.client_id, toldBy: row.told_by ?? row.coach_id };
  const mode = row.actual_mode;
  if (!row.happened || mode === null || mode === 'own-time') return { ...told, happened: false };
  const roomId = mode === 'in-person' || mode === 'phone' ? null : row.room_id;
  return {
    ...told,
    happened: true,
    way: mode === 'in-person' ? 'on-site' : mode,
    fromAt: Temporal.Instant.from(row.starts_at).add({ minutes: row.late_minutes }),
    toAt: Temporal.Instant.from(row.ends_at),
    roomId,
  };
}
