// All choices of a coach's or manager's clients: what is due first, with the review one press away.
import { houseZone } from '../../../../platform/clock.ts';
import { figuresOfDay, type Text } from '../../../../platform/language.ts';
import { Button, LinkButton } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { SelectField } from '../../../../ui/fields.tsx';
import { ActForm, Form, type FormState } from '../../../../ui/form.tsx';
import { EmptyState, Figures, PageTitle, Status } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import type { Mode } from '../questions.ts';
import { reviewStateOf } from '../rules.ts';
import { texts as ownTexts, staffTexts as texts } from '../texts.ts';
import { modeTexts } from '../texts-questions.ts';
import type { Listed, ListedChoice } from './review-list.ts';

export const shows = ['due', 'soon', 'none'] as const;
export type Show = (typeof shows)[number];

type Asked = {
  show: Show | undefined;
  wished: Mode | undefined;
  unit: string | undefined;
  coach: string | undefined;
};

export type ReviewsView = Pick<Listed, 'rows' | 'counts'> & {
  asked: Asked;
  choices: {
    units: readonly { id: string; name: Text }[];
    coaches: readonly { id: string; name: string }[];
  };
  today: Temporal.PlainDate;
  page: number;
  pages: number;
};

const hrefOf = (asked: Partial<Asked>, page?: number): string => {
  const said = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const query = new URLSearchParams([...said, ...(page ? [['page', String(page)]] : [])]).toString();
  return query ? `/mode-reviews?${query}` : '/mode-reviews';
};

export function ReviewsPage(view: ReviewsView) {
  const say = useSay();
  const { counts, asked } = view;
  const { show, wished, unit, coach } = asked;
  const within = { unit, coach };
  const figure = (one: Show, label: Text, mood?: 'warning') => ({
    value: counts[one],
    label,
    href: hrefOf({ ...within, show: one }),
    ...(mood && counts[one] > 0 ? { mood } : {}),
  });
  const which = [
    show && say(showTexts[show]),
    wished && say(texts.onlyMode, { mode: say(modeTexts[wished]).toLowerCase() }),
  ];
  return (
    <>
      <PageTitle title={texts.reviews} lead={texts.reviewsLead} />
      <Narrowing {...view} />
      <Figures
        label={texts.reviews}
        figures={[
          { value: counts.choices, label: texts.all, href: hrefOf(within) },
          figure('due', texts.due, 'warning'),
          figure('soon', texts.soon),
          figure('none', texts.noChoice),
        ]}
      />
      {(show || wished) && (
        <p>
          {say(texts.onlyShown, { which: which.filter(Boolean).join(', ') })}.{' '}
          <a href={hrefOf(within)}>{say(texts.showAll)}</a>
        </p>
      )}
      <ReviewsTable {...view} />
    </>
  );
}

/** For whoever leads: only a unit, only a coach's clients. */
function Narrowing({ asked, choices: { units, coaches } }: ReviewsView) {
  const form: FormState = { values: { unit: asked.unit ?? '', coach: asked.coach ?? '' }, errors: {} };
  if (units.length + coaches.length === 0) return null;
  return (
    <Form action="/mode-reviews" method="get" inline>
      {asked.show && <input type="hidden" name="show" value={asked.show} />}
      {asked.wished && <input type="hidden" name="wished" value={asked.wished} />}
      {units.length > 1 && (
        <SelectField
          form={form}
          name="unit"
          label={texts.unit}
          choose={texts.allUnits}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <SelectField
        form={form}
        name="coach"
        label={texts.coach}
        choose={texts.allCoaches}
        options={coaches.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button>{texts.narrow}</Button>
    </Form>
  );
}

const showTexts: Readonly<Record<Show, Text>> = { due: texts.due, soon: texts.soon, none: texts.noChoice };

function ReviewsTable({ rows, today, asked, page, pages }: ReviewsView) {
  const say = useSay();
  const narrowed = Object.values(asked).some(Boolean);
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
      empty={<EmptyState title={texts.empty} text={narrowed ? undefined : texts.emptyText} />}
      pagination={{ page, pages, href: (other) => hrefOf(asked, other) }}
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
