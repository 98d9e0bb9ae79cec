// The weekly programme and its one-off changes. Each act brings the dated sessions into line at once.
import { and, eq, sql } from 'drizzle-orm';
import { recordEvent } from '../../../../platform/events.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { mayMeetMembers } from '../actions.ts';
import { holdCoachTimes } from '../coach-times.ts';
import { programmeSet } from '../events.ts';
import type { GroupSession } from '../queries.ts';
import { programmeChanges, programmeEntries } from '../tables.ts';
import { expandSessions, topicOf } from './expansion.ts';
import type { Entry } from './rules.ts';

export type NewEntry = Omit<Entry, 'id'>;
type EntryRow = typeof programmeEntries.$inferSelect;

/** Adds an entry to a group's week. Gives its id. */
export async function addEntry(tx: Tx, actor: Actor, groupId: string, entry: NewEntry): Promise<string> {
  const id = await writeEntry(tx, actor, groupId, entry);
  await programmeChanged(tx, actor, groupId, id);
  return id;
}

async function writeEntry(tx: Tx, actor: Actor, groupId: string, entry: NewEntry): Promise<string> {
  const [row] = await tx
    .insert(programmeEntries)
    .values({ ...entry, ways: [...entry.ways], groupId, setBy: actor.personId })
    .returning({ id: programmeEntries.id });
  if (!row) throw new Error('the entry was not added');
  return row.id;
}

/** Changes an entry for all its days to come; what has been stays as it was. */
export async function changeEntry(tx: Tx, actor: Actor, entry: EntryRow, change: NewEntry): Promise<void> {
  await tx
    .update(programmeEntries)
    .set({ ...change, ways: [...change.ways] })
    .where(and(eq(programmeEntries.officeId, tx.officeId), eq(programmeEntries.id, entry.id)));
  await programmeChanged(tx, actor, entry.groupId, entry.id);
}

/** Takes an entry off the programme after `lastDay`. */
export async function endEntry(
  tx: Tx,
  actor: Actor,
  entry: EntryRow,
  lastDay: Temporal.PlainDate,
): Promise<void> {
  // An entry that never began keeps its first day as its last, cancelled, because sessions may point to it.
  await tx.execute(sql`update programme_entries set valid_until = greatest(valid_from, ${lastDay.toString()}::date)
    where office_id = ${tx.officeId} and id = ${entry.id}`);
  if (Temporal.PlainDate.compare(lastDay, entry.validFrom) < 0)
    await writeChange(tx, actor, { entryId: entry.id, day: entry.validFrom, cancelled: true });
  await programmeChanged(tx, actor, entry.groupId, entry.id);
}

export type DayChange = Partial<
  Pick<
    typeof programmeChanges.$inferInsert,
    'starts' | 'ends' | 'title' | 'hostId' | 'ways' | 'place' | 'reason'
  >
>;

/** One day goes otherwise. */
export async function changeDay(
  tx: Tx,
  actor: Actor,
  session: GroupSession,
  change: DayChange,
): Promise<void> {
  await writeChange(tx, actor, { ...change, entryId: session.entryId, day: session.day, cancelled: false });
  await programmeChanged(tx, actor, session.groupId, session.entryId);
}

/** One day is off, with a reason that its members see. */
export async function cancelDay(
  tx: Tx,
  actor: Actor,
  session: GroupSession,
  reason: string | null,
): Promise<void> {
  await writeChange(tx, actor, { entryId: session.entryId, day: session.day, cancelled: true, reason });
  await programmeChanged(tx, actor, session.groupId, session.entryId);
}

async function writeChange(
  tx: Tx,
  actor: Actor,
  change: typeof programmeChanges.$inferInsert,
): Promise<void> {
  const { entryId, day, ...rest } = change;
  const set = { ...rest, setBy: actor.personId };
  await tx
    .insert(programmeChanges)
    .values({ entryId, day, ...set })
    .onConflictDoUpdate({
      target: [programmeChanges.officeId, programmeChanges.entryId, programmeChanges.day],
      set,
    });
}

/** The day goes as the weekly programme says after all. */
export async function restoreDay(tx: Tx, actor: Actor, session: GroupSession): Promise<void> {
  await tx
    .delete(programmeChanges)
    .where(
      and(
        eq(programmeChanges.officeId, tx.officeId),
        eq(programmeChanges.entryId, session.entryId),
        eq(programmeChanges.day, session.day),
      ),
    );
  await programmeChanged(tx, actor, session.groupId, session.entryId);
}

/**
 * Copies the entries in force on `from` to another group, from that day on. Hosts come along, except one who must
 * never meet somebody there. Gives how many.
 */
export async function copyProgramme(
  tx: Tx,
  actor: Actor,
  copy: { fromGroupId: string; toGroupId: string; from: Temporal.PlainDate },
): Promise<number> {
  const entries = await tx
    .select()
    .from(programmeEntries)
    .where(
      and(
        eq(programmeEntries.officeId, tx.officeId),
        eq(programmeEntries.groupId, copy.fromGroupId),
        sql`(${programmeEntries.validUntil} is null or ${programmeEntries.validUntil} >= ${copy.from.toString()}::date)`,
      ),
    )
    .limit(200);
  for (const { id: _, officeId: __, groupId: ___, setBy: ____, setAt: _____, ...entry } of entries) {
    const later = Temporal.PlainDate.compare(entry.validFrom, copy.from) > 0;
    const fits = entry.hostId === null || (await mayMeetMembers(tx, copy.toGroupId, entry.hostId, copy.from));
    await writeEntry(tx, actor, copy.toGroupId, {
      ...entry,
      hostId: fits ? entry.hostId : null,
      validFrom: later ? entry.validFrom : copy.from,
    });
  }
  if (entries[0]) await programmeChanged(tx, actor, copy.toGroupId, entries[0].id);
  return entries.length;
}

async function programmeChanged(tx: Tx, actor: Actor, groupId: string, entryId: string): Promise<void> {
  await recordEvent(tx, programmeSet({ groupId, entryId }), {
    actorId: actor.personId,
    topics: [topicOf(groupId)],
  });
  await expandSessions(tx, groupId);
  await holdCoachTimes(tx, groupId);
}
