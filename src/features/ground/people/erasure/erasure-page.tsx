import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { Checkbox } from '../../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { Notice, PageTitle } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { texts } from '../texts.ts';
import { erasureTexts } from './texts-erasure.ts';

/** What goes, what stays, and the one yes that erases a person. */
export function ErasurePage(props: { whom: { id: string; name: string }; form: FormState }) {
  const say = useSay();
  const { whom, form } = props;
  return (
    <>
      <PageTitle title={erasureTexts.title} above={whom.name} />
      <ErrorSummary form={form} />
      <Notice kind="warning">{erasureTexts.cannotUndo}</Notice>
      <div class="flow">
        <p>{say(erasureTexts.goes)}</p>
        <p>{say(erasureTexts.stays)}</p>
        <p>{say(erasureTexts.backups)}</p>
      </div>
      <Form action={`/people/${whom.id}/erasure`}>
        <Checkbox form={form} name="sure" label={erasureTexts.sure} />
        <Buttons>
          <Button kind="danger">{erasureTexts.erase}</Button>
          <LinkButton href={`/people/${whom.id}`}>{texts.back}</LinkButton>
        </Buttons>
      </Form>
    </>
  );
}
