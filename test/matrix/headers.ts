// What every answer says to the browser, whatever it answers: nothing from elsewhere, nothing inline that is
// not ours, no frames, no guessing of types, no address told to others. Written out here once more, so that
// a rule that is loosened in the house has to be loosened here too.
import type { Come } from './actors.ts';
import type { Route } from './dry-app.ts';

const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=()',
  'x-frame-options': 'DENY',
};

const page =
  /^default-src 'none'; script-src 'self' 'nonce-([\w+/]{22}==)'; style-src 'self' 'nonce-\1'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/;
const uploaded = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** What somebody uploaded: it runs nothing at all, even opened by itself. */
const uploads: readonly string[] = ['/f/:id/:proof', '/logo/:id'];

/** What may be kept, and by whom; everything else by nobody. */
const kept: Readonly<Record<string, string>> = {
  '/f/:id/:proof': 'private, max-age=300',
  '/calendar/:file': 'private, max-age=300',
  '/logo/:id': 'public, max-age=31536000, immutable',
};
/** The public catalogue's pages are alike for all who are not signed in. */
const catalogue =
  /^\/(sitemap\.xml|(fi|selko)\/palvelut(\/:slug)?|sv\/tjanster(\/:slug)?|en\/services(\/:slug)?)$/;

/** Which headers of an answer are missing or other than they must be; none when all is well. */
export function wrongHeaders(route: Route, come: Come, { status, headers }: Response): string[] {
  const wrong = Object.keys(always).filter((name) => headers.get(name) !== always[name]);
  const policy = headers.get('content-security-policy') ?? '';
  const upload = status === 200 && uploads.includes(route.path);
  if (upload ? policy !== uploaded : !page.test(policy)) wrong.push('content-security-policy');
  const cache = headers.get('cache-control') ?? '';
  const forAll = status === 200 && !come.signedIn && catalogue.test(route.path);
  const own = status === 200 ? kept[route.path] : undefined;
  if (cache !== (own ?? 'no-store') && !(forAll && cache === 'public, max-age=60'))
    wrong.push('cache-control');
  return wrong.map((name) => `${status} ${name}: ${headers.get(name)}`);
}
