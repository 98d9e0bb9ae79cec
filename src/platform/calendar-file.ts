// Calendar files (iCalendar, RFC 5545) of times that somebody has with us. Times are written in UTC, so no calendar
// program needs to know our zones.
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

export type CalendarTime = {
  /** Stays the same when the time is moved or cancelled, so that the calendar changes it and makes no second one. */
  uid: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  title: string;
  place?: string | undefined;
  url?: string | undefined;
  cancelled?: boolean | undefined;
  /** How many times it has been changed (RFC 5545, 3.8.7.4). */
  sequence?: number | undefined;
};

const date = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds);

/** The text of a calendar file with these times; `stamp` is when it was made. */
export function calendarFile(times: readonly CalendarTime[], stamp: Temporal.Instant): string {
  const calendar = ical({
    prodId: { company: 'Likista', product: 'Likista', language: 'FI' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 60 * 60,
  });
  for (const time of times) {
    calendar.createEvent({
      id: time.uid,
      sequence: time.sequence ?? 0,
      start: date(time.startsAt),
      end: date(time.endsAt),
      stamp: date(stamp),
      // A line break in a title would end its line in the file.
      summary: time.title.replace(/[\r\n]+/g, ' '),
      location: time.place?.replace(/[\r\n]+/g, ' ') ?? null,
      url: time.url ?? null,
      status: time.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
