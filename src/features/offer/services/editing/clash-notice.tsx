// Somebody else saved the same part meanwhile: says who and when, shows what they wrote, and keeps what was typed.
import { sayTime } from '../../../../platform/language.ts';
import type { FormState } from '../../../../ui/form.tsx';
import { Facts, Notice } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import { Disclosure } from '../../../../ui/ways.tsx';
import { languageNames } from './gap-words.ts';
import type { WrittenField } from './language-fields.tsx';
import { texts } from './texts.ts';
import { writtenLanguages } from './written.ts';

export type Clash = {
  /** The first name of who saved it; missing when nobody is known. */
  by: string | undefined;
  at: Temporal.ZonedDateTime | undefined;
  /** What is saved now, as the fields would hold it. */
  saved: FormState['values'];
};

export function ClashNotice(props: { clash: Clash; written: readonly WrittenField[]; typed: FormState }) {
  const say = useSay();
  const language = useLanguage();
  const { clash, typed } = props;
  const differing = props.written.flatMap((field) =>
    writtenLanguages
      .filter(
        (one) => (clash.saved[`${field.name}-${one}`] ?? '') !== (typed.values[`${field.name}-${one}`] ?? ''),
      )
      .map((one) => ({
        term: `${say(field.label)}, ${say(languageNames[one])}`,
        value: String(clash.saved[`${field.name}-${one}`] ?? '') || say(texts.nothingYet),
      })),
  );
  const time = clash.at && sayTime(language, clash.at.toPlainTime());
  return (
    <Notice kind="warning" title={texts.clashTitle} announce>
      <p>{clash.by && time ? say(texts.clashBy, { name: clash.by, time }) : say(texts.clash)}</p>
      {differing.length > 0 && (
        <Disclosure summary={texts.clashSaved}>
          <Facts facts={differing} />
        </Disclosure>
      )}
    </Notice>
  );
}
