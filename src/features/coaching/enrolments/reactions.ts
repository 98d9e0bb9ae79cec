// What happens after news of closed days and of people.
import { sql } from 'drizzle-orm';
import { now, todayIn } from '../../../platform/clock.ts';
import { reaction } from '../../../platform/events.ts';
import { closedDaysChanged } from '../../ground/offices/events.ts';
import { personErased } from '../../ground/people/events.ts';
import { makeDaysAhead, removeClosedDays } from './day-rows.ts';

const keepDaysOpen = reaction(closedDaysChanged, 'keepDaysToOpenDays', async (tx) => {
  await removeClosedDays(tx);
  await makeDaysAhead(tx);
});

/** Nobody expects an erased person any more. Days gone by stay, as the payers' evidence of somebody without a name. */
const endEnrolmentsOfErased = reaction(personErased, 'endEnrolmentsOfErased', async (tx, event) => {
  const today = sql`${todayIn().toString()}::date`;
  await tx.execute(sql`update enrolments
    set ended_early_on = greatest(starts_on - 1, ${today}), ended_at = ${now().toString()}::timestamptz
    where office_id = ${tx.officeId} and client_id = ${event.payload.personId}
      and coalesce(ended_early_on, ends_on) > ${today}`);
});

export const reactions = [keepDaysOpen, endEnrolmentsOfErased];
