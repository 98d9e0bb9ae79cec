// What a class of a day means for the client's money, as client and coach both read it.
import { type Language, say, sayDay, type Text } from '../../../platform/language.ts';
import { type Benefit, type DayClass, moneyOf } from '../enrolments/door.ts';
import { moneyTexts } from './texts-money.ts';

type Money = {
  class: DayClass;
  benefit: Benefit;
  /** The daily money of an attended day in whole cents; undefined when the service's settings do not say. */
  allowanceCents: number | undefined;
  /** The day on which the client comes instead. */
  swappedWith: Temporal.PlainDate | undefined;
};

/** What a class means for the client's money, in one or two plain sentences; nothing when no money hangs on the day. */
export function sayMoney(language: Language, outcome: Money): string {
  if (outcome.class === 'swapped' && outcome.swappedWith)
    return say(language, moneyTexts.swapped, { day: sayDay(language, outcome.swappedWith) });
  if (outcome.benefit === 'none') return '';
  const { benefit, allowance } = moneyOf(outcome.class);
  const amount = outcome.allowanceCents === undefined ? undefined : euros(language, outcome.allowanceCents);
  const text = textFor(outcome.benefit, benefit, allowance, amount !== undefined);
  return say(language, text, amount === undefined ? {} : { amount });
}

function textFor(benefit: Benefit, keeps: boolean, allowance: boolean, known: boolean): Text {
  if (benefit === 'activity-allowance') {
    if (allowance) return known ? moneyTexts.activityPaid : moneyTexts.activityPaidUnknown;
    return keeps ? moneyTexts.activityNot : moneyTexts.activityNone;
  }
  if (allowance) return known ? moneyTexts.expensePaid : moneyTexts.expensePaidUnknown;
  return keeps ? moneyTexts.expenseNot : moneyTexts.benefitNone;
}

/** "9 €", "9,50 €", "€9": whole euros without decimals. */
export function euros(language: Language, cents: number): string {
  const amount = cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
  return language === 'en' ? `€${amount}` : `${amount.replace('.', ',')} €`;
}
