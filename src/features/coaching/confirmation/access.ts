// Ways of staff to what happens on a day beyond the day itself: marks by a group's coach, calls for help.
import { noteAccess } from '../../../platform/access-log.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { groupsCoachedBy, groupsOf } from '../../contact/groups/door.ts';
import { clientToAnswer } from '../days/door.ts';
import { type Day, dayById, inReach, officeToday } from '../enrolments/door.ts';

/**
 * A day on which the actor may mark that the client is there: their own client's, or, on the day itself, that of a
 * member of a group they coach. Throws NotFound otherwise.
 */
export async function dayToMark(tx: Tx, actor: Actor, dayId: string | undefined): Promise<Day> {
  const day = isId(dayId) ? await dayById(tx, dayId) : undefined;
  if (!day || !((await inReach(tx, actor, day.clientId)) || (await coachesGroupOf(tx, actor, day))))
    throw new NotFound('day');
  noteAccess(tx, {
    actor,
    personId: day.clientId,
    act: 'changed',
    subject: 'day-mark',
    subjectId: day.id,
    purpose: 'coaching',
  });
  return day;
}

async function coachesGroupOf(tx: Tx, actor: Actor, day: Day): Promise<boolean> {
  if (!hasRole(actor, 'coach') || day.clientId === actor.personId) return false;
  if (!day.day.equals(await officeToday(tx))) return false;
  const mine = new Set((await groupsCoachedBy(tx, actor.personId, day.day)).map((group) => group.id));
  return (await groupsOf(tx, day.clientId, day.day)).some((group) => mine.has(group.id));
}

/** A call for help of the actor's client that can be answered. Throws NotFound otherwise. */
export async function helpToAnswer(tx: Tx, actor: Actor, helpId: string | undefined): Promise<string> {
  if (!isId(helpId)) throw new NotFound('help request');
  const clientId = await clientToAnswer(tx, helpId);
  if (clientId === undefined || !(await inReach(tx, actor, clientId))) throw new NotFound('help request');
  return helpId;
}

/** Days that are all the actor's to confirm; one that is not makes all of them NotFound. */
export async function daysToConfirm(tx: Tx, actor: Actor, dayIds: readonly string[]): Promise<void> {
  const clients = new Map<string, boolean>();
  for (const dayId of dayIds) {
    const day = isId(dayId) ? await dayById(tx, dayId) : undefined;
    if (!day) throw new NotFound('day');
    const may = clients.get(day.clientId) ?? (await inReach(tx, actor, day.clientId));
    if (!may) throw new NotFound('day');
    clients.set(day.clientId, may);
  }
}
