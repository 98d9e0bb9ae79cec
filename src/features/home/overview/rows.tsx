// The rows behind one number of the overview; each opens the day itself.
import { sayDay, sayMinutes, sayTime, type Text } from '../../../platform/language.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState, Section } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import type { WeekDay } from '../../coaching/confirmation/door.ts';
import { classTexts, keptTogether } from '../../coaching/enrolments/door.ts';
import type { Kind } from './rules.ts';
import { texts } from './texts.ts';
import type { Shown, Week } from './week.ts';
import { outcomeTexts, wayTexts } from './words.ts';

const kindTexts: Record<Kind, Text> = {
  expected: texts.rowsExpected,
  confirmed: texts.rowsConfirmed,
  open: texts.rowsOpen,
  silent: texts.rowsSilent,
  way: texts.rowsWay,
  technology: texts.rowsTechnology,
};

export function Rows({ week, shown, hideHref }: { week: Week; shown: Shown; hideHref: string }) {
  const say = useSay();
  const language = useLanguage();
  const { show } = shown;
  const parts = [
    say(kindTexts[show.kind]),
    show.way ? say(wayTexts[show.way]).toLowerCase() : undefined,
    show.day ? sayDay(language, Temporal.PlainDate.from(show.day), 'short') : undefined,
    show.coach ? (shown.days[0]?.coach?.name ?? say(texts.noCoach)) : undefined,
  ];
  return (
    <Section title={say(texts.rows, { what: parts.filter(Boolean).join(', ') })} id="rows">
      {show.kind === 'technology' ? (
        <TroubleRows week={week} shown={shown} />
      ) : (
        <DayRows week={week} shown={shown} />
      )}
      <p>
        <a href={hideHref}>{say(texts.hide)}</a>
      </p>
    </Section>
  );
}

function DayRows({ week, shown }: { week: Week; shown: Shown }) {
  const say = useSay();
  const language = useLanguage();
  const minutesOf = (day: WeekDay) => {
    const minutes = week.ways.get(day.dayId);
    const { way } = shown.show;
    return way ? (minutes?.get(way) ?? 0) : [...(minutes?.values() ?? [])].reduce((sum, one) => sum + one, 0);
  };
  return (
    <DataTable
      caption={kindTexts[shown.show.kind]}
      captionUnseen
      rows={shown.days}
      rowKey={(day) => day.dayId}
      columns={[
        {
          key: 'name',
          label: texts.client,
          cell: (day) => <a href={`/days/${day.dayId}`}>{keptTogether(day.name)}</a>,
        },
        { key: 'day', label: texts.day, cell: (day) => keptTogether(sayDay(language, day.day, 'short')) },
        { key: 'coach', label: texts.coach, cell: (day) => day.coach?.name ?? say(texts.noCoach) },
        {
          key: 'state',
          label: texts.state,
          cell: (day) =>
            shown.show.kind === 'silent' ? <Silence day={day} zone={week.zone} /> : stateOf(say, day),
        },
        ...(shown.show.kind === 'way'
          ? [
              {
                key: 'minutes',
                label: texts.minutes,
                align: 'end' as const,
                cell: (day: WeekDay) => sayMinutes(Math.round(minutesOf(day))),
              },
            ]
          : []),
      ]}
      empty={<EmptyState title={texts.noDays} />}
    />
  );
}

const stateOf = (say: ReturnType<typeof useSay>, day: WeekDay) =>
  say(day.class ? classTexts[day.class] : day.waits ? texts.stateOpen : texts.stateRunning);

function Silence({ day, zone }: { day: WeekDay; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  const time = (at: Temporal.Instant) => sayTime(language, at.toZonedDateTimeISO(zone).toPlainTime());
  return (
    <>
      {day.silentSince && say(texts.silentFrom, { when: time(day.silentSince) })}
      {day.silenceEndedAt && `, ${say(texts.silentEnded, { when: time(day.silenceEndedAt) })}`}
    </>
  );
}

function TroubleRows({ week, shown }: { week: Week; shown: Shown }) {
  const language = useLanguage();
  return (
    <DataTable
      caption={texts.trouble}
      captionUnseen
      rows={shown.trouble}
      rowKey={(help) => help.helpId}
      columns={[
        {
          key: 'name',
          label: texts.client,
          cell: (help) =>
            help.dayId ? <a href={`/days/${help.dayId}#evidence`}>{keptTogether(help.name)}</a> : help.name,
        },
        {
          key: 'asked',
          label: texts.asked,
          cell: (help) => {
            const here = help.askedAt.toZonedDateTimeISO(week.zone);
            return `${sayDay(language, here.toPlainDate(), 'short')} ${sayTime(language, here.toPlainTime())}`;
          },
        },
        {
          key: 'outcome',
          label: texts.troubleOutcome,
          cell: (help) => outcomeTexts[help.outcome ?? 'open'],
        },
      ]}
      empty={<EmptyState title={texts.noTrouble} text={texts.noTroubleText} />}
    />
  );
}
