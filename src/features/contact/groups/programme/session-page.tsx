// One dated session: for its members, its host and its coaches; and changing or cancelling one day.
import { sayDay, shortTime } from '../../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { TextField } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { Live } from '../../../../ui/live.tsx';
import { Facts, Notice, PageTitle, Section } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import { Disclosure } from '../../../../ui/ways.tsx';
import type { HostOption } from '../lists.ts';
import type { GroupSession } from '../queries.ts';
import { DayFields } from './programme-form.tsx';
import { hasRoom } from './rules.ts';
import { kindTexts, texts, wayTexts } from './texts-programme.ts';

export type SessionPageProps = {
  session: GroupSession;
  as: 'lead' | 'host' | 'member';
  members: readonly { clientId: string; shownName: string }[];
  zone: string;
  over: boolean;
  /** Where the call is entered, once it is there. */
  roomHref: string | undefined;
  liveToken: string;
};

export function SessionPage(props: SessionPageProps) {
  const say = useSay();
  const { session, as, over } = props;
  const leads = as !== 'member';
  return (
    <>
      <PageTitle title={say(session.title)} above={say(kindTexts[session.kind])} />
      <Live id="session" topics={[props.liveToken]}>
        <StateNotice session={session} />
        {session.description && <p>{say(session.description)}</p>}
        {!session.cancelled && !over && props.roomHref && (
          <LinkButton kind="main" href={props.roomHref} icon="video">
            {leads ? texts.leadIt : texts.join}
          </LinkButton>
        )}
        {!session.cancelled && !over && !props.roomHref && hasRoom(session) && (
          <p class="quiet-ink">{say(texts.roomLater)}</p>
        )}
        <SessionFacts session={session} zone={props.zone} />
        {props.members.length > 0 && isTogether(session.kind) && (
          <Section title={texts.whoCome}>
            <ul>
              {props.members.map((member) => (
                <li key={member.clientId}>{member.shownName}</li>
              ))}
            </ul>
          </Section>
        )}
        {as === 'lead' && !over && <DayActs session={session} />}
      </Live>
    </>
  );
}

const isTogether = (kind: GroupSession['kind']) => kind === 'live' || kind === 'contact-point';

function StateNotice({ session }: { session: GroupSession }) {
  if (session.cancelled) {
    return (
      <Notice kind="warning" title={texts.cancelledTitle}>
        {session.reason ?? texts.cancelledText}
      </Notice>
    );
  }
  if (!session.changed) return null;
  return (
    <Notice kind="info" title={texts.changedTitle}>
      {session.reason ?? undefined}
    </Notice>
  );
}

function SessionFacts({ session, zone }: { session: GroupSession; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  const at = (instant: Temporal.Instant) =>
    shortTime(language, instant.toZonedDateTimeISO(zone).toPlainTime());
  const facts = [
    {
      term: texts.when,
      value: `${sayDay(language, session.day)} ${at(session.startsAt)}–${at(session.endsAt)}`,
    },
    { term: texts.group, value: session.groupName },
    ...(session.hostName ? [{ term: texts.host, value: session.hostName }] : []),
    ...(session.ways.length > 0
      ? [{ term: texts.ways, value: session.ways.map((way) => say(wayTexts[way])).join(', ') }]
      : []),
    ...(session.place ? [{ term: texts.place, value: session.place }] : []),
  ];
  return <Facts facts={facts} />;
}

function DayActs({ session }: { session: GroupSession }) {
  const href = `/sessions/${session.id}`;
  return (
    <>
      <Buttons>
        {!session.cancelled && <LinkButton href={`${href}/change`}>{texts.changeThis}</LinkButton>}
        {(session.changed || session.cancelled) && (
          <ActForm action={`${href}/restoration`}>
            <Button>{texts.restore}</Button>
          </ActForm>
        )}
      </Buttons>
      {!session.cancelled && (
        <Disclosure summary={texts.cancelThis}>
          <Form action={`${href}/cancellation`}>
            <TextField
              form={{ values: {}, errors: {} }}
              name="reason"
              label={texts.reason}
              hint={texts.reasonHint}
              required={false}
              maxLength={300}
            />
            <Buttons>
              <Button kind="danger">{texts.cancelIt}</Button>
            </Buttons>
          </Form>
        </Disclosure>
      )}
    </>
  );
}

export function ChangeDayPage(props: {
  session: GroupSession;
  form: FormState;
  hosts: readonly HostOption[];
}) {
  const say = useSay();
  const language = useLanguage();
  const { session } = props;
  return (
    <>
      <PageTitle
        title={texts.changeThis}
        above={`${say(session.title)}, ${sayDay(language, session.day)}`}
        lead={texts.changeThisLead}
      />
      <ErrorSummary form={props.form} />
      <Form action={`/sessions/${session.id}/change`}>
        <DayFields form={props.form} hosts={props.hosts} />
        <Buttons>
          <Button kind="main">{texts.save}</Button>
          <LinkButton kind="text" href={`/sessions/${session.id}`}>
            {say(session.title)}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
}
