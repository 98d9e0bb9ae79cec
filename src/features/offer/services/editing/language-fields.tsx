import { TextArea, TextField } from '../../../../ui/fields.tsx';
import type { FormState } from '../../../../ui/form.tsx';
import { useSay, type Words } from '../../../../ui/speech.tsx';
import { texts } from './texts-fields.ts';
import { writtenLanguages } from './written.ts';

/** One text to write, as a page shows it and as its form reads it. */
export type WrittenField = {
  name: string;
  label: Words;
  hint?: Words;
  /** Lines of the field; one line unless told. */
  rows?: number;
  most: number;
};

const languageTexts = { fi: texts.finnish, sv: texts.swedish, en: texts.english, selko: texts.easyFinnish };

/** The four languages of one text, beside one another where there is room. Easy Finnish may be left empty. */
export function LanguageFields({ form, field }: { form: FormState; field: WrittenField }) {
  const say = useSay();
  return (
    <fieldset class="field">
      <legend class="label">{say(field.label)}</legend>
      {field.hint && <p class="hint">{say(field.hint)}</p>}
      <div class="wordings">
        {writtenLanguages.map((language) => {
          const props = {
            form,
            name: `${field.name}-${language}`,
            label: languageTexts[language],
            maxLength: field.most,
            required: language === 'selko' ? false : undefined,
          };
          return field.rows ? (
            <TextArea key={language} {...props} rows={field.rows} />
          ) : (
            <TextField key={language} {...props} />
          );
        })}
      </div>
    </fieldset>
  );
}
