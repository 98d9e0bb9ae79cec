// What every part needs to know about the page it stands on: the language, the address, and where fresh
// idempotency keys come from. Carried by a Preact context so that pages need not hand it from part to part.
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, say, type Text, type TextValues } from '../platform/language.ts';

export type SpeechValue = {
  readonly language: Language;
  /** A fresh idempotency key for a form, never given twice on one page. */
  readonly newKey: () => string;
  /** The nonce of this answer's Content-Security-Policy. */
  readonly nonce: string;
  /** The path of the page, where the language switch leads back to. */
  readonly path: string;
};

/** A text in all languages, or a string that already is in the reader's language (a name, a message). */
export type Words = Text | string;

/** What may stand inside a part: words or any Preact children. */
export type Content = Words | ComponentChildren;

export type Say = (words: Words, values?: TextValues) => string;

const SpeechContext = createContext<SpeechValue | null>(null);

export function Speech(props: { value: SpeechValue; children?: ComponentChildren }) {
  return <SpeechContext.Provider value={props.value}>{props.children}</SpeechContext.Provider>;
}

export function useSpeech(): SpeechValue {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('A part was rendered outside <Speech>.');
  return speech;
}

export function useLanguage(): Language {
  return useSpeech().language;
}

/** Gives the function that says a text in the language of the page; a plain string is given back as it is. */
export function useSay(): Say {
  const { language } = useSpeech();
  return (words, values) => (typeof words === 'string' ? words : say(language, words, values));
}

/** Gives the function that turns words into a string and leaves other children as they are. */
export function useContent(): (content: Content) => ComponentChildren {
  const { language } = useSpeech();
  return (content) => (isText(content) ? say(language, content) : content);
}

export function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'fi' in value && 'sv' in value && 'en' in value;
}
