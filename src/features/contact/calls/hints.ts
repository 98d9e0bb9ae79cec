// A hint to the pages of one room that something there may have changed. Signals and hands come many a second and are
// no news for anybody else, so they are not recorded as events: the hint alone goes out, at commit.
import { sql } from 'drizzle-orm';
import { hintChannel } from '../../../platform/events.ts';
import type { Tx } from '../../../platform/tenancy.ts';

const roomTopic = (roomId: string): string => `room:${roomId}`;

/**
 * The topics of somebody's coming or going: the room's own and, when they `waited`, those of its hosts, who learn of it
 * wherever in the house they look. In a meeting of two whoever is in before the host waits too.
 */
export async function topicsOfVisit(tx: Tx, roomId: string, waited: boolean): Promise<string[]> {
  const { rows } = await tx.execute<{ person_id: string }>(sql`
    select i.person_id from room_invitations i join rooms r on r.office_id = i.office_id and r.id = i.room_id
    where i.office_id = ${tx.officeId} and i.room_id = ${roomId} and (r.kind = 'pair' or ${waited})
      and i.invited_as = 'host' and i.removed_at is null and i.barred_at is null limit 20`);
  return [roomTopic(roomId), ...rows.map((row) => `door:${row.person_id}`)];
}

export async function tellRoom(tx: Tx, roomId: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${hintChannel}, json_build_object('office', ${tx.officeId}::text,
    'position', null, 'topics', json_build_array(${roomTopic(roomId)}::text))::text)`);
}
