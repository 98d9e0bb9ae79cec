// What groups tell people outside the house: that something changed or waits, never what.
import { defineNotice } from '../../ground/notices/door.ts';
import { texts } from './texts.ts';

export const seatWaits = defineNotice<{ offerId: string }>({
  kind: 'seat-waits',
  texts: { body: texts.noticeSeat },
  necessary: true,
  landsOn: ({ offerId }) => `/seat-offers/${offerId}`,
});

export const programmeMoved = defineNotice<{ sessionId: string }>({
  kind: 'programme-moved',
  texts: { body: texts.noticeChanged },
  necessary: true,
  digest: true,
  only: ['sms', 'email', 'phone'],
  landsOn: ({ sessionId }) => `/sessions/${sessionId}`,
});
