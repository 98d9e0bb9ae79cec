import type { Text } from '../../../platform/language.ts';
import { figuresOfDay } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import { Facts, PageTitle, Section } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { OfficePlaces, OfficeTabs } from './office-tabs.tsx';
import { saySpans } from './opening/opening-words.ts';
import { ContactList } from './public/contact-list.tsx';
import { publicTexts } from './public/texts-public.ts';
import type { Opening } from './queries.ts';
import type { Contacts } from './tables.ts';
import { texts } from './texts.ts';

/** The first page of the office for those who keep it: what people see of it now. */
export function OfficePage(props: {
  actor: Actor;
  name: Text;
  address: string;
  contacts: Contacts;
  units: readonly { id: string; name: Text }[];
  today: Temporal.PlainDate;
  opening: Opening;
}) {
  const say = useSay();
  const language = useLanguage();
  const spans = saySpans(language, props.opening.spans);
  return (
    <>
      <PageTitle title={props.name} above={texts.office} lead={texts.officeLead} />
      <div class="wide-only">
        <OfficeTabs actor={props.actor} current="summary" />
      </div>
      <Facts
        facts={[
          {
            term: `${say(publicTexts.today)} ${figuresOfDay(language, props.today)}`,
            value: spans || say(publicTexts.closed),
          },
          ...(props.opening.reason ? [{ term: texts.reason, value: props.opening.reason }] : []),
          { term: texts.addressOfOffice, value: <a href={props.address}>{props.address}</a> },
          {
            term: texts.units,
            value:
              props.units.length > 0
                ? props.units.map((unit) => say(unit.name)).join(', ')
                : say(texts.unitsEmpty),
          },
        ]}
      />
      <div class="narrow-only">
        <OfficePlaces actor={props.actor} />
      </div>
      <Section title={texts.contacts}>
        <ContactList contacts={props.contacts} />
      </Section>
    </>
  );
}
