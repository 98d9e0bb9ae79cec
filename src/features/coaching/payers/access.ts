// Who sees and closes what payers are told: everybody the days within their reach.
// Every client shown or taken out is noted in the access log.
import { type AccessAct, noteAccess } from '../../../platform/access-log.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { leadsOffice, reachOf } from '../enrolments/door.ts';
import type { PeriodOf } from './actions.ts';
import { type ClosedPeriod, daysOfPeriod } from './queries.ts';

/**
 * Whether the actor may close the period: who leads the whole office, or whoever has all of the period's clients within
 * reach. Closing tells the payer of everybody in it, so a coach or a unit's manager of some of them may not.
 */
export async function mayClose(tx: Tx, actor: Actor, period: PeriodOf): Promise<boolean> {
  if (leadsOffice(actor)) return true;
  const everybody = await daysOfPeriod(tx, 'everybody', period, undefined);
  const own = await daysOfPeriod(tx, await reachOf(tx, actor), period, undefined);
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
