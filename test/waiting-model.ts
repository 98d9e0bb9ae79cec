// A model of waiting for two coaches and two pools over days: people join a line, withdraw, let pass, take; times come
// free; offers lapse.
import fc from 'fast-check';
import {
  type Freed,
  inLineFor,
  isKept,
  keptUntil,
  passedBy,
  type Waiting,
} from '../src/features/contact/bookings/waiting/wish-rules.ts';

const start = Temporal.Instant.from('2026-10-24T06:00:00Z');
const zone = 'Europe/Helsinki';

const coaches = ['mika', 'raili'] as const;
type Coach = (typeof coaches)[number];
/** Both coaches are in one pool, and one of them in another too. */
const poolsOf: Readonly<Record<Coach, readonly string[]>> = { mika: ['both'], raili: ['both', 'evenings'] };
const awaited = [
  ...coaches.map((coachId) => ({ coachId, poolId: null })),
  ...['both', 'evenings'].map((poolId) => ({ coachId: null, poolId })),
];

type Step =
  | { does: 'join'; days: number; of: (typeof awaited)[number] }
  | { does: 'free'; hours: number; coachId: Coach }
  | { does: 'wait'; minutes: number }
  | { does: 'withdraw' | 'pass' | 'take'; who: number };

const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant('join' as const),
    days: fc.integer({ min: 0, max: 30 }),
    of: fc.constantFrom(...awaited),
  }),
  fc.record({
    does: fc.constant('free' as const),
    hours: fc.integer({ min: 0, max: 96 }),
    coachId: fc.constantFrom(...coaches),
  }),
  fc.record({ does: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 900 }) }),
  fc.record({
    does: fc.constantFrom('withdraw' as const, 'pass' as const, 'take' as const),
    who: fc.nat(30),
  }),
);

export const waitingArbitrary = fc.array(stepArbitrary, { maxLength: 40 });

type State = { line: Waiting[]; now: Temporal.Instant };

/** Throws when a time is kept for two, when somebody is kept two, or when one who waited longer was not asked. */
export function checkWaiting(steps: readonly Step[]): void {
  const state: State = { line: [], now: start };
  for (const step of steps) {
    state.now = state.now.add({ seconds: 1 });
    act(state, step);
    check(state);
  }
}

function act(state: State, step: Step): void {
  if (step.does === 'join') {
    const id = String(state.line.length).padStart(4, '0');
    const untilOn = state.now.toZonedDateTimeISO(zone).toPlainDate().add({ days: step.days });
    const none = { offerStartsAt: null, offerCoachId: null, offerUntil: null, closedAt: null };
    state.line.push({ id, ...step.of, wishedAt: state.now, untilOn, ...none });
  } else if (step.does === 'free') {
    offer(state, step.coachId, state.now.add({ hours: step.hours }));
  } else if (step.does === 'wait') {
    state.now = state.now.add({ minutes: step.minutes });
    lapse(state);
  } else answer(state, step);
}

function answer(state: State, { does, who }: { does: 'withdraw' | 'pass' | 'take'; who: number }): void {
  const one = state.line[who % Math.max(1, state.line.length)];
  if (!one || one.closedAt) return;
  const kept = isKept(one, state.now);
  if (does !== 'withdraw' && !kept) return;
  replace(state, does === 'pass' ? passedBy(one, state.now) : { ...one, closedAt: state.now });
  if (kept && does !== 'take') offerOn(state, one);
}

function lapse(state: State): void {
  for (const one of state.line) {
    const over = one.offerUntil && Temporal.Instant.compare(one.offerUntil, state.now) <= 0;
    // An offer lapses once: whoever has lapsed waits since later than it lasted.
    if (
      one.closedAt ||
      !over ||
      !one.offerUntil ||
      Temporal.Instant.compare(one.wishedAt, one.offerUntil) >= 0
    )
      continue;
    replace(state, passedBy(one, state.now));
    offerOn(state, one);
  }
}

function offerOn(state: State, { offerCoachId, offerStartsAt }: Waiting): void {
  const coachId = coaches.find((one) => one === offerCoachId);
  if (coachId && offerStartsAt) offer(state, coachId, offerStartsAt);
}

const nameOf = (one: Pick<Waiting, 'offerCoachId' | 'offerStartsAt'>) =>
  `${one.offerCoachId} ${one.offerStartsAt}`;

function offer(state: State, coachId: Coach, startsAt: Temporal.Instant): void {
  const until = keptUntil(startsAt, state.now);
  if (!until) return;
  const time = { offerCoachId: coachId, offerStartsAt: startsAt };
  if (state.line.some((one) => isKept(one, state.now) && nameOf(one) === nameOf(time))) return;
  const day = startsAt.toZonedDateTimeISO(zone).toPlainDate();
  const freed: Freed = { coachId, poolIds: poolsOf[coachId], startsAt, day };
  const [first] = inLineFor(state.line, freed, state.now);
  const may = state.line.filter(
    (one) =>
      !one.closedAt &&
      (one.coachId === coachId || poolsOf[coachId].some((pool) => pool === one.poolId)) &&
      one.untilOn.toString() >= day.toString() &&
      !(one.offerUntil && one.offerUntil.epochMilliseconds > state.now.epochMilliseconds) &&
      String(one.offerStartsAt) !== String(startsAt),
  );
  if (!first && may.length > 0) throw new Error('a time came free and nobody was asked');
  if (!first) return;
  for (const other of may)
    if (Temporal.Instant.compare(other.wishedAt, first.wishedAt) < 0)
      throw new Error('somebody waited longer');
  if (Temporal.PlainDate.compare(first.untilOn, day) < 0) throw new Error('that day is too late for them');
  replace(state, { ...first, ...time, offerUntil: until });
}

function replace(state: State, one: Waiting): void {
  state.line = state.line.map((old) => (old.id === one.id ? one : old));
}

function check({ line, now }: State): void {
  const kept = line.filter((one) => isKept(one, now));
  const times = new Set(kept.map(nameOf));
  if (times.size !== kept.length) throw new Error('one time is kept for two');
  for (const one of kept) {
    const { offerStartsAt, offerCoachId, offerUntil } = one;
    const pools: readonly (string | null)[] = poolsOf[offerCoachId as Coach];
    if (one.coachId !== offerCoachId && !pools.includes(one.poolId))
      throw new Error('nobody waited for them');
    if (!offerStartsAt || !offerUntil) throw new Error('nothing is kept');
    if (Temporal.Instant.compare(offerUntil.add({ hours: 2 }), offerStartsAt) > 0)
      throw new Error('kept until too near');
    if (Temporal.Instant.compare(offerUntil, now.add({ hours: 12 })) > 0) throw new Error('kept too long');
  }
}
