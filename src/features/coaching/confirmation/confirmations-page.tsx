// Every day that waits for confirmation in one form: tick thirty, choose the class of each, confirm at once. Each row
// has an outcome of its own, told on the next page.
import { sayDay, sayMinutes } from '../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary, Form, type FormState, fieldId, hasErrors } from '../../../ui/form.tsx';
import { Island } from '../../../ui/island.tsx';
import { EmptyState, Figures, Notice, PageTitle, Section, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { classTexts, type DayClass, dayClasses, keptTogether, sayMoment } from '../enrolments/door.ts';
import type { RefusedRow } from './many.ts';
import type { OpenObjection } from './objections.ts';
import type { DayOffer } from './queries.ts';
import { staffTexts as texts } from './texts.ts';

const formId = 'confirming';
/** A swapped day needs its pair, which is chosen on the day's own page. */
const classesHere: readonly DayClass[] = dayClasses.filter((one) => one !== 'swapped');

export function ConfirmationsPage(props: {
  offers: readonly DayOffer[];
  /** All that wait, also beyond this page. */
  count: number;
  form: FormState;
  zone: string;
  done: number | undefined;
  refused: readonly RefusedRow[];
  /** Days about which a client waits for an answer. */
  objections: readonly OpenObjection[];
}) {
  const { offers, count, form, done, refused } = props;
  const say = useSay();
  const ready = offers.filter((offer) => offer.clear).length;
  return (
    <>
      <PageTitle
        title={texts.waitingTitle}
        lead={say(texts.waitingLead, { count })}
        action={
          offers.length > 0 && (
            <Button kind="main" form={formId}>
              {texts.confirmTicked}
            </Button>
          )
        }
      />
      <ErrorSummary form={form} />
      {done !== undefined && !hasErrors(form) && (
        <Notice
          kind={done > 0 ? 'good' : 'info'}
          announce
          title={say(texts.confirmedCount, { count: done })}
        />
      )}
      <Refused rows={refused} zone={props.zone} />
      <Objections rows={props.objections} />
      {offers.length > 0 && (
        <Figures
          figures={[
            { value: ready, label: texts.ready },
            {
              value: offers.length - ready,
              label: texts.toLookAt,
              ...(ready < offers.length ? { mood: 'warning' as const } : {}),
            },
          ]}
        />
      )}
      {count > offers.length && <p class="quiet-ink">{say(texts.waitingMore, { shown: offers.length })}</p>}
      <Waiting offers={offers} form={form} />
    </>
  );
}

function Objections({ rows }: { rows: readonly OpenObjection[] }) {
  const say = useSay();
  const language = useLanguage();
  if (rows.length === 0) return null;
  return (
    <Section title={texts.openObjections} id="objections">
      <p>{say(texts.openObjectionsLead)}</p>
      <DataTable
        caption={texts.openObjections}
        captionUnseen
        rows={rows}
        rowKey={(row) => row.dayId}
        rowMood={() => 'warning'}
        columns={[
          { key: 'name', label: texts.clientColumn, cell: (row) => keptTogether(row.shownName) },
          {
            key: 'day',
            label: texts.dayColumn,
            cell: (row) => keptTogether(sayDay(language, row.day, 'short')),
          },
          {
            key: 'answer',
            label: texts.answerAct,
            labelUnseen: true,
            cell: (row) => (
              <LinkButton
                small
                href={`/days/${row.dayId}#objections`}
                about={`${row.shownName}, ${sayDay(language, row.day, 'short')}`}
              >
                {texts.answerAct}
              </LinkButton>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Waiting({ offers, form }: { offers: readonly DayOffer[]; form: FormState }) {
  const language = useLanguage();
  const day = (offer: DayOffer) => sayDay(language, offer.day, 'short');
  if (offers.length === 0)
    return (
      <EmptyState
        title={texts.allConfirmed}
        text={texts.allConfirmedText}
        action={<LinkButton href="/board">{texts.toBoard}</LinkButton>}
      />
    );
  return (
    <>
      <DataTable
        caption={texts.waitingTitle}
        captionUnseen
        rows={offers}
        rowKey={(offer) => offer.dayId}
        columns={[
          { key: 'name', label: texts.clientColumn, cell: (offer) => <Tick offer={offer} form={form} /> },
          { key: 'day', label: texts.dayColumn, cell: (offer) => keptTogether(day(offer)) },
          { key: 'evidence', label: texts.evidenceColumn, cell: (offer) => <Gathered offer={offer} /> },
          {
            key: 'class',
            label: texts.classColumn,
            cell: (offer) => <ClassChoice offer={offer} form={form} />,
          },
          {
            key: 'minutes',
            label: texts.minutesColumn,
            cell: (offer) => <MinutesInput offer={offer} form={form} />,
          },
          {
            key: 'open',
            label: texts.open,
            labelUnseen: true,
            cell: (offer) => (
              <span data-key="o">
                <LinkButton small href={`/days/${offer.dayId}`} about={`${offer.shownName}, ${day(offer)}`}>
                  {texts.open}
                </LinkButton>
              </span>
            ),
          },
        ]}
      />
      <Buttons>
        <Button form={formId}>{texts.confirmTicked}</Button>
      </Buttons>
      <Keys />
      {/* The form stands beside the table, which is wider than a form's lines; its controls name it. */}
      <Form id={formId} action="/confirmations" />
    </>
  );
}

function Keys() {
  const say = useSay();
  return (
    <Island
      name="row-keys"
      props={{
        label: say(texts.keys),
        close: say(texts.keysClose),
        keys: [
          { key: '↑ ↓', label: say(texts.keyMove) },
          { key: 'X', label: say(texts.keyTick) },
          { key: 'O', label: say(texts.keyOpen) },
          { key: '?', label: say(texts.keyList) },
        ],
      }}
    />
  );
}

type Row = { offer: DayOffer; form: FormState };

function useNames(offer: DayOffer) {
  return { name: offer.shownName, day: sayDay(useLanguage(), offer.day, 'short') };
}

function Tick({ offer, form }: Row) {
  const say = useSay();
  const names = useNames(offer);
  const ticked = form.values['day[]'];
  const checked = hasErrors(form) ? [ticked].flat().includes(offer.dayId) : offer.clear;
  return (
    <label class="tick">
      <input
        type="checkbox"
        form={formId}
        name="day[]"
        value={offer.dayId}
        checked={checked}
        data-key="x"
        aria-label={say(texts.tick, names)}
      />
      <input
        type="hidden"
        form={formId}
        name={`absence-${offer.dayId}`}
        value={offer.suggested.facts.absence?.class ?? 'none'}
      />
      <span>{keptTogether(offer.shownName)}</span>
    </label>
  );
}

function Gathered({ offer }: { offer: DayOffer }) {
  const say = useSay();
  const { suggestion, rule, facts } = offer.suggested;
  const counts = suggestion.result === 'counts';
  return (
    <div>
      <Status mood={counts ? 'good' : 'quiet'}>
        {say(texts.gathered, {
          minutes: keptTogether(sayMinutes(suggestion.countedMinutes)),
          minimum: keptTogether(sayMinutes(rule.rule.minimumMinutes)),
        })}
      </Status>
      {facts.absence && (
        <p class="small quiet-ink">
          {say(texts.toldAbsent, { class: say(classTexts[facts.absence.class]) })}
        </p>
      )}
    </div>
  );
}

function ClassChoice({ offer, form }: Row) {
  const say = useSay();
  const names = useNames(offer);
  const name = `class-${offer.dayId}`;
  const chosen = form.values[name] ?? offer.offered ?? '';
  const wrong = form.errors[name] !== undefined;
  return (
    <select
      id={fieldId(name)}
      form={formId}
      name={name}
      aria-label={say(texts.classFor, names)}
      aria-invalid={wrong ? 'true' : undefined}
    >
      <option value="">–</option>
      {classesHere.map((one) => (
        <option key={one} value={one} selected={one === chosen}>
          {say(classTexts[one])}
        </option>
      ))}
    </select>
  );
}

function MinutesInput({ offer, form }: Row) {
  const say = useSay();
  const names = useNames(offer);
  const name = `minutes-${offer.dayId}`;
  return (
    <input
      class="short"
      size={4}
      type="text"
      inputmode="numeric"
      id={fieldId(name)}
      form={formId}
      name={name}
      value={String(form.values[name] ?? offer.minutes)}
      aria-label={say(texts.minutesFor, names)}
      aria-invalid={form.errors[name] !== undefined ? 'true' : undefined}
    />
  );
}

function Refused({ rows, zone }: { rows: readonly RefusedRow[]; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  if (rows.length === 0) return null;
  return (
    <Notice kind="warning" title={say(texts.refusedTitle, { count: rows.length })}>
      <ul>
        {rows.map((row) => (
          <li key={row.dayId}>
            <a href={`/days/${row.dayId}`}>
              {say(texts.refusedRow, {
                name: keptTogether(row.shownName),
                day: sayDay(language, row.day, 'short'),
              })}
            </a>
            {say(texts[row.reason])}
            {row.stands &&
              ` ${say(texts.standsNow, {
                class: say(classTexts[row.stands.class]),
                name: row.stands.confirmedBy,
                when: sayMoment(language, row.stands.confirmedAt, zone),
              })}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
