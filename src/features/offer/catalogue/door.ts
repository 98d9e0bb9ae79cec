// The catalogue: what the office offers, for everybody to read without signing in. Others may lead to its pages.
import type { Language } from '../../../platform/language.ts';
import { listPaths } from './addresses.ts';

export { sitemapPath } from './addresses.ts';
export { countOf as countOfFeedback } from './feedback-queries.ts';

/** Where the list of services is in a language, within the office. */
export const servicesPath = (language: Language): string => listPaths[language];
