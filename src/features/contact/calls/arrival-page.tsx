// The way in: works before anything is allowed and without script. Camera and microphone stay off until joining.
import type { FormState } from '../../../platform/forms.ts';
import type { Text } from '../../../platform/language.ts';
import { LinkButton } from '../../../ui/buttons.tsx';
import { RadioGroup } from '../../../ui/fields.tsx';
import { ErrorSummary, Form } from '../../../ui/form.tsx';
import { Island, WarmIsland } from '../../../ui/island.tsx';
import { Notice, PageTitle, Section } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { Disclosure } from '../../../ui/ways.tsx';
import type { ArrivalIslandProps } from './arrival.island.tsx';
import { DeviceCheck, type DeviceCheckProps } from './device-check/device-check.tsx';
import type { FirstLines } from './line/laid-lines.browser.ts';
import type { NewsMessage } from './news.browser.ts';
import { MessagesList } from './room/messages-list.tsx';
import type { ConnectionPolicy } from './rules.ts';
import { texts } from './texts.ts';

export type ArrivalProps = {
  /** The address of this page. */
  door: string;
  title: Text | string;
  /** "tiistai 24.11. klo 9.00 – 9.30", already in the reader's language. */
  when: string;
  hosts: readonly string[];
  keepsText: boolean;
  policy: ConnectionPolicy;
  /** With whom lines can be laid from the tap. Undefined where whoever joins now waits at the door. */
  firstLines: FirstLines | undefined;
  /** Another page of the same person is in. */
  elsewhere: boolean;
  phone: string | undefined;
  form: FormState;
  check: DeviceCheckProps;
};

export function ArrivalPage(props: ArrivalProps) {
  const say = useSay();
  return (
    <>
      <ErrorSummary form={props.form} />
      <PageTitle
        title={props.title}
        above={props.when}
        lead={props.hosts.length > 0 ? say(texts.hostedBy, { names: props.hosts.join(', ') }) : undefined}
      />
      {props.elsewhere && (
        <Notice kind="info">
          <p>{say(texts.movesHere)}</p>
        </Notice>
      )}
      <Form action={`${props.door}/visits`} submit={texts.join}>
        {props.policy === 'none' ? (
          <>
            <input type="hidden" name="way" value="text" />
            <p>{say(texts.onlyWriting)}</p>
          </>
        ) : (
          <RadioGroup
            form={props.form}
            name="way"
            label={texts.howTakePart}
            options={[
              { value: 'video', label: texts.optionVideo, hint: texts.optionVideoHint },
              { value: 'voice', label: texts.optionVoice, hint: texts.optionVoiceHint },
              { value: 'text', label: texts.optionText, hint: texts.optionTextHint },
            ]}
          />
        )}
      </Form>
      {props.firstLines && props.policy !== 'none' ? (
        <Island
          name="arrival"
          props={
            {
              door: props.door,
              firstLines: props.firstLines,
              words: { joining: say(texts.joining), unreachable: say(texts.joinUnreachable) },
            } satisfies ArrivalIslandProps
          }
        />
      ) : (
        <WarmIsland name="room" />
      )}
      <div class="flow small quiet-ink">
        <p>{say(texts.nothingOnYet)}</p>
        <p>{say(texts.noRecording)}</p>
        <p>{say(props.keepsText ? texts.textKept : texts.textNotKept)}</p>
        {props.policy === 'relay' && <p>{say(texts.relayed)}</p>}
        {props.phone && <p>{say(texts.byPhone, { phone: props.phone })}</p>}
      </div>
      <Disclosure summary={texts.tryDevice}>
        <DeviceCheck {...props.check} />
      </Disclosure>
    </>
  );
}

/** Before the doors open: says when, and offers the device check meanwhile. */
export function EarlyPage(props: {
  title: Text | string;
  when: string;
  from: string;
  check: DeviceCheckProps;
}) {
  const say = useSay();
  return (
    <>
      <PageTitle title={props.title} above={props.when} />
      <Notice kind="info" title={texts.notYetTitle}>
        <p>{say(texts.notYet, { time: props.from })}</p>
      </Notice>
      <DeviceCheck {...props.check} />
    </>
  );
}

/** After the room's time, or when a host has ended it. */
export function OverPage(props: {
  title: Text | string;
  /** What was written, where the room keeps it and the reader was there. */
  messages: readonly NewsMessage[];
}) {
  return (
    <>
      <PageTitle title={texts.overTitle} above={props.title} lead={texts.over} />
      {props.messages.length > 0 && (
        <Section title={texts.messagesTitle}>
          <MessagesList messages={props.messages} />
        </Section>
      )}
      <LinkButton href="/" kind="main">
        {texts.toHome}
      </LinkButton>
    </>
  );
}
