// Until when a client may still write into a day. Pure.

export type WritingAnswer = 'yes' | 'not-yet' | 'confirmed' | 'too-late';

/**
 * Whether own work and the diary of `day` may be written today. A confirmed day is the coach's word: what is missing
 * from it is told by a message, not by quietly changing what was judged.
 */
export function mayWrite(
  day: { day: Temporal.PlainDate; class: string | null },
  today: Temporal.PlainDate,
  lateDays: number,
): WritingAnswer {
  const { compare } = Temporal.PlainDate;
  if (compare(day.day, today) > 0) return 'not-yet';
  if (day.class !== null) return 'confirmed';
  return compare(day.day, today.subtract({ days: lateDays })) < 0 ? 'too-late' : 'yes';
}

/** Whether an absence may be told or taken back: for today and coming days that nobody has confirmed. */
export function mayTellAbsence(
  day: { day: Temporal.PlainDate; class: string | null },
  today: Temporal.PlainDate,
): boolean {
  return day.class === null && Temporal.PlainDate.compare(day.day, today) >= 0;
}
