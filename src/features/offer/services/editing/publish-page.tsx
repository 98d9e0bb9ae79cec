import { Button, Buttons } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { TextArea } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState, HiddenField } from '../../../../ui/form.tsx';
import { Notice, PageTitle, Section } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { Disclosure } from '../../../../ui/ways.tsx';
import type { ServiceContent } from '../content.ts';
import type { ChangedText, ContentField, Gap } from '../readiness.ts';
import { fieldNames, gapPlace, languageNames, sayGaps } from './gap-words.ts';
import { ServiceLink } from './service-frame.tsx';
import { texts } from './texts.ts';
import { texts as versionTexts } from './texts-versions.ts';

type Named = { id: string; name: string };

/** What would become public, what changes, and what is still missing. */
export function PublishPage(props: {
  service: Named;
  draft: { revision: number; number: number; content: ServiceContent };
  /** Undefined when nothing has been published before. */
  changed: readonly ContentField[] | undefined;
  /** Texts that change, with what they were and will be. */
  wording: readonly ChangedText[];
  gaps: readonly Gap[];
  missingInEasy: readonly Gap[];
  hidden: boolean;
  form: FormState;
}) {
  const say = useSay();
  const { service, changed, gaps } = props;
  return (
    <>
      <PageTitle
        title={say(versionTexts.publishTitle, { number: props.draft.number })}
        above={<ServiceLink service={service} />}
      />
      <ErrorSummary form={props.form} />
      <Section title={versionTexts.whatChanges}>
        {changed === undefined && <p>{say(versionTexts.firstVersion)}</p>}
        {changed?.length === 0 && <p>{say(versionTexts.nothingChanges)}</p>}
        {changed && changed.length > 0 && (
          <ul>
            {changed.map((field) => (
              <li key={field}>{say(fieldNames[field])}</li>
            ))}
          </ul>
        )}
        {props.wording.length > 0 && <BeforeAndAfter wording={props.wording} />}
        <p>
          <a href={`/office/services/${service.id}/preview`}>{say(versionTexts.seePreview)}</a>
        </p>
      </Section>
      {gaps.length > 0 ? (
        <Gaps id={service.id} content={props.draft.content} gaps={gaps} />
      ) : (
        <Form action={`/office/services/${service.id}/publishing`} submit={versionTexts.publish}>
          <HiddenField name="seen" value={String(props.draft.revision)} />
          <TextArea
            form={props.form}
            name="note"
            label={versionTexts.note}
            hint={versionTexts.noteHint}
            rows={3}
            maxLength={500}
            required={false}
          />
          {props.hidden && <p>{say(versionTexts.publishHidden)}</p>}
        </Form>
      )}
      {props.missingInEasy.length > 0 && (
        <Disclosure summary={say(versionTexts.easyGaps, { count: props.missingInEasy.length })}>
          <p>{say(versionTexts.easyGapsText)}</p>
          <GapList id={service.id} content={props.draft.content} gaps={props.missingInEasy} />
        </Disclosure>
      )}
      <DraftRemoval id={service.id} revision={props.draft.revision} />
    </>
  );
}

function BeforeAndAfter({ wording }: { wording: readonly ChangedText[] }) {
  const say = useSay();
  return (
    <Disclosure summary={versionTexts.beforeAndAfter}>
      <DataTable
        caption={versionTexts.beforeAndAfter}
        captionUnseen
        rows={wording}
        rowKey={(row) => `${row.field} ${row.language}`}
        columns={[
          {
            key: 'text',
            label: versionTexts.text,
            cell: (row) => `${say(fieldNames[row.field])}, ${say(languageNames[row.language])}`,
          },
          { key: 'before', label: versionTexts.before, cell: (row) => row.before || say(texts.nothingYet) },
          { key: 'after', label: versionTexts.after, cell: (row) => row.after || say(texts.nothingYet) },
        ]}
      />
    </Disclosure>
  );
}

type GapsProps = { id: string; content: ServiceContent; gaps: readonly Gap[] };

function Gaps(props: GapsProps) {
  const say = useSay();
  return (
    <Notice kind="warning" title={versionTexts.notReady}>
      <p>{say(versionTexts.notReadyText)}</p>
      <GapList {...props} />
    </Notice>
  );
}

// Each line leads to the page on which its gap is filled.
function GapList({ id, content, gaps }: GapsProps) {
  const say = useSay();
  return (
    <ul>
      {sayGaps(say, content, gaps).map((line) => (
        <li key={line.words}>
          <a href={`/office/services/${id}/${gapPlace(content, line.gap)}`}>{line.words}</a>
        </li>
      ))}
    </ul>
  );
}

function DraftRemoval({ id, revision }: { id: string; revision: number }) {
  const say = useSay();
  return (
    <Section title={versionTexts.removeDraft}>
      <p>{say(versionTexts.removeDraftText)}</p>
      <Buttons>
        <ActForm action={`/office/services/${id}/draft-removal`} fields={{ seen: String(revision) }}>
          <Button kind="danger">{versionTexts.removeDraft}</Button>
        </ActForm>
      </Buttons>
    </Section>
  );
}
