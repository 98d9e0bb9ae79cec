// Those who lead the service: the shared lists of free times, and how long it takes between places.
import { sayMinutes, type Text } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { NumberField, TextField } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { EmptyState, PageTitle, Section } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import type { UnitChoices } from '../../../offer/services/door.ts';
import { UnitField } from '../../../offer/services/panel.tsx';
import type { Travel } from '../availability/travel.ts';
import { StaffTabs } from '../staff-tabs.tsx';
import { texts } from './texts-pools.ts';

export type PoolRow = {
  id: string;
  name: Text;
  unitId: string | null;
  serviceName: Text | undefined;
  coachNames: readonly string[];
};

export function PoolsPage(props: {
  actor: Actor;
  pools: readonly PoolRow[];
  travels: readonly (Travel & { kept: boolean })[];
  places: readonly string[];
  choices: UnitChoices;
  form: FormState;
}) {
  const say = useSay();
  const { form } = props;
  return (
    <>
      <PageTitle title={texts.shared} />
      <StaffTabs current="pools" actor={props.actor} />
      <ErrorSummary form={form} />
      <Section title={texts.pools}>
        <p>{say(texts.poolsText)}</p>
        <PoolTable {...props} />
        <Buttons>
          <LinkButton href="/times/pools/new">{texts.newPool}</LinkButton>
        </Buttons>
      </Section>
      <Section title={texts.travel}>
        <p>{say(texts.travelText)}</p>
        <TravelTable {...props} />
        <Form action="/times/travel">
          <TextField form={form} name="from" label={texts.from} />
          <TextField form={form} name="to" label={texts.to} />
          <NumberField form={form} name="minutes" label={texts.minutes} />
          <UnitField form={form} choices={props.choices} />
          <Button>{texts.add}</Button>
        </Form>
        {props.places.length > 0 && <p class="small quiet-ink">{props.places.join(' · ')}</p>}
      </Section>
    </>
  );
}

/** How the unit of a row is said. */
function useUnitName({ units }: UnitChoices) {
  const say = useSay();
  return (unitId: string | null) =>
    say(unitId ? (units.find(({ id }) => id === unitId)?.name ?? texts.closedUnit) : texts.wholeOffice);
}

function PoolTable({ pools, choices }: { pools: readonly PoolRow[]; choices: UnitChoices }) {
  const say = useSay();
  const unitName = useUnitName(choices);
  return (
    <DataTable
      caption={texts.pools}
      captionUnseen
      rows={pools}
      rowKey={(row) => row.id}
      empty={<EmptyState title={texts.noPools} />}
      columns={[
        {
          key: 'name',
          label: texts.name,
          cell: (row) => <a href={`/times/pools/${row.id}`}>{say(row.name)}</a>,
        },
        {
          key: 'service',
          label: texts.service,
          cell: (row) => (row.serviceName ? say(row.serviceName) : '–'),
        },
        { key: 'unit', label: texts.unit, cell: (row) => unitName(row.unitId) },
        { key: 'coaches', label: texts.coaches, cell: (row) => row.coachNames.join(', ') },
      ]}
    />
  );
}

function TravelTable(props: {
  travels: readonly (Travel & { kept: boolean })[];
  places: readonly string[];
  choices: UnitChoices;
}) {
  const say = useSay();
  const unitName = useUnitName(props.choices);
  // As it is written in somebody's hours; else with a capital, as places are.
  const written = (place: string) =>
    props.places.find((one) => one.toLowerCase() === place) ??
    `${place.slice(0, 1).toUpperCase()}${place.slice(1)}`;
  if (props.travels.length === 0) return <p class="quiet-ink">{say(texts.noTravel)}</p>;
  return (
    <DataTable
      caption={texts.travel}
      captionUnseen
      rows={props.travels}
      rowKey={(row) => row.id}
      columns={[
        { key: 'from', label: texts.from, cell: (row) => written(row.onePlace) },
        { key: 'to', label: texts.to, cell: (row) => written(row.otherPlace) },
        {
          key: 'minutes',
          label: texts.minutes,
          align: 'end',
          cell: (row) => sayMinutes(row.minutes),
        },
        { key: 'unit', label: texts.unit, cell: (row) => unitName(row.unitId) },
        {
          key: 'act',
          label: texts.remove,
          labelUnseen: true,
          cell: (row) =>
            row.kept && (
              <ActForm action={`/times/travel/${row.id}/removal`}>
                <Button small about={`${written(row.onePlace)} – ${written(row.otherPlace)}`}>
                  {texts.remove}
                </Button>
              </ActForm>
            ),
        },
      ]}
    />
  );
}
