import type { Text } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import { TextField } from '../../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState, HiddenField } from '../../../../ui/form.tsx';
import { Notice, PageTitle } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import { Tabs } from '../../../../ui/ways.tsx';
import { weekdays } from '../forms.ts';
import { OfficeTabs } from '../office-tabs.tsx';
import { texts } from '../texts.ts';
import { weekdayName } from './opening-words.ts';

/** The week of the office or of one unit, each day in one field as people write hours. */
export function HoursPage(props: {
  actor: Actor;
  units: readonly { id: string; name: Text }[];
  /** Null: the hours of the whole office. */
  unitId: string | null;
  form: FormState;
  saved: boolean;
}) {
  const say = useSay();
  const language = useLanguage();
  const { form, unitId } = props;
  return (
    <>
      <PageTitle title={texts.hours} above={texts.office} />
      <ErrorSummary form={form} />
      <OfficeTabs actor={props.actor} current="hours" />
      {props.units.length > 0 && (
        <Tabs
          label={texts.whoseHours}
          tabs={[
            { label: texts.hoursOfOffice, href: '/office/hours', current: unitId === null },
            ...props.units.map((unit) => ({
              label: unit.name,
              href: `/office/hours?unit=${unit.id}`,
              current: unit.id === unitId,
            })),
          ]}
        />
      )}
      {props.saved && (
        <Notice kind="good" announce>
          {texts.saved}
        </Notice>
      )}
      <p>{say(texts.hoursLead)}</p>
      {unitId && <p>{say(texts.hoursUnitLead)}</p>}
      <Form action="/office/hours" submit={texts.save}>
        {unitId && <HiddenField name="unit" value={unitId} />}
        {weekdays.map((day) => (
          <TextField
            key={day}
            form={form}
            name={`day-${day}`}
            label={weekdayName(language, day)}
            width="medium"
            required={false}
            autoComplete="off"
          />
        ))}
      </Form>
    </>
  );
}
