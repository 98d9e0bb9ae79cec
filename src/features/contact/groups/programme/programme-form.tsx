// The fields of a programme entry, and of one day that goes otherwise.
import { sayWeekday } from '../../../../platform/language.ts';
import {
  CheckboxGroup,
  DateField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from '../../../../ui/fields.tsx';
import type { FormState } from '../../../../ui/form.tsx';
import { useLanguage } from '../../../../ui/speech.tsx';
import { Disclosure } from '../../../../ui/ways.tsx';
import type { HostOption } from '../lists.ts';
import { sessionKinds, ways } from './rules.ts';
import { kindTexts, texts, wayTexts } from './texts-programme.ts';

type Props = { form: FormState; hosts: readonly HostOption[] };

/** Every field of a weekly entry. */
export function EntryFields({ form, hosts }: Props) {
  const language = useLanguage();
  return (
    <>
      <RadioGroup
        form={form}
        name="kind"
        label={texts.kind}
        options={sessionKinds.map((kind) => ({ value: kind, label: kindTexts[kind] }))}
      />
      <TitleFields form={form} />
      <TextArea
        form={form}
        name="description"
        label={texts.description}
        hint={texts.descriptionHint}
        required={false}
        rows={3}
        maxLength={1000}
      />
      <SelectField
        form={form}
        name="weekday"
        label={texts.weekday}
        choose={false}
        options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({
          value: String(day),
          label: sayWeekday(language, day),
        }))}
      />
      <TimesAndWays form={form} hosts={hosts} />
      <DateField form={form} name="validFrom" label={texts.validFrom} />
      <DateField
        form={form}
        name="validUntil"
        label={texts.validUntil}
        hint={texts.validUntilHint}
        required={false}
      />
    </>
  );
}

/** The fields of one day: when, what, by whom, how, and why it is otherwise. */
export function DayFields({ form, hosts }: Props) {
  return (
    <>
      <TitleFields form={form} />
      <TimesAndWays form={form} hosts={hosts} />
      <TextField
        form={form}
        name="reason"
        label={texts.reason}
        hint={texts.reasonHint}
        required={false}
        maxLength={300}
      />
    </>
  );
}

function TitleFields({ form }: { form: FormState }) {
  return (
    <>
      <TextField form={form} name="title" label={texts.title} maxLength={120} />
      <Disclosure summary={texts.otherLanguages}>
        <TextField
          form={form}
          name="titleSv"
          label={texts.titleSv}
          hint={texts.otherLanguagesHint}
          required={false}
          maxLength={120}
        />
        <TextField form={form} name="titleEn" label={texts.titleEn} required={false} maxLength={120} />
      </Disclosure>
    </>
  );
}

function TimesAndWays({ form, hosts }: Props) {
  return (
    <>
      <TimeField form={form} name="starts" label={texts.starts} />
      <TimeField form={form} name="ends" label={texts.ends} />
      <CheckboxGroup
        form={form}
        name="ways[]"
        label={texts.ways}
        inline
        options={ways.map((way) => ({ value: way, label: wayTexts[way] }))}
      />
      <TextField
        form={form}
        name="place"
        label={texts.place}
        hint={texts.placeHint}
        required={false}
        maxLength={200}
      />
      <SelectField
        form={form}
        name="host"
        label={texts.host}
        choose={texts.noHost}
        required={false}
        options={hosts.map((host) => ({ value: host.id, label: host.name }))}
      />
    </>
  );
}
