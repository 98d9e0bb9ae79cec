// A week of the service at a glance: days confirmed and open, silence, ways of taking part, technology trouble. Every
// number opens the rows behind it.
import { sayDay, type Text } from '../../../platform/language.ts';
import { BarChart } from '../../../ui/bar-chart.tsx';
import { Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState, Figures, PageTitle, Section } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import type { HelpOutcome } from '../../coaching/days/door.ts';
import { asSentence } from '../../coaching/enrolments/door.ts';
import { modes, modeTexts, type WishedModes } from '../../coaching/plans/door.ts';
import { Rows } from './rows.tsx';
import { minutesByWay, type Show, ways } from './rules.ts';
import { texts } from './texts.ts';
import type { Shown, Week } from './week.ts';
import { outcomeTexts, wayTexts } from './words.ts';

export function OverviewPage(props: {
  week: Week;
  shown: Shown | undefined;
  wished: WishedModes;
  /** How much feedback on services waits for somebody to deal with it. */
  feedback: number;
}) {
  const { week, shown } = props;
  const say = useSay();
  const language = useLanguage();
  const sunday = week.monday.add({ days: 6 });
  return (
    <>
      <PageTitle
        above={asSentence(
          say(texts.week, {
            week: week.monday.weekOfYear ?? '',
            from: sayDay(language, week.monday, 'short'),
            to: sayDay(language, sunday, 'short'),
          }),
        )}
        title={texts.title}
        lead={texts.lead}
        action={
          <LinkButton kind="main" href="/board">
            {texts.toBoard}
          </LinkButton>
        }
      />
      <WeekFigures week={week} />
      {props.feedback > 0 && (
        <p>
          <a href="/service-feedback">{say(texts.feedback, { count: props.feedback })}</a>
        </p>
      )}
      {shown && <Rows week={week} shown={shown} hideHref={hrefOf(week, undefined)} />}
      <ByDay week={week} />
      <OpenByCoach week={week} />
      <Ways week={week} />
      <Wished {...props.wished} />
      <Trouble week={week} />
      <OtherWeeks week={week} />
    </>
  );
}

/** The address of the week with the rows of `show` below the figures. */
function hrefOf(week: Week, show: Show | undefined): string {
  const query = new URLSearchParams();
  const present = week.today.subtract({ days: week.today.dayOfWeek - 1 });
  if (!week.monday.equals(present)) query.set('week', week.monday.toString());
  if (show) {
    query.set('show', show.kind);
    for (const name of ['day', 'coach', 'way'] as const) if (show[name]) query.set(name, show[name]);
  }
  const path = query.size > 0 ? `/overview?${query}` : '/overview';
  return show ? `${path}#rows` : path;
}

function WeekFigures({ week }: { week: Week }) {
  const { days } = week;
  const open = days.filter((day) => day.waits).length;
  const confirmed = days.filter((day) => day.class !== null).length;
  const silent = days.filter((day) => day.silentSince !== null).length;
  return (
    <Figures
      figures={[
        { value: days.length, label: texts.expected, href: hrefOf(week, { kind: 'expected' }) },
        { value: confirmed, label: texts.confirmed, href: hrefOf(week, { kind: 'confirmed' }) },
        {
          value: open,
          label: texts.open,
          href: hrefOf(week, { kind: 'open' }),
          ...(open > 0 ? { mood: 'warning' as const } : {}),
        },
        { value: silent, label: texts.silent, href: hrefOf(week, { kind: 'silent' }) },
        { value: week.trouble.length, label: texts.technology, href: hrefOf(week, { kind: 'technology' }) },
      ]}
    />
  );
}

function ByDay({ week }: { week: Week }) {
  const say = useSay();
  const language = useLanguage();
  const dates = [...new Set(week.days.map((day) => day.day.toString()))];
  const rows = dates.map((date) => {
    const days = week.days.filter((day) => day.day.toString() === date);
    return {
      date,
      day: Temporal.PlainDate.from(date),
      expected: days.length,
      confirmed: days.filter((day) => day.class !== null).length,
      open: days.filter((day) => day.waits).length,
      silent: days.filter((day) => day.silentSince !== null).length,
    };
  });
  const column = (kind: 'expected' | 'confirmed' | 'open' | 'silent', label: Text) => ({
    key: kind,
    label,
    align: 'end' as const,
    cell: (row: (typeof rows)[number]) =>
      row[kind] === 0 ? (
        '0'
      ) : (
        <a
          href={hrefOf(week, { kind, day: row.date })}
          aria-label={`${sayDay(language, row.day)}, ${say(label)}: ${row[kind]}`}
        >
          {row[kind]}
        </a>
      ),
  });
  return (
    <Section title={texts.byDay}>
      <DataTable
        caption={texts.byDay}
        captionUnseen
        rows={rows}
        rowKey={(row) => row.date}
        columns={[
          { key: 'day', label: texts.day, cell: (row) => asSentence(sayDay(language, row.day)) },
          column('expected', texts.expectedColumn),
          column('confirmed', texts.confirmedColumn),
          column('open', texts.openColumn),
          column('silent', texts.silentColumn),
        ]}
        empty={<EmptyState title={texts.noDays} text={texts.noDaysText} />}
      />
      {week.ahead > 0 && <p class="quiet-ink">{say(texts.ahead, { count: week.ahead })}</p>}
    </Section>
  );
}

