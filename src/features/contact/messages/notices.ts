// What messages tell people outside the house: that something waits, never what.
import { defineNotice } from '../../ground/notices/door.ts';
import { texts } from './texts.ts';

export const messageWaits = defineNotice<{ clientId: string }>({
  kind: 'message-waits',
  texts: {
    name: texts.noticeMessageName,
    subject: texts.noticeMessageSubject,
    body: texts.noticeMessage,
  },
  necessary: false,
  digest: true,
  landsOn: ({ clientId }) => `/messages/${clientId}`,
});

export const reportWaits = defineNotice<{ channelId: string }>({
  kind: 'report-waits',
  texts: { subject: texts.noticeReportSubject, body: texts.noticeReport },
  necessary: true,
  landsOn: ({ channelId }) => `/channels/${channelId}`,
});
