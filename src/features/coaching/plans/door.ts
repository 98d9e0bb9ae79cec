// Plans: how each client wants to take part, why, and when it is looked at again. Home pages ask here what is chosen
// and what is due.
import { type Actor, hasRole } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { clientsListedFor, officeToday } from './access.ts';
import { choicesOf, countByMode, dueUntil, inForce } from './queries.ts';
import type { Mode } from './questions.ts';
import { isDue } from './rules.ts';

export { answerCheck, chooseMode, keepChoice, startReview } from './actions.ts';
export { dataAbout } from './data-about.ts';
export type { Answers, Help, Mode } from './questions.ts';
export { modes } from './questions.ts';
export { helpTexts, modeTexts, optionTexts, questionTexts } from './texts-questions.ts';

/** Whether a client has agreed to look at a choice again today or earlier. */
export async function hasReviewDue(tx: Tx, clientId: string): Promise<boolean> {
  const today = await officeToday(tx);
  return inForce(await choicesOf(tx, clientId)).some((choice) => isDue(choice, today));
}

/** How many choices of the actor's clients are due for review. */
export async function reviewsDueFor(tx: Tx, actor: Actor): Promise<number> {
  const today = await officeToday(tx);
  // A coach's clients are few; a manager's may be many, of whom few are due.
  if (!hasRole(actor, 'manager'))
    return (await dueUntil(tx, today, { among: await clientsListedFor(tx, actor) })).length;
  const due = await dueUntil(tx, today);
  const listed = new Set(await clientsListedFor(tx, actor, [...new Set(due.map((one) => one.clientId))]));
  return due.filter((one) => listed.has(one.clientId)).length;
}

export type WishedModes = { byMode: ReadonlyMap<Mode, number>; without: number };

/** How many of the actor's clients wish each way first, and how many have chosen none. */
export async function wishedModesFor(tx: Tx, actor: Actor): Promise<WishedModes> {
  const clientIds = await clientsListedFor(tx, actor);
  const { byMode, chosen } = await countByMode(tx, clientIds);
  return { byMode, without: clientIds.length - chosen };
}
