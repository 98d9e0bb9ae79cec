// What the link of somebody who comes too opens: when, how and where, and whether they can come. No name stands here.
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { ActForm } from '../../../../ui/form.tsx';
import { Card, Facts, Notice, PageTitle } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import type { MeetingPlace } from '../availability/places.ts';
import { seatTexts } from '../links/texts-links.ts';
import { OfficePhone } from '../links/time-link-page.tsx';
import { PlaceWords } from '../place-words.tsx';
import type { Booking } from '../queries.ts';
import { canCancel, hasRoom } from '../rules.ts';
import { texts } from '../texts.ts';
import { modeTexts, sayWhen } from '../words.ts';

export type SeatView = {
  path: string;
  booking: Booking;
  /** The door of the room that the link leads into; undefined when the meeting has none for it. */
  room: 'early' | 'open' | 'over' | undefined;
  cannot: boolean;
  /** Undefined when there is none, or when it may not be told here. */
  place: string | undefined;
  known: MeetingPlace | undefined;
  officePhone: string | undefined;
  now: Temporal.Instant;
  zone: string;
};

export function SeatPage({ view }: { view: SeatView }) {
  const say = useSay();
  const language = useLanguage();
  const { booking, zone, now, path, cannot } = view;
  return (
    <>
      <PageTitle
        above={seatTexts.invited}
        title={sayWhen(language, booking.startsAt, zone)}
        lead={say(seatTexts.minutes, {
          minutes: Math.round(booking.startsAt.until(booking.endsAt).total('minutes')),
        })}
      />
      <Facts facts={[{ term: texts.way, value: modeTexts[booking.mode] }]} />
      {view.place && <PlaceWords place={view.place} known={view.known} />}
      <p>{say(howTo(booking, view))}</p>
      {view.room && view.room !== 'over' && (
        <LinkButton kind="main" href={`${path}/room`} icon={booking.mode === 'video' ? 'video' : 'phone'}>
          {booking.mode === 'video' ? seatTexts.enterVideo : seatTexts.enterVoice}
        </LinkButton>
      )}
      {canCancel(booking, now) && (
        <Card title={cannot ? seatTexts.youCannot : seatTexts.areYouComing}>
          {cannot ? (
            <>
              <Notice kind="info" title={seatTexts.told} />
              <ActForm action={`${path}/coming`}>
                <Button>{seatTexts.canAfterAll}</Button>
              </ActForm>
            </>
          ) : (
            <>
              <p>{say(seatTexts.onlyIfNot)}</p>
              <Buttons>
                <ActForm action={`${path}/absence`}>
                  <Button>{texts.iCannot}</Button>
                </ActForm>
              </Buttons>
            </>
          )}
        </Card>
      )}
      <OfficePhone phone={view.officePhone} />
    </>
  );
}

function howTo(booking: Booking, view: SeatView) {
  if (booking.mode === 'in-person') return view.place ? seatTexts.comeThere : seatTexts.askPlace;
  if (view.room) return view.room === 'over' ? seatTexts.roomOver : seatTexts.roomHere;
  if (hasRoom(booking.mode)) return view.officePhone ? seatTexts.roomCall : seatTexts.room;
  return view.officePhone ? seatTexts.phoneCall : seatTexts.phone;
}
