// A seat that became free, offered to the next in the line.
import { sayDay } from '../../../../platform/language.ts';
import { Button, Buttons } from '../../../../ui/buttons.tsx';
import { ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { Notice, PageTitle } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import { texts } from '../texts.ts';

export function OfferPage(props: {
  offerId: string;
  groupName: string;
  until: Temporal.PlainDate | undefined;
  declined: boolean;
  form: FormState;
}) {
  const say = useSay();
  const language = useLanguage();
  const title = say(texts.offerTitle, { name: props.groupName });
  if (props.until === undefined) {
    return (
      <>
        <PageTitle title={title} />
        <Notice kind="info" announce>
          {props.declined ? texts.offerDeclined : texts.offerOver}
        </Notice>
      </>
    );
  }
  return (
    <>
      <PageTitle title={title} lead={say(texts.offerLead, { day: sayDay(language, props.until) })} />
      <ErrorSummary form={props.form} />
      <Form action={`/seat-offers/${props.offerId}`}>
        <Buttons>
          <Button kind="main" name="answer" value="take">
            {texts.takeSeat}
          </Button>
          <Button name="answer" value="let-go">
            {texts.letGo}
          </Button>
        </Buttons>
      </Form>
    </>
  );
}
