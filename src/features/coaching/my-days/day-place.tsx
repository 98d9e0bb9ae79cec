// Where a client's own day stands: its address, its name in words and the way back.
import { type Language, sayDay } from '../../../platform/language.ts';
import { useSay } from '../../../ui/speech.tsx';
import { asSentence } from '../enrolments/door.ts';
import { texts } from './texts.ts';

export type DayPlace = {
  day: Temporal.PlainDate;
  today: Temporal.PlainDate;
  personId: string;
  language: Language;
  /** The address of the day's own page; today's forms lead back to Today. */
  href: string;
  backHref: string;
};

/** The address of a client's own day. */
export const ownDayHref = (day: Temporal.PlainDate): string => `/my-days/${day}`;

export function placeOf(
  actor: { personId: string; language: Language },
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
): DayPlace {
  const href = ownDayHref(day);
  const backHref = day.equals(today) ? '/today' : href;
  return { day, today, personId: actor.personId, language: actor.language, href, backHref };
}

/** "Tiistai 24. marraskuuta" */
export const dayTitle = (place: DayPlace): string => asSentence(sayDay(place.language, place.day));

export function BackToDay({ place }: { place: DayPlace }) {
  const say = useSay();
  return (
    <p>
      <a href={place.backHref}>{say(place.backHref === '/today' ? texts.back : texts.backToDay)}</a>
    </p>
  );
}
