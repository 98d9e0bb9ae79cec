// Texts for islands: each in the reader's language, as a string. Values in braces are filled in the browser
// (words.browser.ts), so island texts have no plurals.
import type { Language, Text } from '../../../platform/language.ts';

export type Spoken<T extends Record<string, Text>> = { readonly [name in keyof T]: string };

export function spoken<T extends Record<string, Text>>(language: Language, texts: T): Spoken<T> {
  const inLanguage = (text: Text) => (language === 'fi-simple' ? (text.selko ?? text.fi) : text[language]);
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, inLanguage(text)]),
  ) as Spoken<T>;
}
