// The public front page of an office, for the home feature to place at the office's address.
import { sayTime, type Text } from '../../../platform/language.ts';
import { Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { PageTitle, Section, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { writeSpans } from './opening/opening-rules.ts';
import { saySpans } from './opening/opening-words.ts';
import { ContactList, sayPhone } from './public/contact-list.tsx';
import type { PlaceToday, PublicFront } from './public/public-front.ts';
import { publicTexts } from './public/texts-public.ts';

export { sayPhone } from './public/contact-list.tsx';

/** The front page for somebody who has not signed in. */
export function PublicFrontPage(front: PublicFront & { servicesHref?: string | undefined }) {
  const say = useSay();
  const { office, prefix } = front;
  return (
    <>
      <PageTitle title={office.name} lead={publicTexts.welcome} />
      <Buttons>
        <LinkButton kind="main" href={`${prefix}/sign-in`}>
          {publicTexts.signIn}
        </LinkButton>
        {front.servicesHref && <LinkButton href={front.servicesHref}>{publicTexts.services}</LinkButton>}
        {office.contacts.phone && (
          <LinkButton href={`tel:${office.contacts.phone}`} icon="phone">
            {say(publicTexts.callUs, { phone: sayPhone(office.contacts.phone) })}
          </LinkButton>
        )}
      </Buttons>
      <p class="quiet-ink">{say(publicTexts.signInText)}</p>
      <Section title={publicTexts.today}>
        <OpenState place={office} reason={front.reason} />
      </Section>
      {front.units.length > 0 && (
        <Section title={publicTexts.units}>
          <ul class="plain-list">
            {front.units.map((unit) => (
              <li key={unit.id}>
                <p class="strong">{say(unit.name)}</p>
                {!sameHours(unit, office) && <OpenState place={unit} reason={undefined} />}
                {unit.contacts.address && <p class="quiet-ink">{unit.contacts.address}</p>}
                {unit.contacts.phone && (
                  <p>
                    <a href={`tel:${unit.contacts.phone}`}>{sayPhone(unit.contacts.phone)}</a>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={publicTexts.contactUs}>
        <ContactList contacts={office.contacts} />
        <p>
          <a href={`${prefix}/contact`}>{say(publicTexts.openingHours)}</a>
        </p>
      </Section>
    </>
  );
}

// A unit that keeps the office's hours need not say them again.
function sameHours(unit: PlaceToday, office: PlaceToday): boolean {
  return writeSpans(unit.spans) === writeSpans(office.spans);
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
