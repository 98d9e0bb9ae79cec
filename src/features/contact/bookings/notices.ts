// What bookings tell people outside the house: that there is a time or that it changed, never when, with whom or why.
import { defineNotice, type NoticeKind } from '../../ground/notices/door.ts';
import { calendarFor, invitationKind } from './calendar-telling.ts';
import { clashTexts } from './clashes/texts-clashes.ts';
import { linkTexts } from './links/texts-links.ts';
import { addressOfLink, ownLinkTo } from './links/time-links.ts';
import { noticeTexts as texts } from './texts.ts';

type Ids = { bookingId: string };
const page = ({ bookingId }: Ids) => `/times/${bookingId}`;
const soon = ['sms', 'email', 'phone'] as const;
const ownLink: NoticeKind<Ids>['ownLink'] = (tx, { bookingId }, personId) =>
  ownLinkTo(tx, bookingId, personId);
const change: NoticeKind<Ids>['calendar'] = (tx, { bookingId }, personId) =>
  calendarFor(tx, bookingId, personId, false);

export const timeBooked = defineNotice<Ids>({
  kind: 'booking-made',
  texts: { body: texts.made },
  necessary: true,
  landsOn: page,
  ownLink,
  calendar: (tx, { bookingId }, personId) => calendarFor(tx, bookingId, personId, true),
});

export const timeMoved = defineNotice<Ids>({
  kind: 'booking-moved',
  texts: { body: texts.moved },
  necessary: true,
  only: soon,
  landsOn: page,
  ownLink,
  calendar: change,
});

export const modeChanged = defineNotice<Ids>({
  kind: 'booking-mode-changed',
  texts: { body: texts.mode },
  necessary: true,
  urgent: true,
  only: soon,
  landsOn: page,
  ownLink,
  calendar: change,
});

export const timeCancelled = defineNotice<Ids>({
  kind: 'booking-cancelled',
  texts: { body: texts.cancelled },
  necessary: true,
  only: soon,
  landsOn: page,
  ownLink,
  calendar: change,
});

export const timeNears = defineNotice<Ids>({
  kind: 'booking-nears',
  texts: { body: texts.reminder },
  necessary: true,
  only: soon,
  landsOn: page,
  ownLink,
});

export const timeFreed = defineNotice<{ wishId: string }>({
  kind: 'booking-time-freed',
  texts: { body: texts.offered },
  necessary: true,
  only: soon,
  landsOn: () => '/times',
});

/** For a coach whose group has been put at the time of a booking. */
export const groupInTheWay = defineNotice<{ coachId: string }>({
  kind: 'booking-clashes',
  texts: { body: clashTexts.notice },
  necessary: true,
  only: soon,
  landsOn: () => '/times',
});

/** A client is asked to book a time. For whoever must sign in, the list of free times. */
export const timeInvited = defineNotice<{ linkId: string }>({
  kind: 'booking-invited',
  texts: { body: linkTexts.invited },
  necessary: true,
  only: soon,
  landsOn: () => '/times/new',
  ownLink: (tx, { linkId }) => addressOfLink(tx, linkId),
});

/** A client gets the link to a time that is booked already. */
export const timeLinkSent = defineNotice<Ids>({
  kind: 'booking-link',
  texts: { body: linkTexts.linkSent },
  necessary: true,
  only: soon,
  landsOn: page,
  ownLink,
});

/** Only for calendars: to whoever knows already, because they did it, or is told by other ways than mail. */
export const forCalendar = defineNotice<Ids & { whole: 'yes' | 'no' }>({
  kind: invitationKind,
  texts: { name: linkTexts.calendarName, body: linkTexts.calendarBody },
  necessary: false,
  only: ['email'],
  landsOn: page,
  calendar: (tx, { bookingId, whole }, personId) => calendarFor(tx, bookingId, personId, whole === 'yes'),
});
