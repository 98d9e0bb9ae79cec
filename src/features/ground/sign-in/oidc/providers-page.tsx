import type { Text } from '../../../../platform/language.ts';
import { LinkButton } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { Checkbox, TextField } from '../../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState } from '../../../../ui/form.tsx';
import { EmptyState, Facts, PageTitle, Section, Status } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { providerTexts as texts } from './provider-texts.ts';

/** The providers of an office, for its administrator. */
export function ProvidersPage(props: {
  providers: readonly { id: string; name: Text; issuer: string; active: boolean }[];
}) {
  const say = useSay();
  return (
    <>
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        action={
          <LinkButton kind="main" href="/office/sign-in-providers/new">
            {texts.add}
          </LinkButton>
        }
      />
      <DataTable
        caption={texts.title}
        captionUnseen
        rows={props.providers}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            label: texts.name,
            cell: (row) => <a href={`/office/sign-in-providers/${row.id}`}>{say(row.name)}</a>,
          },
          { key: 'issuer', label: texts.issuer },
          {
            key: 'state',
            label: texts.state,
            cell: (row) => (
              <Status mood={row.active ? 'good' : 'quiet'}>
                {row.active ? texts.inUse : texts.notInUse}
              </Status>
            ),
          },
        ]}
        empty={<EmptyState title={texts.none} text={texts.noneText} />}
      />
      <p>
        <a href="/office">{say(texts.back)}</a>
      </p>
    </>
  );
}

/** One provider: what it is, how people are recognised, and the addresses to give to it. */
export function ProviderPage(props: {
  id: string | undefined;
  form: FormState;
  addresses: { redirect: string; afterLogout: string; backChannel: string } | undefined;
}) {
  const { form, id, addresses } = props;
  return (
    <>
      <PageTitle title={id ? texts.change : texts.add} />
      <ErrorSummary form={form} />
      <Form action={`/office/sign-in-providers/${id ?? 'new'}`} submit={texts.save}>
        <TextField form={form} name="nameFi" label={texts.nameFi} hint={texts.nameHint} width="medium" />
        <TextField form={form} name="nameSv" label={texts.nameSv} width="medium" />
        <TextField form={form} name="nameEn" label={texts.nameEn} width="medium" />
        <TextField form={form} name="issuer" type="url" label={texts.issuer} hint={texts.issuerHint} />
        <TextField form={form} name="clientId" label={texts.clientId} autoComplete="off" />
        <TextField
          form={form}
          name="clientSecret"
          type="password"
          label={texts.clientSecret}
          hint={texts.secretHint}
          required={false}
          autoComplete="off"
        />
        <TextField form={form} name="scopes" label={texts.scopes} />
        <Matching form={form} />
        <Checkbox form={form} name="active" label={texts.active} />
      </Form>
      {addresses && (
        <Section title={texts.addresses}>
          <Facts
            facts={[
              { term: texts.redirectUri, value: <code>{addresses.redirect}</code> },
              { term: texts.afterLogout, value: <code>{addresses.afterLogout}</code> },
              { term: texts.backChannel, value: <code>{addresses.backChannel}</code> },
            ]}
          />
        </Section>
      )}
    </>
  );
}

/** By which claims people are recognised, and what is taken over from them. */
function Matching({ form }: { form: FormState }) {
  const say = useSay();
  return (
    <Section title={texts.matching}>
      <p>{say(texts.matchingText)}</p>
      <TextField form={form} name="claimSubject" label={texts.claimSubject} width="medium" />
      <TextField
        form={form}
        name="claimIdentityCode"
        label={texts.claimIdentityCode}
        hint={texts.claimIdentityCodeHint}
        required={false}
        width="medium"
      />
      <TextField form={form} name="claimEmail" label={texts.claimEmail} required={false} width="medium" />
      <Checkbox
        form={form}
        name="emailsVerified"
        label={texts.emailsVerified}
        hint={texts.emailsVerifiedHint}
      />
      <TextField form={form} name="claimPhone" label={texts.claimPhone} required={false} width="medium" />
      <TextField
        form={form}
        name="claimGivenName"
        label={texts.claimGivenName}
        hint={texts.claimNamesHint}
        required={false}
        width="medium"
      />
      <TextField
        form={form}
        name="claimFamilyName"
        label={texts.claimFamilyName}
        required={false}
        width="medium"
      />
    </Section>
  );
}
