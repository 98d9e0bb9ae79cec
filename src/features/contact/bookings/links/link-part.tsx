// The client's link to a time, as staff send and stop it, and the request to a client to book by themselves.
import { Button, Buttons } from '../../../../ui/buttons.tsx';
import { ActForm } from '../../../../ui/form.tsx';
import { Notice, Section } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import type { BookingView } from '../booking-page.tsx';
import type { StaffView } from '../staff-part.tsx';
import { linkPageTexts as texts } from './texts-links.ts';

export function ClientLink({ view, staff }: { view: BookingView; staff: StaffView }) {
  const say = useSay();
  const path = `/times/${view.booking.id}/link`;
  return (
    <Section title={texts.linkOfClient}>
      <p class="small quiet-ink">{say(staff.signsIn ? texts.linkProtected : texts.linkOfClientText)}</p>
      <Buttons>
        <ActForm action={path}>
          <Button>{texts.sendLink}</Button>
        </ActForm>
        {staff.hasLink && !staff.signsIn && (
          <ActForm action={`${path}/revocation`}>
            <Button>{texts.stopLink}</Button>
          </ActForm>
        )}
      </Buttons>
    </Section>
  );
}

export function InviteClient(props: { clientId: string; coachId: string; invited: boolean }) {
  if (props.invited) return <Notice kind="good" title={texts.invitedNow} announce />;
  return (
    <ActForm action="/times/invitations" fields={{ client: props.clientId, coach: props.coachId }}>
      <Button>{texts.inviteClient}</Button>
    </ActForm>
  );
}
