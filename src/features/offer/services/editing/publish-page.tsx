import { Button, Buttons } from '../../../../ui/buttons.tsx';
import { TextArea } from '../../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState, HiddenField } from '../../../../ui/form.tsx';
import { Notice, PageTitle, Section } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import type { ServiceContent } from '../content.ts';
import type { ContentField, Gap } from '../readiness.ts';
import { fieldNames, gapPlace, sayGaps } from './gap-words.ts';
import { ServiceLink } from './service-frame.tsx';
import { texts as versionTexts } from './texts-versions.ts';

type Named = { id: string; name: string };

/** What would become public, what changes, and what is still missing. */
export function PublishPage(props: {
  service: Named;
  draft: { revision: number; number: number; content: ServiceContent };
  /** Undefined when nothing has been published before. */
  changed: readonly ContentField[] | undefined;
  gaps: readonly Gap[];
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
      <DraftRemoval id={service.id} revision={props.draft.revision} />
    </>
  );
}

function Gaps({ id, content, gaps }: { id: string; content: ServiceContent; gaps: readonly Gap[] }) {
  const say = useSay();
  return (
    <Notice kind="warning" title={versionTexts.notReady}>
      <p>{say(versionTexts.notReadyText)}</p>
      <ul>
        {sayGaps(say, content, gaps).map((line) => (
          <li key={line.words}>
            <a href={`/office/services/${id}/${gapPlace(content, line.gap)}`}>{line.words}</a>
          </li>
        ))}
      </ul>
    </Notice>
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
