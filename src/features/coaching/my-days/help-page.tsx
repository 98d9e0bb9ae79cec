// "The technology does not work": a request to be called, and the number to call oneself.
import { type Language, sayTime } from '../../../platform/language.ts';
import { RadioGroup, TextArea, TextField } from '../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState, hasErrors } from '../../../ui/form.tsx';
import { Notice, PageTitle } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { Disclosure } from '../../../ui/ways.tsx';
import type { HelpRequest } from '../days/door.ts';
import { texts } from './texts.ts';

type HelpProps = {
  form: FormState;
  /** The client's own number, as it is known. */
  phone: string | undefined;
  /** The number of the unit or the office. */
  unitPhone: string | undefined;
  requests: readonly HelpRequest[];
  zone: string;
  personId: string;
};

export function HelpPage(props: HelpProps) {
  const say = useSay();
  const waits = props.requests.some((request) => !request.handledAt);
  return (
    <>
      <PageTitle title={texts.helpCall} lead={texts.helpLead} />
      {props.requests.map((request) => (
        <HelpState key={request.id} request={request} zone={props.zone} />
      ))}
      <ErrorSummary form={props.form} />
      {waits ? (
        <Disclosure summary={texts.helpMore} open={hasErrors(props.form)}>
          <CallForm {...props} />
        </Disclosure>
      ) : (
        <CallForm {...props} />
      )}
      {props.unitPhone && (
        <p>
          {say(texts.helpPhone)} <a href={`tel:${props.unitPhone}`}>{props.unitPhone}</a>
        </p>
      )}
    </>
  );
}

function CallForm(props: HelpProps) {
  const say = useSay();
  return (
    <Form action="/help/call" submit={texts.helpSend} draft={`help/${props.personId}`}>
      <RadioGroup
        form={props.form}
        name="kind"
        label={texts.helpWhat}
        options={[
          { value: 'technology', label: texts.helpTechnology },
          { value: 'call-me', label: texts.helpCallOption },
          { value: 'other', label: texts.helpOther },
        ]}
      />
      <TextArea form={props.form} name="words" label={texts.helpWords} required={false} rows={2} />
      {props.phone === undefined ? (
        <TextField
          form={props.form}
          name="phone"
          type="tel"
          label={texts.yourPhone}
          hint={texts.helpNoNumber}
        />
      ) : (
        <p>{say(texts.helpNumber, { phone: props.phone })}</p>
      )}
    </Form>
  );
}

/** What has become of a request for a call. */
export function HelpState({ request, zone }: { request: HelpRequest; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  if (!request.handledAt)
    return (
      <Notice kind="info" title={texts.helpWaiting}>
        {say(texts.helpOpen, { time: timeOf(language, request.askedAt, zone) })}
      </Notice>
    );
  const time = timeOf(language, request.handledAt, zone);
  if (request.outcome === 'later')
    return (
      <Notice kind="info" title={texts.helpSeen}>
        {say(texts.helpLater, { time })}
      </Notice>
    );
  const missed = request.outcome === 'not-reached';
  return (
    <Notice kind={missed ? 'warning' : 'good'} title={missed ? texts.helpMissed : texts.helpAnswered}>
      {say(missed ? texts.helpNotReached : texts.helpSolved, { time })}
    </Notice>
  );
}

const timeOf = (language: Language, at: Temporal.Instant, zone: string) =>
  sayTime(language, at.toZonedDateTimeISO(zone).toPlainTime());
