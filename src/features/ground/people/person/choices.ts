// The choices that forms about persons offer, in words.
import type { Text } from '../../../../platform/language.ts';
import type { Channel } from '../tables.ts';
import { texts } from '../texts.ts';

export const channelTexts: Record<Channel, Text> = {
  sms: texts.channelSms,
  email: texts.channelEmail,
  letter: texts.channelLetter,
  phone: texts.channelPhone,
};

export const genderTexts: Record<'woman' | 'man' | 'other' | 'untold', Text> = {
  woman: texts.woman,
  man: texts.man,
  other: texts.otherGender,
  untold: texts.untold,
};

export const kindTexts: Record<'own-coach' | 'substitute', Text> = {
  'own-coach': texts.ownCoach,
  substitute: texts.substitute,
};
