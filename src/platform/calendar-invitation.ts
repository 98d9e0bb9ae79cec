// Invitations for calendars: iTIP (RFC 5546) in iCalendar (RFC 5545), sent by mail (RFC 6047). One file tells of one
// time, or of one series of times week after week, to one receiver. Nobody else who was invited stands in it.
import ical, {
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';

export type InvitedTime = {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** Grows with each change (RFC 5545, 3.8.7.4). */
  sequence: number;
  cancelled: boolean;
};

/** One of a series; `firstAt` is when it was to begin when the series was made (RECURRENCE-ID). */
export type InvitedOfSeries = InvitedTime & { firstAt: Temporal.Instant };

export type Invitation = {
  /** Stays the same through every change: by it a calendar finds what to change or remove. */
  uid: string;
  /** Whose mail server sends it: an address of the office, never a person's. */
  organizer: { name: string; email: string };
  receiver: { email: string };
  title: string;
  words: string;
  url: string;
  zone: string;
};

export type InvitationFile = { method: 'REQUEST' | 'CANCEL'; content: string };

/** The file of a single time: a request that makes or replaces it, or a cancellation that removes it. */
export function invitationFile(
  invitation: Invitation,
  time: InvitedTime,
  stamp: Temporal.Instant,
): InvitationFile {
  const method = time.cancelled ? 'CANCEL' : 'REQUEST';
  const calendar = calendarOf(method);
  calendar.createEvent(eventOf(invitation, time, stamp));
  return { method, content: `${calendar.toString()}\r\n` };
}

/**
 * The file of a whole series as it is now: one rule for the week after week, and by its own place each time that has
 * been moved since. `planned` is how many weeks the rule runs; weeks that nobody booked or that were cancelled are left
 * out of it.
 */
export function seriesFile(
  invitation: Invitation,
  times: readonly InvitedOfSeries[],
  stamp: Temporal.Instant,
): InvitationFile {
  const live = times.filter((time) => !time.cancelled);
  const [first] = times;
  if (!first || live.length === 0) {
    const cancelled = first ?? { ...nothing(stamp), cancelled: true };
    return invitationFile(invitation, { ...cancelled, cancelled: true, sequence: highest(times) }, stamp);
  }
  const calendar = calendarOf('REQUEST');
  const { zone } = invitation;
  const booked = new Set(live.map((time) => time.firstAt.epochMilliseconds));
  const weeks = weeksBetween(first.firstAt, (times.at(-1) ?? first).firstAt, zone);
  const length = first.startsAt.until(first.endsAt);
  const event = eventOf(
    invitation,
    { startsAt: first.firstAt, endsAt: first.firstAt.add(length), sequence: 0, cancelled: false },
    stamp,
  );
  const left = weeks.filter((week) => !booked.has(week.epochMilliseconds));
  calendar.createEvent({
    ...event,
    repeating: {
      freq: 'WEEKLY' as never,
      count: weeks.length,
      ...(left.length > 0 ? { exclude: left.map((week) => inZone(week, zone)), excludeTimezone: zone } : {}),
    },
  });
  for (const time of live.filter((one) => one.sequence > 0 || !one.startsAt.equals(one.firstAt)))
    calendar.createEvent({ ...eventOf(invitation, time, stamp), recurrenceId: inZone(time.firstAt, zone) });
  return { method: 'REQUEST', content: `${calendar.toString()}\r\n` };
}

/** The file that changes or removes one time of a series and leaves the others as they are. */
export function oneOfSeriesFile(
  invitation: Invitation,
  time: InvitedOfSeries,
  stamp: Temporal.Instant,
): InvitationFile {
  const method = time.cancelled ? 'CANCEL' : 'REQUEST';
  const calendar = calendarOf(method);
  const recurrenceId = inZone(time.firstAt, invitation.zone);
  calendar.createEvent({ ...eventOf(invitation, time, stamp), recurrenceId });
  return { method, content: `${calendar.toString()}\r\n` };
}

function calendarOf(method: 'REQUEST' | 'CANCEL'): ICalCalendar {
  return ical({
    prodId: { company: 'Likista', product: 'Likista', language: 'FI' },
    method: ICalCalendarMethod[method],
    scale: 'GREGORIAN',
    // Only the rules of the zone: with a name the library would write the stamp in local time, which RFC 5545 forbids.
    timezone: { name: null, generator: zoneRules },
  });
}

function eventOf(invitation: Invitation, time: InvitedTime, stamp: Temporal.Instant): ICalEventData {
  const { zone, uid, title, words, url, organizer, receiver } = invitation;
  return {
    id: uid,
    sequence: time.sequence,
    start: inZone(time.startsAt, zone),
    end: inZone(time.endsAt, zone),
    stamp: inZone(stamp, 'UTC'),
    timezone: zone,
    summary: oneLine(title),
    description: words,
    url,
    organizer: { name: oneLine(organizer.name), email: organizer.email },
    attendees: [
      {
        email: receiver.email,
        role: 'REQ-PARTICIPANT' as never,
        status: 'NEEDS-ACTION' as never,
        type: 'INDIVIDUAL' as never,
        // Answers are given behind the link: a reply by mail would reach nobody.
        rsvp: false,
      },
    ],
    status: time.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.OPAQUE,
  };
}

const inZone = (at: Temporal.Instant, zone: string) => at.toZonedDateTimeISO(zone);
const oneLine = (words: string) => words.replace(/[\r\n]+/g, ' ');
const highest = (times: readonly InvitedTime[]) => Math.max(0, ...times.map((time) => time.sequence));
const nothing = (at: Temporal.Instant) => ({ startsAt: at, endsAt: at.add({ minutes: 5 }), sequence: 0 });

function weeksBetween(first: Temporal.Instant, last: Temporal.Instant, zone: string): Temporal.Instant[] {
  const start = first.toZonedDateTimeISO(zone);
  const days = start
    .toPlainDate()
    .until(last.toZonedDateTimeISO(zone).toPlainDate(), { largestUnit: 'days' });
  return Array.from({ length: Math.round(days.days / 7) + 1 }, (_, week) =>
    start.add({ weeks: week }).toInstant(),
  );
}

/**
 * The clock of Finland since 1996: summer time from the last Sunday of March to the last of October, at 1.00 UTC
 * (directive 2000/84/EC; act 1174/2001). Null for another zone, whose name then has to do.
 */
export function zoneRules(zone: string): string | null {
  if (zone !== 'Europe/Helsinki') return null;
  return [
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Helsinki',
    'BEGIN:DAYLIGHT',
    'DTSTART:19960331T030000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0300',
    'TZNAME:EEST',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'DTSTART:19961027T040000',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'TZOFFSETFROM:+0300',
    'TZOFFSETTO:+0200',
    'TZNAME:EET',
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\r\n');
}
