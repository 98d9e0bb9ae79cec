// Telling the coaches that something is wrong with a message.
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { RadioGroup, TextArea } from '../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { Notice, PageTitle } from '../../../ui/parts.tsx';
import type { ShownMessage } from './queries.ts';
import { reasonTexts } from './reasons.ts';
import { MessageBody } from './talk.tsx';
import { texts } from './texts.ts';

export function ReportPage(props: { href: string; message: ShownMessage; form: FormState }) {
  return (
    <>
      <PageTitle title={texts.reportTitle} lead={texts.reportLead} />
      <ErrorSummary form={props.form} />
      <blockquote class="message">
        <MessageBody message={props.message} />
      </blockquote>
      <Notice kind="warning">{texts.emergency}</Notice>
      <Form action={`${props.href}/messages/${props.message.id}/report`}>
        <RadioGroup
          form={props.form}
          name="reason"
          label={texts.reportReason}
          options={Object.entries(reasonTexts).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          form={props.form}
          name="words"
          label={texts.reportWords}
          required={false}
          maxLength={2000}
        />
        <Buttons>
          <Button kind="main">{texts.sendReport}</Button>
          <LinkButton kind="text" href={props.href}>
            {texts.back}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
}
