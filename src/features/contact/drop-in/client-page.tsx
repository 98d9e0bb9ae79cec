// Without an appointment, as a client sees it: what is open, one's number, one's turn, and how to go on.
import { sayDay, sayMinutes, sayTime, type Text } from '../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { RadioGroup } from '../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { Live } from '../../../ui/live.tsx';
import { Card, EmptyState, Notice, PageTitle, Section, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import type { DropIn, Place, Wait } from './queries.ts';
import { isCalled, isWaiting, mayAskCallback, mayNotReach, type Opening } from './rules.ts';
import { texts } from './texts.ts';
import { modeHints, modeTexts, Week } from './words.tsx';

export type ClientView = {
  dropIn: DropIn;
  opening: Opening;
  wait: Wait;
  /** The client's own place: open, or the latest of today. */
  place: Place | undefined;
  /** Whose turn it is with, once called. */
  coachName: string;
  roomHref: string | undefined;
  now: Temporal.Instant;
  zone: string;
  liveTokens: readonly string[];
};

export function ClientPage({ view, form }: { view: ClientView; form: FormState }) {
  const { dropIn, place } = view;
  const open = place && (isWaiting(place) || isCalled(place));
  return (
    <>
      <PageTitle title={dropIn.name} above={texts.dropIn} lead={dropIn.serviceName} />
      <ErrorSummary form={form} />
      <Live id="queue-place" topics={view.liveTokens} announce>
        {place && isWaiting(place) && <Waiting view={view} place={place} />}
        {place && isCalled(place) && <Turn view={view} place={place} />}
        {place?.endedAt && <Over place={place} />}
      </Live>
      {!open && <Door view={view} form={form} />}
      <Section title={texts.openingHours}>
        <Week hours={dropIn.hours} />
      </Section>
    </>
  );
}

function Waiting({ view, place }: { view: ClientView; place: Place }) {
  const say = useSay();
  const { wait, opening, now } = view;
  const late = opening.state === 'open' && mayNotReach(wait.minutes, opening.closesAt, now);
  return (
    <Card title={texts.yourNumber}>
      <p class="queue-number number">{place.number}</p>
      <p class="lead">{say(wait.ahead === 0 ? texts.next : texts.before, inWords(wait))}</p>
      <p>{say(place.mode === 'phone' ? texts.phoneTurn : texts.mayClosePage)}</p>
      {late && <p class="quiet-ink">{say(texts.mayNotReach)}</p>}
      <Leave place={place} />
    </Card>
  );
}

function Turn({ view, place }: { view: ClientView; place: Place }) {
  const say = useSay();
  const words: Record<Place['mode'], Text> = {
    phone: texts.turnPhone,
    video: texts.turnVideo,
    'in-person': texts.turnInPerson,
  };
  return (
    <Card title={texts.yourTurn}>
      <p class="lead">{say(words[place.mode], { name: view.coachName, place: view.dropIn.place ?? '' })}</p>
      {view.roomHref && (
        <LinkButton kind="main" href={view.roomHref} icon="video">
          {texts.enterRoom}
        </LinkButton>
      )}
      <Leave place={place} />
    </Card>
  );
}

function Leave({ place }: { place: Place }) {
  return (
    <ActForm action={`/drop-in/places/${place.id}/leaving`}>
      <Button>{texts.leave}</Button>
    </ActForm>
  );
}

function Over({ place }: { place: Place }) {
  const say = useSay();
  if (place.outcome === 'left') return null;
  if (place.callbackAskedAt)
    return place.calledBackAt ? null : (
      <Notice kind="good" title={texts.willCall}>
        {say(texts.willCallText)}
      </Notice>
    );
  const [title, text] =
    place.outcome === 'served'
      ? [texts.served, texts.servedText]
      : place.outcome === 'closed'
        ? [texts.hoursEnded, texts.hoursEndedText]
        : [texts.notReached, texts.notReachedText];
  return (
    <Notice kind={place.outcome === 'served' ? 'good' : 'info'} title={title}>
      <p>{say(text)}</p>
      {mayAskCallback(place) && (
        <ActForm action={`/drop-in/places/${place.id}/callback`}>
          <Button>{texts.callMe}</Button>
        </ActForm>
      )}
    </Notice>
  );
}

/** Where a number is taken, or what to do while it is closed. */
function Door({ view, form }: { view: ClientView; form: FormState }) {
  const say = useSay();
  const { dropIn, opening, wait } = view;
  const [only] = dropIn.modes;
  if (opening.state === 'closed')
    return (
      <EmptyState
        title={<OpeningWords opening={opening} zone={view.zone} />}
        text={dropIn.closedWords ?? texts.closedText}
        action={<LinkButton href="/times/new">{texts.bookInstead}</LinkButton>}
      />
    );
  const late = mayNotReach(wait.minutes, opening.closesAt, view.now);
  const filled = { ...form, values: { mode: only ?? 'phone', ...form.values } };
  return (
    <Section title={<OpeningWords opening={opening} zone={view.zone} />}>
      <p class="lead">{wait.minutes === 0 ? say(texts.noWait) : say(texts.waitNow, inWords(wait))}</p>
      {late && <p>{say(texts.mayNotReach)}</p>}
      <Form action={`/drop-in/${dropIn.id}/places`} submit={texts.takeNumber}>
        <RadioGroup
          form={filled}
          name="mode"
          label={texts.how}
          options={dropIn.modes.map((mode) => ({
            value: mode,
            label: modeTexts[mode],
            hint: mode === 'in-person' ? (dropIn.place ?? undefined) : modeHints[mode],
          }))}
        />
      </Form>
    </Section>
  );
}

export function OpeningWords({ opening, zone }: { opening: Opening; zone: string }) {
  const say = useSay();
  const language = useLanguage();
  const wall = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone);
  if (opening.state === 'open')
    return <>{say(texts.openUntil, { until: sayTime(language, wall(opening.closesAt).toPlainTime()) })}</>;
  if (!opening.opensAt) return <>{say(texts.closed)}</>;
  const at = wall(opening.opensAt);
  const when = `${sayDay(language, at.toPlainDate(), 'short')} ${sayTime(language, at.toPlainTime())}`;
  return <>{say(texts.opensAt, { when })}</>;
}

