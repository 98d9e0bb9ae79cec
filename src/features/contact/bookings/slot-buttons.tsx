// Free times as buttons of one form: pressing one sends its instant as `at`.
import { sayDay, sayTime, shortTime } from '../../../platform/language.ts';
import { Button } from '../../../ui/buttons.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { texts } from './texts.ts';

/** A button for each time, in order; with its day when the times are of several days. */
export function SlotButtons(props: {
  times: readonly { startsAt: Temporal.Instant; day: Temporal.PlainDate; time: Temporal.PlainTime }[];
  withDay?: boolean | undefined;
}) {
  const language = useLanguage();
  const say = useSay();
  return (
    <div class={props.withDay ? 'slots wide' : 'slots'}>
      {props.times.map((time) => (
        <Button
          key={time.startsAt.toString()}
          name="at"
          value={time.startsAt.toString()}
          about={say(texts.bookAbout, { day: sayDay(language, time.day) })}
        >
          {props.withDay
            ? `${sayDay(language, time.day, 'short')} ${sayTime(language, time.time)}`
            : shortTime(language, time.time)}
        </Button>
      ))}
    </div>
  );
}
