// What a page of free times is about, from what its address says: whose time, with whom, how, and which week.
import { todayIn } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { actsAsStaff, bookingSeenBy, clientToBookFor, noteBooking } from './access.ts';
import { mondayFrom } from './lists.ts';
import type { Choice } from './new-time-page.tsx';
import { type Pool, poolsFor } from './pools/pool-membership.ts';
import { pooledTimes } from './pools/pools.ts';
import { coachesToMeet, freeTimesOf, hoursOf, namesOf, termsOf } from './queries.ts';
import { type FreeTime, type Mode, modes, usualTerms } from './rules.ts';
import { usualModeOf } from './usual-modes.ts';
import { wishesOf } from './waiting/wish-actions.ts';

type Said = {
  client: string | undefined;
  coach: string | undefined;
  pool?: string | undefined;
  mode: string | undefined;
  weeks: string | undefined;
  move: string | undefined;
};

export type ChoiceOf = Choice & { pool: Pool | undefined; clientId: string; byStaff: boolean };

/** What is chosen; what was not said is the client's own coach and the first way of meeting that the coach has. */
export async function choiceFrom(tx: Tx, actor: Actor, said: Said): Promise<ChoiceOf> {
  if (said.move) return choiceOfMove(tx, actor, said.move);
  const { clientId, byStaff } = await clientToBookFor(tx, actor, said.client);
  const coaches = await coachesToMeet(tx, clientId);
  const wanted = coaches.find((one) => one.coachId === said.coach);
  // Staff book with themselves first; clients with their own coach.
  const coach = wanted ?? coaches.find((one) => one.coachId === actor.personId) ?? coaches[0];
  const pools = await poolsFor(tx, clientId);
  const pool = pools.find((one) => one.id === said.pool);
  const offered = await modesOf(tx, pool?.coachIds ?? (coach ? [coach.coachId] : []));
  const usual = await usualModeOf(tx, clientId, pool?.service?.id);
  const weeks = [1, 4, 8, 12].find((one) => String(one) === said.weeks) ?? 1;
  if (byStaff) noteBooking(tx, actor, clientId, clientId, 'read');
  return {
    clientId,
    byStaff,
    client: byStaff ? await named(tx, clientId) : undefined,
    coaches,
    pools,
    pool,
    poolId: pool?.id,
    coachId: coach?.coachId ?? '',
    modes: offered,
    usual: usual?.mode,
    mode:
      [said.mode, usual?.mode, usual?.second].flatMap((mode) => offered.filter((one) => one === mode))[0] ??
      offered[0] ??
      'video',
    weeks: byStaff && !pool ? weeks : 1,
    moveId: undefined,
  };
}

async function choiceOfMove(tx: Tx, actor: Actor, moveId: string): Promise<ChoiceOf> {
  const booking = await bookingSeenBy(tx, actor, moveId);
  if (booking.cancelledAt) throw new NotFound('booking');
  const { clientId, coachId, mode } = booking;
  const byStaff = actsAsStaff(actor, clientId);
  const client = byStaff ? await named(tx, clientId) : undefined;
  return {
    clientId,
    byStaff,
    client,
    coaches: [],
    pools: [],
    pool: undefined,
    poolId: undefined,
    coachId,
    modes: [mode],
    usual: undefined,
    mode,
    weeks: 1,
    moveId,
  };
}

async function named(tx: Tx, clientId: string) {
  return { id: clientId, name: (await namesOf(tx, [clientId])).get(clientId) ?? '' };
}

async function modesOf(tx: Tx, coachIds: readonly string[]): Promise<Mode[]> {
  const offered = new Set<Mode>();
  for (const coachId of coachIds)
    for (const one of await hoursOf(tx, coachId, todayIn())) for (const mode of one.modes) offered.add(mode);
  return modes.filter((mode) => offered.has(mode));
}

/** The free times of the week said, or of the first that has some; after a refusal also the next free ones. */
export async function freeWeek(tx: Tx, choice: ChoiceOf, week: string | undefined, refused: boolean) {
  const { timeZone } = await thisOffice(tx);
  const thisMonday = mondayFrom(undefined, timeZone);
  const asked = mondayFrom(week, timeZone);
  const monday = Temporal.PlainDate.compare(asked, thisMonday) < 0 ? thisMonday : asked;
  const given = { thisMonday, waiting: await waits(tx, choice) };
  if (!choice.coachId && !choice.pool) return { ...given, monday, times: [], next: [] };
  const free = (from: Temporal.PlainDate, to: Temporal.PlainDate) => freeInMode(tx, choice, from, to);
  if (week) return { ...given, monday, times: await free(monday, monday.add({ days: 6 })), next: [] };
  // Nobody should have to leaf through empty weeks to find the first free time.
  const { aheadDays } = choice.pool ? usualTerms : await termsOf(tx, choice.coachId);
  const today = todayIn(timeZone);
  const last = today.add({ days: Math.min(aheadDays, 28) });
  if (refused) {
    const all = await free(today, last);
    const first = all[0]?.day;
    const start = first ? first.subtract({ days: first.dayOfWeek - 1 }) : monday;
    return { ...given, monday: start, times: inWeek(all, start), next: all.slice(0, 6) };
  }
  // Week by week: most find a time in the first, and need not wait until four have been looked through.
  for (let start = thisMonday; !isAfter(start, last); start = start.add({ weeks: 1 })) {
    const end = start.add({ days: 6 });
    const times = await free(isAfter(today, start) ? today : start, isAfter(end, last) ? last : end);
    if (times.length > 0) return { ...given, monday: start, times, next: [] };
  }
  return { ...given, monday, times: [], next: [] };
}

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0;
const inWeek = (times: readonly FreeTime[], monday: Temporal.PlainDate) =>
  times.filter((time) => !isAfter(time.day, monday.add({ days: 6 })));

async function waits(tx: Tx, { clientId, coachId, poolId }: ChoiceOf): Promise<boolean> {
  return (await wishesOf(tx, clientId)).some((wish) =>
    poolId ? wish.poolId === poolId : wish.coachId === coachId,
  );
}

async function freeInMode(
  tx: Tx,
  choice: ChoiceOf,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<FreeTime[]> {
  const { coachId, clientId, byStaff, mode, moveId: butBookingId } = choice;
  const asked = { clientId, from, to, byStaff, mode, butBookingId };
  return choice.pool ? pooledTimes(tx, choice.pool, asked) : freeTimesOf(tx, { ...asked, coachId });
}
