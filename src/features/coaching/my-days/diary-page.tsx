// The diary: one tap, and a few words for whoever wants.
import type { Text } from '../../../platform/language.ts';
import { RadioGroup, TextArea } from '../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { Notice, PageTitle } from '../../../ui/parts.tsx';
import { BackToDay, type DayPlace, dayTitle } from './day-place.tsx';
import { texts } from './texts.ts';

/** How a day was, 1 to 5. */
export const moodTexts: Record<number, Text> = {
  1: texts.mood1,
  2: texts.mood2,
  3: texts.mood3,
  4: texts.mood4,
  5: texts.mood5,
};

export function DiaryPage(props: { place: DayPlace; form: FormState; writable: boolean }) {
  const { place, form } = props;
  return (
    <>
      <PageTitle title={texts.diary} above={dayTitle(place)} lead={props.writable && texts.diaryLead} />
      <ErrorSummary form={form} />
      {props.writable ? (
        <Form
          action={`${place.href}/diary`}
          submit={texts.save}
          draft={`diary/${place.day}/${place.personId}`}
        >
          <RadioGroup
            form={form}
            name="mood"
            label={texts.diaryMood}
            required={false}
            options={[5, 4, 3, 2, 1].map((mood) => ({ value: String(mood), label: moodTexts[mood] ?? '' }))}
          />
          <TextArea form={form} name="words" label={texts.diaryWords} required={false} rows={4} />
        </Form>
      ) : (
        <Notice kind="info">{texts.locked}</Notice>
      )}
      <BackToDay place={place} />
    </>
  );
}
