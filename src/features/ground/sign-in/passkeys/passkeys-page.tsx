import { figuresOfDay } from '../../../../platform/language.ts';
import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { TextField } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, emptyForm, Form, type FormState, filledForm } from '../../../../ui/form.tsx';
import { Island } from '../../../../ui/island.tsx';
import { EmptyState, PageTitle } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import Passkey from './passkey.island.tsx';
import { passkeyTexts } from './passkey-texts.ts';

export type PasskeyShown = {
  id: string;
  name: string;
  madeOn: Temporal.PlainDate;
  usedOn: Temporal.PlainDate | null;
};

/** A person's own passkeys. */
export function PasskeysPage(props: { passkeys: readonly PasskeyShown[] }) {
  const language = useLanguage();
  const say = useSay();
  return (
    <>
      <PageTitle
        title={passkeyTexts.title}
        lead={passkeyTexts.lead}
        action={
          <LinkButton kind="main" href="/me/passkeys/new">
            {passkeyTexts.make}
          </LinkButton>
        }
      />
      <DataTable
        caption={passkeyTexts.title}
        captionUnseen
        rows={props.passkeys}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', label: passkeyTexts.name },
          { key: 'made', label: passkeyTexts.made, cell: (row) => figuresOfDay(language, row.madeOn) },
          {
            key: 'used',
            label: passkeyTexts.used,
            cell: (row) => (row.usedOn ? figuresOfDay(language, row.usedOn) : say(passkeyTexts.neverUsed)),
          },
          {
            key: 'acts',
            label: passkeyTexts.acts,
            labelUnseen: true,
            cell: (row) => (
              <Buttons>
                <LinkButton small href={`/me/passkeys/${row.id}`} about={row.name}>
                  {passkeyTexts.rename}
                </LinkButton>
                <ActForm action={`/me/passkeys/${row.id}/removal`}>
                  <Button small kind="danger" about={row.name}>
                    {passkeyTexts.remove}
                  </Button>
                </ActForm>
              </Buttons>
            ),
          },
        ]}
        empty={<EmptyState title={passkeyTexts.none} text={passkeyTexts.noneText} />}
      />
      <p>
        <a href="/me/sessions">{say(passkeyTexts.toSessions)}</a>
      </p>
    </>
  );
}

/** Makes a passkey on this device. `later` is where to go without making one. */
export function NewPasskeyPage(props: { back: string; name: string; leadIn: boolean }) {
  const say = useSay();
  const island = {
    act: 'register' as const,
    options: '/me/passkeys/options',
    answer: '/me/passkeys',
    fields: {
      back: props.leadIn ? props.back : '/me/passkeys',
      name: props.name || say(passkeyTexts.unnamed),
    },
    label: say(passkeyTexts.makeHere),
    noScript: say(passkeyTexts.noScript),
    failed: say(passkeyTexts.notMade),
    main: true,
  };
  return (
    <>
      <PageTitle title={passkeyTexts.make} lead={passkeyTexts.what} />
      <p>{say(props.leadIn ? passkeyTexts.whyStaff : passkeyTexts.why)}</p>
      <Island name="passkey" props={island}>
        <Passkey {...island} />
      </Island>
      <Buttons>
        <LinkButton kind="text" href={props.back}>
          {props.leadIn ? passkeyTexts.later : passkeyTexts.cancel}
        </LinkButton>
      </Buttons>
    </>
  );
}

export function RenamePasskeyPage(props: { id: string; name: string; form?: FormState }) {
  const form = props.form ?? (props.name ? filledForm({ name: props.name }) : emptyForm);
  return (
    <>
      <PageTitle title={passkeyTexts.rename} />
      <ErrorSummary form={form} />
      <Form action={`/me/passkeys/${props.id}`} submit={passkeyTexts.save}>
        <TextField form={form} name="name" label={passkeyTexts.name} maxLength={80} width="medium" />
      </Form>
    </>
  );
}
