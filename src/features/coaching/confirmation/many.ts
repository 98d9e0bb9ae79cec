// Many days in one form: which rows were ticked, and how the outcome of each travels to the next page. Addresses carry
// ids and code words only.
import { valuesOf } from '../../../platform/forms.ts';
import type { Actor } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import type { FormState } from '../../../ui/form.tsx';
import { type DayClass, inReach } from '../enrolments/door.ts';
import type { ConfirmRefusal, ConfirmResult } from './actions.ts';
import { rowForm, tickedForm } from './forms.ts';
import { type DayOutcome, dayOutcome } from './outcome.ts';
import { daysToOffer, type WaitingDay } from './queries.ts';
import type { SeenAbsence } from './rules.ts';
import { staffTexts as texts } from './texts.ts';

export type TickedRow = {
  dayId: string;
  class: DayClass;
  minutes: number;
  seenAbsence?: SeenAbsence | undefined;
};

/** The ticked rows, each with its class and minutes; or what each row lacks, by the row's field. */
export function readTicked(body: FormData): { ok: true; rows: TickedRow[] } | { ok: false; form: FormState } {
  const values = valuesOf(body);
  const ticked = tickedForm.safeParse(values);
  const ids = ticked.success ? [...new Set(ticked.data['day[]'])].filter(isId) : [];
  if (ids.length === 0) return { ok: false, form: { values, errors: { form: texts.nothingTicked } } };
  const rows: TickedRow[] = [];
  const wrong: Record<string, FormState['errors'][string]> = {};
  for (const dayId of ids) {
    const row = rowForm.safeParse({
      class: values[`class-${dayId}`],
      minutes: values[`minutes-${dayId}`],
      seenAbsence: values[`absence-${dayId}`],
    });
    if (row.success) rows.push({ dayId, ...row.data });
    else {
      const field = row.error.issues[0]?.path[0] === 'minutes' ? 'minutes' : 'class';
      wrong[`${field}-${dayId}`] = field === 'minutes' ? texts.minutesWrong : texts.chooseClass;
    }
  }
  return Object.keys(wrong).length > 0 ? { ok: false, form: { values, errors: wrong } } : { ok: true, rows };
}

/** The outcome of each row as a query: how many were confirmed, and which were not and why. */
export function saidOutcome(results: ReadonlyMap<string, ConfirmResult>): string {
  const query = new URLSearchParams();
  query.set('done', String([...results.values()].filter((result) => result.ok).length));
  for (const [dayId, result] of results) if (!result.ok) query.append('not', `${dayId}.${result.reason}`);
  return query.toString();
}

/** A row that was not confirmed, why, and what stands now. */
export type RefusedRow = WaitingDay & { reason: ConfirmRefusal; stands: DayOutcome | undefined };

const reasons: readonly ConfirmRefusal[] = [
  'changed-meanwhile',
  'absence-meanwhile',
  'not-yet',
  'reason-needed',
  'minutes-needed',
  'swapped-day-needed',
];

/** The refused rows that an address names; rows that are not the reader's are left out. */
export async function refusedIn(tx: Tx, actor: Actor, said: readonly string[]): Promise<RefusedRow[]> {
  const named = said.slice(0, 100).flatMap((one) => {
    const [dayId = '', reason = ''] = one.split('.');
    const known = reasons.find((each) => each === reason);
    return isId(dayId) && known ? [{ dayId, reason: known }] : [];
  });
  if (named.length === 0) return [];
  const rows: RefusedRow[] = [];
  for (const day of await daysToOffer(
    tx,
    named.map((one) => one.dayId),
  )) {
    const reason = named.find((one) => one.dayId === day.dayId)?.reason;
    if (!reason || !(await inReach(tx, actor, day.clientId))) continue;
    rows.push({ ...day, reason, stands: await dayOutcome(tx, day.dayId) });
  }
  return rows;
}
