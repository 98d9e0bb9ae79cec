// Members: adding one, a membership as its coach sees it, the group from inside, house rules.
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { DateField, SelectField, TextArea, TextField } from '../../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState, HiddenField } from '../../../../ui/form.tsx';
import { Live } from '../../../../ui/live.tsx';
import { Card, EmptyState, PageTitle, Section } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { Disclosure } from '../../../../ui/ways.tsx';
import { roomHref } from '../../calls/door.ts';
import { RoomOpen } from '../../calls/panel.tsx';
import type { Group } from '../access.ts';
import { optionsOf } from '../group-page.tsx';
import type { PersonOption } from '../lists.ts';
import { texts as programmeTexts } from '../programme/texts-programme.ts';
import type { Week } from '../programme/week.ts';
import { WeekView } from '../programme/week-view.tsx';
import type { RoomOfGroup } from '../room-now.ts';
import type { Rules } from '../rules-actions.ts';
import { texts } from '../texts.ts';

export function AddMemberPage(props: { group: Group; form: FormState; clients: readonly PersonOption[] }) {
  const { group, form } = props;
  return (
    <>
      <PageTitle title={texts.addMember} above={group.name} />
      <ErrorSummary form={form} />
      {props.clients.length === 0 ? (
        <EmptyState title={texts.noClients} />
      ) : (
        <Form action={`/groups/${group.id}/members`}>
          <SelectField form={form} name="client" label={texts.client} options={optionsOf(props.clients)} />
          <TextField
            form={form}
            name="nickname"
            label={texts.nickname}
            hint={texts.nicknameHint}
            required={false}
            width="medium"
            maxLength={40}
          />
          <DateField form={form} name="joinsOn" label={texts.joinsOn} />
          <DateField
            form={form}
            name="leavesOn"
            label={texts.leavesOn}
            hint={texts.leavesOnHint}
            required={false}
          />
          <Buttons>
            <Button kind="main">{texts.addMember}</Button>
            <LinkButton kind="text" href={`/groups/${group.id}`}>
              {group.name}
            </LinkButton>
          </Buttons>
        </Form>
      )}
    </>
  );
}

export function MembershipPage(props: {
  group: Group;
  membershipId: string;
  name: string;
  form: FormState;
  leavingForm: FormState;
}) {
  const { group, form } = props;
  const say = useSay();
  const action = `/groups/${group.id}/members/${props.membershipId}`;
  return (
    <>
      <PageTitle title={say(texts.memberTitle, { name: props.name })} above={group.name} />
      <ErrorSummary form={form} />
      <Form action={action} submit={texts.save}>
        <TextField
          form={form}
          name="nickname"
          label={texts.nickname}
          hint={texts.nicknameHint}
          required={false}
          width="medium"
          maxLength={40}
        />
      </Form>
      <Section title={texts.endMembership}>
        <ErrorSummary form={props.leavingForm} />
        <Form action={`${action}/leaving`}>
          <DateField
            form={props.leavingForm}
            name="leavesOn"
            label={texts.leavesOn}
            hint={texts.endMembershipHint}
          />
          <Buttons>
            <Button kind="danger">{texts.endMembership}</Button>
          </Buttons>
        </Form>
      </Section>
    </>
  );
}

/** The room that is open now, and one tap into it. Who is inside is seen there, not before. */
function StepIn({ room }: { room: RoomOfGroup }) {
  const say = useSay();
  return (
    <Card title={say(room.session.title)}>
      <RoomOpen present={room.present} />
      <Buttons>
        <LinkButton kind="main" icon="video" href={roomHref(room.id)}>
          {programmeTexts.join}
        </LinkButton>
      </Buttons>
    </Card>
  );
}

