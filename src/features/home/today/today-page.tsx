// Today, as one tired person on an old phone reads it: where am I, the arc, the one thing now, does today count, the
// day's list, the way out. Works without any script.
import { sayDay, sayMinutes } from '../../../platform/language.ts';
import { Arc } from '../../../ui/arc.tsx';
import { Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { DayList } from '../../../ui/day-list.tsx';
import { Live } from '../../../ui/live.tsx';
import { Counts, EmptyState, PageTitle, Section } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { dayItems, euros, sayMoney, sayReasons } from '../../coaching/days/door.ts';
import { asSentence, classTexts } from '../../coaching/enrolments/door.ts';
import { ownDayHref } from '../../coaching/my-days/door.ts';
import { HelpState } from '../../coaching/my-days/panel.tsx';
import { threadHref } from '../../contact/messages/door.ts';
import { greetingAt } from './rules.ts';
import { StepCard } from './step-card.tsx';
import { texts } from './texts.ts';
import type { ExpectedToday, Today } from './today.ts';

export function TodayPage({ today, liveTokens }: { today: Today; liveTokens: readonly string[] }) {
  const language = useLanguage();
  const say = useSay();
  const { hour } = today.at.toZonedDateTimeISO(today.zone);
  return (
    <>
      <PageTitle
        title={say(texts[greetingAt(hour)], { name: today.name })}
        above={asSentence(sayDay(language, today.day))}
      />
      <Live id="today" topics={liveTokens}>
        {today.expected ? <Expected today={today} of={today.expected} /> : <Free today={today} />}
      </Live>
      <p class="small">
        <a href="/my-days">{say(texts.history)}</a> ·{' '}
        <a href="/my-mode">{say(today.reviewDue ? texts.reviewMode : texts.mode)}</a>
      </p>
    </>
  );
}

function Expected({ today, of }: { today: Today; of: ExpectedToday }) {
  const language = useLanguage();
  const href = ownDayHref(today.day);
  const { facts, sessions, coachIds } = of;
  const items = dayItems(language, { ...today, sessions, facts, coachIds });
  return (
    <>
      <Arc size="large" {...of.arc}>
        <UnderArc of={of} />
      </Arc>
      <StepCard today={today} of={of} href={href} />
      <Unread today={today} />
      <Help today={today} />
      <DoesItCount of={of} href={href} />
      {items.length > 0 && (
        <Section title={texts.course}>
          <DayList items={items} />
        </Section>
      )}
      {mayBeAway(of) && (
        <LinkButton kind="text" href={`${href}/absence`}>
          {texts.cannot}
        </LinkButton>
      )}
    </>
  );
}

/** What waits to be read, with the way there; the same number stands in the menu. */
function Unread({ today: { unread } }: { today: Today }) {
  const say = useSay();
  if (!unread) return null;
  return (
    <LinkButton icon="message" href={unread.href}>
      {say(texts.unread, { count: unread.count })}
    </LinkButton>
  );
}

/** The latest call for help of today, and what has become of it. */
function Help({ today }: { today: Today }) {
  const [request] = today.help;
  return request ? <HelpState request={request} zone={today.zone} /> : null;
}

/** How much of the day is together, in the room under the dome; nothing on a day whose class is known or told. */
function UnderArc({ of: { suggested, outcome, step } }: { of: ExpectedToday }) {
  const say = useSay();
  const { countedMinutes } = suggested.suggestion;
  if (outcome || step.kind === 'absent' || countedMinutes === 0) return null;
  return (
    <p>
      <b>{sayMinutes(countedMinutes)}</b>
      <br />
      <span class="small quiet-ink">
        {say(texts.ofDay, { minimum: sayMinutes(suggested.rule.rule.minimumMinutes) })}
      </span>
    </p>
  );
}

// Whoever has been there to the end was not away.
const mayBeAway = ({ outcome, step, suggested }: ExpectedToday) =>
  !outcome && !['absent', 'diary', 'done'].includes(step.kind) && suggested.suggestion.result !== 'counts';

const openTitles = {
  nothing: texts.countsNothing,
  'on-the-way': texts.countsOnTheWay,
  counts: texts.countsFull,
} as const;

function DoesItCount({ of, href }: { of: ExpectedToday; href: string }) {
  const language = useLanguage();
  const say = useSay();
  const { outcome, suggested } = of;
  if (outcome) {
    const attended = outcome.class === 'attended';
    const mood = attended ? 'good' : outcome.class === 'other-absence' ? 'warning' : 'quiet';
    const title = attended
      ? texts.confirmedAttended
      : say(texts.confirmedAs, { class: say(classTexts[outcome.class]) });
    return (
      <Counts mood={mood} title={title}>
        <p>{sayMoney(language, outcome)}</p>
        <p>
          <a href={href}>{say(texts.notRight)}</a>
        </p>
      </Counts>
    );
  }
  if (of.step.kind === 'absent') return null;
  const { result } = suggested.suggestion;
  const short = of.over && result !== 'counts';
  return (
    <Counts
      mood={short || result === 'nothing' ? 'quiet' : 'good'}
      title={short ? texts.countsShort : openTitles[result]}
    >
      {short && (
        <p>
          {say(texts.countsShortText)} <a href={`${href}/own-work`}>{say(texts.countsShortAct)}</a>
        </p>
      )}
      <WhenItCounts of={of} />
      <ul class="reasons">
        {sayReasons(language, suggested).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>
        <a href={href}>{say(texts.allOfDay)}</a>
      </p>
    </Counts>
  );
}

/** What the day brings when it counts, before anybody has confirmed it. */
function WhenItCounts({ of: { benefit, allowanceCents } }: { of: ExpectedToday }) {
  const language = useLanguage();
  const say = useSay();
  if (benefit === 'none' || allowanceCents === undefined) return null;
  const text = benefit === 'expense-allowance' ? texts.whenExpense : texts.whenActivity;
  return <p>{say(text, { amount: euros(language, allowanceCents) })}</p>;
}

function Free({ today }: { today: Today }) {
  const language = useLanguage();
  const say = useSay();
  const next = today.nextDay
    ? say(texts.freeNext, { day: sayDay(language, today.nextDay) })
    : say(texts.freeNothing);
  const why = today.closed ? say(texts.closed, { reason: say(today.closed) }) : '';
  return (
    <>
      <EmptyState
        title={texts.freeTitle}
        text={[why, next].filter(Boolean).join(' ')}
        action={
          <Buttons>
            <LinkButton href={threadHref(today.personId)} icon="message">
              {texts.write}
            </LinkButton>
          </Buttons>
        }
      />
      <Unread today={today} />
      <Help today={today} />
    </>
  );
}
