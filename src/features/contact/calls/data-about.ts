// What this feature holds about a person, for the person's own copy of their data (GDPR, Articles 15 and 20).
import { sql } from 'drizzle-orm';
import { rowsAbout } from '../../../platform/rows-about.ts';
import type { Tx } from '../../../platform/tenancy.ts';

/** When the person was in rooms and who came along by a link, what they wrote there, what was written with them at the door, their device checks. */
export async function dataAbout(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  const office = sql`office_id = ${tx.officeId}`;
  const theirs = sql`${office} and person_id = ${personId}`;
  return {
    visits: await rowsAbout(
      tx,
      personId,
      sql`select way, arrived_at as "arrivedAt", left_at as "leftAt" from room_visits
        where ${theirs} order by arrived_at limit 10000`,
    ),
    callGuests: await rowsAbout(
      tx,
      personId,
      sql`select g.id as row_id, g.name as "companionName", v.arrived_at as "arrivedAt", v.left_at as "leftAt"
        from room_guests g left join room_visits v on v.office_id = g.office_id and v.guest_id = g.id
        where g.${office} and g.client_id = ${personId} order by g.invited_at, v.arrived_at limit 5000`,
      { companionName: 'room_guests.name' },
    ),
    roomMessages: await rowsAbout(
      tx,
      personId,
      sql`select id as row_id, written_at as "writtenAt", body as text from room_messages
        where ${theirs} order by position limit 10000`,
      { text: 'room_messages.body' },
    ),
    waitingNotes: await rowsAbout(
      tx,
      personId,
      sql`select id as row_id, author_id as sealed_for, written_at as "writtenAt", author_id = ${personId} as "byMe",
          body as text
        from room_waiting_notes where ${theirs} order by written_at limit 5000`,
      { text: 'room_waiting_notes.body' },
    ),
    deviceChecks: await rowsAbout(
      tx,
      personId,
      sql`select checked_at as "checkedAt", microphone, camera, speaker, network from device_checks
        where ${theirs} order by checked_at limit 1000`,
    ),
    callFeedback: await rowsAbout(
      tx,
      personId,
      sql`select given_at as "answeredAt", how from room_feedback where ${theirs} order by given_at limit 1000`,
    ),
  };
}
