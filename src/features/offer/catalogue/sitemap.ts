// The catalogue for search engines: every public address in each of its languages (sitemaps.org, protocol 0.9, with the
// alternates of Google's extension). What is not published, or is retired, is not among the services given here.
import type { Language } from '../../../platform/language.ts';
import type { Published } from '../services/door.ts';
import { languagesOfList, languagesOfService, servicePath } from './addresses.ts';

type Alternates = readonly { language: Language; path: string }[];

/** The document as text. `address` makes a whole address of a path within the office. */
export function sitemapOf(services: readonly Published[], address: (path: string) => string): string {
  const lists = entriesOf(languagesOfList(services), undefined, address);
  const pages = services.flatMap((one) =>
    entriesOf(languagesOfService(one, servicePath), one.publishedAt, address),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${[...lists, ...pages].join('\n')}
</urlset>
`;
}

// Each address names all the others and itself, as search engines ask.
function entriesOf(
  languages: Alternates,
  changedAt: Temporal.Instant | undefined,
  address: (path: string) => string,
): string[] {
  const links = languages.map(
    (one) => `<xhtml:link rel="alternate" hreflang="${one.language}" href="${inXml(address(one.path))}"/>`,
  );
  const changed = changedAt ? `<lastmod>${changedAt.toString({ smallestUnit: 'second' })}</lastmod>` : '';
  return languages.map(
    (one) => `<url><loc>${inXml(address(one.path))}</loc>${changed}${links.join('')}</url>`,
  );
}

const inXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
