// Who else comes, for staff: their answers, their own links, and a form for one more.
import { Button } from '../../../../ui/buttons.tsx';
import { SelectField, TextField } from '../../../../ui/fields.tsx';
import { ActForm, Form, type FormState, hasErrors } from '../../../../ui/form.tsx';
import { Section, Status } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { Disclosure } from '../../../../ui/ways.tsx';
import type { BookingView } from '../booking-page.tsx';
import { participantKinds } from '../choices.ts';
import { seatTexts } from '../links/texts-links.ts';
import { canMove } from '../rules.ts';
import type { StaffView } from '../staff-part.tsx';
import { texts as staffTexts } from '../texts-staff.ts';
import { kindTexts, type ShownParticipant } from './participants.ts';

export function Participants(props: { view: BookingView; staff: StaffView; form: FormState }) {
  const { view, staff, form } = props;
  const open = canMove(view.booking, view.now);
  if (!open && staff.participants.length === 0) return null;
  return (
    <Section title={staffTexts.participants}>
      {staff.participants.length > 0 && (
        <ul>
          {staff.participants.map((one) => (
            <li key={one.id}>
              <OneOf bookingId={view.booking.id} one={one} open={open} />
            </li>
          ))}
        </ul>
      )}
      {open && (
        <Disclosure summary={staffTexts.addParticipant} open={hasErrors(form)}>
          <Form action={`/times/${view.booking.id}/participants`}>
            <SelectField
              form={form}
              name="kind"
              label={staffTexts.kind}
              choose={false}
              options={participantKinds.map((value) => ({ value, label: kindTexts[value] }))}
            />
            <TextField form={form} name="name" label={staffTexts.name} width="medium" />
            <TextField
              form={form}
              name="email"
              type="email"
              label={seatTexts.email}
              hint={seatTexts.contactHint}
              required={false}
              width="medium"
            />
            <TextField
              form={form}
              name="phone"
              type="tel"
              label={seatTexts.phoneNumber}
              required={false}
              width="medium"
            />
            <Button>{staffTexts.addParticipant}</Button>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}

function OneOf(props: { bookingId: string; one: ShownParticipant; open: boolean }) {
  const say = useSay();
  const { one } = props;
  return (
    <>
      {one.name} · {say(kindTexts[one.kind])}{' '}
      {one.cannot && <Status mood="warning">{seatTexts.cannotCome}</Status>}
      {one.told && !one.cannot && <Status mood="good">{seatTexts.sent}</Status>}
      {props.open && (
        <>
          <Disclosure summary={seatTexts.ownLink}>
            <p class="small">
              <a href={one.href}>{one.href}</a>
            </p>
          </Disclosure>
          <ActForm action={`/times/${props.bookingId}/participants/${one.id}/removal`}>
            <Button small about={one.name}>
              {staffTexts.remove}
            </Button>
          </ActForm>
        </>
      )}
    </>
  );
}
