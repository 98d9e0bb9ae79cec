// The pages with one form each about a person: add, details, whereabouts, a role, a coach, an ending.
import type { Text } from '../../../../platform/language.ts';
import type { Role } from '../../../../platform/session.ts';
import { LinkButton } from '../../../../ui/buttons.tsx';
import {
  Checkbox,
  DateField,
  NumberField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '../../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { Notice, PageTitle } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { genders } from '../forms.ts';
import { ChannelField, LanguageField } from '../panel.tsx';
import { texts } from '../texts.ts';
import { roleTexts } from '../ties/texts-roles.ts';
import { genderTexts, kindTexts } from './choices.ts';

type Unit = { id: string; name: Text };
type Whom = { id: string; name: string };

export function NewPersonPage(props: {
  form: FormState;
  roles: readonly Role[];
  units: readonly Unit[];
  /** Somebody with the same details is here: adding needs a second yes. */
  alike: boolean;
}) {
  const { form } = props;
  return (
    <>
      <PageTitle title={texts.addPerson} above={texts.people} lead={texts.addLead} />
      <ErrorSummary form={form} />
      <Form action="/people" submit={texts.add}>
        <NameFields form={form} />
        <ContactFields form={form} />
        <RoleFields {...props} />
        <Checkbox form={form} name="invite" label={texts.inviteNow} hint={texts.inviteText} />
        {props.alike && <Checkbox form={form} name="anyway" label={texts.addAnyway} />}
      </Form>
    </>
  );
}

/** Details of a person: all of them for a manager, contacts and needs for a coach. */
export function DetailsPage(props: { whom: Whom; form: FormState; all: boolean }) {
  const { form, whom } = props;
  return (
    <>
      <PageTitle title={texts.editDetails} above={whom.name} />
      <ErrorSummary form={form} />
      <Form action={`/people/${whom.id}/details`} submit={texts.save}>
        {props.all && <NameFields form={form} />}
        <ContactFields form={form} />
      </Form>
    </>
  );
}

export function WhereaboutsPage(props: {
  whom: Whom;
  form: FormState;
  guarded: boolean;
  /** The units of the person's roles, told here only. */
  units: readonly Text[];
  mayChange: boolean;
}) {
  const { form, whom } = props;
  const address = form.values.address;
  return (
    <>
      <PageTitle title={texts.whereabouts} above={whom.name} />
      <ErrorSummary form={form} />
      {props.guarded && <Notice kind="warning">{texts.whereaboutsProtected}</Notice>}
      <Units units={props.units} />
      {props.mayChange ? (
        <Form action={`/people/${whom.id}/whereabouts`} submit={texts.save}>
          <TextArea form={form} name="address" label={texts.address} rows={3} required={false} />
          <NumberField
            form={form}
            name="distance"
            label={texts.distance}
            hint={texts.distanceHint}
            required={false}
          />
        </Form>
      ) : (
        <p class="kept-lines">{address}</p>
      )}
      <LinkButton href={`/people/${whom.id}`}>{texts.back}</LinkButton>
    </>
  );
}

export function GrantPage(props: {
  whom: Whom;
  form: FormState;
  roles: readonly Role[];
  units: readonly Unit[];
}) {
  const { form, whom } = props;
  return (
    <>
      <PageTitle title={texts.giveRole} above={whom.name} />
      <ErrorSummary form={form} />
      <Form action={`/people/${whom.id}/roles`} submit={texts.save}>
        <RoleFields {...props} />
        <DateField form={form} name="ends-on" label={texts.endsOn} required={false} />
      </Form>
    </>
  );
}

export function RelationPage(props: {
  whom: Whom;
  form: FormState;
  coaches: readonly { id: string; name: string }[];
}) {
  const { form, whom } = props;
  return (
    <>
      <PageTitle title={texts.giveCoach} above={whom.name} lead={texts.giveCoachHint} />
      <ErrorSummary form={form} />
      <Form action={`/people/${whom.id}/coaches`} submit={texts.save}>
        <SelectField
          form={form}
          name="coach"
          label={texts.coach}
          options={props.coaches.map((coach) => ({ value: coach.id, label: coach.name }))}
        />
        <RadioGroup
          form={form}
          name="kind"
          label={texts.kindOfCoach}
          inline
          options={[
            { value: 'own-coach', label: kindTexts['own-coach'] },
            { value: 'substitute', label: kindTexts.substitute },
          ]}
        />
        <DateField form={form} name="starts-on" label={texts.startsOn} />
        <DateField form={form} name="ends-on" label={texts.endsOn} required={false} />
      </Form>
    </>
  );
}

/** The last day of a role or of a relation. `what` says which. */
export function EndingPage(props: { whom: Whom; what: string; action: string; form: FormState }) {
  return (
    <>
      <PageTitle title={props.what} above={props.whom.name} />
      <ErrorSummary form={props.form} />
      <Form action={props.action} submit={texts.save}>
        <DateField form={props.form} name="ends-on" label={texts.endsOn} />
      </Form>
      <LinkButton href={`/people/${props.whom.id}`}>{texts.back}</LinkButton>
    </>
  );
}

function Units({ units }: { units: readonly Text[] }) {
  const say = useSay();
  if (units.length === 0) return null;
  return (
    <ul>
      {units.map((unit) => (
        <li key={unit.fi}>{say(unit)}</li>
      ))}
    </ul>
  );
}

function NameFields({ form }: { form: FormState }) {
  return (
    <>
      <TextField form={form} name="given-name" label={texts.givenName} width="medium" maxLength={80} />
      <TextField form={form} name="family-name" label={texts.familyName} width="medium" maxLength={80} />
      <DateField form={form} name="born-on" label={texts.bornOn} required={false} />
      <SelectField
        form={form}
        name="gender"
        label={texts.gender}
        hint={texts.genderHint}
        required={false}
        options={genders.map((gender) => ({ value: gender, label: genderTexts[gender] }))}
      />
    </>
  );
}

function ContactFields({ form }: { form: FormState }) {
  return (
    <>
      <TextField
        form={form}
        name="preferred-name"
        label={texts.preferredName}
        hint={texts.preferredNameHint}
        width="medium"
        maxLength={80}
        required={false}
      />
      <TextField form={form} name="phone" type="tel" label={texts.phone} width="medium" required={false} />
      <TextField form={form} name="email" type="email" label={texts.email} required={false} />
      <ChannelField form={form} label={texts.channel} />
      <LanguageField form={form} label={texts.language} />
      <TextArea
        form={form}
        name="needs"
        label={texts.needs}
        hint={texts.needsHint}
        rows={4}
        maxLength={4000}
        required={false}
      />
    </>
  );
}

function RoleFields(props: { form: FormState; roles: readonly Role[]; units: readonly Unit[] }) {
  const { form } = props;
  return (
    <>
      <SelectField
        form={form}
        name="role"
        label={texts.role}
        options={props.roles.map((role) => ({ value: role, label: roleTexts[role] }))}
      />
      {props.units.length > 0 && (
        <SelectField
          form={form}
          name="unit"
          label={texts.unit}
          required={false}
          choose={texts.wholeOffice}
          options={props.units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      )}
      <DateField form={form} name="starts-on" label={texts.startsOn} />
    </>
  );
}
