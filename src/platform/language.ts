// The languages of the house and how a text is said in one of them. Each feature keeps its own `texts.ts`;
// a missing language does not compile. Messages are ICU (intl-messageformat), so plurals are right in all.
import { IntlMessageFormat } from 'intl-messageformat';

/** `fi-simple` is Easy Finnish (selkokieli); where a text has no easy form, plain Finnish is said. */
export type Language = 'fi' | 'sv' | 'en' | 'fi-simple';
export const languages: readonly Language[] = ['fi', 'sv', 'en', 'fi-simple'];

/** One text in every language. `same` marks texts that are meant to be alike in two languages (names, "video"). */
export type Text = {
  readonly fi: string;
  readonly sv: string;
  readonly en: string;
  readonly selko?: string;
  readonly same?: true;
};

export type TextValues = Record<string, string | number>;

/** Keeps the exact names of the texts while checking that each has all languages. */
export function defineTexts<T extends Record<string, Text>>(texts: T): T {
  return texts;
}

/** The locale that formats numbers and dates for a language. */
export function localeOf(language: Language): string {
  return { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB', 'fi-simple': 'fi-FI' }[language];
}

/** The value of an HTML `lang` attribute (BCP 47; Easy Finnish is `fi-simple` only inside the house). */
export function htmlLanguage(language: Language): string {
  return language === 'fi-simple' ? 'fi' : language;
}

const compiled = new Map<string, IntlMessageFormat>();

/** Says `text` in `language`, with ICU `values` filled in. Throws when a value that the text needs is missing. */
export function say(language: Language, text: Text, values?: TextValues): string {
  const pattern = language === 'fi-simple' ? (text.selko ?? text.fi) : text[language];
  if (!pattern.includes('{') && !pattern.includes("'")) return pattern;
  const key = `${language}\n${pattern}`;
  let message = compiled.get(key);
  if (!message) {
    message = new IntlMessageFormat(pattern, localeOf(language), undefined, { ignoreTag: true });
    compiled.set(key, message);
  }
  return String(message.format(values));
}

/** The best of our languages for an `Accept-Language` header (RFC 9110, section 12.5.4); Finnish when none fits. */
export function languageFromHeader(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([0-9.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((w) => w.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const primary = tag.split('-')[0];
    if (primary === 'fi' || primary === 'sv' || primary === 'en') return primary;
  }
  return 'fi';
}

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (languages as readonly string[]).includes(value);
}

/** "klo 9.30", "kl. 9.30", "9:30": a wall-clock time as people say it. */
export function sayTime(language: Language, time: Temporal.PlainTime): string {
  const minute = String(time.minute).padStart(2, '0');
  return {
    fi: `klo ${time.hour}.${minute}`,
    'fi-simple': `kello ${time.hour}.${minute}`,
    sv: `kl. ${time.hour}.${minute}`,
    en: `${time.hour}:${minute}`,
  }[language];
}

/** "9.30" or "9:30": the same without the word, for columns and drawings. */
export function shortTime(language: Language, time: Temporal.PlainTime): string {
  return `${time.hour}${language === 'en' ? ':' : '.'}${String(time.minute).padStart(2, '0')}`;
}

/** "tiistai 24. marraskuuta" (`long`) or "ti 24.11." (`short`): a calendar day as people say it. */
export function sayDay(
  language: Language,
  day: Temporal.PlainDate,
  style: 'long' | 'short' | 'with-year' = 'long',
) {
  const options: Intl.DateTimeFormatOptions =
    style === 'short'
      ? { weekday: 'short', day: 'numeric', month: 'numeric' }
      : {
          weekday: 'long',
          day: 'numeric',
          month: 'long',
          ...(style === 'with-year' ? { year: 'numeric' } : {}),
        };
  return dateFormat(language, options).format(new Date(Date.UTC(day.year, day.month - 1, day.day)));
}

/**
 * "4 h", "4 h 10 min", "35 min": a length of time in whole minutes, as people read it. The symbols of hour and minute
 * (SFS-ISO 80000-3) are the same in every language; the Finnish "t" is an abbreviation and does not stand beside "min".
 */
export function sayMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** "tiistai", "tisdag", "Tuesday": the name of a weekday, 1 is Monday (ISO 8601). */
export function sayWeekday(language: Language, weekday: number): string {
  // 5 January 1970 was a Monday.
  return dateFormat(language, { weekday: 'long' }).format(new Date(Date.UTC(1970, 0, 4 + weekday)));
}

/** "24.11.2026": a calendar day in figures. */
export function figuresOfDay(language: Language, day: Temporal.PlainDate): string {
  return dateFormat(language, { day: 'numeric', month: 'numeric', year: 'numeric' }).format(
    new Date(Date.UTC(day.year, day.month - 1, day.day)),
  );
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' });
    dateFormats.set(key, format);
  }
  return format;
}
