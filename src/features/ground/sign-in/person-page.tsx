import { Button } from '../../../ui/buttons.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { Facts, Notice, PageTitle, Section } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { personTexts as texts } from './person-texts.ts';

export type Done = 'ended' | 'removed' | 'kept';

/** How one person signs in, for the administrator: when a phone or key is lost, or an identity code is to be matched. */
export function PersonSignInPage(props: {
  person: { id: string; name: string };
  sessions: number;
  passkeys: number;
  hasCode: boolean;
  form: FormState;
  done: Done | undefined;
}) {
  const say = useSay();
  const at = `/people/${props.person.id}/sign-in`;
  return (
    <>
      <PageTitle title={say(texts.title, { name: props.person.name })} />
      <ErrorSummary form={props.form} />
      {props.done && <Notice kind="good" announce title={texts[props.done]} />}
      <Section title={texts.now}>
        <Facts
          facts={[
            { term: texts.sessions, value: String(props.sessions) },
            { term: texts.passkeys, value: String(props.passkeys) },
            { term: texts.identityCode, value: props.hasCode ? texts.isKept : texts.isNotKept },
          ]}
        />
      </Section>
      <Section title={texts.endAll}>
        <p>{say(texts.endAllText)}</p>
        <ActForm action={`${at}/end`}>
          <Button kind="danger">{texts.endAll}</Button>
        </ActForm>
      </Section>
      {props.passkeys > 0 && (
        <Section title={texts.removePasskeys}>
          <p>{say(texts.removePasskeysText)}</p>
          <ActForm action={`${at}/passkeys-removal`}>
            <Button kind="danger">{texts.removePasskeys}</Button>
          </ActForm>
        </Section>
      )}
      <Section title={texts.identityCode}>
        <Form action={`${at}/identity-code`} submit={texts.save}>
          <TextField
            form={{ values: {}, errors: props.form.errors }}
            name="code"
            label={texts.code}
            hint={texts.codeHint}
            autoComplete="off"
            maxLength={11}
            width="short"
          />
        </Form>
      </Section>
      <p>
        <a href={`/people/${props.person.id}`}>{say(texts.back)}</a>
      </p>
    </>
  );
}
