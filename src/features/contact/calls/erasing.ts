// What rooms hold of a person, removed when the person is erased. When they were there stays, without a name: it is the
// evidence of attendance.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/tenancy.ts';

/** Removes the guests who came with the person and all that is of them; then messages, notes, connection data, device checks and the shown name. May be repeated. */
export async function removeRoomTracesOf(tx: Tx, personId: string): Promise<void> {
  const office = sql`office_id = ${tx.officeId}`;
  const theirs = sql`${office} and person_id = ${personId}`;
  const visits = sql`(select id from room_visits where ${theirs})`;
  const guests = sql`${office} and guest_id in (select id from room_guests where ${office} and client_id = ${personId})`;
  const ofGuests = sql`(select id from room_visits where ${guests})`;
  for (const forget of [
    sql`delete from room_signals where ${office} and (from_visit_id in ${ofGuests} or to_visit_id in ${ofGuests})`,
    sql`delete from room_messages where ${guests}`,
    sql`delete from room_waiting_notes where ${guests}`,
    sql`delete from room_visits where ${guests}`,
    sql`delete from room_guests where ${office} and client_id = ${personId}`,
    // A signal holds network addresses.
    sql`delete from room_signals where ${office} and (from_visit_id in ${visits} or to_visit_id in ${visits})`,
    sql`delete from room_messages where ${theirs}`,
    sql`delete from room_waiting_notes where ${office} and (person_id = ${personId} or author_id = ${personId})`,
    sql`delete from room_feedback where ${theirs}`,
    sql`delete from device_checks where ${theirs}`,
    sql`update room_invitations set shown_name = '—' where ${theirs}`,
  ])
    await tx.execute(forget);
}
