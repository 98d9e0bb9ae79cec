import { LinkButton } from '../../../ui/buttons.tsx';
import { Facts, PageTitle, Section } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import type { OwnData } from './own-data.ts';
import { texts } from './texts.ts';
import { fieldWords } from './texts-data.ts';

/** Everything about a person as a page; the log has its own readable page, so here stands how long it is. */
export function DataPage({ data }: { data: OwnData }) {
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
          <Fields value={value} />
        </Section>
      ))}
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

function Fields({ value }: { value: unknown }) {
  const say = useSay();
  if (Array.isArray(value)) {
    if (value.length === 0) return <p class="quiet-ink">{say(texts.none)}</p>;
    return (
      <>
        {value.map((one, at) => (
          <Fields key={at} value={one} />
        ))}
      </>
    );
  }
  if (typeof value === 'object' && value !== null) {
    return (
      <Facts
        facts={Object.entries(value).map(([name, one]) => ({
          term: fieldWords(name),
          value: <Fields value={one} />,
        }))}
      />
    );
  }
  return <span class="kept-lines">{plain(value, say)}</span>;
}

function plain(value: unknown, say: ReturnType<typeof useSay>): string {
  if (value === null || value === undefined || value === '') return say(texts.none);
  if (typeof value === 'boolean') return say(value ? texts.yes : texts.no);
  return String(value);
}
