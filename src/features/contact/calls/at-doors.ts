// Who waits for a host just now, in whatever room: so that somebody at a door reaches a host who looks elsewhere.
import { sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import type { Text } from '../../../platform/language.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { blockedFrom } from '../../ground/people/door.ts';
import { stillCounts } from './access.ts';
import { guestsIn } from './guests/guest-rows.ts';
import { presenceAt } from './rules.ts';

export type AtDoor = {
  visitId: string;
  roomId: string;
  kind: 'group' | 'pair';
  /** What the room is called; never the service. */
  title: Text | string | null;
  /** Whose data it is: of a guest, the client with whom they come. */
  clientId: string;
  name: string;
  /** As what a guest comes. */
  label: Text | undefined;
  /** Came in by an open door to a meeting of two, and its host has not been there yet. */
  inside: boolean;
  since: Temporal.Instant;
};

/**
 * Those who wait in rooms where this person is a host now, the longest wait first; without those whom the host must
 * never meet. Whoever has fallen silent for longer than their grace is not among them.
 */
export async function atDoorsOf(tx: Tx, hostId: string): Promise<AtDoor[]> {
  const rows = await waitingRows(tx, hostId);
  if (rows.length === 0) return [];
  const [at, apart] = [now(), await blockedFrom(tx, hostId)];
  const found: AtDoor[] = [];
  for (const row of rows) {
    const visit = { line: row.line, seenAt: Temporal.Instant.from(row.seen_at), admittedAt: null };
    if (presenceAt(visit, at) === 'gone') continue;
    const guest = (await guestsIn(tx, row.room_id, [row.guest_id])).get(row.guest_id ?? '');
    const clientId = row.person_id ?? guest?.clientId ?? '';
    if (apart.has(clientId)) continue;
    found.push({
      visitId: row.id,
      roomId: row.room_id,
      kind: row.kind,
      title: row.title,
      clientId,
      name: row.shown_name ?? guest?.name ?? '',
      label: guest?.label,
      inside: row.inside,
      since: Temporal.Instant.from(row.arrived_at),
    });
  }
  return found;
}

type Row = {
  id: string;
  room_id: string;
  person_id: string | null;
  guest_id: string | null;
  line: number;
  arrived_at: string;
  seen_at: string;
  inside: boolean;
  kind: 'group' | 'pair';
  title: Text | string | null;
  shown_name: string | null;
};

// Begins with whoever is in some room of the office now, because that does not grow with the years; the rooms that a
// host has been invited to do.
async function waitingRows(tx: Tx, hostId: string): Promise<Row[]> {
  const { rows } = await tx.execute<Row>(sql`
    with live as materialized (
      select id, room_id, person_id, guest_id, line, arrived_at, seen_at, admitted_at from room_visits
      where office_id = ${tx.officeId} and left_at is null limit 2000)
    select live.id, live.room_id, live.person_id, live.guest_id, live.line, live.arrived_at::text, live.seen_at::text,
      live.admitted_at is not null as inside, r.kind, r.title, i.shown_name
    from live
    join room_invitations h on h.office_id = ${tx.officeId} and h.room_id = live.room_id and h.person_id = ${hostId}
      and h.invited_as = 'host' and h.removed_at is null and h.barred_at is null
      and ${stillCounts(tx, sql`h.person_id`, sql`h.as_coach_of`)}
    join rooms r on r.office_id = ${tx.officeId} and r.id = live.room_id and r.closed_at is null
    left join room_invitations i
      on i.office_id = ${tx.officeId} and i.room_id = live.room_id and i.person_id = live.person_id
    where live.person_id is distinct from ${hostId}::uuid and (live.admitted_at is null
      or (r.kind = 'pair' and i.invited_as = 'guest' and not exists (
        select 1 from room_visits v join room_invitations o on o.office_id = v.office_id and o.room_id = v.room_id
          and o.person_id = v.person_id and o.invited_as = 'host'
        where v.office_id = ${tx.officeId} and v.room_id = live.room_id and v.admitted_at is not null)))
    order by live.arrived_at limit 100`);
  return rows;
}
