// Services as they are asked for by their id, or all into which clients are taken.
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/tenancy.ts';
import { services } from './tables.ts';

/** One service, in use or retired; undefined when there is no such service here. */
export async function serviceById(tx: Tx, serviceId: string) {
  const [service] = await tx
    .select()
    .from(services)
    .where(and(eq(services.officeId, tx.officeId), eq(services.id, serviceId)))
    .limit(1);
  return service;
}

/** Services into which clients are taken, by name. */
export async function servicesOf(tx: Tx) {
  return tx
    .select()
    .from(services)
    .where(and(eq(services.officeId, tx.officeId), inArray(services.stage, ['pilot', 'in-use'])))
    .orderBy(sql`${services.name}->>'fi'`)
    .limit(200);
}
