// All choices of a coach's or manager's clients: what is due first, with the review one press away.
import { houseZone } from '../../../platform/clock.ts';
import { figuresOfDay, type Text } from '../../../platform/language.ts';
import { Button, LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ActForm } from '../../../ui/form.tsx';
import { EmptyState, Figures, PageTitle, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import type { ListedChoice } from './queries.ts';
import { type Mode, modes } from './questions.ts';
import { reviewStateOf } from './rules.ts';
import { texts as ownTexts, staffTexts as texts } from './texts.ts';
import { modeTexts } from './texts-questions.ts';

export const shows = ['due', 'soon', 'none'] as const;
export type Show = (typeof shows)[number];

export type ReviewsView = {
  /** All rows, from which the figures are counted. */
  all: readonly ListedChoice[];
  /** Those on this page. */
  rows: readonly ListedChoice[];
  show: Show | undefined;
  wished: Mode | undefined;
  today: Temporal.PlainDate;
  page: number;
  pages: number;
};

/** Whether a row belongs to what is asked for. */
export function belongs(
  row: ListedChoice,
  asked: { show: Show | undefined; wished: Mode | undefined },
  today: Temporal.PlainDate,
): boolean {
  if (asked.wished && row.choice?.wished !== asked.wished) return false;
  if (!asked.show) return true;
  return asked.show === (row.choice ? reviewStateOf(row.choice, today) : 'none');
}

export function ReviewsPage(view: ReviewsView) {
  const say = useSay();
  const { all, show, wished, today } = view;
  const count = (one: Show) =>
    all.filter((row) => belongs(row, { show: one, wished: undefined }, today)).length;
  const figure = (one: Show, label: Text, mood?: 'warning') => ({
    value: count(one),
    label,
    href: `/mode-reviews?show=${one}`,
    ...(mood && count(one) > 0 ? { mood } : {}),
  });
  const which = [
    show && say(showTexts[show]),
    wished && say(texts.onlyMode, { mode: say(modeTexts[wished]).toLowerCase() }),
  ];
  return (
    <>
      <PageTitle title={texts.reviews} lead={texts.reviewsLead} />
      <Figures
        label={texts.reviews}
        figures={[
          { value: all.filter((row) => row.choice).length, label: texts.all, href: '/mode-reviews' },
          figure('due', texts.due, 'warning'),
          figure('soon', texts.soon),
          figure('none', texts.noChoice),
        ]}
      />
      {(show || wished) && (
        <p>
          {say(texts.onlyShown, { which: which.filter(Boolean).join(', ') })}.{' '}
          <a href="/mode-reviews">{say(texts.showAll)}</a>
        </p>
      )}
      <ReviewsTable {...view} />
    </>
  );
}

const showTexts: Readonly<Record<Show, Text>> = { due: texts.due, soon: texts.soon, none: texts.noChoice };

function ReviewsTable({ rows, today, show, wished, page, pages }: ReviewsView) {
  const say = useSay();
  const asked = { ...(show ? { show } : {}), ...(wished ? { wished } : {}) };
  return (
    <DataTable
      caption={texts.reviews}
      captionUnseen
      rows={rows}
      rowKey={(row) => row.choice?.id ?? row.clientId}
      rowMood={(row) => (row.choice && reviewStateOf(row.choice, today) === 'due' ? 'warning' : undefined)}
      columns={[
        {
          key: 'client',
          label: texts.client,
          cell: (row) => <a href={`/clients/${row.clientId}/modes`}>{row.name}</a>,
        },
        {
          key: 'service',
          label: ownTexts.service,
          cell: ({ choice }) => choice && say(choice.serviceName ?? ownTexts.allServices),
        },
        { key: 'wish', label: texts.wishedWay, cell: (row) => <Wished row={row} /> },
        { key: 'review', label: texts.review, cell: (row) => <Review row={row} today={today} /> },
        { key: 'acts', label: texts.acts, labelUnseen: true, cell: (row) => <Act row={row} today={today} /> },
      ]}
      empty={<EmptyState title={texts.empty} text={show || wished ? undefined : texts.emptyText} />}
      pagination={{
        page,
        pages,
        href: (other) => `/mode-reviews?${new URLSearchParams({ ...asked, page: String(other) })}`,
      }}
    />
  );
}

function Wished({ row: { choice } }: { row: ListedChoice }) {
  const say = useSay();
  if (!choice) return <Status mood="quiet">{texts.noChoice}</Status>;
  const { suggested, wished } = choice;
  return (
    <>
      {say(modeTexts[wished])}
      {suggested && suggested !== wished && (
        <>
          <br />
          <span class="small quiet-ink">
            {say(texts.otherThanSuggested, { mode: say(modeTexts[suggested]).toLowerCase() })}
          </span>
        </>
      )}
    </>
  );
}

function Review({ row: { choice }, today }: { row: ListedChoice; today: Temporal.PlainDate }) {
  const say = useSay();
  const language = useLanguage();
  if (!choice) return null;
  const day = figuresOfDay(language, choice.reviewOn);
  if (reviewStateOf(choice, today) !== 'due') return <>{day}</>;
  const { startedAt } = choice;
  if (!startedAt) return <Status mood="warning">{say(texts.isDue, { day })}</Status>;
  const begun = startedAt.toZonedDateTimeISO(houseZone).toPlainDate();
  return <Status mood="now">{say(texts.isStarted, { day: figuresOfDay(language, begun) })}</Status>;
}

function Act({ row, today }: { row: ListedChoice; today: Temporal.PlainDate }) {
  const { clientId, name, choice } = row;
  const href = `/clients/${clientId}/modes`;
  if (!choice)
    return (
      <LinkButton small href={`${href}/check`} about={name}>
        {ownTexts.beginTogether}
      </LinkButton>
    );
  if (reviewStateOf(choice, today) !== 'due') return null;
  return (
    <ActForm action={`${href}/reviews`} fields={{ choice: choice.id }}>
      <Button small about={name}>
        {choice.startedAt ? texts.goOn : ownTexts.startReview}
      </Button>
    </ActForm>
  );
}

export const modeAsked = (value: string | undefined): Mode | undefined =>
  modes.find((mode) => mode === value);
