// Free times of a week: pressing one books it. The same page moves a time that is booked already.
import { figuresOfDay, sayDay, type Text } from '../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { SelectField } from '../../../ui/fields.tsx';
import { ActForm, Form, type FormState } from '../../../ui/form.tsx';
import { EmptyState, Notice, PageTitle, Section } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { Tabs } from '../../../ui/ways.tsx';
import { InviteClient } from './links/link-part.tsx';
import { texts as poolTexts } from './pools/texts-pools.ts';
import type { CoachName } from './queries.ts';
import type { FreeTime, Mode } from './rules.ts';
import { SlotButtons } from './slot-buttons.tsx';
import { texts } from './texts.ts';
import { modeTexts } from './words.ts';

export type Choice = {
  /** Whose time it is, when somebody else books for them. */
  client: { id: string; name: string } | undefined;
  coaches: readonly CoachName[];
  coachId: string;
  /** Lists that several coaches share, and the one that is shown. */
  pools: readonly { id: string; name: Text; service: { name: Text } | undefined }[];
  poolId: string | undefined;
  modes: readonly Mode[];
  /** How the client usually meets, when they have chosen. */
  usual: Mode | undefined;
  mode: Mode;
  weeks: number;
  /** The booking that is moved. */
  moveId: string | undefined;
};

export type NewTimeProps = {
  choice: Choice;
  times: readonly FreeTime[];
  monday: Temporal.PlainDate;
  thisMonday: Temporal.PlainDate;
  waiting: boolean;
  refused: Text | undefined;
  next: readonly FreeTime[];
  /** The client has just been asked to book. */
  invited?: boolean;
};

export function NewTimePage(props: NewTimeProps) {
  const say = useSay();
  const language = useLanguage();
  const { choice, times, monday } = props;
  const week = { from: figuresOfDay(language, monday), to: figuresOfDay(language, monday.add({ days: 6 })) };
  return (
    <>
      <PageTitle
        title={choice.moveId ? texts.move : texts.bookTime}
        above={choice.client?.name}
        lead={say(choice.moveId ? texts.tapNewTime : texts.tapTime)}
      />
      {props.refused && <Notice kind="warning" title={props.refused} announce />}
      {props.next.length > 0 && (
        <Section title={texts.nextFree}>
          <Slots choice={choice} times={props.next} withDay />
        </Section>
      )}
      {choice.client && choice.coachId && !choice.moveId && (
        <InviteClient clientId={choice.client.id} coachId={choice.coachId} invited={props.invited ?? false} />
      )}
      <Choices choice={choice} monday={monday} />
      <Section title={say(texts.week, week)}>
        {times.length === 0 ? (
          <EmptyState title={texts.noFree} text={texts.noFreeText} />
        ) : (
          byDay(times).map((day) => (
            <section key={day[0]?.day.toString()} class="flow">
              <h3>{day[0] && sayDay(language, day[0].day)}</h3>
              <Slots choice={choice} times={day} />
            </section>
          ))
        )}
      </Section>
      <Buttons>
        {Temporal.PlainDate.compare(monday, props.thisMonday) > 0 && (
          <LinkButton href={hrefOf(choice, { monday: monday.subtract({ weeks: 1 }) })}>
            {texts.weekBefore}
          </LinkButton>
        )}
        <LinkButton href={hrefOf(choice, { monday: monday.add({ weeks: 1 }) })}>{texts.weekAfter}</LinkButton>
        {!choice.moveId && (choice.poolId || choice.coachId) && !props.waiting && (
          <ActForm
            action="/times/wishes"
            fields={{
              ...(choice.poolId ? { pool: choice.poolId } : { coach: choice.coachId }),
              ...(choice.client ? { client: choice.client.id } : {}),
            }}
          >
            <Button>{texts.waitForTime}</Button>
          </ActForm>
        )}
      </Buttons>
    </>
  );
}

