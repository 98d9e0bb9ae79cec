// The one card of Today: what goes on now or next, and its one main button.
import type { ComponentChildren } from 'preact';
import { sayDay, sayMinutes, sayTime, shortTime } from '../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { ActForm, Form } from '../../../ui/form.tsx';
import { Card } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { sayMoney } from '../../coaching/days/door.ts';
import { asSentence, classTexts } from '../../coaching/enrolments/door.ts';
import { moodTexts } from '../../coaching/my-days/panel.tsx';
import { roomHref } from '../../contact/calls/door.ts';
import { RoomOpen } from '../../contact/calls/panel.tsx';
import { sessionHref } from '../../contact/groups/door.ts';
import { texts } from './texts.ts';
import type { ExpectedToday, Today, TodayPiece } from './today.ts';

type CardProps = { today: Today; of: ExpectedToday; href: string };

export function StepCard(props: CardProps) {
  const { step } = props.of;
  const say = useSay();
  switch (step.kind) {
    case 'join':
      return <JoinCard today={props.today} piece={step.piece} room={props.of.room} />;
    case 'place':
      return (
        <PieceCard today={props.today} piece={step.piece}>
          <p>
            {say(texts.placeText)} {step.piece.place && say(texts.placeAt, { place: step.piece.place })}
          </p>
        </PieceCard>
      );
    case 'greet':
      return <GreetCard {...props} piece={step.piece} />;
    case 'early':
      return <EarlyCard {...props} piece={step.piece} />;
    case 'touch':
      return <TouchCard {...props} piece={step.piece} />;
    case 'break':
      return <BreakCard today={props.today} piece={step.piece} next={step.next} />;
    case 'plan':
      return <PlanCard {...props} piece={step.piece} />;
    case 'work':
      return <WorkCard {...props} piece={step.piece} />;
    case 'diary':
      return <DiaryCard href={props.href} />;
    case 'absent':
      return <AbsentCard {...props} />;
    case 'done':
      return <DoneCard {...props} />;
  }
}

function JoinCard(props: { today: Today; piece: TodayPiece; room: ExpectedToday['room'] }) {
  const say = useSay();
  const { today, piece, room } = props;
  return (
    <PieceCard today={today} piece={piece}>
      {room && <RoomOpen present={room.present} />}
      <p>{say(piece.description ?? texts.joinText)}</p>
      <Buttons>
        <LinkButton
          kind="main"
          icon="video"
          href={piece.roomId ? roomHref(piece.roomId) : sessionHref(piece.id)}
        >
          {texts.join}
        </LinkButton>
        <LinkButton href="/help/call?about=technology">{texts.technology}</LinkButton>
      </Buttons>
    </PieceCard>
  );
}

function GreetCard({ today, href, piece }: CardProps & { piece: TodayPiece | undefined }) {
  const say = useSay();
  const morning = today.at.toZonedDateTimeISO(today.zone).hour < 11;
  return (
    <PieceCard today={today} piece={piece} title={piece?.title ?? texts.greetTitle}>
      <p>{say(texts.greetText)}</p>
      <ActForm action={`${href}/hello`}>
        <Buttons>
          <Button kind="main">{morning ? texts.greetMorning : texts.greetDay}</Button>
        </Buttons>
      </ActForm>
    </PieceCard>
  );
}

function EarlyCard({ today, of, href, piece }: CardProps & { piece: TodayPiece }) {
  const say = useSay();
  const time = sayTime(useLanguage(), timeIn(today, piece.startsAt));
  return (
    <Card title={say(texts.earlyTitle, { time })}>
      <p>{say(texts.earlyText, { title: say(piece.title) })}</p>
      <Buttons>
        <LinkButton href={`${href}/plan`}>{of.facts.plan ? texts.changePlan : texts.plan}</LinkButton>
      </Buttons>
    </Card>
  );
}

function TouchCard({ today, href, piece }: CardProps & { piece: TodayPiece }) {
  const say = useSay();
  return (
    <PieceCard today={today} piece={piece}>
      <p>{say(texts.touchText)}</p>
      <ActForm action={`${href}/midday`}>
        <Buttons>
          <Button kind="main" icon="good">
            {texts.touch}
          </Button>
        </Buttons>
      </ActForm>
      <Buttons>
        <LinkButton href="/help/call" icon="phone">
          {texts.callMe}
        </LinkButton>
      </Buttons>
    </PieceCard>
  );
}

