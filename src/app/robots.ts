// What search engines may read of the house: the offices' public catalogues and nothing else. An office's catalogue
// stands under its first path part, or at the root of a host of its own.

import { servicesPath, sitemapPath } from '../features/offer/catalogue/door.ts';
import { languages } from '../platform/language.ts';
import type { OfficeAddresses } from '../platform/office-addresses.ts';

/** The text of `/robots.txt` (RFC 9309: the longest rule that fits an address decides). */
export function robotsText(baseUrl: string, addresses: OfficeAddresses): string {
  const catalogues = languages.map(servicesPath).flatMap((path) => [path, `/*${path}`]);
  return [
    'User-agent: *',
    'Disallow: /',
    'Allow: /assets/',
    ...catalogues.map((path) => `Allow: ${path}`),
    // The same services over again, in as many ways as they may be filtered.
    ...catalogues.map((path) => `Disallow: ${path}?`),
    '',
    ...addresses.all().map(({ slug }) => `Sitemap: ${baseUrl}/${slug}${sitemapPath}`),
    '',
  ].join('\n');
}
