// The two choices of how somebody is told things, alike on their own page and on the pages of those who
// look after them.
import { languages } from '../../../platform/language.ts';
import { RadioGroup } from '../../../ui/fields.tsx';
import type { FormState } from '../../../ui/form.tsx';
import { languageNames } from '../../../ui/page-frame.tsx';
import type { Words } from '../../../ui/speech.tsx';
import { channels } from './forms.ts';
import { channelTexts } from './person/choices.ts';

/** By which way: message, mail, letter or call. */
export function ChannelField({ form, label }: { form: FormState; label: Words }) {
  return (
    <RadioGroup
      form={form}
      name="channel"
      label={label}
      options={channels.map((channel) => ({ value: channel, label: channelTexts[channel] }))}
    />
  );
}

/** In which language; each is called by its own name. */
export function LanguageField({ form, label }: { form: FormState; label: Words }) {
  return (
    <RadioGroup
      form={form}
      name="language"
      label={label}
      options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
    />
  );
}
