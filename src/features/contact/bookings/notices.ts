// What bookings tell people outside the house: that there is a time or that it changed, never when, with whom or why.
import { defineNotice } from '../../ground/notices/door.ts';
import { noticeTexts as texts } from './texts.ts';

type Ids = { bookingId: string };
const page = ({ bookingId }: Ids) => `/times/${bookingId}`;
const soon = ['sms', 'email', 'phone'] as const;

export const timeBooked = defineNotice<Ids>({
  kind: 'booking-made',
  texts: { body: texts.made },
  necessary: true,
  landsOn: page,
});

export const timeMoved = defineNotice<Ids>({
  kind: 'booking-moved',
  texts: { body: texts.moved },
  necessary: true,
  only: soon,
  landsOn: page,
});

export const modeChanged = defineNotice<Ids>({
  kind: 'booking-mode-changed',
  texts: { body: texts.mode },
  necessary: true,
  urgent: true,
  only: soon,
  landsOn: page,
});

export const timeCancelled = defineNotice<Ids>({
  kind: 'booking-cancelled',
  texts: { body: texts.cancelled },
  necessary: true,
  only: soon,
  landsOn: page,
});

export const timeNears = defineNotice<Ids>({
  kind: 'booking-nears',
  texts: { body: texts.reminder },
  necessary: true,
  only: soon,
  landsOn: page,
});

export const timeFreed = defineNotice<{ wishId: string }>({
  kind: 'booking-time-freed',
  texts: { body: texts.offered },
  necessary: true,
  only: soon,
  landsOn: () => '/times',
});