/** All that a client may come to. */
export function DropInsPage(props: {
  rows: readonly { dropIn: DropIn; opening: Opening; wait: Wait; own: boolean }[];
  zone: string;
}) {
  const say = useSay();
  return (
    <>
      <PageTitle title={texts.dropIn} lead={say(texts.lead)} />
      {props.rows.length === 0 && (
        <EmptyState
          title={texts.none}
          text={texts.noneText}
          action={<LinkButton href="/times/new">{texts.bookInstead}</LinkButton>}
        />
      )}
      {props.rows.map(({ dropIn, opening, wait, own }) => (
        <Card key={dropIn.id} title={dropIn.name}>
          {dropIn.serviceName && <p class="quiet-ink">{say(dropIn.serviceName)}</p>}
          <p>
            <Status mood={opening.state === 'open' ? 'good' : 'quiet'}>
              <OpeningWords opening={opening} zone={props.zone} />
            </Status>
          </p>
          {opening.state === 'open' && !own && (
            <p class="quiet-ink">
              {wait.minutes === 0 ? say(texts.noWait) : say(texts.waitNow, inWords(wait))}
            </p>
          )}
          <Buttons>
            <LinkButton href={`/drop-in/${dropIn.id}`}>
              {own ? texts.yourNumber : opening.state === 'open' ? texts.takeNumber : texts.openingHours}
            </LinkButton>
          </Buttons>
        </Card>
      ))}
    </>
  );
}

const inWords = ({ ahead, minutes }: Wait) => ({ ahead, time: sayMinutes(minutes) });
