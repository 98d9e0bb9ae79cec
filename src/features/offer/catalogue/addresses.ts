// The public addresses of the catalogue, in each language its own. Printed on leaflets and kept by search engines, so
// they never change. Pure.
import type { Language } from '../../../platform/language.ts';
import { isEasy, type Published } from '../services/door.ts';

export const listPaths: Readonly<Record<Language, string>> = {
  fi: '/fi/palvelut',
  sv: '/sv/tjanster',
  en: '/en/services',
  'fi-simple': '/selko/palvelut',
};

/** What search engines find them all by. */
export const sitemapPath = '/sitemap.xml';

const feedbackParts: Readonly<Record<Language, string>> = {
  fi: 'palaute',
  sv: 'respons',
  en: 'feedback',
  'fi-simple': 'palaute',
};

type Slugs = Published['service']['slugs'];

/** The language of a service's address: Easy Finnish has the Finnish one. */
export const slugLanguage = (language: Language) => (language === 'fi-simple' ? 'fi' : language);

export function servicePath(slugs: Slugs, language: Language): string {
  return `${listPaths[language]}/${slugs[slugLanguage(language)]}`;
}

export function feedbackPath(slugs: Slugs, language: Language): string {
  return `${servicePath(slugs, language)}/${feedbackParts[language]}`;
}

const whole: readonly Language[] = ['fi', 'sv', 'en'];

/** Where else a page of this service is, by language; Easy Finnish where it is written. */
export function languagesOfService({ service, content }: Published, path: typeof servicePath) {
  const languages = isEasy(content) ? [...whole, 'fi-simple' as const] : whole;
  return languages.map((language) => ({ language, path: path(service.slugs, language) }));
}

/** Where the list is, by language; Easy Finnish when at least one service is written in it. */
export function languagesOfList(services: readonly Published[]) {
  const languages = services.some(({ content }) => isEasy(content))
    ? [...whole, 'fi-simple' as const]
    : whole;
  return languages.map((language) => ({ language, path: listPaths[language] }));
}
