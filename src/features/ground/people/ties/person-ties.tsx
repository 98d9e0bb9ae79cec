import { figuresOfDay, type Text } from '../../../../platform/language.ts';
import { LinkButton } from '../../../../ui/buttons.tsx';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { EmptyState, Section, Status } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import { kindTexts } from '../person/choices.ts';
import type { PersonView } from '../person/person-page.tsx';
import { inForce } from '../rules.ts';
import { texts } from '../texts.ts';
import { roleTexts } from './texts-roles.ts';

type Period = { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate | null };

/** The coaches of a client, with the acts of those who manage. */
export function CoachesPart({ person, coaches, today, may }: PersonView) {
  const say = useSay();
  return (
    <TiesTable
      title={texts.coaches}
      rows={coaches}
      today={today}
      columns={[
        { key: 'other', label: texts.coach },
        { key: 'kind', label: texts.kindOfCoach, cell: (row) => say(kindTexts[row.kind]) },
      ]}
      place={`/people/${person.id}/coaches`}
      about={(row) => row.other}
      may={{ end: may.change, add: may.change && !person.deactivatedAt }}
      words={{ add: texts.giveCoach, none: texts.noCoaches, noneText: texts.noCoachesText }}
    />
  );
}

/** The roles of a person. The unit of a protected person is not told. */
export function RolesPart({ person, grants, today, may }: PersonView) {
  const say = useSay();
  const unitOf = (row: (typeof grants)[number]) =>
    person.protected ? '–' : row.unit ? say(row.unit) : say(texts.wholeOffice);
  return (
    <TiesTable
      title={texts.roles}
      rows={grants}
      today={today}
      columns={[
        { key: 'role', label: texts.role, cell: (row) => say(roleTexts[row.role]) },
        { key: 'unit', label: texts.unit, cell: unitOf },
      ]}
      place={`/people/${person.id}/roles`}
      about={(row) => say(roleTexts[row.role])}
      may={{ end: may.change, add: may.change && !person.deactivatedAt }}
      words={{ add: texts.giveRole, none: texts.noRoles, noneText: texts.noRolesText }}
    />
  );
}

type Tie = Period & { id: string };

/** What ties a person for a time: what it is, from when to when, and a way to end it where it goes on. */
function TiesTable<Row extends Tie>(props: {
  title: Text;
  rows: readonly Row[];
  today: Temporal.PlainDate;
  columns: readonly Column<Row>[];
  /** Where a new one is made (`/new`) and each is ended. */
  place: string;
  about: (row: Row) => string;
  may: { end: boolean; add: boolean };
  words: { add: Text; none: Text; noneText: Text };
}) {
  const { rows, today, may, words } = props;
  const add = may.add && <LinkButton href={`${props.place}/new`}>{words.add}</LinkButton>;
  const acts: Column<Row> = {
    key: 'acts',
    label: texts.edit,
    labelUnseen: true,
    cell: (row) =>
      !isOver(row, today) && (
        <LinkButton small href={`${props.place}/${row.id}`} about={props.about(row)}>
          {texts.endRole}
        </LinkButton>
      ),
  };
  return (
    <Section title={props.title}>
      <DataTable
        caption={props.title}
        captionUnseen
        rows={rows}
        rowKey={(row) => row.id}
        rowMood={(row) => (isOver(row, today) ? 'quiet' : undefined)}
        empty={<EmptyState title={words.none} text={words.noneText} action={add} />}
        columns={[
          ...props.columns,
          { key: 'period', label: texts.startsOn, cell: (row) => <Days period={row} /> },
          { key: 'state', label: texts.state, cell: (row) => <PeriodStatus period={row} today={today} /> },
          ...(may.end ? [acts] : []),
        ]}
      />
      {rows.length > 0 && add}
    </Section>
  );
}

function Days({ period }: { period: Period }) {
  const language = useLanguage();
  const say = useSay();
  const end = period.endsOn ? figuresOfDay(language, period.endsOn) : say(texts.openEnded);
  return (
    <span class="number">
      {figuresOfDay(language, period.startsOn)} – {end}
    </span>
  );
}

/** Said of a period: in force, to come or over. */
function PeriodStatus({ period, today }: { period: Period; today: Temporal.PlainDate }) {
  if (inForce(period, today)) return <Status mood="good">{texts.inForce}</Status>;
  if (isOver(period, today)) return <Status mood="quiet">{texts.over}</Status>;
  return <Status mood="now">{texts.toCome}</Status>;
}

function isOver(period: Period, today: Temporal.PlainDate): boolean {
  return period.endsOn !== null && Temporal.PlainDate.compare(period.endsOn, today) < 0;
}
