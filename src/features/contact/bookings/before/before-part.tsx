// Before the meeting: what the coach asks the client to prepare, what the client wants to ask, and files of both.
import { Button } from '../../../../ui/buttons.tsx';
import { FileField, TextArea } from '../../../../ui/fields.tsx';
import { ActForm, Form, type FormState } from '../../../../ui/form.tsx';
import { Section } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { Disclosure } from '../../../../ui/ways.tsx';
import type { BookingView } from '../booking-page.tsx';
import { canCancel } from '../rules.ts';
import { texts } from '../texts.ts';
import type { AttachedFile } from './before-meeting.ts';
import { beforeTexts } from './texts-before.ts';

export function BeforeMeeting({ view, form }: { view: BookingView; form: FormState }) {
  const say = useSay();
  const { booking, staff } = view;
  const open = canCancel(booking, view.now);
  const adds = booking.cancelledAt === null;
  if (!adds && view.files.length === 0) return null;
  return (
    <Section title={beforeTexts.before}>
      {!staff && view.preparation && (
        <div class="flow">
          <h3>{say(beforeTexts.coachAsks)}</h3>
          <p>{view.preparation}</p>
        </div>
      )}
      {open && (staff ? <Preparation view={view} form={form} /> : <Question view={view} form={form} />)}
      {view.files.length > 0 && (
        <ul>
          {view.files.map((file) => (
            <li key={file.id}>
              <OneFile bookingId={booking.id} file={file} />
            </li>
          ))}
        </ul>
      )}
      {adds && (
        <Disclosure summary={beforeTexts.addFile} open={form.errors.file !== undefined}>
          <Form action={`/times/${booking.id}/files`} encType="multipart/form-data">
            <FileField
              form={form}
              name="file"
              label={beforeTexts.file}
              hint={beforeTexts.fileHint}
              accept="image/*,audio/*,application/pdf"
            />
            <Button>{beforeTexts.addFile}</Button>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}

function OneFile({ bookingId, file }: { bookingId: string; file: AttachedFile }) {
  const say = useSay();
  return (
    <>
      <a href={file.href}>{file.name}</a>{' '}
      <span class="small quiet-ink">
        {say(file.byClient ? beforeTexts.fromClient : beforeTexts.fromCoach)}
      </span>
      {file.own && (
        <ActForm action={`/times/${bookingId}/files/${file.id}/removal`}>
          <Button small about={file.name}>
            {beforeTexts.removeFile}
          </Button>
        </ActForm>
      )}
    </>
  );
}

function Question({ view, form }: { view: BookingView; form: FormState }) {
  return (
    <Form action={`/times/${view.booking.id}/question`}>
      <TextArea
        form={form}
        name="question"
        label={texts.question}
        hint={texts.questionHint}
        required={false}
        rows={3}
      />
      <Button>{texts.send}</Button>
    </Form>
  );
}

function Preparation({ view, form }: { view: BookingView; form: FormState }) {
  return (
    <Form action={`/times/${view.booking.id}/preparation`}>
      <TextArea
        form={form}
        name="preparation"
        label={beforeTexts.askClient}
        hint={beforeTexts.askClientHint}
        required={false}
        rows={3}
      />
      <Button>{beforeTexts.keep}</Button>
    </Form>
  );
}
