import { sayDay, type Text } from '../../../platform/language.ts';
import { LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Facts, PageTitle, Section, Time } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { ContactList } from './contact-list.tsx';
import { weekdays } from './forms.ts';
import { saySpans, weekdayName } from './opening-words.ts';
import type { WeekHours } from './queries.ts';
import type { Contacts } from './tables.ts';
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
      <Week week={props.office.week} caption={publicTexts.openingHours} />
      {props.closedDays.length > 0 && (
        <Section title={publicTexts.comingClosed}>
          <Facts
            facts={props.closedDays.map((closed) => ({
              term: <Time iso={closed.day.toString()}>{sayDay(language, closed.day)}</Time>,
              value: closed.reason,
            }))}
          />
        </Section>
      )}
      {props.units.map((unit) => (
        <Section key={unit.id} title={unit.name}>
          <ContactList contacts={unit.contacts} />
          <Week week={unit.week} caption={publicTexts.openingHours} />
        </Section>
      ))}
      <LinkButton href={`${props.prefix}/`}>{publicTexts.backToFront}</LinkButton>
    </>
  );
}

function Week({ week, caption }: { week: WeekHours; caption: Text }) {
  const language = useLanguage();
  const say = useSay();
  if (week.size === 0) return null;
  return (
    <DataTable
      caption={caption}
      rows={weekdays.map((day) => ({ day, spans: week.get(day) ?? [] }))}
      rowKey={(row) => row.day}
      columns={[
        { key: 'day', label: publicTexts.weekday, cell: (row) => weekdayName(language, row.day) },
        {
          key: 'hours',
          label: publicTexts.hours,
          cell: (row) => saySpans(language, row.spans) || say(publicTexts.closed),
        },
      ]}
    />
  );
}
