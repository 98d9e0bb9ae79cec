// A client's month, for the client and for staff: each day's arc, class and money, and the ways of taking part.
import { type Language, localeOf, sayDay, sayMinutes, sayWeekday } from '../../../platform/language.ts';
import { Arc } from '../../../ui/arc.tsx';
import { BarChart } from '../../../ui/bar-chart.tsx';
import { LinkButton } from '../../../ui/buttons.tsx';
import { EmptyState, Figures, type Mood, PageTitle, Status } from '../../../ui/parts.tsx';
import { type Content, useLanguage, useSay, type Words } from '../../../ui/speech.tsx';
import { euros } from '../days/door.ts';
import { asSentence, classTexts, type DayClass } from '../enrolments/door.ts';
import type { Month, MonthDay } from './month.ts';
import { monthTexts } from './texts.ts';

export function MonthPage(props: {
  /** "Omat päivät", or whose days they are. */
  title: Content;
  month: Month;
  /** The address of a day's page. */
  dayHref: (day: MonthDay) => string;
  /** The address of another month's page. */
  monthHref: (month: Temporal.PlainYearMonth) => string;
}) {
  const { month } = props;
  const language = useLanguage();
  return (
    <>
      <PageTitle title={props.title} above={asSentence(sayMonth(language, month.month))} />
      <Sums month={month} />
      <Calendar month={month} />
      {month.days.length === 0 ? (
        <EmptyState title={monthTexts.noDays} text={monthTexts.noDaysText} />
      ) : (
        <ol class="month-list">
          {month.days.map((row) => (
            <li key={row.day.id}>
              <a href={props.dayHref(row)}>{sayDay(language, row.day.day, 'short')}</a>
              <span>
                <DayStatus of={row} />
              </span>
              <span class="number quiet-ink">{amountsOf(language, row)}</span>
            </li>
          ))}
        </ol>
      )}
      <Ways month={month} />
      <OtherMonths month={month.month} href={props.monthHref} />
    </>
  );
}

function Sums({ month: { days, sums } }: { month: Month }) {
  const language = useLanguage();
  if (days.length === 0) return null;
  return (
    <Figures
      label={monthTexts.sums}
      figures={[
        { value: sums.attended, label: monthTexts.attended, mood: sums.attended > 0 ? 'good' : undefined },
        { value: sums.open, label: monthTexts.open },
        { value: sums.absent, label: monthTexts.absent },
        ...(sums.allowanceCents > 0
          ? [{ value: euros(language, sums.allowanceCents), label: monthTexts.allowance }]
          : []),
      ]}
    />
  );
}

/** Minutes and money of a day, as far as there are any: "4 h 10 min · 9 €". */
function amountsOf(language: Language, row: MonthDay): string {
  const parts = [
    ...(row.minutes > 0 ? [sayMinutes(row.minutes)] : []),
    ...(row.allowanceCents === undefined ? [] : [euros(language, row.allowanceCents)]),
  ];
  return parts.join(' · ');
}

/** The month as a picture: each day's arc in its place of the week. The list under it says the same in words. */
function Calendar({ month: { month, days } }: { month: Month }) {
  const language = useLanguage();
  const byDay = new Map(days.map((row) => [row.day.day.day, row]));
  const before = month.toPlainDate({ day: 1 }).dayOfWeek - 1;
  if (days.length === 0) return null;
  return (
    <div class="month-picture" aria-hidden="true">
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
        <b key={weekday}>{sayWeekday(language, weekday).slice(0, 2)}</b>
      ))}
      {Array.from({ length: before }, (_, at) => (
        <i key={`before-${at}`} />
      ))}
      {Array.from({ length: month.daysInMonth }, (_, at) => {
        const row = byDay.get(at + 1);
        return (
          <span key={at} class={row ? undefined : 'quiet-ink'}>
            {at + 1}
            {row && <Arc size="tiny" {...row.arc} />}
          </span>
        );
      })}
    </div>
  );
}

const classMoods: Record<DayClass, Mood> = {
  attended: 'good',
  swapped: 'quiet',
  'not-arranged': 'quiet',
  'own-illness': 'quiet',
  'child-ill': 'quiet',
  interview: 'quiet',
  'public-duty': 'quiet',
  'other-absence': 'warning',
};

/** The confirmed class of a day, or how it stands while nobody has confirmed it. */
function DayStatus({ of }: { of: Pick<MonthDay, 'class' | 'suggested' | 'absenceTold'> }) {
  if (of.class) return <Status mood={classMoods[of.class]}>{classTexts[of.class]}</Status>;
  if (of.absenceTold) return <Status mood="quiet">{monthTexts.absenceTold}</Status>;
  if (of.suggested === undefined) return <Status mood="quiet">{monthTexts.ahead}</Status>;
  return <Status mood={of.suggested === 'counts' ? 'now' : 'quiet'}>{openTexts[of.suggested]}</Status>;
}

const openTexts = {
  counts: monthTexts.waitsFull,
  'on-the-way': monthTexts.waitsPartly,
  nothing: monthTexts.waitsEmpty,
} as const;

const wayTexts: Record<keyof Month['sums']['ways'], Words> = {
  video: monthTexts.byVideo,
  voice: monthTexts.byVoice,
  text: monthTexts.byText,
  phone: monthTexts.byPhone,
  'on-site': monthTexts.onSite,
  'own-work': monthTexts.work,
};

function Ways({ month: { sums } }: { month: Month }) {
  const bars = (Object.keys(wayTexts) as (keyof typeof wayTexts)[])
    .filter((way) => sums.ways[way] > 0)
    .map((way) => ({ label: wayTexts[way], value: sums.ways[way], said: sayMinutes(sums.ways[way]) }));
  if (bars.length === 0) return null;
  return <BarChart caption={monthTexts.ways} thing={monthTexts.way} bars={bars} />;
}

function OtherMonths(props: {
  month: Temporal.PlainYearMonth;
  href: (month: Temporal.PlainYearMonth) => string;
}) {
  const language = useLanguage();
  const say = useSay();
  const [before, after] = [props.month.subtract({ months: 1 }), props.month.add({ months: 1 })];
  return (
    <nav class="buttons" aria-label={say(monthTexts.otherMonths)}>
      <LinkButton href={props.href(before)}>{asSentence(sayMonth(language, before))}</LinkButton>
      <LinkButton href={props.href(after)}>{asSentence(sayMonth(language, after))}</LinkButton>
    </nav>
  );
}

/** "marraskuu 2026" */
export function sayMonth(language: Language, month: Temporal.PlainYearMonth): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(Date.UTC(month.year, month.month - 1, 1)));
}
