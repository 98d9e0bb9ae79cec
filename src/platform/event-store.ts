// Reading what `recordEvent` wrote, for the worker.
import { sql } from 'drizzle-orm';
import type { EventPayload } from './events.ts';
import type { Tx } from './tenancy.ts';

export async function eventById(tx: Tx, eventId: string) {
  const { rows } = await tx.execute<{ name: string; payload: EventPayload; actor_id: string | null }>(sql`
    select name, payload, actor_id from events where office_id = ${tx.officeId} and id = ${eventId}`);
  const row = rows[0];
  return row ? { name: row.name, payload: row.payload, actorId: row.actor_id } : undefined;
}

/** Marks a reaction as done for an event. False when it had been done before: then its effect must not come again. */
export async function finishReaction(tx: Tx, eventId: string, reaction: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`insert into reaction_runs (office_id, event_id, reaction, done_at)
    values (${tx.officeId}, ${eventId}, ${reaction}, clock_timestamp()) on conflict do nothing returning reaction`);
  return rows.length > 0;
}
