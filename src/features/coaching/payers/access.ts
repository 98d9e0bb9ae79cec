// Who sees and closes what payers are told. Managers see everybody's days, coaches those of their clients of today.
// Every client shown or taken out is noted in the access log.
import { type AccessAct, noteAccess } from '../../../platform/access-log.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { officeToday } from '../enrolments/door.ts';
import type { PeriodOf } from './actions.ts';
import { type ClosedPeriod, daysOfPeriod, type Scope } from './queries.ts';

export async function payerScope(tx: Tx, actor: Actor): Promise<Scope> {
  if (hasRole(actor, 'manager')) return { all: true };
  return { coachId: actor.personId, today: await officeToday(tx) };
}

/**
 * Whether the actor may close the period: a manager, or a coach all of whose the period's clients are. Closing tells
 * the payer of everybody in it, so a coach of some of them may not.
 */
export async function mayClose(tx: Tx, actor: Actor, period: PeriodOf): Promise<boolean> {
  if (hasRole(actor, 'manager')) return true;
  const everybody = await daysOfPeriod(tx, { all: true }, period, undefined);
  const own = await daysOfPeriod(tx, await payerScope(tx, actor), period, undefined);
  return own.length > 0 && own.length === everybody.length;
}

/** Notes that these clients' days were read, or taken out of the system. */
export function noteShown(
  tx: Tx,
  actor: Actor,
  days: readonly { clientId: string }[],
  about: { act: AccessAct; closed: ClosedPeriod | undefined },
): void {
  for (const personId of new Set(days.map((day) => day.clientId))) {
    noteAccess(tx, {
      actor,
      personId,
      act: about.act,
      subject: 'payer-summary',
      ...(about.closed ? { subjectId: about.closed.id } : {}),
      purpose: 'payer',
    });
  }
}
