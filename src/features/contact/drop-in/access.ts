// Who may see what of a queue. A client sees their own place and how many wait before them, nothing of the others. A
// coach who serves sees the numbers of those whom they may serve; a name only of their own clients, and of whom they
// have called. Somebody kept apart from the coach, or protected and not their own client, is not there for them.
import { and, eq, sql } from 'drizzle-orm';
import { type AccessAct, noteAccess } from '../../../platform/access-log.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { type Units, unitsHeldBy, withinUnits } from '../../ground/people/door.ts';
import { type DropIn, dropInById, openDropIns, type Place, servesWhom } from './queries.ts';
import { queuePlaces } from './tables.ts';

/** The drop-in hours an actor may come to or serve, by name. */
export async function dropInsFor(tx: Tx, actor: Actor): Promise<DropIn[]> {
  const mine = [];
  for (const one of await openDropIns(tx)) if (await reaches(tx, actor, one)) mine.push(one);
  return mine;
}

/** The units whose drop-in hours the actor leads. */
export const managedUnits = (actor: Actor): Units => unitsHeldBy(actor, 'manager');

async function reaches(tx: Tx, actor: Actor, dropIn: DropIn): Promise<boolean> {
  if (leads(actor, dropIn) || serves(actor, dropIn)) return true;
  return hasRole(actor, 'client') && (await servesWhom(tx, dropIn.id, [actor.personId])).size > 0;
}

/** Drop-in hours that a client may come to. Throws NotFound also when nobody there could serve them. */
export async function dropInForClient(tx: Tx, actor: Actor, dropInId: string | undefined): Promise<DropIn> {
  const dropIn = await dropInById(tx, dropInId);
  if (!dropIn || dropIn.endedAt || !hasRole(actor, 'client')) throw new NotFound('drop-in');
  if ((await servesWhom(tx, dropIn.id, [actor.personId])).size === 0) throw new NotFound('drop-in');
  return dropIn;
}

/** Whether the actor leads these drop-in hours: a manager of their unit, or of the whole office. */
export const leads = (actor: Actor, { unitId }: Pick<DropIn, 'unitId'>): boolean =>
  withinUnits(managedUnits(actor), unitId);

/** Whether the actor serves them as a coach today. */
export const serves = (actor: Actor, { coachIds }: Pick<DropIn, 'coachIds'>): boolean =>
  hasRole(actor, 'coach') && coachIds.includes(actor.personId);

type Held = (actor: Actor, dropIn: DropIn) => boolean;

async function heldBy(tx: Tx, actor: Actor, dropInId: string | undefined, held: Held): Promise<DropIn> {
  const dropIn = await dropInById(tx, dropInId);
  if (!dropIn || dropIn.endedAt || !held(actor, dropIn)) throw new NotFound('drop-in');
  return dropIn;
}

/** Drop-in hours that the actor leads. Throws NotFound also for another unit's. */
export const dropInManagedBy = (tx: Tx, actor: Actor, dropInId: string | undefined): Promise<DropIn> =>
  heldBy(tx, actor, dropInId, leads);

/** Drop-in hours that the actor serves as a coach today. */
export const dropInServedBy = (tx: Tx, actor: Actor, dropInId: string | undefined): Promise<DropIn> =>
  heldBy(tx, actor, dropInId, serves);

/** Drop-in hours that the actor serves or leads. */
export const dropInOfStaff = (tx: Tx, actor: Actor, dropInId: string | undefined): Promise<DropIn> =>
  heldBy(tx, actor, dropInId, (who, dropIn) => serves(who, dropIn) || leads(who, dropIn));

/** The actor's own place in a queue, locked. */
export async function ownPlace(tx: Tx, actor: Actor, placeId: string | undefined): Promise<Place> {
  const place = await placeById(tx, placeId);
  if (place.clientId !== actor.personId) throw new NotFound('place');
  return place;
}

/** A place that the actor has called and not ended, locked. */
export async function placeCalledBy(tx: Tx, actor: Actor, placeId: string | undefined): Promise<Place> {
  const place = await placeById(tx, placeId);
  if (place.calledBy !== actor.personId || place.endedAt) throw new NotFound('place');
  await dropInServedBy(tx, actor, place.dropInId);
  notePlace(tx, actor, place, 'changed');
  return place;
}

/** A place whose client asked to be called back, for a coach who may serve them, locked. */
export async function callbackFor(tx: Tx, actor: Actor, placeId: string | undefined): Promise<Place> {
  const place = await placeById(tx, placeId);
  await dropInServedBy(tx, actor, place.dropInId);
  const mayServe = (await servesWhom(tx, place.dropInId, [place.clientId], actor.personId)).size > 0;
  if (!mayServe || !place.callbackAskedAt) throw new NotFound('place');
  notePlace(tx, actor, place, 'changed');
  return place;
}

async function placeById(tx: Tx, placeId: string | undefined): Promise<Place> {
  if (!isId(placeId)) throw new NotFound('place');
  const [place] = await tx
    .select()
    .from(queuePlaces)
    .where(and(eq(queuePlaces.officeId, tx.officeId), eq(queuePlaces.id, placeId)))
    .for('no key update')
    .limit(1);
  if (!place) throw new NotFound('place');
  return place;
}

/** Writes into the access log that the actor saw or changed somebody's place. */
export function notePlace(tx: Tx, actor: Actor, place: Pick<Place, 'id' | 'clientId'>, act: AccessAct): void {
  noteAccess(tx, {
    actor,
    personId: place.clientId,
    act,
    subject: 'queue-place',
    subjectId: place.id,
    purpose: actor.personId === place.clientId ? 'own-request' : 'coaching',
  });
}

/** Of these persons, those who may hear that a queue moves: who waits in it or did a minute ago, and who serves. */
export async function inDropIn(tx: Tx, personIds: readonly string[], dropInId: string): Promise<Set<string>> {
  const { rows } = await tx.execute<{ person_id: string }>(sql`
    select client_id as person_id from queue_places
      where office_id = ${tx.officeId} and drop_in_id = ${dropInId}::uuid and ended_at is null
    union select coach_id from drop_in_coaches
      where office_id = ${tx.officeId} and drop_in_id = ${dropInId}::uuid and left_at is null limit 2000`);
  return new Set(rows.map((row) => row.person_id).filter((personId) => personIds.includes(personId)));
}
