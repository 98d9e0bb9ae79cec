// A person's calendar address: made, shown, made again, stopped.
import { Button, Buttons } from '../../../ui/buttons.tsx';
import { RadioGroup } from '../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { Card, PageTitle } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { texts } from './programme/texts-programme.ts';

export function CalendarPage(props: { address: string | undefined; form: FormState }) {
  const say = useSay();
  const made = props.address !== undefined;
  return (
    <>
      <PageTitle title={texts.calendar} lead={made ? texts.calendarLead : texts.calendarNone} />
      <ErrorSummary form={props.form} />
      {props.address && (
        <Card title={texts.calendarAddress}>
          <p>
            <code class="address">{props.address}</code>
          </p>
        </Card>
      )}
      <Form action="/me/calendar">
        <RadioGroup
          form={props.form}
          name="titles"
          label={texts.titlesOf}
          options={[
            { value: 'neutral', label: texts.titlesNeutral, hint: texts.titlesNeutralHint },
            { value: 'own', label: texts.titlesOwn },
          ]}
        />
        {made && <p class="hint">{say(texts.remakeHint)}</p>}
        <Buttons>
          <Button kind={props.address ? 'quiet' : 'main'}>
            {made ? texts.remakeCalendar : texts.makeCalendar}
          </Button>
        </Buttons>
      </Form>
      {made && (
        <ActForm action="/me/calendar/revocation">
          <Button kind="danger">{texts.revokeCalendar}</Button>
        </ActForm>
      )}
    </>
  );
}
