// What ties persons to the office and to one another: roles, coaches, and pairs that must never meet.
import { and, eq, or, sql } from 'drizzle-orm';
import { todayIn } from '../../../../platform/clock.ts';
import { sealText } from '../../../../platform/encryption.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Actor, Role } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { noteOf } from '../access.ts';
import { grantRole, startRelation } from '../actions.ts';
import { pairBlocked, pairUnblocked, relationEnded, roleEnded } from '../events.ts';
import { administratorsLocked, type Refusal } from '../person/person-actions.ts';
import { endedByNewCoach, inForce, leavesNoAdministrator, overlap, rolesGivenBy } from '../rules.ts';
import { blockedPairs, persons, relations, roleGrants } from '../tables.ts';

type Period = { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate | null };

/** Gives a role. Refused when the giver may not, or the person holds it in that unit at that time already. */
export async function giveRole(
  tx: Tx,
  actor: Actor,
  personId: string,
  grant: Period & { role: Role; unitId: string | null },
): Promise<Refusal<'not-yours-to-give' | 'held-already'>> {
  if (!rolesGivenBy(actor.roles.map((one) => one.role)).includes(grant.role)) {
    return { ok: false, reason: 'not-yours-to-give' };
  }
  await lockPersons(tx, [personId]);
  const held = await tx
    .select()
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.officeId, tx.officeId),
        eq(roleGrants.personId, personId),
        eq(roleGrants.role, grant.role),
        sql`${roleGrants.unitId} is not distinct from ${grant.unitId}::uuid`,
      ),
    )
    .limit(100);
  if (held.some((one) => overlap(one, grant))) return { ok: false, reason: 'held-already' };
  await grantRole(tx, actor, { personId, ...grant });
  noteOf(tx, actor, personId, 'changed', 'roles');
  return { ok: true };
}

/** Ends a role on its last day `endsOn`; today means that it ends when the day does. */
export async function endRole(
  tx: Tx,
  actor: Actor,
  personId: string,
  grantId: string,
  endsOn: Temporal.PlainDate,
): Promise<Refusal<'not-found' | 'not-yours-to-give' | 'ends-before-start' | 'last-administrator'>> {
  const [grant] = await tx
    .select()
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.officeId, tx.officeId),
        eq(roleGrants.id, grantId),
        eq(roleGrants.personId, personId),
      ),
    )
    .for('no key update')
    .limit(1);
  if (!grant) return { ok: false, reason: 'not-found' };
  if (!rolesGivenBy(actor.roles.map((one) => one.role)).includes(grant.role)) {
    return { ok: false, reason: 'not-yours-to-give' };
  }
  if (Temporal.PlainDate.compare(endsOn, grant.startsOn) < 0) {
    return { ok: false, reason: 'ends-before-start' };
  }
  if (grant.role === 'administrator' && leavesNoAdministrator(await administratorsLocked(tx), personId)) {
    return { ok: false, reason: 'last-administrator' };
  }
  await tx
    .update(roleGrants)
    .set({ endsOn })
    .where(and(eq(roleGrants.officeId, tx.officeId), eq(roleGrants.id, grantId)));
  noteOf(tx, actor, personId, 'changed', 'roles');
  await recordEvent(tx, roleEnded({ personId, role: grant.role }), { actorId: actor.personId });
  return { ok: true };
}

export type NewRelation = Period & {
  clientId: string;
  coachId: string;
  kind: 'own-coach' | 'substitute';
};

/**
 * Gives a client a coach. A new own coach ends the earlier one on the day before. Refused for a pair that must not
 * meet, for the same coach twice at one time, and when another own coach begins later.
 */
export async function assignCoach(
  tx: Tx,
  actor: Actor,
  relation: NewRelation,
): Promise<Refusal<'cannot-meet' | 'coach-already' | 'another-begins'>> {
  await lockPersons(tx, [relation.clientId, relation.coachId]);
  if (await areBlocked(tx, relation.clientId, relation.coachId)) return { ok: false, reason: 'cannot-meet' };
  const held = await tx
    .select()
    .from(relations)
    .where(and(eq(relations.officeId, tx.officeId), eq(relations.clientId, relation.clientId)))
    .limit(200);
  if (
    held.some(
      (one) => one.coachId === relation.coachId && one.kind === relation.kind && overlap(one, relation),
    )
  ) {
    return { ok: false, reason: 'coach-already' };
  }
  if (relation.kind === 'own-coach') {
    const own = held.filter((one) => one.kind === 'own-coach');
    const verdict = endedByNewCoach(own, relation);
    if (!verdict.ok) return { ok: false, reason: 'another-begins' };
    for (const one of verdict.ended) {
      await closeRelation(tx, actor, one, relation.startsOn.subtract({ days: 1 }));
    }
  }
  await startRelation(tx, actor, relation);
  noteOf(tx, actor, relation.clientId, 'changed', 'coaches');
  return { ok: true };
}

