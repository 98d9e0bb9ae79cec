// The fields of what is offered to clients under a name of its own: the name in each language, the unit, the service.
import { SelectField, TextField } from '../../../ui/fields.tsx';
import type { FormState } from '../../../ui/form.tsx';
import type { OfferedChoices, UnitChoices } from './offered-form.ts';
import { texts } from './texts-offered.ts';

export function OfferedFields({ form, choices }: { form: FormState; choices: OfferedChoices }) {
  const { services } = choices;
  return (
    <>
      <TextField form={form} name="name-fi" label={texts.nameFi} />
      <TextField form={form} name="name-sv" label={texts.nameSv} />
      <TextField form={form} name="name-en" label={texts.nameEn} />
      <UnitField form={form} choices={choices} />
      {services.length > 0 && (
        <SelectField
          form={form}
          name="service"
          label={texts.service}
          hint={texts.serviceHint}
          choose={texts.noService}
          options={services.map((service) => ({ value: service.id, label: service.name }))}
        />
      )}
    </>
  );
}

/** The unit to which something belongs; nothing to ask where there is one answer. */
export function UnitField({
  form,
  choices: { units, wholeOffice },
}: {
  form: FormState;
  choices: UnitChoices;
}) {
  if (units.length + Number(wholeOffice) < 2) return null;
  return (
    <SelectField
      form={form}
      name="unit"
      label={texts.unit}
      {...(wholeOffice ? { choose: texts.wholeOffice } : {})}
      options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
    />
  );
}
