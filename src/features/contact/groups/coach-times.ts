// The times in which a group takes its coaches: nobody can book them then. The programme is asked itself and not the
// dated sessions, which are made for two weeks only; bookings are made further ahead.
import { eq, sql } from 'drizzle-orm';
import { todayIn } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { type CoachHold, groupClashes, keepGroupTimes } from '../bookings/door.ts';
import { plannedSessions } from './programme/expansion.ts';
import type { Planned } from './programme/rules.ts';
import { groups, programmeEntries } from './tables.ts';

/** Held this many days ahead; each night moves it on. */
const daysHeld = 120;

/** Brings the held times of a group's coaches into line with its programme, from today on. Safe to repeat. */
export async function holdCoachTimes(tx: Tx, groupId: string): Promise<void> {
  const { timeZone } = await thisOffice(tx);
  const from = todayIn(timeZone);
  const [group] = await tx
    .select({ endedOn: groups.endedOn })
    .from(groups)
    .where(sql`${groups.officeId} = ${tx.officeId} and ${groups.id} = ${groupId}`)
    .limit(1);
  const entryIds = await entryIdsOf(tx, groupId);
  const to = from.add({ days: daysHeld });
  const planned = await plannedSessions(tx, groupId, { from, to }, timeZone);
  const coaches = await coachesBetween(tx, groupId, from);
  const goesOn = (day: Temporal.PlainDate) =>
    !group?.endedOn || Temporal.PlainDate.compare(day, group.endedOn) <= 0;
  const holds = planned
    .filter((session) => takesCoaches(session) && goesOn(session.day))
    .flatMap((session) => leadersOf(session, coaches).map((coachId) => holdOf(session, coachId)));
  await keepGroupTimes(tx, entryIds, from, holds);
}

async function entryIdsOf(tx: Tx, groupId: string): Promise<string[]> {
  const entries = await tx
    .select({ id: programmeEntries.id })
    .from(programmeEntries)
    .where(sql`${programmeEntries.officeId} = ${tx.officeId} and ${eq(programmeEntries.groupId, groupId)}`)
    .limit(500);
  return entries.map(({ id }) => id);
}

/** When the group meets at the time of a booking of one of its coaches; whose booking it is is not told. */
export const clashesOfGroup = async (tx: Tx, groupId: string) =>
  groupClashes(tx, await entryIdsOf(tx, groupId));

/** In own work nobody leads, and a contact point is a moment for whoever has something to say. */
const takesCoaches = (session: Planned): boolean => session.kind === 'live' && !session.cancelled;

type CoachSpan = { coachId: string; startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate | null };

/** The host when one is named; else every coach that the group has on the day. */
function leadersOf(session: Planned, coaches: readonly CoachSpan[]): string[] {
  if (session.hostId) return [session.hostId];
  const there = coaches.filter(
    ({ startsOn, endsOn }) =>
      Temporal.PlainDate.compare(startsOn, session.day) <= 0 &&
      (!endsOn || Temporal.PlainDate.compare(endsOn, session.day) >= 0),
  );
  return [...new Set(there.map(({ coachId }) => coachId))];
}

function holdOf({ entryId, day, startsAt, endsAt, place, ways }: Planned, coachId: string): CoachHold {
  return {
    coachId,
    sourceId: entryId,
    day,
    startsAt,
    endsAt,
    place: ways.includes('on-site') ? place : null,
  };
}

async function coachesBetween(tx: Tx, groupId: string, from: Temporal.PlainDate): Promise<CoachSpan[]> {
  const { rows } = await tx.execute<{ coach_id: string; starts_on: string; ends_on: string | null }>(sql`
    select coach_id, starts_on::text, ends_on::text from group_coaches
    where office_id = ${tx.officeId} and group_id = ${groupId}
      and (ends_on is null or ends_on >= ${from.toString()}::date) limit 200`);
  return rows.map((row) => ({
    coachId: row.coach_id,
    startsOn: Temporal.PlainDate.from(row.starts_on),
    endsOn: row.ends_on === null ? null : Temporal.PlainDate.from(row.ends_on),
  }));
}
