// Carries words between the browsers of one room. It is on the way to every first picture, so it asks little.
import { sql } from 'drizzle-orm';
import { hintChannel } from '../../../../platform/events.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { visitStands } from '../access.ts';

export type Signal = { sequence: number; to: string; toLine: number; body: string };

export type Sender = { roomId: string | undefined; visitId: string | undefined; line: number };

/**
 * Passes a page's signals on to others in the same room and hints each of them. False when the visit of `whoId` is not in
 * the room, or another page has its line. Signals to anybody else are dropped, also to whose right has ended; one sent
 * again is the same signal.
 */
export async function sendSignals(
  tx: Tx,
  whoId: string,
  { roomId, visitId, line }: Sender,
  signals: readonly Signal[],
): Promise<boolean> {
  if (!isId(roomId) || !isId(visitId)) return false;
  // Positions of one room commit in their order, or a reader who asks "after 7" could miss a late 6.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${roomId}, 0))`);
  const { rows } = await tx.execute<{ mine: boolean }>(sql`
    with mine as (
      select id from room_visits v where office_id = ${tx.officeId} and id = ${visitId} and room_id = ${roomId}
        and coalesce(person_id, guest_id) = ${whoId} and line = ${line} and left_at is null and admitted_at is not null
        and ${visitStands(tx)}),
    sent as (
      insert into room_signals (room_id, from_visit_id, from_line, to_visit_id, to_line, sequence, body)
      select ${roomId}, mine.id, ${line}, v.id, (s.value ->> 'toLine')::int, (s.value ->> 'sequence')::int,
        s.value ->> 'body'
      from mine, jsonb_array_elements(${JSON.stringify(signals)}::jsonb) s
      join room_visits v on v.office_id = ${tx.officeId} and v.id = (s.value ->> 'to')::uuid
        and v.room_id = ${roomId} and v.id <> ${visitId} and v.left_at is null and v.admitted_at is not null
        and ${visitStands(tx)}
      on conflict do nothing
      returning to_visit_id),
    told as (
      select pg_notify(${hintChannel}, json_build_object('office', ${tx.officeId}::text, 'position', null,
        'topics', json_agg(distinct 'visit:' || to_visit_id))::text) from sent having count(*) > 0)
    select exists (select from mine) as mine, (select count(*) from told)`);
  return rows[0]?.mine === true;
}

export type SignalHeard = { position: number; from: string; fromLine: number; body: string };

/** What other pages have told this page's line after `after`; undefined when the visit is not theirs and live. */
export async function signalsFor(
  tx: Tx,
  whoId: string,
  { roomId, visitId, line }: Sender,
  after: number,
): Promise<SignalHeard[] | undefined> {
  if (!isId(roomId) || !isId(visitId)) return undefined;
  const { rows } = await tx.execute<{
    position: string | null;
    from: string;
    line: number;
    body: string;
  }>(sql`
    select s.position, s.from_visit_id as from, s.from_line as line, s.body
    from room_visits v left join lateral (
      select * from room_signals s where s.office_id = v.office_id and s.to_visit_id = v.id
        and s.to_line = ${line} and s.position > ${after} order by s.position limit 500) s on true
    where v.office_id = ${tx.officeId} and v.id = ${visitId} and v.room_id = ${roomId}
      and coalesce(v.person_id, v.guest_id) = ${whoId} and v.left_at is null and ${visitStands(tx)}
    order by s.position`);
  if (rows.length === 0) return undefined;
  return rows.flatMap(({ position, from, line: fromLine, body }) =>
    position === null ? [] : [{ position: Number(position), from, fromLine, body }],
  );
}
