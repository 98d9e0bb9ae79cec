// A manager says when a drop-in is open, how one may come and who serves.

import { sayWeekday } from '../../../platform/language.ts';
import { Button } from '../../../ui/buttons.tsx';
import { CheckboxGroup, NumberField, TextArea, TextField } from '../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { PageTitle, Section } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import type { OfferedChoices } from '../../offer/services/door.ts';
import { OfferedFields } from '../../offer/services/panel.tsx';
import { modes } from './rules.ts';
import { texts as words } from './texts.ts';
import { texts } from './texts-settings.ts';
import { modeTexts } from './words.tsx';

export function SettingsPage(props: {
  /** Undefined for new ones. */
  dropInId: string | undefined;
  choices: OfferedChoices;
  coaches: readonly { id: string; name: string }[];
  form: FormState;
}) {
  const say = useSay();
  const { form, dropInId } = props;
  return (
    <>
      <PageTitle title={dropInId ? texts.settings : texts.new} above={words.dropIn} />
      <ErrorSummary form={form} />
      <Form action={dropInId ? `/drop-in/${dropInId}/settings` : '/drop-in'} submit={texts.save}>
        <OfferedFields form={form} choices={props.choices} />
        <CheckboxGroup
          form={form}
          name="modes[]"
          label={texts.modes}
          required
          options={modes.map((mode) => ({ value: mode, label: modeTexts[mode] }))}
        />
        <TextField form={form} name="place" label={texts.place} hint={texts.placeHint} required={false} />
        <NumberField form={form} name="usual" label={texts.usual} hint={texts.usualHint} />
        <WeekFields form={form} />
        <CheckboxGroup
          form={form}
          name="coaches[]"
          label={texts.coaches}
          options={props.coaches.map((coach) => ({ value: coach.id, label: coach.name }))}
        />
        <TextArea form={form} name="closed-fi" label={texts.closedFi} required={false} />
        <TextArea form={form} name="closed-sv" label={texts.closedSv} required={false} />
        <TextArea form={form} name="closed-en" label={texts.closedEn} required={false} />
      </Form>
      {dropInId && (
        <Section title={texts.end}>
          <p>{say(texts.endText)}</p>
          <ActForm action={`/drop-in/${dropInId}/ending`}>
            <Button kind="danger">{texts.end}</Button>
          </ActForm>
        </Section>
      )}
    </>
  );
}

function WeekFields({ form }: { form: FormState }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Section title={texts.hours}>
      <p class="quiet-ink">{say(texts.hoursHint)}</p>
      {[1, 2, 3, 4, 5, 6, 7].map((day) => (
        <TextField
          key={day}
          form={form}
          name={`day-${day}`}
          label={sayWeekday(language, day)}
          width="medium"
          required={false}
          autoComplete="off"
        />
      ))}
    </Section>
  );
}
