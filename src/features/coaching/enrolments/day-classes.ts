// What a day can be, as the payers ask it, and what each class means for money. Pure.
/** What a client may tell of themselves. The classes are the payer's (Kela, absence from a service). */
export const absenceClasses = [
  'own-illness',
  'child-ill',
  'interview',
  'public-duty',
  'other-absence',
] as const;
export type AbsenceClass = (typeof absenceClasses)[number];
/** What a coach may confirm. */
export const dayClasses = ['attended', 'not-arranged', 'swapped', ...absenceClasses] as const;
export type DayClass = (typeof dayClasses)[number];

/** Accepted absences keep the benefit but bring no expense allowance; `other-absence` keeps neither. */
export const acceptedAbsences: readonly DayClass[] = ['own-illness', 'child-ill', 'interview', 'public-duty'];

/** What a confirmed class means for money: the benefit of the day, and the expense allowance. */
export function moneyOf(dayClass: DayClass): { benefit: boolean; allowance: boolean } {
  if (dayClass === 'attended' || dayClass === 'swapped')
    return { benefit: true, allowance: dayClass === 'attended' };
  if (dayClass === 'not-arranged') return { benefit: true, allowance: false };
  return { benefit: acceptedAbsences.includes(dayClass), allowance: false };
}
