// Those who lead the service: which coaches share one list of free times.
import { Button } from '../../../../ui/buttons.tsx';
import { Checkbox, CheckboxGroup } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { PageTitle, Section } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import type { OfferedChoices } from '../../../offer/services/door.ts';
import { OfferedFields } from '../../../offer/services/panel.tsx';
import { texts } from './texts-pools.ts';

export function PoolPage(props: {
  /** Undefined for a new one. */
  poolId: string | undefined;
  choices: OfferedChoices;
  coaches: readonly { id: string; name: string }[];
  form: FormState;
}) {
  const say = useSay();
  const { poolId, form } = props;
  return (
    <>
      <PageTitle title={poolId ? texts.pool : texts.newPool} above={texts.pools} lead={texts.poolsText} />
      <ErrorSummary form={form} />
      <Form action={poolId ? `/times/pools/${poolId}` : '/times/pools'} submit={texts.save}>
        <OfferedFields form={form} choices={props.choices} />
        <CheckboxGroup
          form={form}
          name="coaches[]"
          label={texts.coaches}
          required
          options={props.coaches.map((coach) => ({ value: coach.id, label: coach.name }))}
        />
        <Checkbox form={form} name="everyone" label={texts.forEveryone} />
      </Form>
      {poolId && (
        <Section title={texts.end}>
          <p>{say(texts.endText)}</p>
          <ActForm action={`/times/pools/${poolId}/ending`}>
            <Button kind="danger">{texts.end}</Button>
          </ActForm>
        </Section>
      )}
    </>
  );
}
