// A group as those see it who lead it: members, line, programme, coaches, rules.
import { figuresOfDay, type Language, sayDay, sayTime } from '../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { DateField, SelectField } from '../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { Live } from '../../../ui/live.tsx';
import { Card, Figures, Notice, PageTitle, Section, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { Disclosure } from '../../../ui/ways.tsx';
import { roomHref } from '../calls/door.ts';
import { RoomNow } from '../calls/panel.tsx';
import type { Group } from './access.ts';
import type { MemberRow, PersonOption, WaitingRow } from './lists.ts';
import { type EntryRow, EntryTable } from './programme/entry-page.tsx';
import { seatsLeft } from './programme/rules.ts';
import { texts as programmeTexts } from './programme/texts-programme.ts';
import type { Week } from './programme/week.ts';
import { WeekView } from './programme/week-view.tsx';
import type { RoomOfGroup } from './room-now.ts';
import { texts } from './texts.ts';

export type GroupPageProps = {
  group: Group;
  members: readonly MemberRow[];
  line: readonly WaitingRow[];
  week: Week;
  entries: readonly EntryRow[];
  /** When a coach of the group has a booked time of their own. */
  clashes: readonly { coachId: string; coachName: string; startsAt: Temporal.Instant }[];
  zone: string;
  coaches: readonly { coachId: string; shownName: string }[];
  coachOptions: readonly PersonOption[];
  clientOptions: readonly PersonOption[];
  pairs: readonly [MemberRow, MemberRow][];
  rules: { version: number } | undefined;
  today: Temporal.PlainDate;
  /** The form that was refused, and what it was about. */
  form: FormState;
  /** The room that is open now, for whoever may step in. */
  room: RoomOfGroup | undefined;
  /** The group's own topic, and the room's. */
  liveTokens: readonly string[];
};

export function GroupPage(props: GroupPageProps) {
  const say = useSay();
  const { group, members, line } = props;
  const href = `/groups/${group.id}`;
  const offers = line.filter((one) => one.offerUntil !== null).length;
  const left = seatsLeft(group.seats, { members: members.length, offers });
  return (
    <>
      <GroupHead {...props} />
      <Live id="group" topics={props.liveTokens}>
        <OpenRoom room={props.room} />
        <Figures
          figures={[
            { value: members.length, label: texts.members, href: '#members' },
            ...(left === undefined
              ? []
              : [
                  {
                    value: left,
                    label: say(texts.seats),
                    ...(left === 0 ? { mood: 'warning' as const } : {}),
                  },
                ]),
            { value: line.length, label: texts.waitingList, href: '#line' },
          ]}
        />
        <Buttons>
          {group.channelId && (
            <LinkButton href={`/channels/${group.channelId}#newest`} icon="message">
              {texts.openChannel}
            </LinkButton>
          )}
          <LinkButton href={`${href}/days`} icon="calendar">
            {texts.month}
          </LinkButton>
          <LinkButton href={`${href}/edit`}>{texts.editGroup}</LinkButton>
        </Buttons>
        <Programme {...props} href={href} />
        <Section title={texts.members} id="members">
          <MemberTable members={members} href={href} hasRules={props.rules !== undefined} />
        </Section>
        <Section title={texts.waitingList} id="line">
          <Line {...props} href={href} />
        </Section>
        <Section title={texts.coaches}>
          <Coaches {...props} href={href} />
        </Section>
        <Section title={texts.houseRules}>
          <Buttons>
            <LinkButton href={`${href}/rules`}>
              {props.rules ? texts.changeRules : texts.writeRules}
            </LinkButton>
          </Buttons>
        </Section>
      </Live>
    </>
  );
}

/** What goes on now, who is there, and the way in. */
function OpenRoom({ room }: { room: RoomOfGroup | undefined }) {
  const say = useSay();
  if (!room) return null;
  return (
    <Card title={say(room.session.title)}>
      <RoomNow present={room.present} />
      <Buttons>
        <LinkButton icon="video" href={roomHref(room.id)}>
          {programmeTexts.leadIt}
        </LinkButton>
      </Buttons>
    </Card>
  );
}

function GroupHead({ group, pairs, form }: GroupPageProps) {
  const say = useSay();
  const language = useLanguage();
  const href = `/groups/${group.id}`;
  return (
    <>
      <PageTitle
        title={group.name}
        action={
          <LinkButton kind="main" href={`${href}/members/new`}>
            {texts.addMember}
          </LinkButton>
        }
      />
      <ErrorSummary form={form} />
      {group.endedOn && (
        <Notice kind="warning">
          {say(texts.endsOn, { day: sayDay(language, group.endedOn, 'with-year') })}
        </Notice>
      )}
      {pairs.map(([one, other]) => (
        <Notice key={one.clientId} kind="bad">
          {say(texts.pairWarning, { one: one.name, other: other.name })}
        </Notice>
      ))}
    </>
  );
}

function Programme(props: GroupPageProps & { href: string }) {
  const say = useSay();
  const { href } = props;
  return (
    <Section title={programmeTexts.programme} id="programme">
      <Clashes {...props} />
      <WeekView week={props.week} href={href} today={props.today} />
      <Buttons>
        <LinkButton href={`${href}/programme/new`}>{programmeTexts.addEntry}</LinkButton>
        <LinkButton kind="text" href={`${href}/programme/copy`}>
          {programmeTexts.copy}
        </LinkButton>
      </Buttons>
      {props.entries.length > 0 && (
        <Disclosure summary={programmeTexts.entries}>
          <p class="quiet-ink">{say(programmeTexts.entriesLead)}</p>
          <EntryTable entries={props.entries} href={href} />
        </Disclosure>
      )}
    </Section>
  );
}

function Clashes({ clashes, zone }: GroupPageProps) {
  const say = useSay();
  const language = useLanguage();
  if (clashes.length === 0) return null;
  return (
    <Notice kind="warning" title={programmeTexts.clashes}>
      <p>{say(programmeTexts.clashesText)}</p>
      <ul>
        {clashes.map(({ coachId, coachName, startsAt }) => {
          const at = startsAt.toZonedDateTimeISO(zone);
          const when = `${sayDay(language, at.toPlainDate(), 'short')} ${sayTime(language, at.toPlainTime())}`;
          return <li key={`${coachId} ${startsAt}`}>{`${coachName}, ${when}`}</li>;
        })}
      </ul>
    </Notice>
  );
}

const days = (language: Language, from: Temporal.PlainDate, to: Temporal.PlainDate | null) => ({
  from: figuresOfDay(language, from),
  to: to ? figuresOfDay(language, to) : '',
});

function MemberTable(props: { members: readonly MemberRow[]; href: string; hasRules: boolean }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <DataTable
      caption={texts.members}
      captionUnseen
      rows={props.members}
      rowKey={(row) => row.membershipId}
      empty={<p class="quiet-ink">{say(texts.noMembers)}</p>}
      columns={[
        {
          key: 'name',
          label: texts.client,
          cell: (row) => <a href={`${props.href}/members/${row.membershipId}`}>{row.name}</a>,
        },
        { key: 'nickname', label: texts.shownName, cell: (row) => row.nickname ?? '–' },
        {
          key: 'since',
          label: texts.since,
          cell: (row) =>
            say(row.leavesOn ? texts.fromTo : texts.sinceDay, days(language, row.joinsOn, row.leavesOn)),
        },
        ...(props.hasRules
          ? [
              {
                key: 'rules',
                label: texts.rulesState,
                cell: (row: MemberRow) => (
                  <Status mood={row.accepted ? 'good' : 'quiet'}>
                    {row.accepted ? texts.rulesAccepted : texts.rulesWaiting}
                  </Status>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Line(props: GroupPageProps & { href: string }) {
  const say = useSay();
  const language = useLanguage();
  const { line, href } = props;
  const next = line.find((one) => one.offerUntil === null);
  return (
    <>
      <DataTable
        caption={texts.waitingList}
        captionUnseen
        rows={line.map((row, at) => ({ ...row, place: at + 1 }))}
        rowKey={(row) => row.id}
        empty={<p class="quiet-ink">{say(texts.noWaiting)}</p>}
        columns={[
          { key: 'name', label: texts.client, cell: (row) => `${row.place}. ${row.name}` },
          { key: 'asked', label: texts.askedOn, cell: (row) => sayDay(language, row.askedOn, 'short') },
          {
            key: 'offer',
            label: texts.offer,
            cell: (row) =>
              row.offerUntil ? (
                <Status mood="now">
                  {say(texts.offeredUntil, { day: sayDay(language, row.offerUntil, 'short') })}
                </Status>
              ) : (
                '–'
              ),
          },
          {
            key: 'acts',
            label: texts.withdraw,
            labelUnseen: true,
            cell: (row) => (
              <ActForm action={`${href}/waiting/${row.id}/withdrawal`}>
                <Button small about={row.name}>
                  {texts.withdraw}
                </Button>
              </ActForm>
            ),
          },
        ]}
      />
      {next && (
        <Form action={`${href}/waiting/${next.id}/offer`} label={texts.offer} inline>
          <DateField form={props.form} name="until" label={texts.offerUntil} />
          <Button about={next.name}>{texts.offer}</Button>
        </Form>
      )}
      {props.clientOptions.length > 0 && (
        <Form action={`${href}/waiting`} label={texts.addToLine} inline>
          <SelectField
            form={props.form}
            name="client"
            label={texts.client}
            options={optionsOf(props.clientOptions)}
          />
          <Button>{texts.addToLine}</Button>
        </Form>
      )}
    </>
  );
}

function Coaches(props: GroupPageProps & { href: string }) {
  const { href } = props;
  return (
    <>
      <ul class="named-acts">
        {props.coaches.map((coach) => (
          <li key={coach.coachId}>
            {coach.shownName}{' '}
            <ActForm action={`${href}/coaches/${coach.coachId}/removal`}>
              <Button small about={coach.shownName}>
                {texts.removeCoach}
              </Button>
            </ActForm>
          </li>
        ))}
      </ul>
      {props.coachOptions.length > 0 && (
        <Form action={`${href}/coaches`} label={texts.addCoach} inline>
          <SelectField
            form={props.form}
            name="coach"
            label={texts.coach}
            options={optionsOf(props.coachOptions)}
          />
          <Button>{texts.addCoach}</Button>
        </Form>
      )}
    </>
  );
}

/** Persons as options of a list. */
export const optionsOf = (persons: readonly PersonOption[]) =>
  persons.map((person) => ({ value: person.id, label: person.name }));
