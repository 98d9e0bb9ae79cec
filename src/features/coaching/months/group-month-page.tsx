// A group's month: one row a member with a small arc a day, classes, and how they have taken part.
import { sayDay, sayMinutes, type Text } from '../../../platform/language.ts';
import { Arc } from '../../../ui/arc.tsx';
import { BarChart } from '../../../ui/bar-chart.tsx';
import { LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState, Figures, PageTitle } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { isToldAsAbsence } from '../confirmation/door.ts';
import { asSentence, classTexts, type DayClass, keptTogether } from '../enrolments/door.ts';
import type { GroupMonth, GroupMonthDay, GroupMonthRow } from './group-month.ts';
import { sayMonth } from './month-page.tsx';
import { monthTexts } from './texts.ts';

/** The letter of a class under a small arc; the words stand in the list below the table and in each link. */
const letters: Record<DayClass | 'open' | 'ahead', Text> = {
  attended: monthTexts.letterAttended,
  'not-arranged': monthTexts.letterNotArranged,
  swapped: monthTexts.letterSwapped,
  'own-illness': monthTexts.letterAbsent,
  'child-ill': monthTexts.letterAbsent,
  interview: monthTexts.letterAbsent,
  'public-duty': monthTexts.letterAbsent,
  'other-absence': monthTexts.letterOther,
  open: monthTexts.letterOpen,
  ahead: monthTexts.letterAhead,
};

const wayTexts: Record<keyof GroupMonthRow['ways'], Text> = {
  video: monthTexts.byVideo,
  voice: monthTexts.byVoice,
  text: monthTexts.byText,
  phone: monthTexts.byPhone,
  'on-site': monthTexts.onSite,
  'own-work': monthTexts.work,
};
const wayNames = Object.keys(wayTexts) as (keyof GroupMonthRow['ways'])[];

export function GroupMonthPage(props: { group: { id: string; name: string }; of: GroupMonth }) {
  const { group, of } = props;
  const say = useSay();
  const language = useLanguage();
  const href = (month: Temporal.PlainYearMonth) => `/groups/${group.id}/days?month=${month}`;
  const [before, after] = [of.month.subtract({ months: 1 }), of.month.add({ months: 1 })];
  return (
    <>
      <PageTitle
        above={asSentence(sayMonth(language, of.month))}
        title={group.name}
        lead={monthTexts.groupMonthLead}
      />
      <Sums of={of} />
      <DataTable
        caption={sayMonth(language, of.month)}
        captionUnseen
        rows={of.rows}
        rowKey={(row) => row.clientId}
        columns={[
          {
            key: 'name',
            label: monthTexts.clientColumn,
            cell: (row) => (
              <a href={`/clients/${row.clientId}/days?month=${of.month}`}>{keptTogether(row.name)}</a>
            ),
          },
          { key: 'days', label: monthTexts.daysColumn, cell: (row) => <Strip row={row} /> },
          {
            key: 'attended',
            label: monthTexts.attended,
            align: 'end',
            cell: (row) => String(countOf(row, isAttended)),
          },
          {
            key: 'absent',
            label: monthTexts.absent,
            align: 'end',
            cell: (row) => String(countOf(row, isAbsent)),
          },
          { key: 'ways', label: monthTexts.ways, cell: (row) => <WaysInWords row={row} /> },
        ]}
        empty={<EmptyState title={monthTexts.noDays} text={monthTexts.noDaysText} />}
      />
      {of.rows.length > 0 && <p class="small quiet-ink">{say(monthTexts.lettersMean)}</p>}
      {of.others > 0 && <p class="small quiet-ink">{say(monthTexts.otherMembers, { count: of.others })}</p>}
      <Ways of={of} />
      <nav class="buttons" aria-label={say(monthTexts.otherMonths)}>
        <LinkButton href={href(before)}>{asSentence(sayMonth(language, before))}</LinkButton>
        <LinkButton href={href(after)}>{asSentence(sayMonth(language, after))}</LinkButton>
      </nav>
    </>
  );
}

const isAttended = (day: GroupMonthDay) => day.class === 'attended';
const isAbsent = (day: GroupMonthDay) => day.class !== null && isToldAsAbsence(day.class);
const isOpen = (day: GroupMonthDay) => day.class === null && !day.ahead;
const countOf = (row: GroupMonthRow, is: (day: GroupMonthDay) => boolean) => row.days.filter(is).length;

function Sums({ of }: { of: GroupMonth }) {
  const sum = (is: (day: GroupMonthDay) => boolean) =>
    of.rows.reduce((total, row) => total + countOf(row, is), 0);
  const open = sum(isOpen);
  if (of.rows.length === 0) return null;
  return (
    <Figures
      label={monthTexts.sums}
      figures={[
        { value: sum(isAttended), label: monthTexts.attended },
        { value: sum(isAbsent), label: monthTexts.absent },
        {
          value: open,
          label: monthTexts.open,
          href: '/confirmations',
          ...(open > 0 ? { mood: 'warning' as const } : {}),
        },
      ]}
    />
  );
}

function Strip({ row }: { row: GroupMonthRow }) {
  const say = useSay();
  const language = useLanguage();
  if (row.days.length === 0) return <span class="quiet-ink">–</span>;
  return (
    <ol class="strip">
      {row.days.map((day) => {
        const state = day.class ?? (day.ahead ? 'ahead' : 'open');
        const words = day.class
          ? say(classTexts[day.class])
          : say(day.ahead ? monthTexts.ahead : monthTexts.notConfirmed);
        return (
          <li key={day.dayId}>
            <a href={`/days/${day.dayId}`}>
              <span aria-hidden="true">
                <Arc size="tiny" {...day.arc} />
              </span>
              <span>
                {day.day.day}. <b>{say(letters[state])}</b>
              </span>
              <span class="unseen">
                {sayDay(language, day.day, 'short')}: {words}
              </span>
            </a>
          </li>
        );
      })}
    </ol>
  );
}

function WaysInWords({ row }: { row: GroupMonthRow }) {
  const say = useSay();
  const used = wayNames.filter((way) => row.ways[way] > 0);
  if (used.length === 0) return <span class="quiet-ink">–</span>;
  return (
    <div class="small">
      {used.map((way) => (
        <p key={way}>
          {say(wayTexts[way])} {keptTogether(sayMinutes(row.ways[way]))}
        </p>
      ))}
    </div>
  );
}

function Ways({ of }: { of: GroupMonth }) {
  const bars = wayNames
    .map((way) => ({ way, minutes: of.rows.reduce((sum, row) => sum + row.ways[way], 0) }))
    .filter(({ minutes }) => minutes > 0)
    .map(({ way, minutes }) => ({ label: wayTexts[way], value: minutes, said: sayMinutes(minutes) }));
  if (bars.length === 0) return null;
  return <BarChart caption={monthTexts.ways} thing={monthTexts.way} bars={bars} />;
}
