// The only way to a service for those who keep the catalogue. Whether they may at all is in the route's policy.
import { and, eq } from 'drizzle-orm';
import { NotFound } from '../../../../platform/errors.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { personById, shownName } from '../../../ground/people/door.ts';
import { services } from '../tables.ts';

export type Service = typeof services.$inferSelect;

/** The service of this office; throws NotFound when there is none. */
export async function keptService(tx: Tx, id: string | undefined): Promise<Service> {
  if (!isId(id)) throw new NotFound('service');
  const [service] = await tx
    .select()
    .from(services)
    .where(and(eq(services.officeId, tx.officeId), eq(services.id, id)))
    .limit(1);
  if (!service) throw new NotFound('service');
  return service;
}

/** A whole number from 1 to 999 in an address; throws NotFound for anything else. */
export function placeIn(value: string | undefined): number {
  if (!/^[1-9]\d{0,2}$/.test(value ?? '')) throw new NotFound('number');
  return Number(value);
}

/** First names of colleagues by id, for "written by"; who is gone or never was there is left out. */
export async function colleagueNames(
  tx: Tx,
  ids: Iterable<string | null>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    const person = id && (await personById(tx, id));
    if (person) names.set(person.id, shownName(person));
  }
  return names;
}
