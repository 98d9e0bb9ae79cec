// What ways of taking part and answers to calls for help are called on the overview.
import type { Text } from '../../../platform/language.ts';
import type { HelpOutcome, Way } from '../../coaching/days/door.ts';
import { texts } from './texts.ts';

export const wayTexts: Record<Way, Text> = {
  video: texts.wayVideo,
  voice: texts.wayVoice,
  text: texts.wayText,
  phone: texts.wayPhone,
  'on-site': texts.wayOnSite,
};

export const outcomeTexts: Record<HelpOutcome | 'open', Text> = {
  solved: texts.outcomeSolved,
  'fell-back-to-phone': texts.outcomePhone,
  'not-reached': texts.outcomeNotReached,
  later: texts.outcomeLater,
  open: texts.outcomeOpen,
};
