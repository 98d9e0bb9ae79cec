// The public front page of an office, for the home feature to place at the office's address.
import { sayTime, type Text } from '../../../platform/language.ts';
import { Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { Card, PageTitle, Section, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { ContactList, sayPhone } from './contact-list.tsx';
import { saySpans } from './opening-words.ts';
import type { PlaceToday, PublicFront } from './public-front.ts';
import { publicTexts } from './texts-public.ts';

/** The front page for somebody who has not signed in. */
export function PublicFrontPage(front: PublicFront) {
  const say = useSay();
  const { office, prefix } = front;
  return (
    <>
      <PageTitle title={office.name} lead={publicTexts.welcome} />
      <Buttons>
        <LinkButton kind="main" href={`${prefix}/sign-in`}>
          {publicTexts.signIn}
        </LinkButton>
        {office.contacts.phone && (
          <LinkButton href={`tel:${office.contacts.phone}`} icon="phone">
            {say(publicTexts.callUs, { phone: sayPhone(office.contacts.phone) })}
          </LinkButton>
        )}
      </Buttons>
      <p class="quiet-ink">{say(publicTexts.signInText)}</p>
      <Section title={publicTexts.openToday}>
        <OpenState place={office} reason={front.reason} />
        {front.units.map((unit) => (
          <Card key={unit.id} title={unit.name}>
            <OpenState place={unit} reason={undefined} />
            {Object.keys(unit.contacts).length > 0 && <ContactList contacts={unit.contacts} />}
          </Card>
        ))}
      </Section>
      <Section title={publicTexts.contactUs}>
        <ContactList contacts={office.contacts} />
        <p>
          <a href={`${prefix}/contact`}>{say(publicTexts.openingHours)}</a>
          {' · '}
          <a href={`${prefix}/privacy`}>{say(publicTexts.privacy)}</a>
          {' · '}
          <a href={`${prefix}/accessibility`}>{say(publicTexts.accessibility)}</a>
        </p>
      </Section>
    </>
  );
}

function OpenState({ place, reason }: { place: PlaceToday; reason: Text | undefined }) {
  const say = useSay();
  const language = useLanguage();
  const { state, spans } = place;
  const words =
    state.state === 'open'
      ? say(publicTexts.openUntil, { time: sayTime(language, state.until) })
      : state.state === 'opens'
        ? say(publicTexts.opensAt, { time: sayTime(language, state.at) })
        : say(spans.length > 0 ? publicTexts.closedForToday : publicTexts.closedNow);
  const because = spans.length > 0 ? publicTexts.changedBecause : publicTexts.closedBecause;
  return (
    <div>
      <p>
        <Status mood={state.state === 'open' ? 'good' : 'quiet'}>{words}</Status>
      </p>
      {spans.length > 0 && <p class="number">{saySpans(language, spans)}</p>}
      {reason && <p>{say(because, { reason: say(reason) })}</p>}
    </div>
  );
}
