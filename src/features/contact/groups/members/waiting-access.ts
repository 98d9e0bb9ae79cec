// The ways to a place in the line: for those who lead the group, and for the client to whom a seat is offered.
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { NotFound } from '../../../../platform/errors.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { type Group, groupLedBy, noteMembers } from '../access.ts';
import { groups, waitingList } from '../tables.ts';
import type { Waiting } from './waiting-actions.ts';

/** An open place in the line of a group that the actor leads. */
export async function waitingLedBy(
  tx: Tx,
  actor: Actor,
  groupId: string | undefined,
  waitingId: string | undefined,
): Promise<{ group: Group; waiting: Waiting }> {
  const group = await groupLedBy(tx, actor, groupId);
  if (!isId(waitingId)) throw new NotFound('waiting');
  const [waiting] = await tx
    .select()
    .from(waitingList)
    .where(
      and(
        eq(waitingList.officeId, tx.officeId),
        eq(waitingList.groupId, group.id),
        eq(waitingList.id, waitingId),
        isNull(waitingList.closedAt),
      ),
    )
    .limit(1);
  if (!waiting) throw new NotFound('waiting');
  noteMembers(tx, actor, [waiting.clientId], 'changed');
  return { group, waiting };
}

/** A seat that was offered to the actor, open or over. */
export async function offerToClient(
  tx: Tx,
  actor: Actor,
  waitingId: string | undefined,
): Promise<{ waiting: Waiting; groupName: string }> {
  if (!isId(waitingId)) throw new NotFound('offer');
  const [row] = await tx
    .select({ waiting: waitingList, groupName: groups.name })
    .from(waitingList)
    .innerJoin(groups, and(eq(groups.officeId, waitingList.officeId), eq(groups.id, waitingList.groupId)))
    .where(
      and(
        eq(waitingList.officeId, tx.officeId),
        eq(waitingList.id, waitingId),
        eq(waitingList.clientId, actor.personId),
        isNotNull(waitingList.offeredAt),
      ),
    )
    .limit(1);
  if (!row) throw new NotFound('offer');
  return row;
}
