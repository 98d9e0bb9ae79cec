// The only way to a service for those who keep the catalogue: managers of its unit, and those of the whole office, who
// alone keep what belongs to no unit.
import { and, eq } from 'drizzle-orm';
import { NotFound } from '../../../../platform/errors.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { unitById, unitsOf } from '../../../ground/offices/door.ts';
import { personById, shownName, unitsManagedBy, withinUnits } from '../../../ground/people/door.ts';
import { services } from '../tables.ts';

export type Service = typeof services.$inferSelect;

/** Whether the actor keeps what belongs to this unit, or, with null, to the whole office. */
export const keeps = (actor: Actor, unitId: string | null): boolean =>
  withinUnits(unitsManagedBy(actor), unitId);

/** Units in use that the actor may give a service to, by name, and the one that it has, also when that has closed. */
export async function unitsToChoose(tx: Tx, actor: Actor, present: string | null = null) {
  const chosen = (await unitsOf(tx)).filter((unit) => keeps(actor, unit.id));
  if (present === null || chosen.some((unit) => unit.id === present)) return chosen;
  const standing = await unitById(tx, present);
  return standing ? [...chosen, standing] : chosen;
}

/** A service that the actor keeps; throws NotFound when there is none, and when it is another unit's. */
export async function keptService(tx: Tx, actor: Actor, id: string | undefined): Promise<Service> {
  if (!isId(id)) throw new NotFound('service');
  const [service] = await tx
    .select()
    .from(services)
    .where(and(eq(services.officeId, tx.officeId), eq(services.id, id)))
    .limit(1);
  if (!service || !keeps(actor, service.unitId)) throw new NotFound('service');
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
