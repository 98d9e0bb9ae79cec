import { sayDay, type Text } from '../../../../platform/language.ts';
import { Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { Facts, PageTitle, Section, Time } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import { sayWeek } from '../opening/opening-words.ts';
import type { WeekHours } from '../queries.ts';
import type { Contacts } from '../tables.ts';
import { ContactList } from './contact-list.tsx';
import { publicTexts } from './texts-public.ts';

type Place = { id: string; name: Text; contacts: Contacts; week: WeekHours };

/** How to reach the office and its units, and their whole week. */
export function ContactPage(props: {
  office: Place;
  units: readonly Place[];
  closedDays: readonly { day: Temporal.PlainDate; reason: Text }[];
  prefix: string;
}) {
  const language = useLanguage();
  return (
    <>
      <PageTitle title={publicTexts.contactUs} above={props.office.name} lead={publicTexts.contactLead} />
      <ContactList contacts={props.office.contacts} />
      <Section title={publicTexts.openingHours}>
        <Week week={props.office.week} />
      </Section>
      {props.closedDays.length > 0 && (
        <Section title={publicTexts.comingClosed}>
          <Facts
            facts={props.closedDays.map((closed) => ({
              term: <Time iso={closed.day.toString()}>{sayDay(language, closed.day, 'short')}</Time>,
              value: closed.reason,
            }))}
          />
        </Section>
      )}
      {props.units.map((unit) => (
        <Section key={unit.id} title={unit.name}>
          <ContactList contacts={unit.contacts} />
          <Week week={unit.week} />
        </Section>
      ))}
      <Buttons>
        <LinkButton href={`${props.prefix}/`}>{publicTexts.backToFront}</LinkButton>
      </Buttons>
    </>
  );
}

function Week({ week }: { week: WeekHours }) {
  const language = useLanguage();
  const say = useSay();
  if (week.size === 0) return null;
  return (
    <Facts
      facts={sayWeek(language, week).map((run) => ({
        term: run.days,
        value: run.hours || say(publicTexts.closed),
      }))}
    />
  );
}
