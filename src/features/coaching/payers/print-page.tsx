// What goes to the payer on paper: the whole summary, and for Kela's form one sheet a client.
import { figuresOfDay, sayDay, sayMinutes, type Text } from '../../../platform/language.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState, Facts, PageTitle } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { classTexts, sayMoment } from '../enrolments/door.ts';
import { periodHref } from './payer-list-page.tsx';
import { Corrections, DaysTable, type PeriodView, sayClass } from './period-page.tsx';
import type { Correction } from './queries.ts';
import { type AbsenceSheet, absenceSheets, sumsByClient } from './sums.ts';
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
      <DataTable
        caption={texts.byClient}
        rows={sumsByClient(view.days)}
        rowKey={(row) => row.clientId}
        columns={[
          { key: 'clientName', label: texts.client },
          { key: 'attended', label: kindTexts.attended, align: 'end', cell: (row) => String(row.attended) },
          { key: 'accepted', label: kindTexts.accepted, align: 'end', cell: (row) => String(row.accepted) },
          { key: 'other', label: kindTexts.other, align: 'end', cell: (row) => String(row.other) },
          {
            key: 'not-arranged',
            label: kindTexts['not-arranged'],
            align: 'end',
            cell: (row) => String(row['not-arranged']),
          },
          { key: 'minutes', label: texts.hours, align: 'end', cell: (row) => sayMinutes(row.minutes) },
        ]}
      />
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
      <p class="small quiet-ink">{sayDay(language, view.today, 'with-year')}</p>
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
                : {one.before ? say(classTexts[one.before.class]).toLowerCase() : say(texts.neverTold)})
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
