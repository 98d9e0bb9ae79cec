// How a service counts a day and what an enrolment in it may be: data of the office, never constants. Pure.

/** How a service counts a day: data with a valid-from day and the agreement it rests on. */
export type AttendanceRule = {
  /** Minutes that make an attended day (for instance 240: rehabilitative work activity, Act 189/2001, 4 h). */
  minimumMinutes: number;
  /** Share of a live minute that counts, by the way of taking part; 1 is full. */
  liveWeight: { video: number; voice: number; text: number; 'on-site': number; phone: number };
  /** Share of an own-work minute that counts, with and without proof. */
  ownWorkWeight: { proved: number; unproved: number };
  /** Most minutes that own work may bring. */
  ownWorkCapMinutes: number;
  /** Minutes that a diary entry brings, once a day. */
  diaryMinutes: number;
  /** Minutes that each contact with a coach brings, and the most they bring together. */
  contactMinutes: number;
  contactCapMinutes: number;
};

/** The least and the most of something, both allowed; a missing end is no bound. */
type Range = { least?: number; most?: number };

/** What the law or an agreement lets an enrolment be. What is missing has no bound. */
export type ServiceBounds = {
  /** Agreed days a week. */
  weekdays?: Range;
  /** Agreed minutes a day. */
  dayMinutes?: Range;
  /** Money of an attended day in cents, by the benefit it is paid on. */
  allowanceCents?: number;
};

export type BoundBroken = { what: 'weekdays' | 'day-minutes'; least?: number; most?: number };

/** What of an enrolment lies outside the bounds; undefined when all is within them. */
export function outsideBounds(
  bounds: ServiceBounds,
  enrolment: { weekdays: number; dayMinutes: number },
): BoundBroken | undefined {
  if (!within(bounds.weekdays, enrolment.weekdays)) return { what: 'weekdays', ...bounds.weekdays };
  if (!within(bounds.dayMinutes, enrolment.dayMinutes)) return { what: 'day-minutes', ...bounds.dayMinutes };
  return undefined;
}

function within(range: Range | undefined, value: number): boolean {
  return value >= (range?.least ?? value) && value <= (range?.most ?? value);
}
