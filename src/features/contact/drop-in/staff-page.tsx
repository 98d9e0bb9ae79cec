// The queue as a coach who serves sees it: who is next, whom they have called, and whom to call back.
import { sayMinutes } from '../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ActForm } from '../../../ui/form.tsx';
import { Live } from '../../../ui/live.tsx';
import { Card, EmptyState, PageTitle, Section, Status, Tag } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { OpeningWords } from './client-page.tsx';
import type { DropIn, Place } from './queries.ts';
import type { Opening } from './rules.ts';
import { texts } from './texts.ts';
import { texts as settingTexts } from './texts-settings.ts';
import { modeTexts } from './words.tsx';

export type QueueRow = {
  id: string;
  number: number;
  mode: Place['mode'];
  name: string | undefined;
  waitedMinutes: number;
};
export type Contact = { id: string; name: string; phone: string | null };

export type StaffView = {
  dropIn: DropIn;
  opening: Opening;
  waiting: readonly QueueRow[];
  called: (Contact & { number: number; mode: Place['mode']; roomHref: string | undefined }) | undefined;
  callbacks: readonly (Contact & { askedMinutes: number })[];
  serves: boolean;
  manages: boolean;
  zone: string;
  liveToken: string;
};

export function QueuePage({ view }: { view: StaffView }) {
  const say = useSay();
  const { dropIn, waiting, called } = view;
  return (
    <>
      <PageTitle
        title={dropIn.name}
        above={texts.queue}
        lead={<OpeningWords opening={view.opening} zone={view.zone} />}
        action={
          view.manages && (
            <LinkButton href={`/drop-in/${dropIn.id}/settings`}>{settingTexts.settings}</LinkButton>
          )
        }
      />
      {view.serves && (
        <Live id="queue" topics={[view.liveToken]}>
          {called && <Called view={view} called={called} />}
          {!called && waiting.length > 0 && (
            <ActForm action={`/drop-in/${dropIn.id}/next`}>
              <Button kind="main">{texts.callNext}</Button>
            </ActForm>
          )}
          <Section title={say(texts.waitingCount, { count: waiting.length })}>
            <WaitingTable rows={waiting} />
          </Section>
          <Callbacks rows={view.callbacks} />
        </Live>
      )}
    </>
  );
}

function Called({ view, called }: { view: StaffView; called: NonNullable<StaffView['called']> }) {
  const say = useSay();
  return (
    <Card title={called.name} above={say(texts.nowServing)}>
      <p>
        <span class="number">{called.number}</span> <Tag>{modeTexts[called.mode]}</Tag>
      </p>
      {called.mode === 'in-person' && <p>{view.dropIn.place}</p>}
      <Reach called={called} />
      <Buttons>
        <ActForm action={`/drop-in/places/${called.id}/end`} fields={{ outcome: 'served' }}>
          <Button>{texts.done}</Button>
        </ActForm>
        <ActForm action={`/drop-in/places/${called.id}/end`} fields={{ outcome: 'no-answer' }}>
          <Button>{texts.noAnswer}</Button>
        </ActForm>
      </Buttons>
    </Card>
  );
}

function Reach({ called }: { called: NonNullable<StaffView['called']> }) {
  const say = useSay();
  if (called.roomHref)
    return (
      <LinkButton kind="main" href={called.roomHref} icon="video">
        {texts.enterRoom}
      </LinkButton>
    );
  if (called.mode !== 'phone') return null;
  if (!called.phone) return <p>{say(texts.noPhone)}</p>;
  return (
    <LinkButton kind="main" href={`tel:${called.phone}`} icon="phone">
      {say(texts.call, { phone: called.phone })}
    </LinkButton>
  );
}

function WaitingTable({ rows }: { rows: readonly QueueRow[] }) {
  const say = useSay();
  return (
    <DataTable
      caption={texts.queue}
      captionUnseen
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={texts.nobody} text={texts.nobodyText} />}
      columns={[
        { key: 'number', label: texts.number, cell: (row) => <span class="number">{row.number}</span> },
        {
          key: 'who',
          label: texts.who,
          cell: (row) => row.name ?? <span class="quiet-ink">{say(texts.nameLater)}</span>,
        },
        { key: 'way', label: texts.way, cell: (row) => say(modeTexts[row.mode]) },
        {
          key: 'waited',
          label: texts.waited,
          align: 'end',
          cell: (row) => sayMinutes(row.waitedMinutes),
        },
      ]}
    />
  );
}

function Callbacks({ rows }: { rows: StaffView['callbacks'] }) {
  const say = useSay();
  if (rows.length === 0) return null;
  return (
    <Section title={texts.callbacks}>
      <DataTable
        caption={texts.callbacks}
        captionUnseen
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', label: texts.who, cell: (row) => row.name },
          {
            key: 'phone',
            label: texts.byPhone,
            cell: (row) => (row.phone ? <a href={`tel:${row.phone}`}>{row.phone}</a> : say(texts.noPhone)),
          },
          {
            key: 'act',
            label: texts.act,
            labelUnseen: true,
            cell: (row) => (
              <ActForm action={`/drop-in/places/${row.id}/called-back`}>
                <Button small about={row.name}>
                  {texts.called}
                </Button>
              </ActForm>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** The drop-in hours of the office that somebody on the staff serves or leads. */
export function StaffDropInsPage(props: {
  rows: readonly { dropIn: DropIn; opening: Opening; waiting: number | undefined }[];
  manages: boolean;
  zone: string;
}) {
  const say = useSay();
  return (
    <>
      <PageTitle
        title={texts.dropIn}
        action={
          props.manages && (
            <LinkButton kind="main" href="/drop-in/new">
              {settingTexts.new}
            </LinkButton>
          )
        }
      />
      <DataTable
        caption={texts.dropIn}
        captionUnseen
        rows={props.rows}
        rowKey={(row) => row.dropIn.id}
        empty={<EmptyState title={texts.none} />}
        columns={[
          {
            key: 'name',
            label: texts.name,
            cell: (row) => <a href={`/drop-in/${row.dropIn.id}`}>{say(row.dropIn.name)}</a>,
          },
          {
            key: 'open',
            label: texts.openingHours,
            cell: (row) => (
              <Status mood={row.opening.state === 'open' ? 'good' : 'quiet'}>
                <OpeningWords opening={row.opening} zone={props.zone} />
              </Status>
            ),
          },
          {
            key: 'queue',
            label: texts.queue,
            cell: (row) =>
              row.waiting === undefined ? '–' : say(texts.waitingCount, { count: row.waiting }),
          },
        ]}
      />
    </>
  );
}
