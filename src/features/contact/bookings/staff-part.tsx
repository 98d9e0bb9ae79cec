// What only staff see of a booking: whether it happened, who else comes, and what has been done to it.
import { sayDay, sayTime, type Text } from '../../../platform/language.ts';
import { Button } from '../../../ui/buttons.tsx';
import { NumberField, RadioGroup, SelectField, TextField } from '../../../ui/fields.tsx';
import { ActForm, Form, type FormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import type { BookingView } from './booking-page.tsx';
import { missReasons, type ParticipantKind, participantKinds } from './choices.ts';
import { canTellOutcome, type Mode, modes } from './rules.ts';
import { texts } from './texts.ts';
import { texts as staffTexts } from './texts-staff.ts';
import { missTexts, modeTexts } from './words.ts';

export type StaffView = {
  phone: string | null;
  changes: readonly {
    what: 'booked' | 'moved' | 'mode' | 'cancelled';
    mode: Mode;
    changedAt: Temporal.Instant;
    byName: string;
  }[];
  participants: readonly { id: string; kind: ParticipantKind; name: string }[];
};

const whatTexts: Readonly<Record<StaffView['changes'][number]['what'], Text>> = {
  booked: texts.didBooked,
  moved: texts.didMoved,
  mode: texts.didMode,
  cancelled: texts.didCancelled,
};

const kindTexts: Readonly<Record<ParticipantKind, Text>> = {
  relative: staffTexts.relative,
  interpreter: staffTexts.interpreter,
  partner: staffTexts.partner,
};

export function StaffPart(props: { view: BookingView; staff: StaffView; form: FormState }) {
  const say = useSay();
  const language = useLanguage();
  const { view, staff, form } = props;
  return (
    <>
      {canTellOutcome(view.booking, view.now) && <OutcomeForm view={view} form={form} />}
      <Participants view={view} staff={staff} form={form} />
      <Section title={texts.history}>
        <ul>
          {staff.changes.map((change) => {
            const at = change.changedAt.toZonedDateTimeISO(view.zone);
            const when = `${sayDay(language, at.toPlainDate(), 'short')} ${sayTime(language, at.toPlainTime())}`;
            const said = [when, say(whatTexts[change.what]), say(modeTexts[change.mode]), change.byName];
            return <li key={change.changedAt.toString()}>{said.filter(Boolean).join(' · ')}</li>;
          })}
        </ul>
      </Section>
    </>
  );
}

function OutcomeForm({ view, form }: { view: BookingView; form: FormState }) {
  const values = { actualMode: view.booking.mode, ...form.values };
  const filled = { ...form, values };
  return (
    <Section title={staffTexts.outcome}>
      <Form action={`/times/${view.booking.id}/outcome`} submit={staffTexts.save}>
        <RadioGroup
          form={filled}
          name="happened"
          label={staffTexts.outcome}
          inline
          options={[
            { value: 'yes', label: staffTexts.yes },
            { value: 'no', label: staffTexts.no },
          ]}
        />
        <SelectField
          form={filled}
          name="actualMode"
          label={staffTexts.actualMode}
          choose={false}
          options={modes.map((value) => ({ value, label: modeTexts[value] }))}
        />
        <SelectField
          form={filled}
          name="reason"
          label={staffTexts.missReason}
          required={false}
          options={missReasons.map((value) => ({ value, label: missTexts[value] }))}
        />
        <NumberField form={filled} name="late" label={staffTexts.late} required={false} />
      </Form>
    </Section>
  );
}

function Participants({ view, staff, form }: { view: BookingView; staff: StaffView; form: FormState }) {
  const say = useSay();
  return (
    <Section title={staffTexts.participants}>
      <ul>
        {staff.participants.map((one) => (
          <li key={one.id}>
            {one.name} · {say(kindTexts[one.kind])}
            <ActForm action={`/times/${view.booking.id}/participants/${one.id}/removal`}>
              <Button small about={one.name}>
                {staffTexts.remove}
              </Button>
            </ActForm>
          </li>
        ))}
      </ul>
      <Form action={`/times/${view.booking.id}/participants`}>
        <SelectField
          form={form}
          name="kind"
          label={staffTexts.kind}
          choose={false}
          options={participantKinds.map((value) => ({ value, label: kindTexts[value] }))}
        />
        <TextField form={form} name="name" label={staffTexts.name} width="medium" />
        <Button>{staffTexts.addParticipant}</Button>
      </Form>
    </Section>
  );
}
