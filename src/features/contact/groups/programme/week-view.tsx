// A week of a group's programme as seven short lists.
import { sayDay, shortTime } from '../../../../platform/language.ts';
import { Status } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import { kindTexts, texts, wayTexts } from './texts-programme.ts';
import type { Week, WeekDay, WeekSession } from './week.ts';

/** `href` is the page's address; the links to other weeks add `?week=`. Empty days at the weekend are left out. */
export function WeekView({ week, href, today }: { week: Week; href: string; today: Temporal.PlainDate }) {
  const say = useSay();
  const shown = week.days.filter(({ day, sessions }) => sessions.length > 0 || day.dayOfWeek < 6);
  const thisWeek =
    Temporal.PlainDate.compare(today, week.monday) >= 0 &&
    Temporal.PlainDate.compare(today, week.monday.add({ days: 6 })) <= 0;
  return (
    <div class="flow">
      <nav class="pagination" aria-label={say(texts.programme)}>
        <a
          class="button quiet small-button"
          href={`${href}?week=${week.monday.subtract({ days: 7 })}#programme`}
        >
          {say(texts.previousWeek)}
        </a>
        {!thisWeek && (
          <a class="button quiet small-button" href={`${href}#programme`}>
            {say(texts.thisWeek)}
          </a>
        )}
        <a class="button quiet small-button" href={`${href}?week=${week.monday.add({ days: 7 })}#programme`}>
          {say(texts.nextWeek)}
        </a>
      </nav>
      <div class="week">
        {shown.map((day) => (
          <DayOfWeek key={day.day.toString()} {...day} isToday={day.day.equals(today)} />
        ))}
      </div>
    </div>
  );
}

function DayOfWeek({ day, closed, sessions, isToday }: WeekDay & { isToday: boolean }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <section class={isToday ? 'week-day today' : 'week-day'}>
      <h3>
        <time datetime={day.toString()}>{sayDay(language, day, 'short')}</time>
      </h3>
      {closed && <p class="quiet-ink">{say(texts.closedDay, { reason: say(closed) })}</p>}
      {!closed && sessions.length === 0 && <p class="quiet-ink">{say(texts.nothing)}</p>}
      {sessions.length > 0 && (
        <ul>
          {sessions.map((session, at) => (
            <Line key={session.id ?? at} session={session} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ session }: { session: WeekSession }) {
  const say = useSay();
  const language = useLanguage();
  const title = say(session.title);
  return (
    <li>
      <span class="when">
        {shortTime(language, session.starts)}–{shortTime(language, session.ends)}
      </span>{' '}
      {session.id ? <a href={`/sessions/${session.id}`}>{title}</a> : <span>{title}</span>}{' '}
      {session.cancelled && <Status mood="bad">{texts.cancelled}</Status>}
      {!session.cancelled && session.changed && <Status mood="warning">{texts.changed}</Status>}
      <span class="small quiet-ink week-about">
        {[
          say(kindTexts[session.kind]),
          session.hostName,
          session.ways.map((way) => say(wayTexts[way])).join(', '),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}
