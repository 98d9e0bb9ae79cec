// Whose days an actor may see, in one place, so that lists, counts, figures and single days never differ: a coach's
// clients of today, and for a manager the clients of the units that they lead, without those they are kept apart from.
import { type SQL, sql } from 'drizzle-orm';
import { todayIn } from '../../../platform/clock.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { blockedFrom, managedBy } from '../../ground/people/door.ts';

/** As SQL: the client whose id is `client` is within reach. Never the actor's own days: nobody judges themselves. */
export type Reach = (client: SQL) => SQL;

/** Whoever reads: a person with the roles they hold today. */
export type Reader = Pick<Actor, 'personId' | 'roles'>;

/** The reach of an actor today. Pages filter by it in the database, so counts are true. */
export async function reachOf(tx: Tx, actor: Reader): Promise<Reach> {
  const apart = leadsOffice(actor) ? [...(await blockedFrom(tx, actor.personId))] : [];
  // Other roles, such as the administrator's, bring nobody's days.
  const leading: Reader = { ...actor, roles: actor.roles.filter((held) => held.role === 'manager') };
  return (client) => {
    if (!leadsOffice(actor))
      return sql`(${client} <> ${actor.personId}::uuid
        and (${managedBy(tx, leading, client)} or ${coached(tx, actor, client)}))`;
    const theirs = sql`${client} <> ${actor.personId}::uuid`;
    if (apart.length === 0) return theirs;
    return sql`(${theirs} and (${client} not in ${apart} or ${coached(tx, actor, client)}))`;
  };
}

/** Whether the days of this client are within the actor's reach today. */
export async function inReach(tx: Tx, actor: Reader, clientId: string): Promise<boolean> {
  return isId(clientId) && (await withinReach(tx, actor, [clientId])).has(clientId);
}

/** Those of these clients who are within the actor's reach today. */
export async function withinReach(tx: Tx, actor: Reader, clientIds: readonly string[]): Promise<Set<string>> {
  const reach = await reachOf(tx, actor);
  const { rows } = await tx.execute<{ id: string }>(sql`
    select asked.id from (select jsonb_array_elements_text(${JSON.stringify(clientIds)}::jsonb)::uuid as id) asked
    where ${reach(sql`asked.id`)}`);
  return new Set(rows.map((row) => row.id));
}

/** Whether the actor leads the service of the whole office, not only of a unit. */
export function leadsOffice(actor: Reader): boolean {
  return actor.roles.some((held) => held.role === 'manager' && held.unitId === null);
}

/** The same as people's `hasOwnClient`: the right ends with the relation, and with the client's own time here. */
function coached(tx: Tx, actor: Reader, client: SQL): SQL {
  if (!hasRole(actor, 'coach')) return sql`false`;
  const today = todayIn().toString();
  // Long names, so that no name of the query around them is taken for one of these.
  return sql`exists (select 1 from relations tie
    join persons coachee on coachee.office_id = tie.office_id and coachee.id = tie.client_id
      and coachee.deactivated_at is null
    where tie.office_id = ${tx.officeId} and tie.client_id = ${client} and tie.coach_id = ${actor.personId}::uuid
      and tie.starts_on <= ${today}::date and (tie.ends_on is null or tie.ends_on >= ${today}::date))`;
}
