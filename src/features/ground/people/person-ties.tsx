import { figuresOfDay } from '../../../platform/language.ts';
import { LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState, Section, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { kindTexts } from './choices.ts';
import type { PersonView } from './person-page.tsx';
import { inForce } from './rules.ts';
import { texts } from './texts.ts';
import { roleTexts } from './texts-roles.ts';

type Period = { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate | null };

/** The coaches of a client, with the acts of those who manage. */
export function CoachesPart({ person, coaches, today, may }: PersonView) {
  const say = useSay();
  const add = may.change && !person.deactivatedAt && (
    <LinkButton href={`/people/${person.id}/coaches/new`}>{texts.giveCoach}</LinkButton>
  );
  return (
    <Section title={texts.coaches}>
      <DataTable
        caption={texts.coaches}
        captionUnseen
        rows={coaches}
        rowKey={(row) => row.id}
        rowMood={(row) => (isOver(row, today) ? 'quiet' : undefined)}
        empty={<EmptyState title={texts.noCoaches} text={texts.noCoachesText} action={add} />}
        columns={[
          { key: 'other', label: texts.coach },
          { key: 'kind', label: texts.kindOfCoach, cell: (row) => say(kindTexts[row.kind]) },
          { key: 'period', label: texts.startsOn, cell: (row) => <Days period={row} /> },
          { key: 'state', label: texts.state, cell: (row) => <PeriodStatus period={row} today={today} /> },
          ...(may.change
            ? [
                {
                  key: 'acts',
                  label: texts.edit,
                  labelUnseen: true,
                  cell: (row: (typeof coaches)[number]) =>
                    !isOver(row, today) && (
                      <LinkButton small href={`/people/${person.id}/coaches/${row.id}`} about={row.other}>
                        {texts.endRole}
                      </LinkButton>
                    ),
                },
              ]
            : []),
        ]}
      />
      {coaches.length > 0 && add}
    </Section>
  );
}

/** The roles of a person. The unit of a protected person is not told. */
export function RolesPart({ person, grants, today, may }: PersonView) {
  const say = useSay();
  const add = may.change && !person.deactivatedAt && (
    <LinkButton href={`/people/${person.id}/roles/new`}>{texts.giveRole}</LinkButton>
  );
  return (
    <Section title={texts.roles}>
      <DataTable
        caption={texts.roles}
        captionUnseen
        rows={grants}
        rowKey={(row) => row.id}
        rowMood={(row) => (isOver(row, today) ? 'quiet' : undefined)}
        empty={<EmptyState title={texts.noRoles} text={texts.noRolesText} action={add} />}
        columns={[
          { key: 'role', label: texts.role, cell: (row) => say(roleTexts[row.role]) },
          {
            key: 'unit',
            label: texts.unit,
            cell: (row) => (person.protected ? '–' : row.unit ? say(row.unit) : say(texts.wholeOffice)),
          },
          { key: 'period', label: texts.startsOn, cell: (row) => <Days period={row} /> },
          { key: 'state', label: texts.state, cell: (row) => <PeriodStatus period={row} today={today} /> },
          ...(may.change
            ? [
                {
                  key: 'acts',
                  label: texts.edit,
                  labelUnseen: true,
                  cell: (row: (typeof grants)[number]) =>
                    !isOver(row, today) && (
                      <LinkButton
                        small
                        href={`/people/${person.id}/roles/${row.id}`}
                        about={say(roleTexts[row.role])}
                      >
                        {texts.endRole}
                      </LinkButton>
                    ),
                },
              ]
            : []),
        ]}
      />
      {grants.length > 0 && add}
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
