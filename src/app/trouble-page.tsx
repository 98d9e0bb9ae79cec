// The page of a passing trouble of the database: the disk is full or the server is away. What somebody sent stands in
// the page with the key it was sent with, so trying again has one effect, however often it is tried.
import type { Context } from 'hono';
import type { Trouble } from '../platform/errors.ts';
import { readBody } from '../platform/request-body.ts';
import type { Web } from '../platform/web.ts';
import { Button, Buttons, LinkButton } from '../ui/buttons.tsx';
import { FileField } from '../ui/fields.tsx';
import { emptyForm, HiddenField } from '../ui/form.tsx';
import { PageTitle, Section } from '../ui/parts.tsx';
import { useSay } from '../ui/speech.tsx';
import { texts } from './texts.ts';

const tryAgainSeconds = 30;
/** More than any form of ours holds beside its files. */
const largestKept = 1024 * 1024;

/** Answers 503 in the reader's language, with whatever was sent kept for another try. */
export async function troubleAnswer(c: Context<Web>, trouble: Trouble): Promise<Response> {
  c.header('retry-after', String(tryAgainSeconds));
  const { pathname, search } = new URL(c.req.url);
  const title = trouble === 'away' ? texts.awayTitle : texts.cannotSaveTitle;
  const sent = c.req.method === 'POST' ? await whatWasSent(c) : undefined;
  return c.render(<TroublePage title={title} sent={sent} action={`${pathname}${search}`} />, {
    title,
    status: 503,
  });
}

async function whatWasSent(c: Context<Web>): Promise<FormData> {
  // The trouble may have come before the body was read.
  if (!c.var.form && !c.req.raw.bodyUsed) await readBody(c, largestKept).catch(() => {});
  return c.var.form ?? new FormData();
}

function TroublePage(props: { title: typeof texts.awayTitle; sent: FormData | undefined; action: string }) {
  const say = useSay();
  const { sent } = props;
  return (
    <>
      <PageTitle title={props.title} lead={texts.troubleIsOurs} />
      {sent ? (
        <AnotherTry sent={sent} action={props.action} />
      ) : (
        <LinkButton kind="main" href={props.action}>
          {say(texts.tryAgain)}
        </LinkButton>
      )}
    </>
  );
}

function AnotherTry({ sent, action }: { sent: FormData; action: string }) {
  const say = useSay();
  const fields = [...sent.entries()];
  const written = fields.flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('_') && isProse(value) ? [value] : [],
  );
  const files = [...new Set(fields.filter(([, value]) => isFile(value)).map(([name]) => name))];
  return (
    <>
      <p>{say(texts.nothingLost)}</p>
      <form
        class="form"
        action={action}
        method="post"
        enctype={files.length > 0 ? 'multipart/form-data' : undefined}
      >
        {fields.map(
          ([name, value], at) =>
            typeof value === 'string' && <HiddenField key={at} name={name} value={value} />,
        )}
        {files.map((name) => (
          <FileField key={name} form={emptyForm} name={name} label={texts.fileAgain} required={false} />
        ))}
        <Buttons>
          <Button kind="main">{texts.tryAgain}</Button>
        </Buttons>
      </form>
      {written.length > 0 && (
        <Section title={texts.youWrote}>
          {written.map((text) => (
            <p key={text} class="kept-lines">
              {text}
            </p>
          ))}
        </Section>
      )}
    </>
  );
}

const isFile = (value: FormDataEntryValue) => typeof value !== 'string' && value.size > 0;

// Shown to be copied in the worst case; ids, codes and single words are not worth it.
const isProse = (value: string) => value.length >= 20 && /\s/.test(value);
