// Whose open pages a change in a client's day concerns: their own, and the boards of their coaches of today.
import { todayIn } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { coachesOf, personsWithRole } from '../../ground/people/door.ts';

/** The topics of an event about a client's day: `person:<client>`, `board:<coach>` of each coach, `board:<office>`. */
export async function topicsOfClient(tx: Tx, clientId: string): Promise<string[]> {
  const coaches = await coachesOf(tx, clientId, todayIn());
  return [
    `person:${clientId}`,
    ...new Set(coaches.map((coach) => `board:${coach.coachId}`)),
    `board:${tx.officeId}`,
  ];
}

/** A board is heard by the coach whose it is; the office's own (its id is the office's) by those who lead the service. */
export async function hearsBoard(tx: Tx, personIds: readonly string[], id: string): Promise<Set<string>> {
  if (id !== tx.officeId) return new Set(personIds.filter((personId) => personId === id));
  const leading = new Set((await personsWithRole(tx, 'manager', todayIn())).map((person) => person.id));
  return new Set(personIds.filter((personId) => leading.has(personId)));
}
