// Who books at the same moment comes one after the other: each waits here until the one before has finished, and then
// sees what is left. The exclusion constraints of the table hold even where this is forgotten.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/tenancy.ts';

/** Holds a coach and a client until the transaction ends; in one order, so that nobody waits in a circle. */
export async function holdPersons(tx: Tx, coachId: string, clientId: string): Promise<void> {
  for (const id of [coachId, clientId].sort()) await hold(tx, id);
}

/** Holds one person. Who needs several takes them in the order of their ids. */
export const holdPerson = (tx: Tx, personId: string) => hold(tx, personId);

/** Holds a place. Always after the persons, so that whoever holds a place waits for nobody. */
export const holdPlace = (tx: Tx, place: string) => hold(tx, `${tx.officeId}/${place.toLowerCase()}`);

/** Holds all who wait for a time. After persons and places, and last of all: whoever holds it waits for nobody. */
export const holdLine = (tx: Tx) => hold(tx, `${tx.officeId}/line`);

async function hold(tx: Tx, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`booking/${name}`}, 30))`);
}
