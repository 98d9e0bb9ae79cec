// Those who lead the service: which coaches share a list of free times, and how long it takes between places.
import type { Text } from '../../../../platform/language.ts';
import { Button } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { Checkbox, CheckboxGroup, NumberField, SelectField, TextField } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, emptyForm, Form, type FormState } from '../../../../ui/form.tsx';
import { PageTitle, Section } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { Disclosure } from '../../../../ui/ways.tsx';
import type { Travel } from '../availability/travel.ts';
import type { allPools } from './pools.ts';
import { texts } from './texts-pools.ts';

type PoolRow = Awaited<ReturnType<typeof allPools>>[number];
type Choices = {
  units: readonly { id: string; name: Text }[];
  coaches: readonly { id: string; name: string }[];
};

export function PoolsPage(
  props: Choices & {
    pools: readonly PoolRow[];
    travels: readonly Travel[];
    places: readonly string[];
    form: FormState;
    /** Whose form was refused: a pool's id; undefined for the others. */
    changing: string | undefined;
  },
) {
  const say = useSay();
  const { form, changing, pools } = props;
  const fresh = changing ? emptyForm : form;
  return (
    <>
      <PageTitle title={texts.shared} />
      <ErrorSummary form={form} />
      <Section title={texts.pools}>
        <p>{say(texts.poolsText)}</p>
        {pools.length === 0 && <p class="quiet-ink">{say(texts.noPools)}</p>}
        {pools.map((pool) => (
          <Disclosure key={pool.id} summary={pool.name} open={pool.id === changing}>
            <PoolForm {...props} poolId={pool.id} form={pool.id === changing ? form : formOf(pool)} />
            <ActForm action={`/times/pools/${pool.id}/ending`}>
              <Button kind="danger" about={say(pool.name)}>
                {texts.end}
              </Button>
            </ActForm>
          </Disclosure>
        ))}
        <Disclosure
          summary={texts.newPool}
          open={
            !changing &&
            Object.keys(form.errors).some((name) => name.startsWith('pool-') || name === 'coaches[]')
          }
        >
          <PoolForm {...props} poolId={undefined} form={fresh} />
        </Disclosure>
      </Section>
      <Section title={texts.travel}>
        <p>{say(texts.travelText)}</p>
        <TravelTable travels={props.travels} places={props.places} />
        <Form action="/times/travel">
          <TextField form={fresh} name="from" label={texts.from} />
          <TextField form={fresh} name="to" label={texts.to} />
          <NumberField form={fresh} name="minutes" label={texts.minutes} />
          <Button>{texts.add}</Button>
        </Form>
        {props.places.length > 0 && <p class="small quiet-ink">{props.places.join(' · ')}</p>}
      </Section>
    </>
  );
}

const formOf = (pool: PoolRow): FormState => ({
  errors: {},
  values: {
    'pool-fi': pool.name.fi,
    'pool-sv': pool.name.sv,
    'pool-en': pool.name.en,
    unit: pool.unitId ?? '',
    everyone: pool.forEveryone ? 'yes' : '',
    'coaches[]': pool.coachIds,
  },
});

function PoolForm(props: Choices & { poolId: string | undefined; form: FormState }) {
  const { form } = props;
  return (
    <Form action={props.poolId ? `/times/pools/${props.poolId}` : '/times/pools'}>
      <TextField form={form} name="pool-fi" label={texts.nameFi} />
      <TextField form={form} name="pool-sv" label={texts.nameSv} />
      <TextField form={form} name="pool-en" label={texts.nameEn} />
      {props.units.length > 0 && (
        <SelectField
          form={form}
          name="unit"
          label={texts.unit}
          choose={false}
          options={[
            { value: '', label: texts.wholeOffice },
            ...props.units.map((unit) => ({ value: unit.id, label: unit.name })),
          ]}
        />
      )}
      <CheckboxGroup
        form={form}
        name="coaches[]"
        label={texts.coaches}
        options={props.coaches.map((coach) => ({ value: coach.id, label: coach.name }))}
      />
      <Checkbox form={form} name="everyone" label={texts.forEveryone} />
      <Button>{texts.save}</Button>
    </Form>
  );
}

function TravelTable({ travels, places }: { travels: readonly Travel[]; places: readonly string[] }) {
  const say = useSay();
  // As it is written in somebody's hours; else with a capital, as places are.
  const written = (place: string) =>
    places.find((one) => one.toLowerCase() === place) ??
    `${place.slice(0, 1).toUpperCase()}${place.slice(1)}`;
  if (travels.length === 0) return <p class="quiet-ink">{say(texts.noTravel)}</p>;
  return (
    <DataTable
      caption={texts.travel}
      captionUnseen
      rows={travels}
      rowKey={(row) => row.id}
      columns={[
        { key: 'from', label: texts.from, cell: (row) => written(row.onePlace) },
        { key: 'to', label: texts.to, cell: (row) => written(row.otherPlace) },
        {
          key: 'minutes',
          label: texts.minutes,
          align: 'end',
          cell: (row) => say(texts.minutesOf, { minutes: row.minutes }),
        },
        {
          key: 'act',
          label: texts.remove,
          labelUnseen: true,
          cell: (row) => (
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
