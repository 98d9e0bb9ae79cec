// Own work: writing down what was done, and the list of what has been written.
import { sayMinutes } from '../../../platform/language.ts';
import { Button } from '../../../ui/buttons.tsx';
import { FileField, NumberField, TextArea, TextField } from '../../../ui/fields.tsx';
import { ActForm, ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { Island } from '../../../ui/island.tsx';
import { EmptyState, Notice, PageTitle, Section } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import type { ShownOwnWork } from '../days/door.ts';
import { BackToDay, type DayPlace, dayTitle } from './day-place.tsx';
import { texts } from './texts.ts';

export function OwnWorkPage(props: {
  place: DayPlace;
  form: FormState;
  works: readonly ShownOwnWork[];
  /** False once the day is confirmed or too far back. */
  writable: boolean;
  added: boolean;
}) {
  const { place, form } = props;
  return (
    <>
      <PageTitle title={texts.work} above={dayTitle(place)} lead={props.writable && texts.workLead} />
      {props.added && <Notice kind="good" title={texts.workAdded} announce />}
      <ErrorSummary form={form} />
      {props.writable ? <WorkForm place={place} form={form} /> : <Notice kind="info">{texts.locked}</Notice>}
      <Section title={texts.workDone}>
        {props.works.length === 0 ? (
          <EmptyState title={texts.workNone} />
        ) : (
          <OwnWorkList
            works={props.works}
            removeFrom={props.writable ? `${place.href}/own-work` : undefined}
          />
        )}
      </Section>
      <BackToDay place={place} />
    </>
  );
}

function WorkForm({ place, form }: { place: DayPlace; form: FormState }) {
  const say = useSay();
  const optional = say(texts.optionalWord);
  const words = {
    label: `${say(texts.workRecording)} (${optional})`,
    hint: say(texts.workRecordingHint),
    start: say(texts.recordStart),
    stop: say(texts.recordStop),
    again: say(texts.recordAgain),
    drop: say(texts.recordDrop),
    going: say(texts.recordGoing),
    ready: say(texts.recordReady),
    refused: say(texts.recordRefused),
    missing: say(texts.recordMissing),
    empty: say(texts.recordEmpty),
  };
  return (
    <Form
      action={`${place.href}/own-work`}
      encType="multipart/form-data"
      submit={texts.workAdd}
      draft={`work/${place.day}/${place.personId}`}
    >
      <TextField form={form} name="what" label={texts.workWhat} maxLength={500} />
      <NumberField form={form} name="minutes" label={texts.workMinutes} hint={texts.workMinutesHint} />
      <TextArea
        form={form}
        name="proof"
        label={texts.workProof}
        hint={texts.workProofHint}
        required={false}
        rows={3}
      />
      <FileField
        form={form}
        name="picture"
        label={texts.workPicture}
        hint={texts.workPictureHint}
        required={false}
        accept="image/*"
      />
      <Island name="recorder" props={{ field: 'recording', mostSeconds: 300, words }}>
        <FileField
          form={form}
          name="recording"
          label={texts.workRecording}
          hint={texts.workRecordingHint}
          required={false}
          accept="audio/*"
        />
      </Island>
    </Form>
  );
}

/** What has been written down, with its proofs; `removeFrom` is the address under which a piece may be taken off. */
export function OwnWorkList(props: { works: readonly ShownOwnWork[]; removeFrom?: string | undefined }) {
  const say = useSay();
  const together = props.works.reduce((sum, work) => sum + work.minutes, 0);
  return (
    <>
      <ul class="plain-list">
        {props.works.map((work) => (
          <li key={work.id}>
            <p>
              <span class="strong">{work.what}</span>{' '}
              <span class="quiet-ink">{sayMinutes(work.minutes)}</span>
            </p>
            {work.proofWords && <p class="quiet-ink">{work.proofWords}</p>}
            {work.files.map((file) => (
              <Proof key={file.href} file={file} what={work.what} />
            ))}
            {props.removeFrom && (
              <ActForm action={`${props.removeFrom}/${work.id}/removal`}>
                <Button small about={work.what}>
                  {texts.workRemove}
                </Button>
              </ActForm>
            )}
          </li>
        ))}
      </ul>
      {props.works.length > 1 && (
        <p class="strong">{say(texts.workTogether, { sum: sayMinutes(together) })}</p>
      )}
    </>
  );
}

function Proof({ file, what }: { file: ShownOwnWork['files'][number]; what: string }) {
  const say = useSay();
  if (file.kind === 'image')
    return <img class="proof" src={file.href} alt={say(texts.pictureOf, { what })} loading="lazy" />;
  return (
    // biome-ignore lint/a11y/useMediaCaption: a person's own few words about own work; their list says what it is about.
    <audio controls preload="none" src={file.href} aria-label={say(texts.recordingOf, { what })} />
  );
}
