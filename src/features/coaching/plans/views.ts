// What the pages show of one client's choices, gathered from the rows.
import type { Tx } from '../../../platform/tenancy.ts';
import { settingInForce, thisOffice } from '../../ground/offices/door.ts';
import { serviceById } from '../../offer/services/door.ts';
import { officeToday, type Whose } from './access.ts';
import type { ModesView, Shown } from './modes-page.tsx';
import {
  answersOf,
  type Check,
  type Choice,
  checksOf,
  choicesOf,
  inForce,
  latestCheck,
  namesOf,
  reasonOf,
  reviewsOf,
} from './queries.ts';
import { isDue, suggest } from './rules.ts';
import { reviewAfterWeeks } from './settings.ts';
import type { Suggested } from './suggestion-card.tsx';

type Values = Record<string, string | string[]>;

/** The page of choices: what holds now, and every row. */
export async function modesView(tx: Tx, whose: Whose): Promise<Omit<ModesView, 'saved'>> {
  const rows = await choicesOf(tx, whose.clientId);
  const reviews = await reviewsOf(tx, whose.clientId);
  const today = await officeToday(tx);
  const { timeZone: zone } = await thisOffice(tx);
  const suggestedBy = new Map(
    (await checksOf(tx, whose.clientId)).map((check) => [check.id, check.suggested]),
  );
  const staff = [...rows.map((row) => row.chosenBy), ...[...reviews.values()].map((one) => one.startedBy)];
  const names = await namesOf(tx, [...new Set(staff.filter((id) => id !== null))]);
  const services = new Map<string, Shown['serviceName']>();
  for (const id of new Set(rows.flatMap((row) => row.serviceId ?? [])))
    services.set(id, (await serviceById(tx, id))?.name);
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  const shown = async (row: Choice): Promise<Shown> => ({
    ...row,
    serviceName: row.serviceId ? services.get(row.serviceId) : undefined,
    reason: await reasonOf(tx, row),
    chosenOn: dayOf(row.chosenAt),
    suggested: (row.checkId && suggestedBy.get(row.checkId)) || null,
    by: { client: row.chosenBy === row.clientId, name: names.get(row.chosenBy ?? '') },
  });
  const now: ModesView['now'][number][] = [];
  for (const row of inForce(rows)) {
    const begun = reviews.get(row.id);
    const review = begun && { name: names.get(begun.startedBy ?? ''), day: dayOf(begun.startedAt) };
    now.push({ ...(await shown(row)), due: begun !== undefined || isDue(row, today), review });
  }
  const history: Shown[] = [];
  for (const row of rows) history.push(await shown(row));
  return { whose, now, history };
}

/** What a check suggests; undefined when it says nothing. */
export async function suggestedBy(tx: Tx, check: Check): Promise<Suggested | undefined> {
  const answers = await answersOf(tx, check);
  const suggestion = suggest(answers);
  const { timeZone } = await thisOffice(tx);
  const day = check.answeredAt.toZonedDateTimeISO(timeZone).toPlainDate();
  return suggestion && { suggestion, answers, day };
}

/** The form of the check begins with the answers given last. */
export async function valuesOfCheck(tx: Tx, whose: Whose): Promise<Values> {
  const check = await latestCheck(tx, whose.clientId);
  if (!check) return {};
  return Object.fromEntries(
    Object.entries(await answersOf(tx, check)).filter((entry) => entry[1] !== undefined),
  ) as Values;
}

/**
 * The form of the choice begins with what holds for this service, else with what was wished in the check or suggested
 * by it. `basedOn` is the newest choice there is now.
 */
export async function valuesOfWish(
  tx: Tx,
  whose: Whose,
  serviceId: string | undefined,
  suggested: Suggested | undefined,
): Promise<{ values: Values; basedOn: string | undefined; usualReview: number }> {
  const rows = await choicesOf(tx, whose.clientId);
  const basedOn = rows[0]?.id;
  const current = rows.find((row) => row.serviceId === (serviceId ?? null));
  const service: Values = serviceId ? { service: serviceId } : {};
  const { value: usualReview } = await settingInForce(tx, reviewAfterWeeks, await officeToday(tx));
  const reviewIn = String(usualReview);
  if (current)
    return {
      basedOn,
      usualReview,
      values: {
        ...service,
        wished: current.wished,
        second: current.second ?? '',
        'helps[]': current.helps,
        reason: (await reasonOf(tx, current)) ?? '',
        reviewIn,
      },
    };
  const { answers, suggestion } = suggested ?? {};
  const wish = answers?.wish === 'open' ? undefined : answers?.wish;
  const wished = wish ?? suggestion?.first;
  const second = [suggestion?.first, suggestion?.second].find((mode) => mode !== wished);
  return {
    basedOn,
    usualReview,
    values: {
      ...service,
      ...(wished ? { wished } : {}),
      ...(second ? { second } : {}),
      'helps[]': suggestion?.helps ?? [],
      reviewIn,
    },
  };
}
