import { figuresOfDay, type Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { RadioGroup } from '../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { EmptyState, Notice, PageTitle, Section, Status } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import { ContactFields, NameFields } from './details-page.tsx';
import { unitKinds } from './forms.ts';
import { OfficeTabs } from './office-tabs.tsx';
import type { UnitKind } from './tables.ts';
import { texts } from './texts.ts';

const unitKindTexts: Record<UnitKind, Text> = {
  'own-employment': texts.kindOwn,
  'rehabilitative-work': texts.kindRehabilitative,
  'youth-workshop': texts.kindYouth,
  'open-workshop': texts.kindOpen,
  other: texts.kindOther,
};

type UnitRow = {
  id: string;
  name: Text;
  kind: UnitKind;
  closedOn: Temporal.PlainDate | null;
  ownHours: boolean;
};

export function UnitsPage(props: { actor: Actor; units: readonly UnitRow[] }) {
  const language = useLanguage();
  const say = useSay();
  const add = (
    <LinkButton kind="main" href="/office/units/new">
      {texts.unitNew}
    </LinkButton>
  );
  return (
    <>
      <PageTitle title={texts.units} above={texts.office} action={props.units.length > 0 && add} />
      <OfficeTabs actor={props.actor} current="units" />
      <DataTable
        caption={texts.units}
        captionUnseen
        rows={props.units}
        rowKey={(row) => row.id}
        rowMood={(row) => (row.closedOn ? 'quiet' : undefined)}
        columns={[
          {
            key: 'name',
            label: texts.unit,
            cell: (row) => <a href={`/office/units/${row.id}`}>{say(row.name)}</a>,
          },
          { key: 'kind', label: texts.kind, cell: (row) => say(unitKindTexts[row.kind]) },
          {
            key: 'hours',
            label: texts.hours,
            cell: (row) => (
              <a href={`/office/hours?unit=${row.id}`}>
                {say(row.ownHours ? texts.ownHours : texts.officeHours)}
              </a>
            ),
          },
          {
            key: 'state',
            label: texts.state,
            cell: (row) =>
              row.closedOn ? (
                <Status mood="quiet">
                  {say(texts.unitClosedOn, { day: figuresOfDay(language, row.closedOn) })}
                </Status>
              ) : (
                <Status mood="good">{texts.unitInUse}</Status>
              ),
          },
        ]}
        empty={<EmptyState title={texts.unitsEmpty} text={texts.unitsEmptyText} action={add} />}
      />
    </>
  );
}

export function UnitPage(props: {
  actor: Actor;
  /** Without one the page adds a new unit. */
  unit?: { id: string; name: Text; closedOn: Temporal.PlainDate | null } | undefined;
  form: FormState;
  saved: boolean;
}) {
  const { unit, form } = props;
  return (
    <>
      <PageTitle title={unit ? unit.name : texts.unitNew} above={texts.units} />
      <ErrorSummary form={form} />
      <OfficeTabs actor={props.actor} current="units" />
      {props.saved && (
        <Notice kind="good" announce>
          {texts.saved}
        </Notice>
      )}
      <Form action={unit ? `/office/units/${unit.id}` : '/office/units'} submit={texts.save}>
        <NameFields form={form} />
        <RadioGroup
          form={form}
          name="kind"
          label={texts.unitKind}
          options={unitKinds.map((kind) => ({ value: kind, label: unitKindTexts[kind] }))}
        />
        <ContactFields form={form} />
      </Form>
      {unit && <UnitState id={unit.id} closed={unit.closedOn !== null} />}
    </>
  );
}

function UnitState({ id, closed }: { id: string; closed: boolean }) {
  const say = useSay();
  if (closed) {
    return (
      <ActForm action={`/office/units/${id}/reopening`}>
        <Button>{texts.reopenUnit}</Button>
      </ActForm>
    );
  }
  return (
    <Section title={texts.closeUnit}>
      <p>{say(texts.closeUnitText)}</p>
      <Buttons>
        <ActForm action={`/office/units/${id}/closing`}>
          <Button kind="danger">{texts.closeUnit}</Button>
        </ActForm>
      </Buttons>
    </Section>
  );
}
