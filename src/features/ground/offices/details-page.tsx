import { languages } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import { CheckboxGroup, TextArea, TextField } from '../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { languageNames } from '../../../ui/page-frame.tsx';
import { Notice, PageTitle } from '../../../ui/parts.tsx';
import { OfficeTabs } from './office-tabs.tsx';
import type { Contacts } from './tables.ts';
import { texts } from './texts.ts';

/** A form filled with a name in three languages and contacts. */
export function namedValues(
  name: { fi: string; sv: string; en: string },
  contacts: Contacts,
): Record<string, string> {
  return {
    'name-fi': name.fi,
    'name-sv': name.sv,
    'name-en': name.en,
    phone: contacts.phone ?? '',
    sms: contacts.sms ?? '',
    email: contacts.email ?? '',
    address: contacts.address ?? '',
    web: contacts.web ?? '',
    'data-protection': contacts.dataProtection ?? '',
  };
}

export function NameFields({ form }: { form: FormState }) {
  return (
    <>
      <TextField form={form} name="name-fi" label={texts.nameFi} maxLength={120} />
      <TextField form={form} name="name-sv" label={texts.nameSv} hint={texts.nameHint} required={false} />
      <TextField form={form} name="name-en" label={texts.nameEn} hint={texts.nameHint} required={false} />
    </>
  );
}

export function ContactFields({ form }: { form: FormState }) {
  return (
    <>
      <TextField form={form} name="phone" type="tel" label={texts.phone} width="medium" required={false} />
      <TextField form={form} name="sms" type="tel" label={texts.sms} width="medium" required={false} />
      <TextField form={form} name="email" type="email" label={texts.email} required={false} />
      <TextArea form={form} name="address" label={texts.address} rows={3} required={false} />
      <TextField form={form} name="web" type="url" label={texts.web} required={false} />
    </>
  );
}

export function DetailsPage(props: { actor: Actor; form: FormState; saved: boolean }) {
  const { form } = props;
  return (
    <>
      <PageTitle title={texts.details} above={texts.office} />
      <ErrorSummary form={form} />
      <OfficeTabs actor={props.actor} current="details" />
      {props.saved && (
        <Notice kind="good" announce>
          {texts.saved}
        </Notice>
      )}
      <Form action="/office/details" submit={texts.save}>
        <NameFields form={form} />
        <CheckboxGroup
          form={form}
          name="languages[]"
          label={texts.languages}
          hint={texts.languagesHint}
          required
          options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
        />
        <ContactFields form={form} />
        <TextField
          form={form}
          name="data-protection"
          type="email"
          label={texts.dataProtection}
          required={false}
        />
      </Form>
    </>
  );
}
