// The two statements that an office owes to everybody: accessibility (Act 306/2019) and privacy (GDPR, Articles
// 13 and 14). They say only what is so; what is not known is not claimed.
import { figuresOfDay, type Text } from '../../../../platform/language.ts';
import { PageTitle, Section } from '../../../../ui/parts.tsx';
import { useLanguage, useSay, type Words } from '../../../../ui/speech.tsx';
import type { Contacts } from '../tables.ts';
import { ContactList } from './contact-list.tsx';
import { publicTexts } from './texts-public.ts';

/** The day on which the words of the accessibility statement were last gone through. */
const writtenOn = Temporal.PlainDate.from('2026-11-24');

type Office = { name: Text; contacts: Contacts };

export function AccessibilityPage({ office }: { office: Office }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <PageTitle
        title={publicTexts.accessibility}
        lead={say(publicTexts.accessibilityLead, { office: say(office.name) })}
      />
      <Part title={publicTexts.levelTitle} words={publicTexts.level} />
      <Section title={publicTexts.gapsTitle}>
        <ul>
          <li>{say(publicTexts.gapExternal)}</li>
          <li>{say(publicTexts.gapReaders)}</li>
          <li>{say(publicTexts.gapSimple)}</li>
        </ul>
        <p>{say(publicTexts.otherWay)}</p>
      </Section>
      <Section title={publicTexts.feedbackTitle}>
        <p>{say(publicTexts.feedback)}</p>
        <ContactList contacts={office.contacts} />
      </Section>
      <Section title={publicTexts.supervisorTitle}>
        <p>{say(publicTexts.supervisor)}</p>
        <p>
          <a href="https://www.saavutettavuusvaatimukset.fi">{say(publicTexts.supervisorLink)}</a>
        </p>
      </Section>
      <p class="quiet-ink">{say(publicTexts.writtenOn, { day: figuresOfDay(language, writtenOn) })}</p>
    </>
  );
}

export function PrivacyPage({ office }: { office: Office }) {
  const say = useSay();
  const { dataProtection } = office.contacts;
  return (
    <>
      <PageTitle title={publicTexts.privacy} lead={publicTexts.privacyLead} />
      <Section title={publicTexts.controllerTitle}>
        <p>{say(publicTexts.controller, { office: say(office.name) })}</p>
        <ContactList contacts={office.contacts} />
      </Section>
      <Section title={publicTexts.officerTitle}>
        <p>
          {dataProtection ? (
            <a href={`mailto:${dataProtection}`}>{dataProtection}</a>
          ) : (
            say(publicTexts.officerByOffice)
          )}
        </p>
      </Section>
      <Part title={publicTexts.purposeTitle} words={publicTexts.purpose} />
      <Part title={publicTexts.seersTitle} words={publicTexts.seers} />
      <Part title={publicTexts.protectionTitle} words={publicTexts.protection} />
      <Section title={publicTexts.rightsTitle}>
        <ul>
          <li>{say(publicTexts.rightSee)}</li>
          <li>{say(publicTexts.rightCorrect)}</li>
          <li>{say(publicTexts.rightErase)}</li>
          <li>{say(publicTexts.rightComplain)}</li>
        </ul>
      </Section>
      <p>{say(publicTexts.cookies)}</p>
    </>
  );
}

function Part({ title, words }: { title: Words; words: Words }) {
  const say = useSay();
  return (
    <Section title={say(title)}>
      <p>{say(words)}</p>
    </Section>
  );
}
