// Whose open pages a change in a client's day concerns: their own, and the boards of their coaches of today.
import { todayIn } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { coachesOf } from '../../ground/people/door.ts';

/** The topics of an event about a client's day: `person:<client>`, `board:<coach>` of each coach, `board:<office>`. */
export async function topicsOfClient(tx: Tx, clientId: string): Promise<string[]> {
  const coaches = await coachesOf(tx, clientId, todayIn());
  return [
    `person:${clientId}`,
    ...new Set(coaches.map((coach) => `board:${coach.coachId}`)),
    `board:${tx.officeId}`,
  ];
}
