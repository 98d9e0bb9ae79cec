// At the door: who waits knows since when, may write, and comes in without doing anything when somebody lets them in.
import { emptyForm, type FormState } from '../../../../platform/forms.ts';
import type { Text } from '../../../../platform/language.ts';
import { Button, Buttons } from '../../../../ui/buttons.tsx';
import { TextField } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form } from '../../../../ui/form.tsx';
import { Island } from '../../../../ui/island.tsx';
import { Live } from '../../../../ui/live.tsx';
import { PageTitle, Section } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import type { NewsNote } from '../news.browser.ts';
import { texts } from '../texts.ts';
import type { WaitingProps } from './waiting.island.tsx';

export function WaitingPage(props: {
  base: string;
  title: Text | string;
  since: string;
  locked: boolean;
  notes: readonly NewsNote[];
  form?: FormState;
  island: WaitingProps;
}) {
  const say = useSay();
  const form = props.form ?? emptyForm;
  return (
    <>
      <ErrorSummary form={form} />
      <PageTitle
        title={texts.waitingTitle}
        above={props.title}
        lead={props.locked ? texts.roomLocked : texts.waitingLead}
      />
      <div class="door-watch">
        <ActForm action={`${props.base}/life`}>
          <Button kind="main">{texts.checkDoor}</Button>
        </ActForm>
        <Island name="waiting" props={props.island} eager>
          <p role="status">{say(texts.waitingStay)}</p>
        </Island>
      </div>
      <p class="quiet-ink">{say(texts.waitingSince, { time: props.since })}</p>
      <Live id="waiting-notes" topics={[props.island.token]} announce>
        {props.notes.length > 0 && (
          <Section title={texts.notesTitle}>
            <ul>
              {props.notes.map((note, at) => (
                <li key={at}>
                  <b>{say(note.fromWaiting ? texts.fromYou : texts.fromCoach)}:</b> {note.text}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Live>
      <Form action={`${props.base}/notes`}>
        <TextField form={form} name="text" label={texts.writeToCoach} />
        <Buttons>
          <Button>{texts.send}</Button>
        </Buttons>
      </Form>
      <ActForm action={`${props.base}/leaving`}>
        <Button kind="text">{texts.leaveDoor}</Button>
      </ActForm>
    </>
  );
}
