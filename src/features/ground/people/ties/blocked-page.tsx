import { Button, Buttons, LinkButton } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { RadioGroup, TextArea, TextField } from '../../../../ui/fields.tsx';
import {
  ActForm,
  ErrorSummary,
  Form,
  type FormState,
  filledForm,
  HiddenField,
} from '../../../../ui/form.tsx';
import { EmptyState, PageTitle, Section } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import type { BlockedRow, ListedPerson } from '../queries.ts';
import { texts } from '../texts.ts';

/** Whom a person must never meet: the pairs there are, and a search for the other one of a new pair. */
export function BlockedPage(props: {
  whom: { id: string; name: string };
  pairs: readonly BlockedRow[];
  search: string;
  found: readonly ListedPerson[];
  form: FormState;
}) {
  const { whom, form } = props;
  return (
    <>
      <PageTitle title={texts.blocked} above={whom.name} lead={texts.blockedLead} />
      <ErrorSummary form={form} />
      <DataTable
        caption={texts.blocked}
        captionUnseen
        rows={props.pairs}
        rowKey={(row) => row.pairId}
        empty={<EmptyState title={texts.noBlocked} text={texts.noBlockedText} />}
        columns={[
          { key: 'other', label: texts.otherPerson },
          { key: 'reason', label: texts.blockReason, cell: (row) => row.reason ?? texts.notGiven },
          {
            key: 'acts',
            label: texts.edit,
            labelUnseen: true,
            cell: (row) => (
              <ActForm action={`/people/${whom.id}/blocked/${row.pairId}/removal`}>
                <Button small about={row.other}>
                  {texts.unblockPair}
                </Button>
              </ActForm>
            ),
          },
        ]}
      />
      <NewPair {...props} />
      <LinkButton href={`/people/${whom.id}`}>{texts.back}</LinkButton>
    </>
  );
}

function NewPair({ whom, form, search, found }: Parameters<typeof BlockedPage>[0]) {
  const say = useSay();
  return (
    <Section title={texts.findOther}>
      <Form action={`/people/${whom.id}/blocked`} method="get" inline>
        <TextField
          form={filledForm({ search: search })}
          name="search"
          type="search"
          label={texts.searchLabel}
        />
        <Button>{texts.search}</Button>
      </Form>
      {search !== '' && found.length === 0 && <p>{say(texts.nobodyFound)}</p>}
      {found.length > 0 && (
        <Form action={`/people/${whom.id}/blocked`}>
          <HiddenField name="search" value={search} />
          <RadioGroup
            form={form}
            name="other"
            label={texts.otherPerson}
            options={found.map((one) => ({
              value: one.id,
              label: `${one.familyName} ${one.givenName}`,
            }))}
          />
          <TextArea
            form={form}
            name="reason"
            label={texts.blockReason}
            hint={texts.blockReasonHint}
            rows={3}
            required={false}
          />
          <Buttons>
            <Button kind="main">{texts.blockPair}</Button>
          </Buttons>
        </Form>
      )}
    </Section>
  );
}
