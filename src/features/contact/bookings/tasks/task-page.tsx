// A task in the client's own time: giving one, and what its page says.
import { Button, Buttons } from '../../../../ui/buttons.tsx';
import { DateField, SelectField, TextArea, TimeField } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { Card, Notice, PageTitle } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import type { Booking } from '../queries.ts';
import { sayWhen } from '../words.ts';
import { texts } from './texts-tasks.ts';

export function GiveTaskPage(props: {
  clients: readonly { id: string; name: string }[];
  today: Temporal.PlainDate;
  form: FormState;
}) {
  const say = useSay();
  const { form } = props;
  return (
    <>
      <PageTitle title={texts.give} lead={say(texts.lead)} />
      <ErrorSummary form={form} />
      <Form action="/times/tasks" submit={texts.give}>
        <SelectField
          form={form}
          name="client"
          label={texts.client}
          options={props.clients.map((one) => ({ value: one.id, label: one.name }))}
        />
        <TextArea form={form} name="task" label={texts.task} />
        <DateField form={form} name="day" label={texts.dueDay} min={props.today.toString()} />
        <TimeField form={form} name="time" label={texts.dueTime} />
      </Form>
    </>
  );
}

/** What is to be done, until when, and the button that says it is. */
export function TaskPart(props: { booking: Booking; task: string; done: boolean; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  const { booking, task, done } = props;
  return (
    <>
      <Card title={texts.task}>
        <p>{task}</p>
        <p class="quiet-ink">{`${say(texts.until)} ${sayWhen(language, booking.startsAt, props.zone)}`}</p>
        {!done && !booking.cancelledAt && (
          <Buttons>
            <ActForm action={`/times/${booking.id}/done`}>
              <Button kind="main">{texts.markDone}</Button>
            </ActForm>
          </Buttons>
        )}
      </Card>
      {done && <Notice kind="good" title={texts.doneText} />}
    </>
  );
}
