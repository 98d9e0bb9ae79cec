// What only staff see of a booking: whether it happened, who else comes, and what has been done to it.
import { sayDay, sayTime, type Text } from '../../../platform/language.ts';
import { NumberField, RadioGroup, SelectField } from '../../../ui/fields.tsx';
import { Form, type FormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import type { BookingView } from './booking-page.tsx';
import { missReasons } from './choices.ts';
import { ClientLink } from './links/link-part.tsx';
import { canMove, canTellOutcome, type Mode, modes } from './rules.ts';
import type { ShownParticipant } from './seats/participants.ts';
import { Participants } from './seats/participants-part.tsx';
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
  participants: readonly ShownParticipant[];
  /** The client must always sign in. */
  signsIn: boolean;
  /** A link of the client leads to this time. */
  hasLink: boolean;
};

const whatTexts: Readonly<Record<StaffView['changes'][number]['what'], Text>> = {
  booked: texts.didBooked,
  moved: texts.didMoved,
  mode: texts.didMode,
  cancelled: texts.didCancelled,
};

export function StaffPart(props: { view: BookingView; staff: StaffView; form: FormState }) {
  const say = useSay();
  const language = useLanguage();
  const { view, staff, form } = props;
  return (
    <>
      {canTellOutcome(view.booking, view.now) && <OutcomeForm view={view} form={form} />}
      {canMove(view.booking, view.now) && <ClientLink view={view} staff={staff} />}
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
