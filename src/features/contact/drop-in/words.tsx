// How modes and hours of a drop-in are said.
import { sayWeekday, shortTime, type Text } from '../../../platform/language.ts';
import { Facts } from '../../../ui/parts.tsx';
import { useLanguage } from '../../../ui/speech.tsx';
import type { Hours, Mode } from './rules.ts';
import { texts } from './texts.ts';

export const modeTexts: Readonly<Record<Mode, Text>> = {
  phone: texts.byPhone,
  video: texts.byVideo,
  'in-person': texts.inPerson,
};

export const modeHints: Readonly<Record<'phone' | 'video', Text>> = {
  phone: texts.byPhoneHint,
  video: texts.byVideoHint,
};

/** The week's hours, day by day; closed days are left out. */
export function Week({ hours }: { hours: readonly Hours[] }) {
  const language = useLanguage();
  const days = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const spans = hours.filter((one) => one.weekday === weekday);
    const value = spans
      .map(({ starts, ends }) => `${shortTime(language, starts)}–${shortTime(language, ends)}`)
      .join(', ');
    return value ? [{ term: sayWeekday(language, weekday), value }] : [];
  });
  return <Facts facts={days} />;
}
