// What goes to the payer on paper: the whole summary, and for Kela's form one sheet a client.
import { figuresOfDay, sayMinutes, type Text } from '../../../platform/language.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState, Facts, Notice, PageTitle } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { sayMoment } from '../enrolments/door.ts';
import { periodHref } from './payer-list-page.tsx';
import { Corrections, DaysTable, type PeriodView, sayClass } from './period-page.tsx';
import type { Correction } from './queries.ts';
import { type AbsenceSheet, absenceSheets, type ClientSums, sumsShown } from './sums.ts';
import { kindTexts, payerNames, payerTexts as texts } from './texts.ts';

export type Provider = { office: Text; contact: string; phone: string };

function useTitle(view: PeriodView): string {
  const say = useSay();
  const language = useLanguage();
  return say(texts.oneTitle, {
    payer: say(payerNames[view.period.payer]),
    from: figuresOfDay(language, view.period.startsOn),
    to: figuresOfDay(language, view.period.endsOn),
  });
}

/** Everything of a period on paper; the reader's browser prints it. */
export function PayerPrintPage({ view, provider }: { view: PeriodView; provider: Provider }) {
  const say = useSay();
  const language = useLanguage();
  const title = useTitle(view);
  return (
    <>
      <PageTitle
        above={say(provider.office)}
        title={title}
        lead={
          view.closed
            ? say(texts.closedBy, {
                name: view.closed.closedBy,
                when: sayMoment(language, view.closed.closedAt, view.zone),
              })
            : texts.draft
        }
      />
      <SumsOnPaper view={view} />
      <h2>{say(texts.daysTitle)}</h2>
      <DaysTable days={view.days} caption={say(texts.daysTitle)} />
      <Corrections view={view} />
      <p class="small quiet-ink">{say(texts.printedOn, { day: figuresOfDay(language, view.today) })}</p>
      <p class="unprinted">
        <a href={periodHref(view.period)}>{say(texts.back)}</a>
      </p>
    </>
  );
}

// What the period has nothing of takes no room; a day that nobody has confirmed is never left out of a draft.
function SumsOnPaper({ view }: { view: PeriodView }) {
  const say = useSay();
  const { rows, kinds } = sumsShown(view.days, say(texts.total));
  return (
    <DataTable
      caption={texts.byClient}
      rows={rows}
      rowKey={(row) => row.clientId || 'total'}
      columns={[
        { key: 'clientName', label: texts.client },
        ...kinds.map((kind) => ({
          key: kind,
          label: kindTexts[kind],
          align: 'end' as const,
          cell: (row: ClientSums) => String(row[kind]),
        })),
        { key: 'minutes', label: texts.hours, align: 'end', cell: (row) => sayMinutes(row.minutes) },
      ]}
    />
  );
}

/** One sheet for each client with absences, in the order in which the payer's form asks. */
export function AbsenceSheetsPage(props: {
  view: PeriodView;
  provider: Provider;
  /** Of an own illness, by the payer's rule. */
  certificateAfterDays: number;
}) {
  const say = useSay();
  const { view, provider, certificateAfterDays } = props;
  const sheets = sheetsOf(view, certificateAfterDays);
  return (
    <>
      <div class="unprinted flow">
        <PageTitle above={useTitle(view)} title={texts.sheetsTitle} lead={texts.sheetsLead} />
        {!view.closed && <Notice kind="warning">{texts.draft}</Notice>}
        <p>
          <a href={periodHref(view.period)}>{say(texts.back)}</a>
        </p>
      </div>
      {sheets.length === 0 && <EmptyState title={texts.noSheets} text={texts.noSheetsText} />}
      {sheets.map((sheet) => (
        <Sheet
          key={sheet.clientId}
          sheet={sheet}
          view={view}
          provider={provider}
          certificateAfterDays={certificateAfterDays}
        />
      ))}
    </>
  );
}

type SheetWithCorrections = AbsenceSheet & { corrections: readonly Correction[] };

function sheetsOf(view: PeriodView, certificateAfterDays: number): SheetWithCorrections[] {
  const sheets: SheetWithCorrections[] = absenceSheets(view.days, certificateAfterDays).map((sheet) => ({
    ...sheet,
    corrections: view.corrections.filter((one) => one.clientId === sheet.clientId),
  }));
  const known = new Set(sheets.map((sheet) => sheet.clientId));
  for (const one of view.corrections) {
    if (known.has(one.clientId)) continue;
    known.add(one.clientId);
    sheets.push({
      clientId: one.clientId,
      clientName: one.clientName,
      services: [one.serviceName],
      absences: [],
      notArranged: [],
      certificate: false,
      corrections: view.corrections.filter((other) => other.clientId === one.clientId),
    });
  }
  return sheets;
}

function Sheet(props: {
  sheet: SheetWithCorrections;
  view: PeriodView;
  provider: Provider;
  certificateAfterDays: number;
}) {
  const { sheet, view, provider } = props;
  const say = useSay();
  const language = useLanguage();
  const line = <span class="write-here" />;
  const period = `${figuresOfDay(language, view.period.startsOn)}–${figuresOfDay(language, view.period.endsOn)}`;
  return (
    <article class="letter" aria-label={sheet.clientName}>
      <h2>{say(texts.sheetClient)}</h2>
      <Facts
        facts={[
          { term: texts.name, value: sheet.clientName },
          { term: texts.identityCode, value: line },
        ]}
      />
      <h2>{say(texts.sheetService)}</h2>
      <Facts
        facts={[
          { term: texts.service, value: sheet.services.map((service) => say(service)).join(', ') },
          { term: texts.sheetPeriod, value: period },
        ]}
      />
      {sheet.absences.length + sheet.corrections.length > 0 && <Absences sheet={sheet} />}
      {sheet.certificate && <p>{say(texts.sheetCertificate, { days: props.certificateAfterDays })}</p>}
      {sheet.notArranged.length > 0 && (
        <>
          <h2>{say(texts.sheetNotArranged)}</h2>
          <p>{sheet.notArranged.map((day) => figuresOfDay(language, day.day)).join(', ')}</p>
        </>
      )}
      <h2>{say(texts.sheetProvider)}</h2>
      <Facts
        facts={[
          { term: texts.provider, value: provider.office },
          { term: texts.contact, value: provider.contact },
          { term: texts.phone, value: provider.phone || line },
          { term: texts.signature, value: line },
        ]}
      />
      <p class="small quiet-ink">
        {!view.closed && `${say(texts.draft)} `}
        {say(texts.printedOn, { day: figuresOfDay(language, view.today) })}
      </p>
    </article>
  );
}

function Absences({ sheet }: { sheet: SheetWithCorrections }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <h2>{say(texts.sheetAbsences)}</h2>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{say(texts.day)}</th>
            <th scope="col">{say(texts.class)}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.absences.map((day) => (
            <tr key={day.dayId}>
              <td>{figuresOfDay(language, day.day)}</td>
              <td>{sayClass(say, language, day)}</td>
            </tr>
          ))}
          {sheet.corrections.map((one) => (
            <tr key={one.dayId}>
              <td>{figuresOfDay(language, one.day)}</td>
              <td>
                {sayClass(say, language, one)} ({say(texts.correctionMark)}; {say(texts.before).toLowerCase()}
                : {one.before ? sayClass(say, language, one.before).toLowerCase() : say(texts.neverTold)})
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
