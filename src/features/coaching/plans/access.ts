// The only ways to a client's choices for an actor: the client's own; the client's coaches of today; managers of the
// client. The right of a coach ends with the relation. Each writes the access log, or throws NotFound.
import { type AccessAct, noteAccess } from '../../../platform/access-log.ts';
import { todayIn } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import {
  blockedFrom,
  clientsManagedBy,
  clientsOf,
  hasOwnClient,
  mayManage,
  personById,
  shownName,
} from '../../ground/people/door.ts';
import { type Check, type Choice, checkById, choiceById } from './queries.ts';

/** Whose choices a page is about, and who has it open. */
export type Whose = {
  clientId: string;
  byStaff: boolean;
  /** The client's name for staff. */
  name: string;
  /** The address of the page; what is done here has addresses below it. */
  base: string;
};

/** The client's own choices. */
export function ownModes(tx: Tx, actor: Actor, act: AccessAct): Whose {
  if (!hasRole(actor, 'client')) throw new NotFound('client');
  noteModes(tx, actor, actor.personId, act);
  return { clientId: actor.personId, byStaff: false, name: '', base: '/my-mode' };
}

/** A client's choices for their coach or manager. */
export async function modesOfClient(
  tx: Tx,
  actor: Actor,
  clientId: string | undefined,
  act: AccessAct,
): Promise<Whose> {
  if (!isId(clientId) || !(await tends(tx, actor, clientId))) throw new NotFound('client');
  const person = await personById(tx, clientId);
  if (!person) throw new NotFound('client');
  noteModes(tx, actor, clientId, act);
  const name = `${shownName(person)} ${person.familyName}`.trim();
  return { clientId, byStaff: true, name, base: `/clients/${clientId}/modes` };
}

async function tends(tx: Tx, actor: Actor, clientId: string): Promise<boolean> {
  // Nobody is their own coach; their own page is another.
  if (clientId === actor.personId) return false;
  if ((await blockedFrom(tx, clientId)).has(actor.personId)) return false;
  if (await hasOwnClient(tx, actor, clientId)) return true;
  if (!hasRole(actor, 'manager') || !(await mayManage(tx, actor, clientId))) return false;
  return (await clientsManagedBy(tx, actor, [clientId])).length > 0;
}

/** The clients whose choices the actor may list, or those `among` them: a coach's own of today, a manager's units. */
export async function clientsListedFor(tx: Tx, actor: Actor, among?: readonly string[]): Promise<string[]> {
  const today = await officeToday(tx);
  const own = hasRole(actor, 'coach') ? await clientsOf(tx, actor.personId, today) : [];
  const led = hasRole(actor, 'manager') ? await clientsManagedBy(tx, actor, among) : [];
  const apart = await blockedFrom(tx, actor.personId);
  const asked = among && new Set(among);
  return [...new Set([...own, ...led])].filter(
    (id) => id !== actor.personId && !apart.has(id) && (!asked || asked.has(id)),
  );
}

/** The choice of this client, to act on. */
export async function choiceOf(tx: Tx, whose: Whose, choiceId: string | undefined): Promise<Choice> {
  const choice = isId(choiceId) ? await choiceById(tx, choiceId) : undefined;
  if (choice?.clientId !== whose.clientId) throw new NotFound('choice');
  return choice;
}

/** The check of this client; undefined when none is named. Throws NotFound when it is somebody else's. */
export async function checkOf(tx: Tx, whose: Whose, checkId: string | undefined): Promise<Check | undefined> {
  if (!checkId) return undefined;
  const check = isId(checkId) ? await checkById(tx, checkId) : undefined;
  if (check?.clientId !== whose.clientId) throw new NotFound('check');
  return check;
}

/** Writes into the access log that each of these clients' choices was shown on a list. */
export function noteListed(tx: Tx, actor: Actor, clientIds: readonly string[]): void {
  for (const clientId of new Set(clientIds)) noteModes(tx, actor, clientId, 'read');
}

function noteModes(tx: Tx, actor: Actor, personId: string, act: AccessAct): void {
  const purpose =
    actor.personId === personId ? 'own-request' : actor.actingAs === 'coach' ? 'coaching' : 'administration';
  noteAccess(tx, { actor, personId, act, subject: 'mode-choice', purpose });
}

/** Today on the office's wall clock. */
export async function officeToday(tx: Tx): Promise<Temporal.PlainDate> {
  return todayIn((await thisOffice(tx)).timeZone);
}
