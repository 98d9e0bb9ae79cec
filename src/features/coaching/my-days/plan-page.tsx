// The plan of a day: a few ticks or one line.
import { CheckboxGroup, TextField } from '../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { Notice, PageTitle } from '../../../ui/parts.tsx';
import { planTexts } from '../days/door.ts';
import { BackToDay, type DayPlace, dayTitle } from './day-place.tsx';
import { planTemplates } from './forms.ts';
import { texts } from './texts.ts';

export function PlanPage(props: { place: DayPlace; form: FormState; writable: boolean }) {
  const { place, form } = props;
  return (
    <>
      <PageTitle title={texts.plan} above={dayTitle(place)} lead={props.writable && texts.planLead} />
      <ErrorSummary form={form} />
      {props.writable ? (
        <Form action={`${place.href}/plan`} submit={texts.save} draft={`plan/${place.day}/${place.personId}`}>
          <CheckboxGroup
            form={form}
            name="templates[]"
            label={texts.planPick}
            options={planTemplates.map((value) => ({ value, label: planTexts[value] }))}
          />
          <TextField form={form} name="words" label={texts.planWords} required={false} maxLength={300} />
        </Form>
      ) : (
        <Notice kind="info">{texts.locked}</Notice>
      )}
      <BackToDay place={place} />
    </>
  );
}
