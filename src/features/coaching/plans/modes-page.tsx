// How a client takes part now, in each service; what is due; and every choice before it.
import { figuresOfDay, type Text } from '../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ActForm } from '../../../ui/form.tsx';
import { Card, EmptyState, Facts, Notice, PageTitle, Section } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { Disclosure } from '../../../ui/ways.tsx';
import type { Whose } from './access.ts';
import type { Help, Mode } from './questions.ts';
import type { What } from './tables.ts';
import { texts } from './texts.ts';
import { helpTexts, modeTexts } from './texts-questions.ts';
import { whatTexts } from './words.ts';

export type Shown = {
  id: string;
  serviceId: string | null;
  serviceName: Text | undefined;
  wished: Mode;
  second: Mode | null;
  helps: readonly Help[];
  reason: string | undefined;
  reviewOn: Temporal.PlainDate;
  chosenOn: Temporal.PlainDate;
  what: What;
  suggested: Mode | null;
  /** Who wrote it down: the client, or somebody of the staff together with them. */
  by: { client: boolean; name: string | undefined };
};

export type ModesView = {
  whose: Whose;
  now: readonly (Shown & {
    due: boolean;
    review: { name: string | undefined; day: Temporal.PlainDate } | undefined;
  })[];
  history: readonly Shown[];
  saved: boolean;
};

export function ModesPage(view: ModesView) {
  const { whose } = view;
  const { byStaff, base } = whose;
  const begin = (
    <LinkButton kind="main" href={`${base}/check`}>
      {byStaff ? texts.beginTogether : texts.begin}
    </LinkButton>
  );
  return (
    <>
      <PageTitle
        title={byStaff ? texts.titleOf : texts.title}
        above={byStaff ? whose.name : undefined}
        lead={byStaff ? texts.leadOf : texts.lead}
      />
      {view.saved && (
        <Notice kind="good" title={byStaff ? texts.savedOf : texts.saved} announce>
          {byStaff ? texts.savedOfText : texts.savedText}
        </Notice>
      )}
      {view.now.length === 0 && (
        <EmptyState
          title={byStaff ? texts.noneOf : texts.none}
          text={byStaff ? texts.noneOfText : texts.noneText}
          action={begin}
        />
      )}
      {view.now.map((choice, at) => (
        <Now
          key={choice.id}
          whose={whose}
          choice={choice}
          main={at === view.now.findIndex((one) => one.due)}
        />
      ))}
      {view.now.length > 0 && (
        <Buttons>
          <LinkButton kind="text" href={`${base}/check`}>
            {texts.answersAgain}
          </LinkButton>
        </Buttons>
      )}
      <History {...view} />
    </>
  );
}

type Current = ModesView['now'][number];

function Now({ whose, choice, main }: { whose: Whose; choice: Current; main: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const day = (on: Temporal.PlainDate) => figuresOfDay(language, on);
  return (
    <Card above={choice.serviceName ?? texts.allServices} title={modeTexts[choice.wished]}>
      {choice.due && (
        <Notice kind="info" title={texts.dueTitle}>
          <p>{say(texts.dueText, { day: day(choice.reviewOn) })}</p>
          {choice.review && (
            <p>
              {say(texts.reviewStarted, {
                name: choice.review.name ?? say(texts.somebody),
                day: day(choice.review.day),
              })}
            </p>
          )}
        </Notice>
      )}
      <Facts
        facts={[
          { term: texts.second, value: choice.second ? modeTexts[choice.second] : texts.noSecond },
          ...(choice.helps.length > 0
            ? [{ term: texts.helps, value: choice.helps.map((help) => say(helpTexts[help])).join(' · ') }]
            : []),
          ...(choice.reason
            ? [{ term: texts.why, value: <span class="kept-lines">{choice.reason}</span> }]
            : []),
          ...(choice.due ? [] : [{ term: texts.nextReview, value: day(choice.reviewOn) }]),
          { term: texts.who, value: `${useBy(whose)(choice)}, ${day(choice.chosenOn)}` },
        ]}
      />
      <Acts whose={whose} choice={choice} main={main} />
    </Card>
  );
}

function Acts({ whose, choice, main }: { whose: Whose; choice: Current; main: boolean }) {
  const say = useSay();
  const query = choice.serviceId ? `?service=${choice.serviceId}` : '';
  const about = choice.serviceName ? say(choice.serviceName) : say(texts.allServices);
  return (
    <Buttons>
      {choice.due && (
        <ActForm action={`${whose.base}/kept`} fields={{ choice: choice.id }}>
          <Button kind={main ? 'main' : 'quiet'} about={about}>
            {texts.keep}
          </Button>
        </ActForm>
      )}
      <LinkButton href={`${whose.base}/wish${query}`} about={about}>
        {texts.change}
      </LinkButton>
      {whose.byStaff && !choice.due && (
        <ActForm action={`${whose.base}/reviews`} fields={{ choice: choice.id }}>
          <Button about={about}>{texts.startReview}</Button>
        </ActForm>
      )}
    </Buttons>
  );
}

/** Who chose, as the reader would say it. */
function useBy(whose: Whose) {
  const say = useSay();
  return ({ by }: Shown): string => {
    if (by.client) return say(whose.byStaff ? texts.byClient : texts.byYou);
    const name = by.name ?? say(texts.somebody);
    return say(whose.byStaff ? texts.togetherOf : texts.together, { name });
  };
}

function History({ whose, history }: ModesView) {
  const say = useSay();
  const language = useLanguage();
  const by = useBy(whose);
  if (history.length < 2) return null;
  const table = (
    <DataTable
      caption={whose.byStaff ? texts.historyOf : texts.history}
      captionUnseen
      rows={history}
      rowKey={(row) => row.id}
      columns={[
        { key: 'when', label: texts.when, cell: (row) => figuresOfDay(language, row.chosenOn) },
        { key: 'what', label: texts.what, cell: (row) => say(whatTexts[row.what]) },
        {
          key: 'way',
          label: texts.way,
          cell: (row) =>
            waysOf(row)
              .map((mode) => say(modeTexts[mode]))
              .join(' · '),
        },
        { key: 'service', label: texts.service, cell: (row) => say(row.serviceName ?? texts.allServices) },
        { key: 'who', label: texts.who, cell: by },
        {
          key: 'suggested',
          label: texts.suggestedThen,
          cell: (row) => (row.suggested ? say(modeTexts[row.suggested]) : '–'),
        },
      ]}
      empty={null}
    />
  );
  return whose.byStaff ? (
    <Section title={texts.historyOf}>{table}</Section>
  ) : (
    <Disclosure summary={say(texts.history)}>{table}</Disclosure>
  );
}

const waysOf = ({ wished, second }: Shown): Mode[] => (second ? [wished, second] : [wished]);
