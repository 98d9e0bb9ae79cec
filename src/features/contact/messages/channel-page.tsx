// A group's channel: whether it is open, what is important, the talk, who is here, and the tools that keep order.
import { sayDay, sayTime } from '../../../platform/language.ts';
import { Button, Buttons } from '../../../ui/buttons.tsx';
import { ActForm, ErrorSummary, type FormState } from '../../../ui/form.tsx';
import { Live } from '../../../ui/live.tsx';
import { Notice, PageTitle, Section, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { Disclosure } from '../../../ui/ways.tsx';
import type { ChannelSeat } from './access.ts';
import { ChannelOrder, Reports } from './channel-order.tsx';
import { ChannelActs } from './message-acts.tsx';
import type { ChannelPerson, OpenReport, ShownMessage } from './queries.ts';
import type { ChannelState } from './rules.ts';
import { Composer, MessageBody, Talk, type TalkProps } from './talk.tsx';
import { texts } from './texts.ts';

export type ChannelPageProps = {
  seat: ChannelSeat;
  state: ChannelState;
  now: Temporal.ZonedDateTime;
  muted: boolean;
  talk: Omit<TalkProps, 'empty' | 'acts' | 'coaches'>;
  pinned: readonly ShownMessage[];
  persons: readonly ChannelPerson[];
  reports: readonly OpenReport[];
  form: FormState;
  hoursForm: FormState;
  liveToken: string;
  reported: boolean;
};

export function ChannelPage(props: ChannelPageProps) {
  const say = useSay();
  const { seat, state, talk, now } = props;
  const mayWrite = !props.muted && (state.state === 'open' || (seat.moderates && state.state === 'closed'));
  const coaches = new Set(props.persons.filter((p) => p.part === 'moderator').map((p) => p.personId));
  return (
    <>
      <PageTitle title={seat.title} />
      <ErrorSummary form={props.form} />
      {props.reported && (
        <Notice kind="good" announce>
          {texts.reportSent}
        </Notice>
      )}
      <Live id="channel" topics={[props.liveToken]} announce>
        <StateLine state={state} now={props.now} moderates={seat.moderates} />
        {props.muted && seat.mutedUntil && (
          <MutedNotice until={seat.mutedUntil.toZonedDateTimeISO(props.now.timeZoneId)} />
        )}
        <Reports reports={props.reports} href={talk.href} />
        {props.pinned.length > 0 && (
          <Section title={texts.pinned}>
            {props.pinned.map((message) => (
              <div class="message" key={message.id}>
                <MessageBody message={message} />
              </div>
            ))}
          </Section>
        )}
        <Section title={texts.talk}>
          <Talk
            {...talk}
            coaches={coaches}
            empty={say(mayWrite ? texts.noMessages : texts.noMessagesClosed)}
            acts={(message) => (
              <ChannelActs
                message={message}
                href={talk.href}
                own={message.authorId === talk.viewerId}
                moderates={seat.moderates}
              />
            )}
          />
        </Section>
      </Live>
      {mayWrite && (
        <Composer action={talk.href} form={props.form} draft={`channel/${seat.id}/${talk.viewerId}`} />
      )}
      <div id="persons">
        <Disclosure
          summary={texts.persons}
          open={seat.moderates && props.persons.some((p) => isMuted(p, now))}
        >
          <Persons {...props} />
        </Disclosure>
      </div>
      {seat.moderates && <ChannelOrder {...props} />}
    </>
  );
}

function StateLine(props: { state: ChannelState; now: Temporal.ZonedDateTime; moderates: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const { state, now } = props;
  if (state.state === 'open') {
    return (
      <p>
        <Status mood="good">
          {state.until
            ? say(texts.openUntil, { time: sayTime(language, state.until.toPlainTime()) })
            : texts.openAlways}
        </Status>
      </p>
    );
  }
  if (state.state === 'ended') {
    return (
      <Notice kind="info" title={texts.endedTitle}>
        {texts.mayRead}
      </Notice>
    );
  }
  const { opensAt } = state;
  const time = opensAt ? sayTime(language, opensAt.toPlainTime()) : '';
  const when = !opensAt
    ? say(texts.opensUnknown)
    : opensAt.toPlainDate().equals(now.toPlainDate())
      ? say(texts.opensToday, { time })
      : say(texts.opensOn, { day: sayDay(language, opensAt.toPlainDate()), time });
  return (
    <Notice kind="info" title={texts.closedTitle}>
      {when} {say(props.moderates ? texts.closedForModerator : texts.mayRead)}
    </Notice>
  );
}

function MutedNotice({ until }: { until: Temporal.ZonedDateTime }) {
  const say = useSay();
  const language = useLanguage();
  const day = sayDay(language, until.toPlainDate());
  return (
    <Notice kind="warning" title={texts.youAreMuted}>
      {say(texts.mutedUntil, { day, time: sayTime(language, until.toPlainTime()) })}
    </Notice>
  );
}

const isMuted = (person: ChannelPerson, now: Temporal.ZonedDateTime) =>
  !!person.mutedUntil && Temporal.Instant.compare(now.toInstant(), person.mutedUntil) < 0;

function Persons({ persons, seat, talk, now }: ChannelPageProps) {
  const say = useSay();
  return (
    <ul>
      {persons.map((person) => {
        const muted = isMuted(person, now);
        return (
          <li key={person.personId}>
            {person.name}
            {person.part === 'moderator' && ` (${say(texts.coachWord)})`}
            {seat.moderates && muted && ` – ${say(texts.isMuted)}`}
            {seat.moderates && person.part === 'member' && (
              <Muting
                href={`${talk.href}/members/${person.personId}/muting`}
                muted={muted}
                name={person.name}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Muting({ href, muted, name }: { href: string; muted: boolean; name: string }) {
  const say = useSay();
  if (muted) {
    return (
      <ActForm action={href} fields={{ length: 'none' }}>
        <Button small about={name}>
          {texts.unmute}
        </Button>
      </ActForm>
    );
  }
  const lengths = [
    ['hour', texts.hourLong],
    ['day', texts.dayLong],
    ['week', texts.weekLong],
  ] as const;
  return (
    <details class="message-acts">
      <summary>{say(texts.stopsWriting)}</summary>
      <Buttons>
        {lengths.map(([length, label]) => (
          <ActForm key={length} action={href} fields={{ length }}>
            <Button small about={name}>
              {label}
            </Button>
          </ActForm>
        ))}
      </Buttons>
    </details>
  );
}
