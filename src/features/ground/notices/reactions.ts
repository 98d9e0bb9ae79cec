// What notices do when something happens to the people they are for.
import { sql } from 'drizzle-orm';
import { reaction } from '../../../platform/events.ts';
import { personDeactivated, personErased } from '../people/events.ts';

export const reactions = [
  // Nothing waits for somebody who is no longer here, least of all a way in.
  reaction(personDeactivated, 'withdrawDeliveriesOfDeactivatedPerson', async (tx, { payload }) => {
    await tx.execute(sql`update deliveries set state = 'withdrawn', gathering = false, secret = null
      where office_id = ${tx.officeId} and person_id = ${payload.personId} and state in ('queued', 'failed')`);
  }),
  // What was sent told where somebody is reached; how much was sent stays in the figures of the deliveries of others.
  reaction(personErased, 'removeNoticesOfErased', async (tx, { payload: { personId } }) => {
    const theirs = sql`office_id = ${tx.officeId} and person_id = ${personId}`;
    for (const remove of [
      sql`delete from outbox where ${theirs}`,
      sql`delete from notices where ${theirs}`,
      sql`delete from unsubscriptions where ${theirs}`,
      sql`delete from deliveries where ${theirs}`,
    ])
      await tx.execute(remove);
  }),
] as const;
