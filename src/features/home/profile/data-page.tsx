import { houseZone } from '../../../platform/clock.ts';
import { figuresOfDay, sayTime } from '../../../platform/language.ts';
import { LinkButton } from '../../../ui/buttons.tsx';
import { Facts, PageTitle, Section } from '../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../ui/speech.tsx';
import type { OwnData } from './own-data.ts';
import { texts } from './texts.ts';
import { fieldWords, valueWords } from './texts-data.ts';

/** A file of the person's with an address that is good for a few minutes. */
export type OwnFile = { id: string; name: string; href: string };

/** Everything about a person as a page; the log has its own readable page, so here stands how long it is. */
export function DataPage({ data, files }: { data: OwnData; files: readonly OwnFile[] }) {
  const say = useSay();
  const { office: _, madeAt: __, accessLog, ...parts } = data;
  return (
    <>
      <PageTitle
        title={texts.data}
        above={texts.me}
        lead={texts.dataLead}
        action={
          <LinkButton kind="main" href="/me/data.json" download>
            {texts.download}
          </LinkButton>
        }
      />
      {Object.entries(parts).map(([name, value]) => (
        <Section key={name} title={fieldWords(name)}>
          <Fields value={value} field={name} />
        </Section>
      ))}
      {files.length > 0 && (
        <Section title={texts.openFiles}>
          <ul>
            {files.map((file) => (
              <li key={file.id}>
                <a href={file.href} download>
                  {file.name}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={texts.logNewest}>
        <p>
          {say(texts.logCount, { count: Array.isArray(accessLog) ? accessLog.length : 0 })}{' '}
          <a href="/me/access-log">{say(texts.looks)}</a>
        </p>
      </Section>
      <p class="quiet-ink">{say(texts.correctText)}</p>
    </>
  );
}

function Fields({ value, field }: { value: unknown; field: string }) {
  const say = useSay();
  if (Array.isArray(value)) {
    if (value.length === 0) return <p class="quiet-ink">{say(texts.none)}</p>;
    return (
      <>
        {value.map((one, at) => (
          <Fields key={at} value={one} field={field} />
        ))}
      </>
    );
  }
  if (typeof value === 'object' && value !== null) {
    return (
      <Facts
        facts={Object.entries(value).map(([name, one]) => ({
          term: fieldWords(name),
          value: <Fields value={one} field={name} />,
        }))}
      />
    );
  }
  return <Plain value={value} field={field} />;
}

function Plain({ value, field }: { value: unknown; field: string }) {
  const say = useSay();
  const language = useLanguage();
  if (value === null || value === undefined || value === '') return <>{say(texts.none)}</>;
  if (typeof value === 'boolean') return <>{say(value ? texts.yes : texts.no)}</>;
  const words = valueWords(field, String(value));
  if (words) return <>{say(words)}</>;
  if (/^\d{4}-\d{2}-\d{2}$/.test(String(value)))
    return <>{figuresOfDay(language, Temporal.PlainDate.from(String(value)))}</>;
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(String(value))) {
    const at = Temporal.Instant.from(String(value)).toZonedDateTimeISO(houseZone);
    return (
      <>
        {figuresOfDay(language, at.toPlainDate())} {sayTime(language, at.toPlainTime())}
      </>
    );
  }
  return <span class="kept-lines">{String(value)}</span>;
}
