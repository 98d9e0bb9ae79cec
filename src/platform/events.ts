// News. `recordEvent` writes one row, queues its dispatch and sends a hint, all in the action's transaction:
// all of it happens or none. Payloads and topics hold ids only.
import { sql } from 'drizzle-orm';
import { defineJob } from './jobs.ts';
import type { Tx } from './tenancy.ts';

export type EventPayload = Record<string, string | number | boolean | null | readonly string[]>;
export type RecordedEvent<P extends EventPayload = EventPayload> = {
  readonly name: string;
  readonly payload: P;
};

export type EventKind<P extends EventPayload> = ((payload: P) => RecordedEvent<P>) & {
  readonly event: string;
};

/** Defines what can happen: `export const bookingCancelled = defineEvent<{ bookingId: string }>('booking.cancelled')`. */
export function defineEvent<P extends EventPayload>(name: string): EventKind<P> {
  return Object.assign((payload: P) => ({ name, payload }), { event: name });
}

/** An event as a reaction sees it. `id` is unique; a reaction runs once for it whatever happens. */
export type HappenedEvent<P extends EventPayload> = { id: string; actorId: string | null; payload: P };

export type Reaction<P extends EventPayload = EventPayload> = {
  /** What it does, as a sentence in code: `tellClientBookingMoved`. Unique in the house. */
  readonly name: string;
  readonly event: string;
  run(tx: Tx, event: HappenedEvent<P>): Promise<void>;
};

/** Ties a reaction to the kind of event it answers, with the payload's type. */
export function reaction<P extends EventPayload>(
  kind: EventKind<P>,
  name: string,
  run: (tx: Tx, event: HappenedEvent<P>) => Promise<void>,
): Reaction<P> {
  return { name, event: kind.event, run };
}

export const dispatchEvent = defineJob<{ officeId: string; eventId: string }>('event-dispatch');
export const runReaction = defineJob<{ officeId: string; eventId: string; reaction: string }>(
  'event-reaction',
);

/** The database channel on which hints travel to the web processes. */
export const hintChannel = 'likista_hints';

/**
 * Records that something happened. `topics` are the live pages that may have changed (`board:<groupId>`);
 * they receive a hint after commit, never data. Returns the event's id.
 */
export async function recordEvent(
  tx: Tx,
  event: RecordedEvent,
  about: { actorId?: string | undefined; topics?: readonly string[] } = {},
): Promise<string> {
  const topics = [...(about.topics ?? [])];
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recorded as (
      insert into events (office_id, name, payload, topics, actor_id)
      values (${tx.officeId}::uuid, ${event.name}, ${JSON.stringify(event.payload)}::jsonb,
              array(select jsonb_array_elements_text(${JSON.stringify(topics)}::jsonb)), ${about.actorId ?? null}::uuid)
      returning id, position, topics)
    select id, case when cardinality(topics) > 0 then pg_notify(${hintChannel}, json_build_object(
        'office', ${tx.officeId}::text, 'position', position,
        -- A notification holds less than 8000 bytes; who listens reads the topics from the table then.
        'topics', case when octet_length(array_to_json(topics)::text) < 7000 then topics end)::text) end
    from recorded`);
  const id = rows[0]?.id;
  if (!id) throw new Error('the event was not recorded');
  await tx.outside.jobs.send(tx, dispatchEvent, { officeId: tx.officeId, eventId: id });
  return id;
}
