// Who may be met through which pool: a coach kept apart from the client is not there at all, and a protected client
// meets their own coaches only.
import { sql } from 'drizzle-orm';
import { todayIn } from '../../../../platform/clock.ts';
import type { Text } from '../../../../platform/language.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';

export type Pool = {
  id: string;
  name: Text;
  service: { id: string; name: Text } | undefined;
  coachIds: string[];
};

type PoolRow = {
  id: string;
  name: Text;
  service_id: string | null;
  service_name: Text | null;
  coach_ids: string[];
};

/** The pools that a client may book from, each with the coaches whom they may meet. */
export async function poolsFor(tx: Tx, clientId: string): Promise<Pool[]> {
  const today = todayIn().toString();
  const { rows } = await tx.execute<PoolRow>(sql`
    select o.id, o.name, s.id as service_id, s.name as service_name, array_agg(k.coach_id::text order by k.added_at) as coach_ids
    from booking_pools o join booking_pool_coaches k on k.office_id = o.office_id and k.pool_id = o.id and k.left_at is null
      join persons c on c.office_id = k.office_id and c.id = k.coach_id and c.deactivated_at is null
      join persons p on p.office_id = o.office_id and p.id = ${clientId}
      left join services s on s.office_id = o.office_id and s.id = o.service_id and s.stage <> 'retired'
    where o.office_id = ${tx.officeId} and o.ended_at is null
      and not exists (select 1 from blocked_pairs b where b.office_id = o.office_id
        and ((b.first_id = p.id and b.second_id = k.coach_id) or (b.first_id = k.coach_id and b.second_id = p.id)))
      and (not p.protected or k.coach_id in (select r.coach_id from relations r where ${ofClient(tx, clientId, today)}))
      and (o.for_everyone or exists (select 1 from relations r join booking_pool_coaches m on m.office_id = r.office_id
        and m.coach_id = r.coach_id and m.pool_id = o.id and m.left_at is null where ${ofClient(tx, clientId, today)}))
    group by o.id, o.name, s.id, s.name order by o.name->>'fi', o.id limit 50`);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    service: row.service_id && row.service_name ? { id: row.service_id, name: row.service_name } : undefined,
    coachIds: row.coach_ids,
  }));
}

const ofClient = (
  tx: Tx,
  clientId: string,
  today: string,
) => sql`r.office_id = ${tx.officeId} and r.client_id = ${clientId}
  and r.starts_on <= ${today}::date and (r.ends_on is null or r.ends_on >= ${today}::date)`;

/** The pools that a coach is in and that go on. */
export async function poolsOfCoach(tx: Tx, coachId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ pool_id: string }>(sql`
    select k.pool_id from booking_pool_coaches k
      join booking_pools o on o.office_id = k.office_id and o.id = k.pool_id and o.ended_at is null
    where k.office_id = ${tx.officeId} and k.coach_id = ${coachId} and k.left_at is null limit 100`);
  return rows.map((row) => row.pool_id);
}

/** Whether this coach may meet this client through the pool today. */
export async function poolServes(
  tx: Tx,
  poolId: string | null | undefined,
  { coachId, clientId }: { coachId: string; clientId: string },
): Promise<boolean> {
  if (!isId(poolId ?? undefined)) return false;
  const pool = (await poolsFor(tx, clientId)).find(({ id }) => id === poolId);
  return pool?.coachIds.includes(coachId) ?? false;
}
