// Whom groups tell when something has happened in them.
import { sql } from 'drizzle-orm';
import { now, todayIn } from '../../../platform/clock.ts';
import { reaction } from '../../../platform/events.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { notify } from '../../ground/notices/door.ts';
import { closedDaysChanged } from '../../ground/offices/events.ts';
import { personDeactivated, personErased, personReactivated } from '../../ground/people/events.ts';
import { seatOffered, sessionCancelled, sessionChanged } from './events.ts';
import { groupNight } from './jobs.ts';
import { programmeMoved, seatWaits } from './notices.ts';
import { groupsToExpand } from './programme/expansion.ts';
import { groupsCoachedBy, groupsOf, membersOf, sessionById } from './queries.ts';

const tellClientOfSeat = reaction(seatOffered, 'tellClientOfSeat', async (tx, event) => {
  const { groupId, clientId } = event.payload;
  const { rows } = await tx.execute<{ id: string }>(sql`select id from waiting_list
    where office_id = ${tx.officeId} and group_id = ${groupId} and client_id = ${clientId}
      and closed_at is null and offered_at is not null limit 1`);
  const offerId = rows[0]?.id;
  if (offerId) await notify(tx, clientId, seatWaits, { offerId }, { once: offerId });
});

const tellMembersOfCancellation = reaction(sessionCancelled, 'tellMembersOfCancellation', (tx, event) =>
  tellMembers(tx, event.payload.sessionId, event.id),
);

const tellMembersOfMove = reaction(sessionChanged, 'tellMembersOfMove', async (tx, event) => {
  if (event.payload.moved) await tellMembers(tx, event.payload.sessionId, event.id);
});

/** What is told at once; further ahead the programme on the member's own page is enough. */
const toldHoursAhead = 48;

async function tellMembers(tx: Tx, sessionId: string, once: string): Promise<void> {
  const session = await sessionById(tx, sessionId);
  if (!session) return;
  const ahead = now().until(session.startsAt).total('hours');
  const over = Temporal.Instant.compare(session.endsAt, now()) <= 0;
  const together = session.kind === 'live' || session.kind === 'contact-point';
  if (over || !together || ahead > toldHoursAhead) return;
  for (const member of await membersOf(tx, session.groupId, session.day))
    await notify(tx, member.clientId, programmeMoved, { sessionId }, { once });
}

// A day that was closed or opened may change every programme of the office.
const expandAfterClosedDays = reaction(closedDaysChanged, 'expandAfterClosedDays', async (tx) => {
  for (const groupId of await groupsToExpand(tx)) await bringIntoLineSoon(tx, groupId);
});

const settleGroupsOfDeactivated = reaction(personDeactivated, 'settleGroupsOfDeactivated', (tx, event) =>
  settleGroupsOf(tx, event.payload.personId),
);

const settleGroupsOfReactivated = reaction(personReactivated, 'settleGroupsOfReactivated', (tx, event) =>
  settleGroupsOf(tx, event.payload.personId),
);

/** Who was in which group stays for the figures, without the name that the others knew. */
const forgetErasedMember = reaction(personErased, 'forgetErasedMember', async (tx, event) => {
  const { personId } = event.payload;
  const [office, at] = [sql`office_id = ${tx.officeId}`, sql`${now().toString()}::timestamptz`];
  const today = sql`${todayIn().toString()}::date`;
  await tx.execute(sql`delete from calendar_links where ${office} and person_id = ${personId}`);
  await tx.execute(sql`update group_memberships set nickname = null,
      leaves_on = case when leaves_on is null or leaves_on > ${today} then greatest(joins_on, ${today}) else leaves_on end
    where ${office} and client_id = ${personId}`);
  await tx.execute(sql`update waiting_list set closed_at = ${at}, outcome = 'withdrawn'
    where ${office} and client_id = ${personId} and closed_at is null`);
});

async function settleGroupsOf(tx: Tx, personId: string): Promise<void> {
  const today = todayIn();
  const theirs = [...(await groupsOf(tx, personId, today)), ...(await groupsCoachedBy(tx, personId, today))];
  for (const { id } of theirs) await bringIntoLineSoon(tx, id);
}

const bringIntoLineSoon = (tx: Tx, groupId: string) =>
  tx.outside.jobs.send(tx, groupNight, { officeId: tx.officeId, groupId }, { singletonKey: groupId });

export const reactions = [
  tellClientOfSeat,
  tellMembersOfCancellation,
  tellMembersOfMove,
  expandAfterClosedDays,
  settleGroupsOfDeactivated,
  settleGroupsOfReactivated,
  forgetErasedMember,
];