function BreakCard(props: { today: Today; piece: TodayPiece; next: TodayPiece | undefined }) {
  const say = useSay();
  const language = useLanguage();
  const { today, next } = props;
  return (
    <PieceCard today={today} piece={props.piece}>
      <p>
        {next
          ? say(texts.breakText, {
              time: asSentence(sayTime(language, timeIn(today, next.startsAt))),
              title: say(next.title),
            })
          : say(texts.breakOnly)}
      </p>
    </PieceCard>
  );
}

function PlanCard({ today, href, piece }: CardProps & { piece: TodayPiece | undefined }) {
  const say = useSay();
  return (
    <PieceCard today={today} piece={piece} title={texts.planTitle}>
      <p>{say(texts.planText)}</p>
      <Buttons>
        <LinkButton kind="main" href={`${href}/plan`}>
          {texts.plan}
        </LinkButton>
      </Buttons>
    </PieceCard>
  );
}

function WorkCard({ today, of, href, piece }: CardProps & { piece: TodayPiece | undefined }) {
  const say = useSay();
  const minutes = of.facts.ownWorks.reduce((sum, work) => sum + work.minutes, 0);
  const missing = of.suggested.suggestion.missingMinutes;
  return (
    <PieceCard today={today} piece={piece} title={piece?.title ?? texts.workTitle}>
      <p>
        {piece
          ? say(texts.workText, { count: of.facts.ownWorks.length, minutes, sum: sayMinutes(minutes) })
          : say(texts.workMissing, { minutes: missing, sum: sayMinutes(missing) })}
      </p>
      <Buttons>
        <LinkButton kind="main" href={`${href}/own-work`}>
          {texts.work}
        </LinkButton>
        <LinkButton href={`${href}/plan`}>{of.facts.plan ? texts.changePlan : texts.plan}</LinkButton>
      </Buttons>
    </PieceCard>
  );
}

function DiaryCard({ href }: { href: string }) {
  const say = useSay();
  return (
    <Card title={texts.diaryTitle}>
      <p>{say(texts.diaryText)}</p>
      <Form action={`${href}/diary`}>
        <div class="moods">
          {[5, 4, 3, 2, 1].map((mood) => (
            <Button key={mood} name="mood" value={String(mood)}>
              {moodTexts[mood]}
            </Button>
          ))}
        </div>
      </Form>
      <p>
        <a href={`${href}/diary`}>{say(texts.diaryMore)}</a>
      </p>
    </Card>
  );
}

function AbsentCard({ of, href }: CardProps) {
  const say = useSay();
  const language = useLanguage();
  const told = of.facts.absence;
  return (
    <Card title={texts.absentTitle}>
      {told && <p>{say(texts.absentText, { reason: say(classTexts[told.class]) })}</p>}
      {/* What a confirmed absence means stands beside the confirmation. */}
      {told && !of.outcome && (
        <p>
          {sayMoney(language, { ...of, class: told.class, swappedWith: undefined })}
          {of.benefit === 'expense-allowance' && ` ${say(texts.absentToPayer)}`}
        </p>
      )}
      {!of.outcome && (
        <ActForm action={`${href}/absence/withdrawal`}>
          <Buttons>
            <Button>{texts.absentBack}</Button>
          </Buttons>
        </ActForm>
      )}
    </Card>
  );
}

function DoneCard({ today, of }: CardProps) {
  const say = useSay();
  const language = useLanguage();
  const next = today.nextDay && say(texts.freeNext, { day: sayDay(language, today.nextDay) });
  return (
    <Card title={texts.doneTitle}>
      <p>{[say(of.outcome ? texts.doneConfirmed : texts.doneText), next].filter(Boolean).join(' ')}</p>
    </Card>
  );
}

/** A card with when and what; without a piece only the title stands. */
function PieceCard(props: {
  today: Today;
  piece: TodayPiece | undefined;
  title?: TodayPiece['title'];
  children: ComponentChildren;
}) {
  const say = useSay();
  const language = useLanguage();
  const { today, piece } = props;
  if (!piece) return <Card title={props.title}>{props.children}</Card>;
  const from = timeIn(today, piece.startsAt);
  const begun = Temporal.Instant.compare(piece.startsAt, today.at) <= 0;
  const when = begun
    ? say(texts.now, {
        from: sayTime(language, from),
        to: shortTime(language, timeIn(today, piece.endsAt)),
      })
    : say(texts.next, { from: sayTime(language, from) });
  return (
    <Card above={when} title={props.title ?? piece.title}>
      {props.children}
    </Card>
  );
}

const timeIn = (today: Today, at: Temporal.Instant) => at.toZonedDateTimeISO(today.zone).toPlainTime();