function OpenByCoach({ week }: { week: Week }) {
  const say = useSay();
  const open = week.days.filter((day) => day.waits);
  const coaches = new Map(
    open.map((day) => [day.coach?.id ?? 'none', day.coach?.name ?? say(texts.noCoach)]),
  );
  const bars = [...coaches]
    .map(([id, name]) => ({
      label: name,
      value: open.filter((day) => (day.coach?.id ?? 'none') === id).length,
      href: hrefOf(week, { kind: 'open', coach: id }),
    }))
    .sort((a, b) => b.value - a.value);
  if (week.days.length === 0) return null;
  return (
    <Section title={texts.openByCoach}>
      {bars.length === 0 ? (
        <p class="quiet-ink">{say(texts.nothingOpen)}</p>
      ) : (
        <BarChart
          caption={texts.openByCoach}
          captionUnseen
          thing={texts.coach}
          unit={texts.days}
          bars={bars}
        />
      )}
    </Section>
  );
}

function Ways({ week }: { week: Week }) {
  const minutes = minutesByWay(week.ways.values());
  const bars = ways
    .filter((way) => (minutes.get(way) ?? 0) > 0)
    .map((way) => ({
      label: wayTexts[way],
      value: Math.round((minutes.get(way) ?? 0) / 6) / 10,
      href: hrefOf(week, { kind: 'way', way }),
    }));
  return (
    <Section title={texts.ways}>
      {bars.length === 0 ? (
        <EmptyState title={texts.noWays} text={texts.noWaysText} />
      ) : (
        <BarChart caption={texts.ways} captionUnseen thing={texts.way} unit={texts.hours} bars={bars} />
      )}
    </Section>
  );
}

/** How clients wish to take part, beside how they did: which ways are wished and not found is seen at a glance. */
function Wished({ byMode, without }: WishedModes) {
  const say = useSay();
  const bars = modes.flatMap((mode) => {
    const value = byMode.get(mode) ?? 0;
    return value > 0 ? [{ label: modeTexts[mode], value, href: `/mode-reviews?wished=${mode}` }] : [];
  });
  return (
    <Section title={texts.wished}>
      {bars.length === 0 ? (
        <EmptyState title={texts.noWished} text={texts.noWishedText} />
      ) : (
        <BarChart caption={texts.wished} captionUnseen thing={texts.way} bars={bars} />
      )}
      {without > 0 && (
        <p>
          <a href="/mode-reviews?show=none">{say(texts.withoutWish, { count: without })}</a>
        </p>
      )}
    </Section>
  );
}

function Trouble({ week }: { week: Week }) {
  const outcomes = Object.keys(outcomeTexts) as (HelpOutcome | 'open')[];
  const bars = outcomes
    .map((outcome) => ({
      label: outcomeTexts[outcome],
      value: week.trouble.filter((help) => (help.outcome ?? 'open') === outcome).length,
      href: hrefOf(week, { kind: 'technology' }),
    }))
    .filter((bar) => bar.value > 0);
  return (
    <Section title={texts.trouble}>
      {bars.length === 0 ? (
        <EmptyState title={texts.noTrouble} text={texts.noTroubleText} />
      ) : (
        <BarChart caption={texts.troubleOutcome} thing={texts.troubleOutcome} bars={bars} />
      )}
    </Section>
  );
}

function OtherWeeks({ week }: { week: Week }) {
  const say = useSay();
  const present = week.today.subtract({ days: week.today.dayOfWeek - 1 });
  return (
    <nav aria-label={say(texts.otherWeeks)}>
      <Buttons>
        <LinkButton href={`/overview?week=${week.monday.subtract({ days: 7 })}`}>{texts.previous}</LinkButton>
        {!week.monday.equals(present) && <LinkButton href="/overview">{texts.present}</LinkButton>}
        {Temporal.PlainDate.compare(week.monday, present) < 0 && (
          <LinkButton href={`/overview?week=${week.monday.add({ days: 7 })}`}>{texts.next}</LinkButton>
        )}
      </Buttons>
    </nav>
  );
}
