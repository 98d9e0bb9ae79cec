// House rules of a group: written by its coaches in every language, shown to each member once a version.
import { and, desc, eq } from 'drizzle-orm';
import { recordEvent } from '../../../platform/events.ts';
import type { Language, Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { lockGroup, settleChannel } from './actions.ts';
import { rulesAccepted, rulesSet } from './events.ts';
import { topicOf } from './programme/expansion.ts';
import { groupRuleAcceptances, groupRules } from './tables.ts';

export type Rules = { version: number; words: Text };

/** The rules in force; undefined when the group has none. */
export async function rulesOf(tx: Tx, groupId: string): Promise<Rules | undefined> {
  const [rules] = await tx
    .select({ version: groupRules.version, words: groupRules.words })
    .from(groupRules)
    .where(and(eq(groupRules.officeId, tx.officeId), eq(groupRules.groupId, groupId)))
    .orderBy(desc(groupRules.version))
    .limit(1);
  return rules;
}

/** Sets new rules; every member is asked to accept them. */
export async function setRules(tx: Tx, actor: Actor, groupId: string, words: Text): Promise<void> {
  await lockGroup(tx, groupId);
  const version = ((await rulesOf(tx, groupId))?.version ?? 0) + 1;
  await tx.insert(groupRules).values({ groupId, version, words, setBy: actor.personId });
  await recordEvent(tx, rulesSet({ groupId, version }), {
    actorId: actor.personId,
    topics: [topicOf(groupId)],
  });
}

/** The rules a member has still to accept; undefined when none. */
export async function rulesToAccept(tx: Tx, groupId: string, clientId: string): Promise<Rules | undefined> {
  const rules = await rulesOf(tx, groupId);
  if (!rules) return undefined;
  const accepted = await tx
    .select({ id: groupRuleAcceptances.id })
    .from(groupRuleAcceptances)
    .where(
      and(
        eq(groupRuleAcceptances.officeId, tx.officeId),
        eq(groupRuleAcceptances.groupId, groupId),
        eq(groupRuleAcceptances.clientId, clientId),
        eq(groupRuleAcceptances.version, rules.version),
      ),
    )
    .limit(1);
  return accepted.length > 0 ? undefined : rules;
}

/** A member accepts a version of the rules, in the language it was read in. Twice is once. */
export async function acceptRules(
  tx: Tx,
  actor: Actor,
  acceptance: { groupId: string; version: number; language: Language },
): Promise<void> {
  const { groupId, version } = acceptance;
  const rows = await tx
    .insert(groupRuleAcceptances)
    .values({ ...acceptance, clientId: actor.personId })
    .onConflictDoNothing()
    .returning({ id: groupRuleAcceptances.id });
  if (rows.length === 0) return;
  await recordEvent(tx, rulesAccepted({ groupId, clientId: actor.personId, version }), {
    actorId: actor.personId,
    topics: [topicOf(groupId)],
  });
  await settleChannel(tx, groupId, actor);
}
