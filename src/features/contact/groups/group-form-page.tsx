// Making a group and changing what is known of it.
import type { Text } from '../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { Checkbox, DateField, NumberField, RadioGroup, SelectField, TextField } from '../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { PageTitle, Section } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { texts } from './texts.ts';

type Units = readonly { id: string; name: Text }[];

export function NewGroupPage({ form, units }: { form: FormState; units: Units }) {
  return (
    <>
      <PageTitle title={texts.newGroup} />
      <ErrorSummary form={form} />
      <Form action="/groups">
        <GroupFields form={form} units={units} />
        <TextField
          form={form}
          name="channelDays"
          label={texts.channelDays}
          hint={texts.channelDaysHint}
          required={false}
          width="medium"
        />
        <Buttons>
          <Button kind="main">{texts.make}</Button>
          <LinkButton kind="text" href="/groups">
            {texts.groups}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
}

export function EditGroupPage(props: {
  groupId: string;
  name: string;
  form: FormState;
  endForm: FormState;
  units: Units;
}) {
  const say = useSay();
  return (
    <>
      <PageTitle title={texts.editGroup} above={props.name} />
      <ErrorSummary form={props.form} />
      <Form action={`/groups/${props.groupId}`} submit={texts.save}>
        <GroupFields form={props.form} units={props.units} />
      </Form>
      <Section title={texts.endGroup}>
        <p>{say(texts.endGroupLead)}</p>
        <ErrorSummary form={props.endForm} />
        <Form action={`/groups/${props.groupId}/end`}>
          <DateField form={props.endForm} name="lastDay" label={texts.lastDay} />
          <Buttons>
            <Button kind="danger">{texts.endGroup}</Button>
          </Buttons>
        </Form>
      </Section>
    </>
  );
}

function GroupFields({ form, units }: { form: FormState; units: Units }) {
  return (
    <>
      <TextField form={form} name="name" label={texts.name} hint={texts.nameHint} maxLength={80} />
      <SelectField
        form={form}
        name="unit"
        label={texts.unit}
        choose={texts.noUnit}
        required={false}
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      <NumberField form={form} name="seats" label={texts.seats} hint={texts.seatsHint} required={false} />
      <RadioGroup
        form={form}
        name="doors"
        label={texts.doors}
        options={[
          { value: 'open-door', label: texts.doorsOpen },
          { value: 'everyone', label: texts.doorsWaiting },
        ]}
      />
      <Checkbox form={form} name="keepsText" label={texts.keepsText} hint={texts.keepsTextHint} />
    </>
  );
}
