// What rooms hold of a person, removed when the person is erased. When they were there stays, without a name: it is the
// evidence of attendance.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/tenancy.ts';

/** Removes messages, notes, connection data, device checks and the shown name. May be repeated. */
export async function removeRoomTracesOf(tx: Tx, personId: string): Promise<void> {
  const office = sql`office_id = ${tx.officeId}`;
  const theirs = sql`${office} and person_id = ${personId}`;
  const visits = sql`(select id from room_visits where ${theirs})`;
  for (const forget of [
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
