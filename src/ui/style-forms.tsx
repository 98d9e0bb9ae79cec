// The forms of the style page: every field, empty, filled and with an error. They are sent by GET to the page
// itself, so that trying them changes nothing.
import { Button } from './buttons.tsx';
import {
  Checkbox,
  CheckboxGroup,
  CodeField,
  DateField,
  FileField,
  NumberField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from './fields.tsx';
import { ErrorSummary, Form, type FormState } from './form.tsx';
import { Section } from './parts.tsx';
import { styleTexts as texts } from './style-texts.ts';

const form: FormState = {
  values: {
    name: 'Aino Korhonen',
    phone: '040',
    channels: ['sms'],
    agree: 'yes',
    unit: 'workshop',
    day: '2026-11-24',
  },
  errors: { phone: texts.phoneWrong, mode: texts.modeMissing },
};

const modes = [
  { value: 'video', label: texts.byVideo, hint: texts.byVideoHint },
  { value: 'text', label: texts.byText },
];

export function StyleForms({ here }: { here: string }) {
  return (
    <Section title={texts.forms}>
      <ErrorSummary form={form} />
      <Form action={here} method="get">
        <TextField form={form} name="name" label={texts.name} autoComplete="off" width="medium" />
        <TextField
          form={form}
          name="phone"
          type="tel"
          label={texts.phone}
          hint={texts.phoneHint}
          width="medium"
        />
        <RadioGroup form={form} name="mode" label={texts.howToJoin} options={modes} />
        <CheckboxGroup
          form={form}
          name="channels"
          label={texts.channels}
          inline
          options={[
            { value: 'sms', label: texts.sms },
            { value: 'email', label: texts.email },
          ]}
        />
        <TextArea form={form} name="plan" label={texts.plan} required={false} rows={3} />
        <SelectField
          form={form}
          name="unit"
          label={texts.unit}
          options={[{ value: 'workshop', label: texts.workshop }]}
        />
        <DateField form={form} name="day" label={texts.birthDay} />
        <TimeField form={form} name="time" label={texts.clock} />
        <NumberField form={form} name="distance" label={texts.kilometres} required={false} />
        <CodeField form={form} name="code" label={texts.code} />
        <FileField form={form} name="picture" label={texts.picture} accept="image/*" required={false} />
        <Checkbox form={form} name="agree" label={texts.agree} />
        <Button>{texts.save}</Button>
      </Form>
    </Section>
  );
}
