// How a client usually meets. A later feature keeps it here when the client has chosen; the page of free times begins
// with it, and a single time can always be booked otherwise.
import { sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import type { Mode } from './rules.ts';

export type UsualMode = { mode: Mode; second: Mode | undefined };

/** Keeps the usual way of a client in a service (null: in all); undefined takes away what was kept. */
export async function keepUsualMode(
  tx: Tx,
  of: { clientId: string; serviceId: string | null },
  usual: UsualMode | undefined,
): Promise<void> {
  const { clientId, serviceId } = of;
  if (!usual) {
    await tx.execute(sql`delete from usual_modes where office_id = ${tx.officeId} and client_id = ${clientId}
      and service_id is not distinct from ${serviceId}::uuid`);
    return;
  }
  await tx.execute(sql`insert into usual_modes (office_id, client_id, service_id, mode, second_mode, kept_at)
    values (${tx.officeId}, ${clientId}, ${serviceId}::uuid, ${usual.mode}, ${usual.second ?? null}, ${now().toString()})
    on conflict on constraint one_usual_mode do update
      set mode = excluded.mode, second_mode = excluded.second_mode, kept_at = excluded.kept_at`);
}

/** The usual way of a client: in this service when one is named, else in all, else the one chosen last. */
export async function usualModeOf(
  tx: Tx,
  clientId: string,
  serviceId?: string,
): Promise<UsualMode | undefined> {
  const { rows } = await tx.execute<{ mode: Mode; second_mode: Mode | null }>(sql`
    select mode, second_mode from usual_modes where office_id = ${tx.officeId} and client_id = ${clientId}
    order by service_id is not distinct from ${serviceId ?? null}::uuid desc, service_id is null desc, kept_at desc
    limit 1`);
  const row = rows[0];
  return row && { mode: row.mode, second: row.second_mode ?? undefined };
}

/** Takes away all that was kept of a client. */
export async function forgetUsualModes(tx: Tx, clientId: string): Promise<void> {
  await tx.execute(sql`delete from usual_modes where office_id = ${tx.officeId} and client_id = ${clientId}`);
}
