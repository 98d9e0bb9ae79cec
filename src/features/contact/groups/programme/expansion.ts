// Makes dated sessions of a group's weekly programme. Safe to repeat: a session is one entry on one day, whatever
// happens; what has ended is never touched.
import { and, eq, gte, inArray, or, sql } from 'drizzle-orm';
import { now, todayIn } from '../../../../platform/clock.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { closedDaysBetween, thisOffice } from '../../../ground/offices/door.ts';
import { sessionCancelled, sessionChanged, sessionScheduled } from '../events.ts';
import { changeRoomHost, closeSessionRoom, isNear, openSessionRoom } from '../rooms.ts';
import { groupSessions, groups, programmeChanges, programmeEntries } from '../tables.ts';
import { differs, earlierOf, expandProgramme, hasRoom, type Planned } from './rules.ts';

/** Sessions exist this many days ahead. */
export const daysAhead = 14;

export type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate };

/**
 * Brings a group's sessions into line with its programme from today to 14 days ahead; or for another span, also a
 * past one (only a demonstration or an import has reason to make sessions that are over).
 */
export async function expandSessions(tx: Tx, groupId: string, span?: Span): Promise<void> {
  const group = await lockedGroup(tx, groupId);
  const { timeZone } = await thisOffice(tx);
  const today = todayIn(timeZone);
  const from = span?.from ?? today;
  const to = span?.to ?? today.add({ days: daysAhead });
  const last = group.endedOn ? earlierOf(to, group.endedOn) : to;
  const planned = await plannedSessions(tx, groupId, { from, to: last }, timeZone);
  const existing = await tx
    .select()
    .from(groupSessions)
    .where(
      and(
        eq(groupSessions.officeId, tx.officeId),
        eq(groupSessions.groupId, groupId),
        gte(groupSessions.day, from),
        span ? sql`${groupSessions.day} <= ${to.toString()}::date` : undefined,
      ),
    )
    .limit(5_000);
  await bringIntoLine(tx, groupId, { planned, existing, keepPast: span === undefined });
}

async function lockedGroup(tx: Tx, groupId: string) {
  const [group] = await tx
    .select()
    .from(groups)
    .where(and(eq(groups.officeId, tx.officeId), eq(groups.id, groupId)))
    .for('no key update')
    .limit(1);
  if (!group) throw new NotFound('group');
  return group;
}

/** What the programme of a group holds between two days, without writing anything. */
export async function plannedSessions(
  tx: Tx,
  groupId: string,
  { from, to }: Span,
  zone: string,
): Promise<Planned[]> {
  const entries = await tx
    .select()
    .from(programmeEntries)
    .where(
      and(
        eq(programmeEntries.officeId, tx.officeId),
        eq(programmeEntries.groupId, groupId),
        or(
          sql`${programmeEntries.validUntil} is null`,
          sql`${programmeEntries.validUntil} >= ${from.toString()}::date`,
        ),
      ),
    )
    .limit(500);
  if (entries.length === 0) return [];
  const changes = await tx
    .select()
    .from(programmeChanges)
    .where(
      and(
        eq(programmeChanges.officeId, tx.officeId),
        inArray(
          programmeChanges.entryId,
          entries.map((entry) => entry.id),
        ),
        sql`${programmeChanges.day} between ${from.toString()}::date and ${to.toString()}::date`,
      ),
    )
    .limit(5_000);
  const closed = await closedDaysBetween(tx, from, to);
  return expandProgramme(
    { entries, changes, closedDays: new Set(closed.map(({ day }) => day.toString())), zone },
    from,
    to,
  );
}

type Existing = typeof groupSessions.$inferSelect;
type Lines = { planned: readonly Planned[]; existing: readonly Existing[]; keepPast: boolean };

async function bringIntoLine(tx: Tx, groupId: string, { planned, existing, keepPast }: Lines): Promise<void> {
  const known = new Map(existing.map((session) => [`${session.entryId} ${session.day}`, session]));
  const missing: Planned[] = [];
  for (const plan of planned) {
    const session = known.get(`${plan.entryId} ${plan.day}`);
    known.delete(`${plan.entryId} ${plan.day}`);
    if (!session) {
      if (!keepPast || !isOver(plan.endsAt)) missing.push(plan);
    } else if (!isOver(session.endsAt) && differs(session, plan)) await changeSession(tx, session, plan);
  }
  await scheduleSessions(tx, groupId, missing);
  for (const session of known.values()) {
    if (!session.cancelled && !isOver(session.endsAt)) await cancelSession(tx, session);
  }
}

const isOver = (endsAt: Temporal.Instant) => Temporal.Instant.compare(endsAt, now()) <= 0;

async function scheduleSessions(tx: Tx, groupId: string, plans: readonly Planned[]): Promise<void> {
  if (plans.length === 0) return;
  const rows = await tx
    .insert(groupSessions)
    .values(plans.map((plan) => ({ groupId, ...plan, ways: [...plan.ways] })))
    .onConflictDoNothing()
    .returning({ id: groupSessions.id, startsAt: groupSessions.startsAt, endsAt: groupSessions.endsAt });
  for (const row of rows) {
    if (isOver(row.endsAt)) continue;
    if (isNear(row)) await openSessionRoom(tx, row.id);
    await recordEvent(tx, sessionScheduled({ sessionId: row.id, groupId }), { topics: [topicOf(groupId)] });
  }
}

async function changeSession(tx: Tx, session: Existing, plan: Planned): Promise<void> {
  await tx
    .update(groupSessions)
    .set({ ...plan, ways: [...plan.ways] })
    .where(and(eq(groupSessions.officeId, tx.officeId), eq(groupSessions.id, session.id)));
  await keepRoomInLine(tx, session, plan);
  const ids = { sessionId: session.id, groupId: session.groupId };
  const moved = isMoved(session, plan) || (session.cancelled && !plan.cancelled);
  const event =
    plan.cancelled && !session.cancelled ? sessionCancelled(ids) : sessionChanged({ ...ids, moved });
  await recordEvent(tx, event, { topics: [topicOf(session.groupId)] });
}

const isMoved = (session: Existing, plan: Planned) =>
  !session.startsAt.equals(plan.startsAt) || !session.endsAt.equals(plan.endsAt);

// A room of another time is another room; a cancelled session has none.
async function keepRoomInLine(tx: Tx, session: Existing, plan: Planned): Promise<void> {
  if (plan.cancelled || !hasRoom(plan) || isMoved(session, plan)) await closeSessionRoom(tx, session);
  else if (session.roomId && session.hostId !== plan.hostId)
    await changeRoomHost(tx, session, plan.hostId, session.roomId);
  if (!plan.cancelled && isNear(plan)) await openSessionRoom(tx, session.id);
}

async function cancelSession(tx: Tx, session: Existing): Promise<void> {
  await tx
    .update(groupSessions)
    .set({ cancelled: true })
    .where(and(eq(groupSessions.officeId, tx.officeId), eq(groupSessions.id, session.id)));
  await closeSessionRoom(tx, session);
  const event = sessionCancelled({ sessionId: session.id, groupId: session.groupId });
  await recordEvent(tx, event, { topics: [topicOf(session.groupId)] });
}

/** The live topic of a group's pages. */
export const topicOf = (groupId: string) => `group:${groupId}`;

/** Groups of the office that go on, or have ended in the last days and are still to be settled. */
export async function groupsToExpand(tx: Tx): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from groups where office_id = ${tx.officeId}
      and (ended_on is null or ended_on >= ${todayIn().subtract({ days: 3 }).toString()}::date) order by id limit 2000`);
  return rows.map((row) => row.id);
}
