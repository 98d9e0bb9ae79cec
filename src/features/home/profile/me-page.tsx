import type { Role } from '../../../platform/session.ts';
import { LinkButton } from '../../../ui/buttons.tsx';
import { languageNames } from '../../../ui/page-frame.tsx';
import { Card, Facts, Notice, PageTitle, Section } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { channelTexts, type Person, roleTexts } from '../../ground/people/door.ts';
import { texts } from './texts.ts';

export type MeView = {
  person: Person;
  needs: string | undefined;
  roles: readonly Role[];
  coaches: readonly { kind: 'own-coach' | 'substitute'; name: string }[];
  hasNotices: boolean;
  /** Clients choose how they take part. */
  isClient: boolean;
  saved: boolean;
};

/** A person's own page: what is known of them, and what they can see and decide. */
export function MePage(view: MeView) {
  const { person } = view;
  const say = useSay();
  return (
    <>
      <PageTitle
        title={person.preferredName ?? person.givenName}
        above={texts.me}
        action={
          <LinkButton kind="main" href="/me/details">
            {texts.change}
          </LinkButton>
        }
      />
      {view.saved && (
        <Notice kind="good" announce>
          {texts.saved}
        </Notice>
      )}
      {person.protected && <Notice kind="info">{texts.protected}</Notice>}
      <Card title={texts.needs}>
        {view.needs ? (
          <p class="kept-lines">{view.needs}</p>
        ) : (
          <p class="quiet-ink">{say(texts.needsHint)}</p>
        )}
      </Card>
      <OwnFacts {...view} />
      <Section title={texts.control}>
        <Ways hasNotices={view.hasNotices} isClient={view.isClient} />
      </Section>
    </>
  );
}

function OwnFacts({ person, roles, coaches }: MeView) {
  const say = useSay();
  return (
    <Section title={texts.myDetails}>
      <Facts
        facts={[
          { term: texts.name, value: `${person.givenName} ${person.familyName}` },
          { term: texts.channel, value: channelTexts[person.channel] },
          { term: texts.phone, value: person.phone ?? texts.notGiven },
          { term: texts.email, value: person.email ?? texts.notGiven },
          { term: texts.language, value: languageNames[person.language] },
          ...coaches.map((coach) => ({
            term: coach.kind === 'own-coach' ? texts.ownCoach : texts.substitute,
            value: coach.name,
          })),
          { term: texts.roles, value: roles.map((role) => say(roleTexts[role])).join(', ') },
        ]}
      />
    </Section>
  );
}

function Ways({ hasNotices, isClient }: Pick<MeView, 'hasNotices' | 'isClient'>) {
  const say = useSay();
  const ways = [
    ...(isClient ? [{ href: '/my-mode', title: texts.mode, text: texts.modeText }] : []),
    { href: '/me/access-log', title: texts.looks, text: texts.looksText },
    { href: '/me/data', title: texts.data, text: texts.dataText },
    { href: '/me/calendar', title: texts.calendar, text: texts.calendarText },
    ...(hasNotices ? [{ href: '/me/notices', title: texts.notices, text: texts.noticesText }] : []),
    { href: '/me/sessions', title: texts.sessions, text: texts.sessionsText },
    { href: '/me/passkeys', title: texts.passkeys, text: texts.passkeysText },
  ];
  return (
    <ul class="plain-list">
      {ways.map((way) => (
        <li key={way.href}>
          <a class="strong" href={way.href}>
            {say(way.title)}
          </a>
          <p class="small quiet-ink">{say(way.text)}</p>
        </li>
      ))}
    </ul>
  );
}
