// The times somebody has: a client's own, and a coach's week.
import { sayDay, shortTime } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { DayList } from '../../../ui/day-list.tsx';
import { SelectField } from '../../../ui/fields.tsx';
import { ActForm, Form, type FormState } from '../../../ui/form.tsx';
import { Live } from '../../../ui/live.tsx';
import { EmptyState, Notice, PageTitle, Section, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { ClashList } from './clashes/clash-list.tsx';
import type { ClashRow } from './clashes/clashes.ts';
import type { MeetingRow, ShownWish } from './lists.ts';
import { StaffTabs } from './staff-tabs.tsx';
import { texts as taskTexts } from './tasks/texts-tasks.ts';
import { texts } from './texts.ts';
import { modeTexts, sayWhen } from './words.ts';

export function OwnTimesPage(props: {
  coming: readonly MeetingRow[];
  past: readonly MeetingRow[];
  wishes: readonly ShownWish[];
  canBook: boolean;
  /** Somebody can be met without an appointment. */
  dropIn: boolean;
  now: Temporal.Instant;
  zone: string;
  liveToken: string;
}) {
  const say = useSay();
  const book = (
    <LinkButton kind="main" href="/times/new" icon="calendar">
      {texts.bookTime}
    </LinkButton>
  );
  return (
    <>
      <PageTitle title={texts.ownTimes} action={props.canBook && props.coming.length > 0 && book} />
      {props.dropIn && (
        <p>
          <a href="/drop-in">{say(texts.dropInAlso)}</a>
        </p>
      )}
      <Live id="own-times" topics={[props.liveToken]}>
        {props.wishes.map((wish) => (
          <WishNotice key={wish.id} wish={wish} now={props.now} zone={props.zone} />
        ))}
        {props.coming.length === 0 ? (
          <EmptyState
            title={props.canBook ? texts.noTimes : texts.noCoach}
            text={props.canBook ? texts.noTimesText : texts.noCoachText}
            action={props.canBook && book}
          />
        ) : (
          <MeetingList rows={props.coming} now={props.now} zone={props.zone} />
        )}
        {props.past.length > 0 && (
          <Section title={texts.earlierTimes}>
            <MeetingList rows={props.past} now={props.now} zone={props.zone} />
          </Section>
        )}
      </Live>
    </>
  );
}

function MeetingList(props: { rows: readonly MeetingRow[]; now: Temporal.Instant; zone: string }) {
  const language = useLanguage();
  const say = useSay();
  return (
    <DayList
      items={props.rows.map((row) => {
        const starts = row.startsAt.toZonedDateTimeISO(props.zone);
        return {
          time: shortTime(language, starts.toPlainTime()),
          title: sayDay(language, starts.toPlainDate()),
          note: `${say(modeTexts[row.mode])} · ${row.otherName}`,
          state: stateOf(row, props.now),
          word: row.word,
          href: `/times/${row.id}`,
        };
      })}
    />
  );
}

function stateOf(row: MeetingRow, now: Temporal.Instant): 'past' | 'now' | 'coming' {
  if (Temporal.Instant.compare(row.endsAt, now) <= 0) return 'past';
  return Temporal.Instant.compare(row.startsAt, now) <= 0 ? 'now' : 'coming';
}

function WishNotice(props: { wish: ShownWish; now: Temporal.Instant; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  const { wish, zone } = props;
  const line: Record<string, string> = wish.poolId ? { pool: wish.poolId } : { coach: wish.coachId ?? '' };
  const offered =
    wish.offerStartsAt && wish.offerUntil && Temporal.Instant.compare(wish.offerUntil, props.now) > 0;
  if (!offered || !wish.mode)
    return (
      <Notice kind="info" title={texts.waiting}>
        <p>{say(texts.waitingText, { name: say(wish.of) })}</p>
        <ActForm action="/times/wishes/removal" fields={line}>
          <Button small>{texts.stopWaiting}</Button>
        </ActForm>
      </Notice>
    );
  const time = sayWhen(language, wish.offerStartsAt as Temporal.Instant, zone);
  const until = sayWhen(language, wish.offerUntil as Temporal.Instant, zone, 'short');
  const taking = { ...line, at: String(wish.offerStartsAt), mode: wish.mode };
  return (
    <Notice kind="good" title={texts.timeFreed}>
      <p>{say(texts.timeFreedText, { time, until })}</p>
      <Buttons>
        <ActForm action={wish.poolId ? `/times/pools/${wish.poolId}/booking` : '/times'} fields={taking}>
          <Button>{texts.bookTime}</Button>
        </ActForm>
        <ActForm action="/times/wishes/passing" fields={line}>
          <Button>{texts.notThisTime}</Button>
        </ActForm>
      </Buttons>
    </Notice>
  );
}

export function StaffTimesPage(props: {
  actor: Actor;
  rows: readonly MeetingRow[];
  clashes: readonly ClashRow[];
  coachId: string | undefined;
  /** For a manager: whose week is shown. */
  coaches: readonly { id: string; name: string }[];
  own: boolean;
  week: { from: string; to: string; before: string; after: string };
  now: Temporal.Instant;
  zone: string;
  liveToken: string;
}) {
  const say = useSay();
  const query = (monday: string) =>
    `/times?week=${monday}${props.own || !props.coachId ? '' : `&coach=${props.coachId}`}`;
  const form: FormState = { values: { coach: props.coachId ?? '' }, errors: {} };
  const newHref = props.own || !props.coachId ? '/times/new' : `/times/new?coach=${props.coachId}`;
  return (
    <>
      <PageTitle
        title={texts.times}
        action={
          <Buttons>
            <LinkButton kind="main" href={newHref}>
              {texts.bookForClient}
            </LinkButton>
            {props.own && <LinkButton href="/times/tasks/new">{taskTexts.give}</LinkButton>}
          </Buttons>
        }
      />
      <StaffTabs current="week" actor={props.actor} />
      {!props.own && (
        <Form action="/times" method="get" inline>
          <SelectField
            form={form}
            name="coach"
            label={texts.coach}
            options={props.coaches.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Button>{texts.show}</Button>
        </Form>
      )}
      <nav class="pagination" aria-label={say(texts.weeks)}>
        <span>{say(texts.week, { from: props.week.from, to: props.week.to })}</span>
        <LinkButton small href={query(props.week.before)}>
          {texts.weekBefore}
        </LinkButton>
        <LinkButton small href={query(props.week.after)}>
          {texts.weekAfter}
        </LinkButton>
      </nav>
      <Live id="times" topics={[props.liveToken]}>
        <ClashList clashes={props.clashes} zone={props.zone} />
        <WeekTable rows={props.rows} zone={props.zone} />
      </Live>
    </>
  );
}

function WeekTable(props: { rows: readonly MeetingRow[]; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <DataTable
      caption={texts.times}
      captionUnseen
      rows={props.rows}
      rowKey={(row) => row.id}
      rowMood={(row) => (row.mood === 'warning' ? 'warning' : undefined)}
      empty={<EmptyState title={texts.noTimesThisWeek} text={texts.noTimesThisWeekText} />}
      columns={[
        {
          key: 'when',
          label: texts.when,
          cell: (row) => (
            <a href={`/times/${row.id}`}>{sayWhen(language, row.startsAt, props.zone, 'short')}</a>
          ),
        },
        { key: 'client', label: texts.client, cell: (row) => row.otherName },
        { key: 'mode', label: texts.way, cell: (row) => say(modeTexts[row.mode]) },
        {
          key: 'state',
          label: texts.state,
          cell: (row) => <Status mood={row.mood}>{row.word}</Status>,
        },
      ]}
    />
  );
}
