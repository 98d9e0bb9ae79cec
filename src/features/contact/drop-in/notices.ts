// What a drop-in tells people outside the house: that it is their turn, or that today's hours ended. Never which.
import { defineNotice } from '../../ground/notices/door.ts';
import { noticeTexts as texts } from './texts.ts';

type Ids = { dropInId: string };
const page = ({ dropInId }: Ids) => `/drop-in/${dropInId}`;

export const yourTurn = defineNotice<Ids>({
  kind: 'drop-in-turn',
  texts: { body: texts.turn },
  necessary: true,
  urgent: true,
  only: ['sms', 'email', 'phone'],
  landsOn: page,
});

export const hoursEnded = defineNotice<Ids>({
  kind: 'drop-in-ended',
  texts: { body: texts.ended },
  necessary: true,
  only: ['sms', 'email', 'phone'],
  landsOn: page,
});
