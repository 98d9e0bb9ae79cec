// What notices do when something happens to the people they are for.
import { sql } from 'drizzle-orm';
import { reaction } from '../../../platform/events.ts';
import { personDeactivated } from '../people/events.ts';

export const reactions = [
  // Nothing waits for somebody who is no longer here, least of all a way in.
  reaction(personDeactivated, 'withdrawDeliveriesOfDeactivatedPerson', async (tx, { payload }) => {
    await tx.execute(sql`update deliveries set state = 'withdrawn', gathering = false, secret = null
      where office_id = ${tx.officeId} and person_id = ${payload.personId} and state in ('queued', 'failed')`);
  }),
] as const;