export function OwnGroupPage(props: {
  group: Group;
  members: readonly { clientId: string; shownName: string }[];
  coaches: readonly { coachId: string; shownName: string }[];
  viewerId: string;
  week: Week;
  today: Temporal.PlainDate;
  rules: Rules | undefined;
  form: FormState;
  /** The room that is open now. */
  room: RoomOfGroup | undefined;
  liveTokens: readonly string[];
}) {
  const { group } = props;
  const href = `/groups/${group.id}`;
  return (
    <>
      <PageTitle title={group.name} />
      <ErrorSummary form={props.form} />
      <Live id="group" topics={props.liveTokens}>
        {props.room && <StepIn room={props.room} />}
        {group.channelId && (
          <LinkButton
            kind={props.room ? 'quiet' : 'main'}
            href={`/channels/${group.channelId}#newest`}
            icon="message"
          >
            {texts.openChannel}
          </LinkButton>
        )}
        <Section title={programmeTexts.programme} id="programme">
          <WeekView week={props.week} href={href} today={props.today} />
        </Section>
        <WhoIsHere members={props.members} coaches={props.coaches} viewerId={props.viewerId} />
      </Live>
      <Disclosure summary={texts.changeNickname} open={Object.keys(props.form.errors).length > 0}>
        <Form action={`${href}/nickname`} submit={texts.save}>
          <TextField
            form={props.form}
            name="nickname"
            label={texts.nicknameOwn}
            hint={texts.nicknameOwnHint}
            width="medium"
            maxLength={40}
            required={false}
          />
        </Form>
      </Disclosure>
      {props.rules && (
        <Disclosure summary={texts.houseRules}>
          <RulesWords rules={props.rules} />
        </Disclosure>
      )}
    </>
  );
}

function RulesWords({ rules }: { rules: Rules }) {
  const say = useSay();
  return (
    <div class="flow">
      {say({ ...rules.words, same: true })
        .split(/\n{2,}/)
        .map((part, at) => (
          <p key={at} class="message-text">
            {part}
          </p>
        ))}
    </div>
  );
}

export function RulesPage({ group, form }: { group: Group; form: FormState }) {
  const fields = [
    ['fi', texts.rulesFi],
    ['sv', texts.rulesSv],
    ['en', texts.rulesEn],
    ['selko', texts.rulesSelko],
  ] as const;
  return (
    <>
      <PageTitle title={texts.houseRules} above={group.name} lead={texts.rulesEditLead} />
      <ErrorSummary form={form} />
      <Form action={`/groups/${group.id}/rules`} submit={texts.setRules}>
        {fields.map(([name, label]) => (
          <TextArea
            key={name}
            form={form}
            name={name}
            label={label}
            rows={6}
            required={name === 'fi'}
            maxLength={8000}
          />
        ))}
      </Form>
    </>
  );
}

export function AcceptPage({ group, rules, form }: { group: Group; rules: Rules; form: FormState }) {
  const say = useSay();
  return (
    <>
      <PageTitle title={texts.acceptTitle} above={group.name} lead={texts.acceptLead} />
      <ErrorSummary form={form} />
      <RulesWords rules={rules} />
      <Form action={`/groups/${group.id}/acceptance`} submit={texts.accept}>
        <HiddenField name="version" value={String(rules.version)} />
      </Form>
      <p class="quiet-ink">{say(texts.acceptNot)}</p>
    </>
  );
}

function WhoIsHere(props: {
  members: readonly { clientId: string; shownName: string }[];
  coaches: readonly { coachId: string; shownName: string }[];
  viewerId: string;
}) {
  const say = useSay();
  return (
    <Section title={texts.whoIsHere}>
      <ul>
        {props.coaches.map((coach) => (
          <li key={coach.coachId}>
            {coach.shownName} ({say(texts.coach).toLowerCase()})
          </li>
        ))}
        {props.members.map((member) => (
          <li key={member.clientId}>
            {member.shownName}
            {member.clientId === props.viewerId && ` (${say(texts.you)})`}
          </li>
        ))}
      </ul>
      <p class="small quiet-ink">{say(texts.namesInside)}</p>
    </Section>
  );
}
