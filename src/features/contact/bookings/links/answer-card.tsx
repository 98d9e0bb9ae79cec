// The answers to a time, each one press: coming, by phone instead, another time, cannot. The same for a client who is
// signed in and one who came by a link; only the addresses differ.
import { Button, LinkButton } from '../../../../ui/buttons.tsx';
import { ActForm } from '../../../../ui/form.tsx';
import { Card, Notice } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import type { Booking } from '../queries.ts';
import { canCancel, canChangeMode, nears } from '../rules.ts';
import { texts } from '../texts.ts';
import { linkPageTexts } from './texts-links.ts';

export type AnswerPaths = { coming: string; phone: string; move: string; cannot: string };

export function AnswerCard(props: { booking: Booking; now: Temporal.Instant; paths: AnswerPaths }) {
  const say = useSay();
  const { booking, now, paths } = props;
  // To a task of one's own nobody comes.
  if (!canCancel(booking, now) || booking.mode === 'own-time') return null;
  return (
    <Card title={booking.comingAt ? linkPageTexts.answered : linkPageTexts.areYouComing}>
      {booking.comingAt && (
        <Notice kind="good" title={linkPageTexts.thanks}>
          <p>{say(linkPageTexts.thanksText)}</p>
        </Notice>
      )}
      <div class="answers">
        {!booking.comingAt && (
          <ActForm action={paths.coming}>
            <Button kind={nears(booking, now) ? 'quiet' : 'main'} icon="good">
              {texts.iCome}
            </Button>
          </ActForm>
        )}
        {booking.mode !== 'phone' && canChangeMode(booking, 'phone', now) && (
          <ActForm action={paths.phone} fields={{ mode: 'phone' }}>
            <Button icon="phone">{texts.toPhone}</Button>
          </ActForm>
        )}
        <LinkButton icon="calendar" href={paths.move}>
          {texts.move}
        </LinkButton>
        <LinkButton href={paths.cannot}>{texts.iCannot}</LinkButton>
      </div>
    </Card>
  );
}
