import { figuresOfDay, sayDay, shortTime } from '../../../platform/language.ts';
import { Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { EmptyState, PageTitle, Section, Time } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { roleTexts } from '../people/door.ts';
import type { LogDay, LogLine } from './grouping.ts';
import { actWords, purposeWords, subjectWords } from './subjects.ts';
import { texts } from './texts.ts';

export type OwnLog = {
  personId: string;
  days: readonly LogDay[];
  showNames: boolean;
  /** Where older entries are, when there are any. */
  older: string | undefined;
  newest: string | undefined;
};

/** A person's own view of the log, in plain words and with the newest day first. */
export function OwnLogPage(log: OwnLog) {
  const language = useLanguage();
  const say = useSay();
  return (
    <>
      <PageTitle title={texts.ownTitle} lead={texts.ownLead} />
      {log.days.length === 0 && <EmptyState title={texts.ownEmpty} text={texts.ownEmptyText} />}
      {log.days.map((day) => (
        <Section key={day.day.toString()} title={dayName(sayDay(language, day.day, 'with-year'))}>
          <ul class="plain-list">
            {day.lines.map((line, at) => (
              <li key={at}>
                <Line line={line} own={log.personId} showNames={log.showNames} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {!log.showNames && <p class="quiet-ink">{say(texts.ownNames)}</p>}
      <Buttons>
        {log.newest && <LinkButton href={log.newest}>{texts.newest}</LinkButton>}
        {log.older && <LinkButton href={log.older}>{texts.older}</LinkButton>}
      </Buttons>
    </>
  );
}

function Line({ line, own, showNames }: { line: LogLine; own: string; showNames: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const who = line.actorId === own ? say(texts.you) : whoLooked(line, showNames, say);
  const what = say(subjectWords(line.subject, 'person'));
  const minutes = [...new Set(line.times.map((time) => shortTime(language, time)))];
  const shown = minutes.slice(0, 4);
  return (
    <>
      <p class="strong">{say(texts.didWhat, { who, act: say(actWords(line.act)), what })}</p>
      <p class="small quiet-ink">
        <Time iso={line.times[0]?.toString({ smallestUnit: 'minute' }) ?? ''}>{shown.join(', ')}</Time>
        {line.times.length > shown.length && say(texts.times, { count: line.times.length })}
        {' · '}
        {say(texts.because, { purpose: say(purposeWords(line.purpose)) })}
      </p>
    </>
  );
}

// Court of Justice C-579/21: dates, purposes and roles are the person's to know; a name only after a decision.
function whoLooked(line: LogLine, showNames: boolean, say: ReturnType<typeof useSay>): string {
  const role = say(roleTexts[line.actorRole] ?? texts.system);
  const place = line.unit ? `${role}, ${say(line.unit)}` : role;
  return showNames && line.actorName ? `${line.actorName} (${place})` : place;
}

function dayName(words: string): string {
  return words.charAt(0).toLocaleUpperCase('fi') + words.slice(1);
}

/** "24.11.2026 9.30": a moment in figures, for tables. */
export function figuresOfMoment(
  language: Parameters<typeof figuresOfDay>[0],
  at: Temporal.Instant,
  zone: string,
): string {
  const moment = at.toZonedDateTimeISO(zone);
  return `${figuresOfDay(language, moment.toPlainDate())} ${shortTime(language, moment.toPlainTime())}`;
}
