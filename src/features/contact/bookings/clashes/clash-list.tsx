// What a coach has at the same time, with the booking one press away.
import { shortTime } from '../../../../platform/language.ts';
import { Notice } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import { sayWhen } from '../words.ts';
import type { ClashRow } from './clashes.ts';
import { clashTexts as texts } from './texts-clashes.ts';

export function ClashList({ clashes, zone }: { clashes: readonly ClashRow[]; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  if (clashes.length === 0) return null;
  const time = (at: Temporal.Instant) => shortTime(language, at.toZonedDateTimeISO(zone).toPlainTime());
  return (
    <Notice kind="warning" title={texts.title}>
      <p>{say(texts.text)}</p>
      <ul>
        {clashes.map((one) => (
          <li key={`${one.bookingId} ${one.groupFrom}`}>
            <a href={`/times/${one.bookingId}`}>
              {say(texts.row, {
                when: sayWhen(language, one.startsAt, zone, 'short'),
                name: one.clientName,
                from: time(one.groupFrom),
                until: time(one.groupUntil),
              })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
