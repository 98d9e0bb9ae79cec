// What days tell people outside the house. Never whose day, what service or how it went.
import { defineNotice } from '../../ground/notices/door.ts';
import { noticeTexts as texts } from './texts.ts';

/** "Your day starts at 9:00", with a personal link to Today. `time` is said in the person's own language. */
export const morningMessage = defineNotice<{ dayId: string; time: string }>({
  kind: 'day-starts',
  texts: { name: texts.morningName, subject: texts.morningSubject, body: texts.morning },
  necessary: false,
  urgent: true,
  only: ['sms', 'email'],
  landsOn: () => '/today',
});

/** Nothing has been heard: a friendly question, never a reproach. */
export const missedToday = defineNotice<{ dayId: string }>({
  kind: 'missed-today',
  texts: { subject: texts.silentSubject, body: texts.silent, call: texts.silentCall },
  necessary: true,
  urgent: true,
  only: ['sms', 'email', 'phone'],
  landsOn: () => '/today',
});

/** For the substitute, or whoever leads the service. */
export const silenceToldOn = defineNotice<{ dayId: string }>({
  kind: 'silence-told-on',
  texts: { subject: texts.toldOnSubject, body: texts.toldOn },
  necessary: true,
  urgent: true,
  // Where nothing can be sent, whoever keeps the phone list must ring a colleague.
  only: ['sms', 'email', 'phone'],
  landsOn: () => '/board',
});