function Choices({ choice, monday }: { choice: Choice; monday: Temporal.PlainDate }) {
  if (choice.moveId) return null;
  const pool = choice.pools.find((one) => one.id === choice.poolId);
  const repeating: FormState = { values: { weeks: String(choice.weeks) }, errors: {} };
  const say = useSay();
  return (
    <>
      {choice.coaches.length + choice.pools.length > 1 && (
        <Tabs
          label={texts.coach}
          tabs={[
            ...choice.coaches.map((coach) => ({
              label: coach.name,
              href: hrefOf({ ...choice, coachId: coach.coachId, poolId: undefined }, { monday }),
              current: !choice.poolId && coach.coachId === choice.coachId,
            })),
            ...choice.pools.map((pool) => ({
              label: say(pool.name),
              href: hrefOf({ ...choice, poolId: pool.id }, { monday }),
              current: pool.id === choice.poolId,
            })),
          ]}
        />
      )}
      {choice.modes.length > 1 && (
        <Tabs
          label={texts.way}
          tabs={choice.modes.map((mode) => ({
            label: modeTexts[mode],
            href: hrefOf({ ...choice, mode }, { monday }),
            current: mode === choice.mode,
          }))}
        />
      )}
      {choice.usual && (
        <p class="small quiet-ink">
          {say(choice.usual === choice.mode ? texts.usualWay : texts.otherThanUsual, {
            mode: say(modeTexts[choice.usual]),
          })}{' '}
          {!choice.client && <a href="/my-mode">{say(texts.changeUsual)}</a>}
        </p>
      )}
      {pool && (
        <p class="quiet-ink">
          {pool.service && `${say(pool.service.name)}. `}
          {say(poolTexts.withAnybody)}
        </p>
      )}
      {choice.client && !choice.poolId && (
        <Form action="/times/new" method="get" inline>
          <input type="hidden" name="client" value={choice.client.id} />
          <input type="hidden" name="coach" value={choice.coachId} />
          <input type="hidden" name="mode" value={choice.mode} />
          <input type="hidden" name="week" value={monday.toString()} />
          <SelectField
            form={repeating}
            name="weeks"
            label={texts.repeats}
            choose={false}
            options={[1, 4, 8, 12].map((weeks) => ({
              value: String(weeks),
              label: weeks === 1 ? texts.once : say(texts.weekly, { weeks }),
            }))}
          />
          <Button>{texts.show}</Button>
        </Form>
      )}
    </>
  );
}

function Slots(props: { choice: Choice; times: readonly FreeTime[]; withDay?: boolean }) {
  const { choice } = props;
  const fields: Record<string, string> = choice.moveId
    ? {}
    : {
        coach: choice.coachId,
        mode: choice.mode,
        weeks: String(choice.weeks),
        ...(choice.client ? { client: choice.client.id } : {}),
      };
  const action = choice.moveId
    ? `/times/${choice.moveId}/move`
    : choice.poolId
      ? `/times/pools/${choice.poolId}/booking`
      : '/times';
  return (
    <ActForm action={action} fields={fields}>
      <SlotButtons times={props.times} withDay={props.withDay} />
    </ActForm>
  );
}

function byDay(times: readonly FreeTime[]): FreeTime[][] {
  const days = new Map<string, FreeTime[]>();
  for (const time of times) {
    const key = time.day.toString();
    days.set(key, [...(days.get(key) ?? []), time]);
  }
  return [...days.values()];
}

function hrefOf(choice: Choice, at: { monday: Temporal.PlainDate }): string {
  const query = new URLSearchParams({
    week: at.monday.toString(),
    coach: choice.coachId,
    mode: choice.mode,
  });
  if (choice.poolId) query.set('pool', choice.poolId);
  if (choice.client) query.set('client', choice.client.id);
  if (choice.moveId) query.set('move', choice.moveId);
  if (choice.weeks > 1) query.set('weeks', String(choice.weeks));
  return `/times/new?${query}`;
}

/** For staff: whose time is booked. */
export function ChooseClientPage(props: {
  clients: readonly { id: string; name: string }[];
  /** For a manager: whose clients. */
  coaches: readonly { id: string; name: string }[];
  coachId: string | undefined;
}) {
  const form: FormState = { values: { coach: props.coachId ?? '' }, errors: {} };
  return (
    <>
      <PageTitle title={texts.bookForClient} />
      {props.coaches.length > 0 && (
        <Form action="/times/new" method="get" inline>
          <SelectField
            form={form}
            name="coach"
            label={texts.coach}
            options={props.coaches.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Button>{texts.show}</Button>
        </Form>
      )}
      {props.clients.length > 0 ? (
        <Form action="/times/new" method="get" inline>
          <SelectField
            form={form}
            name="client"
            label={texts.client}
            options={props.clients.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Button kind="main">{texts.freeTimes}</Button>
        </Form>
      ) : (
        (props.coaches.length === 0 || props.coachId) && (
          <EmptyState title={texts.noClients} text={texts.noClientsText} />
        )
      )}
    </>
  );
}
