// What a client's personal link opens: one time, and what can be done about it. Every act is a form, so the page works
// without script, and looking at it (as mail scanners do) does nothing. No name of the client stands here.
import type { Text } from '../../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { RadioGroup, TextArea } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { Facts, Notice, PageTitle, Section } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import { Disclosure } from '../../../../ui/ways.tsx';
import type { MeetingPlace } from '../availability/places.ts';
import { clientReasons } from '../choices.ts';
import { PlaceWords } from '../place-words.tsx';
import type { Booking } from '../queries.ts';
import { canCancel, hasRoom, nears } from '../rules.ts';
import { texts } from '../texts.ts';
import { cancelTexts, modeTexts, sayWhen } from '../words.ts';
import { AnswerCard } from './answer-card.tsx';
import { linkPageTexts } from './texts-links.ts';

export type TimeLinkView = {
  /** The path of this link, without a slash at its end. */
  path: string;
  booking: Booking;
  coachName: string;
  /** What is known of the place of a meeting in person. */
  place: MeetingPlace | undefined;
  /** Where the office can be called. */
  officePhone: string | undefined;
  now: Temporal.Instant;
  zone: string;
};

export function TimeLinkPage(props: { view: TimeLinkView; done: Text | undefined; form: FormState }) {
  const { view, done, form } = props;
  const language = useLanguage();
  const { booking, now, zone, path } = view;
  const open = canCancel(booking, now);
  return (
    <>
      <PageTitle above={linkPageTexts.yourTime} title={sayWhen(language, booking.startsAt, zone)} />
      <ErrorSummary form={form} />
      {done && !booking.cancelledAt && <Notice kind="good" title={done} announce />}
      {booking.cancelledAt && <Notice kind="warning" title={texts.cancelled} />}
      {nears(booking, now) && <HowToMeet view={view} />}
      <AnswerCard booking={booking} now={now} paths={pathsOf(path)} />
      <Facts
        facts={[
          { term: texts.way, value: modeTexts[booking.mode] },
          { term: texts.coach, value: view.coachName },
        ]}
      />
      {!booking.cancelledAt && !nears(booking, now) && <HowToMeet view={view} />}
      {open && (
        <Disclosure summary={linkPageTexts.tellBefore}>
          <Form action={`${path}/question`} submit={texts.send}>
            <TextArea
              form={form}
              name="question"
              label={texts.question}
              hint={linkPageTexts.questionHint}
              required={false}
            />
          </Form>
        </Disclosure>
      )}
      <OfficePhone phone={view.officePhone} />
    </>
  );
}

const pathsOf = (path: string) => ({
  coming: `${path}/coming`,
  phone: `${path}/phone`,
  move: `${path}/times`,
  cannot: `${path}/cancellation`,
});

function HowToMeet({ view }: { view: TimeLinkView }) {
  const say = useSay();
  const { booking, now, path } = view;
  if (Temporal.Instant.compare(booking.endsAt, now) <= 0) return null;
  if (booking.mode === 'phone') return <p>{say(texts.coachCalls, { name: view.coachName })}</p>;
  if (booking.place) return <PlaceWords place={booking.place} known={view.place} />;
  if (!hasRoom(booking.mode) || !booking.roomId) return null;
  return (
    <>
      <p>{say(linkPageTexts.roomText)}</p>
      <ActForm action={`${path}/room`}>
        <Button kind={nears(booking, now) ? 'main' : 'quiet'} icon="video">
          {texts.enter}
        </Button>
      </ActForm>
    </>
  );
}

export function OfficePhone({ phone }: { phone: string | undefined }) {
  const say = useSay();
  if (!phone) return null;
  return (
    <p class="small quiet-ink">
      {say(linkPageTexts.questions)} <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>
    </p>
  );
}

export function LinkCancelPage({ view, form }: { view: TimeLinkView; form: FormState }) {
  const say = useSay();
  const language = useLanguage();
  const { booking, path, zone } = view;
  return (
    <>
      <PageTitle title={texts.iCannot} above={sayWhen(language, booking.startsAt, zone)} />
      <ErrorSummary form={form} />
      <Section title={linkPageTexts.otherTime}>
        <p>{say(linkPageTexts.otherTimeText)}</p>
        <Buttons>
          <LinkButton kind="main" icon="calendar" href={`${path}/times`}>
            {texts.move}
          </LinkButton>
        </Buttons>
      </Section>
      <Section title={texts.cancel}>
        <p>{say(texts.cancelText)}</p>
        <Form action={`${path}/cancellation`}>
          <RadioGroup
            form={form}
            name="reason"
            label={texts.cancelWhy}
            options={clientReasons.map((value) => ({
              value,
              label: value === 'client-cannot' ? texts.reasonCannotOwn : cancelTexts[value],
            }))}
          />
          <Button kind="danger">{texts.cancel}</Button>
        </Form>
      </Section>
      <Buttons>
        <LinkButton kind="text" href={path}>
          {texts.keep}
        </LinkButton>
      </Buttons>
    </>
  );
}