/** Ends a relation on its last day. What the coach may see ends with it. */
export async function endRelation(
  tx: Tx,
  actor: Actor,
  clientId: string,
  relationId: string,
  endsOn: Temporal.PlainDate,
): Promise<Refusal<'not-found' | 'ends-before-start'>> {
  const [relation] = await tx
    .select()
    .from(relations)
    .where(
      and(
        eq(relations.officeId, tx.officeId),
        eq(relations.id, relationId),
        eq(relations.clientId, clientId),
      ),
    )
    .for('no key update')
    .limit(1);
  if (!relation) return { ok: false, reason: 'not-found' };
  if (Temporal.PlainDate.compare(endsOn, relation.startsOn) < 0)
    return { ok: false, reason: 'ends-before-start' };
  await closeRelation(tx, actor, relation, endsOn);
  noteOf(tx, actor, clientId, 'changed', 'coaches');
  return { ok: true };
}

async function closeRelation(
  tx: Tx,
  actor: Actor,
  relation: { id: string; clientId: string; coachId: string },
  endsOn: Temporal.PlainDate,
): Promise<void> {
  await tx
    .update(relations)
    .set({ endsOn })
    .where(and(eq(relations.officeId, tx.officeId), eq(relations.id, relation.id)));
  const { clientId, coachId } = relation;
  await recordEvent(tx, relationEnded({ clientId, coachId }), { actorId: actor.personId });
}

/**
 * Keeps two persons from ever being shown to each other. The reason is sealed. Refused while one coaches the other
 * (that must be ended first), and for oneself.
 */
export async function blockPair(
  tx: Tx,
  actor: Actor,
  pair: { oneId: string; otherId: string; reason: string | undefined },
): Promise<Refusal<'same-person' | 'coached' | 'blocked-already'>> {
  const [firstId, secondId] = [pair.oneId, pair.otherId].sort() as [string, string];
  if (firstId === secondId) return { ok: false, reason: 'same-person' };
  await lockPersons(tx, [firstId, secondId]);
  if (await areBlocked(tx, firstId, secondId)) return { ok: false, reason: 'blocked-already' };
  const between = await tx
    .select()
    .from(relations)
    .where(
      and(
        eq(relations.officeId, tx.officeId),
        or(
          and(eq(relations.clientId, firstId), eq(relations.coachId, secondId)),
          and(eq(relations.clientId, secondId), eq(relations.coachId, firstId)),
        ),
      ),
    )
    .limit(100);
  const today = todayIn();
  if (between.some((one) => inForce(one, today) || Temporal.PlainDate.compare(one.startsOn, today) > 0)) {
    return { ok: false, reason: 'coached' };
  }
  const id = crypto.randomUUID();
  const place = { personId: firstId, table: 'blocked_pairs', column: 'reason', rowId: id };
  const reason = pair.reason ? await sealText(tx, place, pair.reason) : null;
  await tx.insert(blockedPairs).values({ id, firstId, secondId, reason, setBy: actor.personId });
  for (const personId of [firstId, secondId]) noteOf(tx, actor, personId, 'changed', 'blocked-pair');
  await recordEvent(tx, pairBlocked({ firstId, secondId }), { actorId: actor.personId });
  return { ok: true };
}

/** Lets two persons be shown to each other again. False when there was no such pair of this person. */
export async function unblockPair(tx: Tx, actor: Actor, personId: string, pairId: string): Promise<boolean> {
  const [gone] = await tx
    .delete(blockedPairs)
    .where(
      and(
        eq(blockedPairs.officeId, tx.officeId),
        eq(blockedPairs.id, pairId),
        or(eq(blockedPairs.firstId, personId), eq(blockedPairs.secondId, personId)),
      ),
    )
    .returning();
  if (!gone) return false;
  for (const one of [gone.firstId, gone.secondId]) noteOf(tx, actor, one, 'changed', 'blocked-pair');
  const { firstId, secondId } = gone;
  await recordEvent(tx, pairUnblocked({ firstId, secondId }), { actorId: actor.personId });
  return true;
}

async function areBlocked(tx: Tx, one: string, other: string): Promise<boolean> {
  const [firstId, secondId] = [one, other].sort() as [string, string];
  const found = await tx
    .select({ id: blockedPairs.id })
    .from(blockedPairs)
    .where(
      and(
        eq(blockedPairs.officeId, tx.officeId),
        eq(blockedPairs.firstId, firstId),
        eq(blockedPairs.secondId, secondId),
      ),
    )
    .limit(1);
  return found.length > 0;
}

// What is decided about two persons' ties is decided one act at a time: a pair blocked and a coach given in the same
// moment would each miss the other. Always in one order, so that two acts never wait for each other.
async function lockPersons(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort()) {
    await tx
      .select({ id: persons.id })
      .from(persons)
      .where(and(eq(persons.officeId, tx.officeId), eq(persons.id, id)))
      .for('no key update')
      .limit(1);
  }
}
