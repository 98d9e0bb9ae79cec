// The verbs: answer the check, choose, keep as it is, begin a review. Nothing is overwritten; the newest row holds.
import { eq, sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { sealText } from '../../../platform/encryption.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { keepUsualMode } from '../../contact/bookings/door.ts';
import { settingInForce } from '../../ground/offices/door.ts';
import { publishedService, servicesOf } from '../../offer/services/door.ts';
import { officeToday } from './access.ts';
import { modeChosen, modeReviewStarted, suitabilityChecked } from './events.ts';
import { type Choice, choicesOf, inForce, reasonOf } from './queries.ts';
import { type Answers, type Help, type Mode, modes, questionSet } from './questions.ts';
import { suggest, usualModeFrom } from './rules.ts';
import { reviewAfterWeeks } from './settings.ts';
import { modeChoices, modeReviews, suitabilityChecks, type What } from './tables.ts';

/** Keeps the answers of a check with what they suggest. Gives its id. */
export async function answerCheck(tx: Tx, actor: Actor, clientId: string, answers: Answers): Promise<string> {
  const id = crypto.randomUUID();
  const place = { personId: clientId, table: 'suitability_checks', column: 'answers', rowId: id };
  await tx.insert(suitabilityChecks).values({
    id,
    clientId,
    questionSet,
    answers: await sealText(tx, place, JSON.stringify(answers)),
    suggested: suggest(answers)?.first ?? null,
    answeredBy: actor.personId,
    answeredAt: now(),
  });
  await recordEvent(tx, suitabilityChecked({ checkId: id }), about(actor, clientId));
  return id;
}

export type Wish = {
  clientId: string;
  serviceId: string | null;
  wished: Mode;
  second: Mode | null;
  helps: readonly Help[];
  reason: string | undefined;
  checkId: string | null;
  reviewInWeeks: number;
  /** The newest choice that the one who chooses had before their eyes; null: there was none. */
  basedOn: string | null;
};

export type Chosen =
  | { ok: true; choiceId: string }
  | { ok: false; reason: 'changed-meanwhile' | 'no-such-service' | 'not-in-service' };

/** Writes a choice, as the client or together with them. Times are booked in this way from now on. */
export async function chooseMode(tx: Tx, actor: Actor, wish: Wish): Promise<Chosen> {
  await hold(tx, wish.clientId);
  const before = await choicesOf(tx, wish.clientId);
  if ((before[0]?.id ?? null) !== wish.basedOn) return { ok: false, reason: 'changed-meanwhile' };
  const offered = await modesOffered(tx, wish.serviceId);
  if (!offered) return { ok: false, reason: 'no-such-service' };
  if (!offered.includes(wish.wished)) return { ok: false, reason: 'not-in-service' };
  const known = before.some((choice) => choice.serviceId === wish.serviceId);
  return { ok: true, choiceId: await write(tx, actor, wish, known ? 'changed' : 'chosen') };
}

/** Keeps a choice as it is and agrees on a new review. False when another choice has taken its place. */
export async function keepChoice(tx: Tx, actor: Actor, choice: Choice): Promise<boolean> {
  await hold(tx, choice.clientId);
  if (!(await holds(tx, choice))) return false;
  const reason = await reasonOf(tx, choice);
  const { value: reviewInWeeks } = await settingInForce(tx, reviewAfterWeeks, await officeToday(tx));
  await write(tx, actor, { ...choice, reason, reviewInWeeks }, 'kept');
  return true;
}

/** Begins to look at a choice again with the client, once. False when another choice has taken its place. */
export async function startReview(tx: Tx, actor: Actor, choice: Choice): Promise<boolean> {
  await hold(tx, choice.clientId);
  if (!(await holds(tx, choice))) return false;
  const { id: choiceId, clientId } = choice;
  const [begun] = await tx
    .select({ id: modeReviews.id })
    .from(modeReviews)
    .where(sql`${modeReviews.officeId} = ${tx.officeId} and ${eq(modeReviews.choiceId, choiceId)}`)
    .limit(1);
  if (begun) return true;
  await tx.insert(modeReviews).values({ clientId, choiceId, startedBy: actor.personId, startedAt: now() });
  await recordEvent(tx, modeReviewStarted({ choiceId }), about(actor, clientId));
  return true;
}

/** The ways that a service has; every way where it says none, and for all services together. */
export async function modesOffered(tx: Tx, serviceId: string | null): Promise<readonly Mode[] | undefined> {
  if (serviceId === null) return modes;
  if (!(await servicesOf(tx)).some((service) => service.id === serviceId)) return undefined;
  const offered = (await publishedService(tx, { id: serviceId }))?.content.modes.map((one) => one.mode) ?? [];
  return offered.length > 0 ? modes.filter((mode) => offered.includes(mode)) : modes;
}

async function write(tx: Tx, actor: Actor, wish: Omit<Wish, 'basedOn'>, what: What): Promise<string> {
  const id = crypto.randomUUID();
  const { clientId, serviceId, wished, second, checkId } = wish;
  const place = { personId: clientId, table: 'mode_choices', column: 'reason', rowId: id };
  await tx.insert(modeChoices).values({
    id,
    clientId,
    serviceId,
    wished,
    second,
    reason: wish.reason ? await sealText(tx, place, wish.reason) : null,
    helps: [...new Set(wish.helps)],
    checkId,
    reviewOn: (await officeToday(tx)).add({ weeks: wish.reviewInWeeks }),
    what,
    chosenBy: actor.personId,
    chosenAt: await instantAfter(tx, clientId),
  });
  await keepUsualMode(tx, { clientId, serviceId }, usualModeFrom(wish));
  await recordEvent(tx, modeChosen({ choiceId: id }), about(actor, clientId));
  return id;
}

// The newest row holds, so no row may be as old as the one before it, whatever the clock says.
async function instantAfter(tx: Tx, clientId: string): Promise<Temporal.Instant> {
  const last = (await choicesOf(tx, clientId))[0]?.chosenAt;
  const at = now();
  return last && Temporal.Instant.compare(at, last) <= 0 ? last.add({ microseconds: 1 }) : at;
}

const about = (actor: Actor, clientId: string) => ({
  actorId: actor.personId,
  topics: [`person:${clientId}`],
});

async function holds(tx: Tx, choice: Choice): Promise<boolean> {
  return inForce(await choicesOf(tx, choice.clientId)).some((one) => one.id === choice.id);
}

// Client and coach may choose at the same moment: the second sees what the first has done.
async function hold(tx: Tx, clientId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`mode/${clientId}`}, 34))`);
}
