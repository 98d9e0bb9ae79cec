// "I can't today": each reason says before it is chosen what it does to money and whether a certificate is needed.
import { sayDay, say as sayIn } from '../../../platform/language.ts';
import { RadioGroup, TextArea } from '../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { PageTitle } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { sayMoney } from '../days/door.ts';
import { type AbsenceClass, type Benefit, classTexts } from '../enrolments/door.ts';
import { BackToDay, type DayPlace, dayTitle } from './day-place.tsx';
import { absenceClasses } from './forms.ts';
import { texts } from './texts.ts';

export type AbsenceTerms = {
  benefit: Benefit;
  allowanceCents: number | undefined;
  certificateAfterDays: number;
  childIllMostDays: number;
};

export function AbsencePage(props: { place: DayPlace; form: FormState; terms: AbsenceTerms }) {
  const say = useSay();
  const { place, form, terms } = props;
  const title = place.day.equals(place.today)
    ? texts.absence
    : say(texts.absenceOn, { day: sayDay(place.language, place.day) });
  return (
    <>
      <PageTitle title={title} above={dayTitle(place)} lead={texts.absenceLead} />
      <ErrorSummary form={form} />
      <Form
        action={`${place.href}/absence`}
        submit={texts.absenceSend}
        draft={`absence/${place.day}/${place.personId}`}
      >
        <RadioGroup
          form={form}
          name="class"
          label={texts.absenceWhy}
          options={absenceClasses.map((value) => ({
            value,
            label: classTexts[value],
            hint: absenceHint(place, value, terms),
          }))}
        />
        <TextArea
          form={form}
          name="words"
          label={texts.absenceWords}
          hint={texts.absenceWordsHint}
          required={false}
          rows={3}
        />
      </Form>
      {terms.benefit === 'expense-allowance' && <p class="small quiet-ink">{say(texts.absenceToPayer)}</p>}
      <BackToDay place={place} />
    </>
  );
}

/** What a class of absence means for money and papers, in plain sentences. */
function absenceHint({ language }: DayPlace, value: AbsenceClass, terms: AbsenceTerms): string {
  const money = sayMoney(language, {
    class: value,
    benefit: terms.benefit,
    allowanceCents: terms.allowanceCents,
    swappedWith: undefined,
  });
  const more = {
    'own-illness': sayIn(language, texts.certificateAfter, { days: terms.certificateAfterDays }),
    'child-ill': sayIn(language, texts.childMost, { days: terms.childIllMostDays }),
    interview: sayIn(language, texts.noCertificate),
    'public-duty': sayIn(language, texts.publicDutyExamples),
    'other-absence': sayIn(language, texts.maySwap),
  }[value];
  return [money, more].filter(Boolean).join(' ');
}
