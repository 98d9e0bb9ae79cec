// The latest periods of each payer: which are ready to be closed, which wait for days, which have been told.
import { houseZone } from '../../../platform/clock.ts';
import { sayDay } from '../../../platform/language.ts';
import { LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState, Figures, PageTitle, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import type { Payer } from '../enrolments/door.ts';
import type { PeriodLine } from './queries.ts';
import { payerNames, payerTexts as texts } from './texts.ts';

export type PeriodState = 'closed' | 'running' | 'waits' | 'ready';

export function stateOf(line: PeriodLine, today: Temporal.PlainDate): PeriodState {
  if (line.closed) return 'closed';
  if (line.open > 0) return 'waits';
  return Temporal.PlainDate.compare(line.endsOn, today) > 0 ? 'running' : 'ready';
}

export const periodHref = (period: { payer: Payer; startsOn: Temporal.PlainDate }): string =>
  `/payer-summaries/${period.payer}/${period.startsOn}`;

export function PayerListPage(props: {
  lines: readonly PeriodLine[];
  today: Temporal.PlainDate;
  ownOnly: boolean;
  /** Only periods in this state. */
  only: PeriodState | undefined;
}) {
  const say = useSay();
  const language = useLanguage();
  const inState = (state: PeriodState) =>
    props.lines.filter((line) => stateOf(line, props.today) === state).length;
  const shown = props.lines.filter((line) => !props.only || stateOf(line, props.today) === props.only);
  return (
    <>
      <PageTitle
        title={texts.title}
        lead={props.ownOnly ? `${say(texts.lead)} ${say(texts.ownOnly)}` : texts.lead}
      />
      <Figures
        figures={[
          { value: inState('ready'), label: texts.readyFigure, href: '/payer-summaries?state=ready' },
          {
            value: inState('waits'),
            label: texts.waitingFigure,
            href: '/payer-summaries?state=waits',
            ...(inState('waits') > 0 ? { mood: 'warning' as const } : {}),
          },
          { value: inState('closed'), label: texts.closedFigure, href: '/payer-summaries?state=closed' },
        ]}
      />
      <DataTable
        caption={texts.title}
        captionUnseen
        rows={shown}
        rowKey={(line) => `${line.payer} ${line.startsOn}`}
        columns={[
          { key: 'payer', label: texts.payer, cell: (line) => payerNames[line.payer] },
          {
            key: 'period',
            label: texts.period,
            cell: (line) =>
              say(texts.span, {
                from: sayDay(language, line.startsOn, 'short'),
                to: sayDay(language, line.endsOn, 'short'),
              }),
          },
          { key: 'days', label: texts.days, align: 'end', cell: (line) => String(line.days) },
          { key: 'state', label: texts.state, cell: (line) => <State line={line} today={props.today} /> },
          {
            key: 'open',
            label: texts.open,
            labelUnseen: true,
            cell: (line) => (
              <LinkButton
                small
                href={periodHref(line)}
                about={`${say(payerNames[line.payer])}, ${sayDay(language, line.startsOn, 'short')}`}
              >
                {texts.open}
              </LinkButton>
            ),
          },
        ]}
        empty={<EmptyState title={texts.noPeriods} text={texts.noPeriodsText} />}
      />
    </>
  );
}

function State({ line, today }: { line: PeriodLine; today: Temporal.PlainDate }) {
  const say = useSay();
  const language = useLanguage();
  const state = stateOf(line, today);
  if (line.closed) {
    const day = sayDay(language, line.closed.closedAt.toZonedDateTimeISO(houseZone).toPlainDate(), 'short');
    return <Status mood="good">{say(texts.stateClosed, { day })}</Status>;
  }
  if (state === 'waits') return <Status mood="warning">{say(texts.stateWaits, { count: line.open })}</Status>;
  return state === 'ready' ? (
    <Status mood="now">{texts.stateReady}</Status>
  ) : (
    <Status mood="quiet">{texts.stateRunning}</Status>
  );
}
