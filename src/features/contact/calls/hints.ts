// A hint to the pages of one room that something there may have changed. Signals and hands come many a second and are
// no news for anybody else, so they are not recorded as events: the hint alone goes out, at commit.
import { sql } from 'drizzle-orm';
import { hintChannel } from '../../../platform/events.ts';
import type { Tx } from '../../../platform/tenancy.ts';

const roomTopic = (roomId: string): string => `room:${roomId}`;

export async function tellRoom(tx: Tx, roomId: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${hintChannel}, json_build_object('office', ${tx.officeId}::text,
    'position', null, 'topics', json_build_array(${roomTopic(roomId)}::text))::text)`);
}
