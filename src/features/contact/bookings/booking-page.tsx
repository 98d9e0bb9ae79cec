// One booked time: what it is, the way in, and what can still be done.
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { RadioGroup } from '../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { Live } from '../../../ui/live.tsx';
import { Facts, Notice, PageTitle } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { Disclosure } from '../../../ui/ways.tsx';
import type { MeetingPlace } from './availability/places.ts';
import type { AttachedFile } from './before/before-meeting.ts';
import { BeforeMeeting } from './before/before-part.tsx';
import { type CancelReason, clientReasons, staffReasons } from './choices.ts';
import { AnswerCard } from './links/answer-card.tsx';
import { PlaceWords } from './place-words.tsx';
import type { Booking } from './queries.ts';
import { canCancel, canChangeMode, canMove, hasRoom, type Mode, modesToChange, nears } from './rules.ts';
import { StaffPart, type StaffView } from './staff-part.tsx';
import { TaskPart } from './tasks/task-page.tsx';
import { texts } from './texts.ts';
import { cancelTexts, modeTexts, sayWhen } from './words.ts';

export type BookingView = {
  booking: Booking;
  otherName: string;
  /** Modes the coach has hours for; phone is always possible. */
  offered: readonly Mode[];
  roomHref: string | undefined;
  question: string | undefined;
  /** What is known of the place of a meeting in person. */
  place: MeetingPlace | undefined;
  /** What the coach asks the client to prepare. */
  preparation: string | undefined;
  files: readonly AttachedFile[];
  /** What is to be done in the client's own time; undefined for a meeting. */
  task: { task: string; done: boolean } | undefined;
  /** Only for staff. */
  staff: StaffView | undefined;
  now: Temporal.Instant;
  zone: string;
  liveToken: string;
};

export function BookingPage({ view, form }: { view: BookingView; form: FormState }) {
  const language = useLanguage();
  const { booking, now, zone } = view;
  return (
    <>
      <PageTitle title={sayWhen(language, booking.startsAt, zone)} above={view.otherName} />
      <ErrorSummary form={form} />
      <Live id="booking" topics={[view.liveToken]} announce>
        {booking.cancelledAt && <Notice kind="warning" title={texts.cancelled} />}
        {nears(booking, now) && <WayIn view={view} />}
        {!view.staff && <AnswerCard booking={booking} now={now} paths={pathsOf(booking.id)} />}
        {view.task && <TaskPart booking={booking} {...view.task} zone={zone} />}
        <FactsOf view={view} />
        {!nears(booking, now) && <WayIn view={view} />}
      </Live>
      <Changes view={view} />
      <BeforeMeeting view={view} form={form} />
      {view.staff && <StaffPart view={view} staff={view.staff} form={form} />}
      <Buttons>
        <LinkButton kind="text" href="/times">
          {texts.toTimes}
        </LinkButton>
      </Buttons>
    </>
  );
}

const pathsOf = (bookingId: string) => ({
  coming: `/times/${bookingId}/coming`,
  phone: `/times/${bookingId}/mode`,
  move: `/times/new?move=${bookingId}`,
  cannot: `/times/${bookingId}/cancellation`,
});

function FactsOf({ view }: { view: BookingView }) {
  const say = useSay();
  const { booking, staff } = view;
  const facts = [
    { term: texts.way, value: modeTexts[booking.mode] },
    { term: staff ? texts.client : texts.coach, value: view.otherName },
    ...(staff && view.question ? [{ term: texts.questionOf, value: view.question }] : []),
    ...(booking.cancelReason
      ? [{ term: texts.cancelled, value: say(cancelTexts[booking.cancelReason]) }]
      : []),
  ];
  return <Facts facts={facts} />;
}

function WayIn({ view }: { view: BookingView }) {
  const say = useSay();
  const { booking, staff } = view;
  const over = booking.cancelledAt !== null || Temporal.Instant.compare(booking.endsAt, view.now) <= 0;
  if (over) return null;
  if (hasRoom(booking.mode) && view.roomHref)
    return (
      <Buttons>
        <LinkButton
          kind={staff || nears(booking, view.now) ? 'main' : 'quiet'}
          icon="video"
          href={view.roomHref}
        >
          {texts.enter}
        </LinkButton>
      </Buttons>
    );
  if (booking.place) return <PlaceWords place={booking.place} known={view.place} />;
  if (booking.mode !== 'phone') return null;
  if (!staff) return <p>{say(texts.coachCalls, { name: view.otherName })}</p>;
  if (!staff.phone) return <p>{say(texts.noPhone)}</p>;
  return (
    <Buttons>
      <LinkButton kind="main" icon="phone" href={`tel:${staff.phone}`}>
        {say(texts.callClient, { phone: staff.phone })}
      </LinkButton>
    </Buttons>
  );
}

function Changes({ view }: { view: BookingView }) {
  const say = useSay();
  const { booking, now } = view;
  const other = modesToChange(booking.mode).filter(
    (mode) =>
      canChangeMode(booking, mode, now) &&
      (mode === 'phone' ? view.staff !== undefined : view.offered.includes(mode)),
  );
  const open = canCancel(booking, now) && (view.staff !== undefined || !view.task);
  if (!open && other.length === 0) return null;
  return (
    <>
      {open && view.staff && (
        <Buttons>
          {canMove(booking, now) && (
            <LinkButton href={`/times/new?move=${booking.id}`}>{texts.move}</LinkButton>
          )}
          <LinkButton href={`/times/${booking.id}/cancellation`}>{texts.cancel}</LinkButton>
        </Buttons>
      )}
      {other.length > 0 && (
        <Disclosure summary={texts.changeMode}>
          <p>{say(texts.changeModeText)}</p>
          <ActForm action={`/times/${booking.id}/mode`}>
            <Buttons>
              {other.map((mode) => (
                <Button key={mode} name="mode" value={mode}>
                  {say(texts.changeTo, { mode: say(modeTexts[mode]) })}
                </Button>
              ))}
            </Buttons>
          </ActForm>
        </Disclosure>
      )}
    </>
  );
}

export function CancelPage(props: { booking: Booking; zone: string; forStaff: boolean; form: FormState }) {
  const language = useLanguage();
  const { booking, form } = props;
  const reasons: readonly CancelReason[] = props.forStaff ? staffReasons : clientReasons;
  return (
    <>
      <PageTitle title={texts.cancel} lead={sayWhen(language, booking.startsAt, props.zone)} />
      <ErrorSummary form={form} />
      <CancelText />
      <Form action={`/times/${booking.id}/cancellation`} submit={texts.cancel}>
        <RadioGroup
          form={form}
          name="reason"
          label={texts.cancelWhy}
          options={reasons.map((value) => ({
            value,
            label: value === 'client-cannot' && !props.forStaff ? texts.reasonCannotOwn : cancelTexts[value],
          }))}
        />
      </Form>
      <Buttons>
        <LinkButton href={`/times/${booking.id}`}>{texts.keep}</LinkButton>
      </Buttons>
    </>
  );
}

function CancelText() {
  const say = useSay();
  return <p>{say(texts.cancelText)}</p>;
}
