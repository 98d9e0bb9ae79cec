// The steps that every request takes before its route (routes.tsx shows their order).
import { randomBytes, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { atDoorsOf } from '../features/contact/calls/door.ts';
import { AtDoors } from '../features/contact/calls/panel.tsx';
import { unreadCountOf } from '../features/contact/messages/door.ts';
import { officeBrief, thisOffice } from '../features/ground/offices/door.ts';
import { stopwatch } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { BadRequest, troubleOf } from '../platform/errors.ts';
import { isLanguage, languageFromHeader, say } from '../platform/language.ts';
import type { Log } from '../platform/log.ts';
import { requestTimes } from '../platform/metrics.ts';
import { networkOf } from '../platform/rate-limits.ts';
import { cookieName, hasRole, readSessionCookie, sessionCookie, staffRoles } from '../platform/session.ts';
import type { Web } from '../platform/web.ts';
import { type FrameNotice, type News, type PageKind, renderDocument } from '../ui/page-frame.tsx';
import { hasInbox, navigationFor } from './navigation.ts';
import type { AppParts } from './routes.tsx';
import { texts } from './texts.ts';

type Step = MiddlewareHandler<Web>;

/** Gives the request its number and the page its nonce, and finds the address that rate limits count. */
export function nameRequest(parts: AppParts): Step {
  return async (c, next) => {
    c.set('requestId', randomUUID());
    c.set('nonce', randomBytes(16).toString('base64'));
    c.set('log', parts.outside.log);
    c.set('remoteAddress', remoteAddress(c, parts.outside.config.trustedProxies));
    c.header('x-request-id', c.var.requestId);
    await next();
  };
}

// Only as many forwarded hops are believed as there are proxies of our own; a client can write the rest itself.
function remoteAddress(c: Parameters<Step>[0], proxies: number): string {
  const socket = (c.env as { incoming?: { socket: { remoteAddress?: string } } } | undefined)?.incoming
    ?.socket;
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const direct = socket?.remoteAddress ?? '127.0.0.1';
  return proxies > 0 ? (forwarded.at(-proxies) ?? direct) : direct;
}

/** One line a request: route, status, duration. Never a query, a body, a name. */
export function logRequest(log: Log): Step {
  return async (c, next) => {
    const elapsed = stopwatch();
    await next();
    const milliseconds = Math.round(elapsed() * 10) / 10;
    const route = c.req.routePath;
    requestTimes.observe({ method: c.req.method, status: String(c.res.status) }, milliseconds / 1000);
    log.debug(
      { request: c.var.requestId, method: c.req.method, route, status: c.res.status, milliseconds },
      'request',
    );
  };
}

/**
 * A script cannot read where a 303 leads, only follow it. One that says `Prefer: return=minimal` (RFC 7240, section
 * 4.2) is told the way onward and goes there when it wants.
 */
export const wayOnwardForScripts: Step = async (c, next) => {
  await next();
  if (c.res.status !== 303 || c.req.header('prefer') !== 'return=minimal') return;
  const headers = new Headers(c.res.headers);
  headers.set('preference-applied', 'return=minimal');
  c.res = undefined;
  c.res = new Response(null, { status: 204, headers });
};

const compress = promisify(brotliCompress);
const compressible = /^(text\/(html|css|plain|csv|calendar)|application\/json)/;

/** Brotli for pages, when the browser takes it. Streams are left alone. */
export const compressAnswer: Step = async (c, next) => {
  await next();
  if (c.req.method === 'HEAD' || !/\bbr\b/.test(c.req.header('accept-encoding') ?? '')) return;
  const type = c.res.headers.get('content-type') ?? '';
  if (!compressible.test(type) || c.res.headers.has('content-encoding')) return;
  const body = Buffer.from(await c.res.arrayBuffer());
  const packed = await compress(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
  const { status } = c.res;
  const headers = new Headers(c.res.headers);
  headers.set('content-encoding', 'br');
  headers.append('vary', 'accept-encoding');
  headers.delete('content-length');
  c.res = undefined;
  c.res = new Response(new Uint8Array(packed), { status, headers });
};

/** Security headers. Nothing is loaded from elsewhere, nothing inline runs without this answer's nonce. */
export function answerHeaders(parts: AppParts): Step {
  const secure = parts.outside.config.baseUrl.startsWith('https:');
  return async (c, next) => {
    const nonce = `'nonce-${c.var.nonce}'`;
    const headers: Record<string, string> = {
      'content-security-policy': [
        "default-src 'none'",
        `script-src 'self' ${nonce}`,
        `style-src 'self' ${nonce}`,
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ].join('; '),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy':
        'camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=()',
      'x-frame-options': 'DENY',
      ...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
    };
    // Before the answer is made: whatever makes it may say otherwise, and a finished answer need not be taken apart.
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    c.header('cache-control', 'no-store');
    await next();
  };
}

// Posted by mail programs, text message gateways and identity providers, which have no page of ours; their addresses or
// bodies are signed.
const signedPosts = /^\/(decline\/|sms-report$|sign-in\/oidc\/[0-9a-f-]{36}\/back-channel-logout$)/;

/** A changing request must come from our own pages (Origin and Sec-Fetch-Site; no exception for odd content types). */
export function refuseOtherSites(config: Config): Step {
  const own = new Set([new URL(config.baseUrl).origin]);
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS') return next();
    if (signedPosts.test(c.req.path)) return next();
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const here = `${new URL(c.req.url).protocol}//${c.req.header('host') ?? new URL(c.req.url).host}`;
    const ownOrigin = origin !== undefined && (own.has(origin) || sameHost(origin, here));
    if (site !== undefined && site !== 'same-origin') throw new BadRequest(403, 'sent from another site');
    if (!ownOrigin && (site === undefined || origin !== undefined))
      throw new BadRequest(403, 'sent from another site');
    await next();
  };
}

// Behind a proxy that ends TLS the scheme differs while the host does not.
function sameHost(origin: string, here: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(here).host;
}

/** Far more than people send; it stops what sends by itself. A whole office may stand behind one address. */
export function limitPosts(parts: AppParts): Step {
  const limit = { limit: parts.outside.config.postsPerMinute, windowSeconds: 60 };
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const key = `posts:${networkOf(c.var.remoteAddress)}`;
    const taken = await parts.outside.limits.take(key, limit).catch((error: unknown) => {
      // Nothing can be counted because nothing can be saved: the request finds out the same, knowing whose it is.
      if (troubleOf(error) === 'cannot-save') return undefined;
      throw error;
    });
    if (taken && !taken.ok) throw new BadRequest(429, 'too many at once', taken.retryAfterSeconds);
    await next();
  };
}

/** Finds the office by session, host or first path part. Which of them a route uses is its policy's matter. */
export function officeOfRequest(parts: AppParts): Step {
  const { baseUrl } = parts.outside.config;
  const name = cookieName(sessionCookie, baseUrl);
  return async (c, next) => {
    await parts.addresses.refresh();
    const url = new URL(c.req.url);
    const address = parts.addresses.find(
      c.req.header('host') ?? url.host,
      parts.addresses.split(url.pathname).slug,
    );
    if (address) c.set('address', address);
    const cookie = getCookie(c, name);
    const session = readSessionCookie(cookie);
    if (session) c.set('sessionToken', session);
    else if (cookie !== undefined) deleteCookie(c, name, { path: '/', secure: baseUrl.startsWith('https:') });
    c.set('liveToken', (topic) => parts.live.token(c.var.visitor, topic));
    await next();
  };
}

export const languageCookie = 'likista-language';

/**
 * Cookie, then Accept-Language; a signed-in person's own setting replaces it when the actor is known, and the language
 * that an address says replaces them all.
 */
export const chosenLanguage: Step = async (c, next) => {
  const cookie = getCookie(c, languageCookie);
  c.set('language', isLanguage(cookie) ? cookie : languageFromHeader(c.req.header('accept-language')));
  await next();
};

/** `c.render(content, page)`: the frame of the house around a page's content. */
export function pageRenderer(parts: AppParts): Step {
  return async (c, next) => {
    c.setRenderer(async (content, page) => {
      const actor = c.var.visitor;
      const officeId = actor?.officeId ?? c.var.address?.officeId;
      const kind =
        page.kind ??
        (!actor ? 'public' : actor.roles.some((r) => staffRoles.includes(r.role)) ? 'staff' : 'client');
      const [office, news, waiting] = await Promise.all([
        officeId ? officeBrief(c.error ? undefined : c.var.tx, officeId) : undefined,
        newsFor(c, kind, page.unread),
        waitingFor(c, kind, page.waiting),
      ]);
      const language = c.var.addressLanguage ?? actor?.language ?? c.var.language;
      const prefix = c.var.address?.pathPrefix ?? '';
      const url = new URL(c.req.url);
      const title = typeof page.title === 'string' ? page.title : say(language, page.title);
      const html = renderDocument({
        // Seen also by whoever looks at another tab.
        title: waiting.count > 0 ? say(language, texts.titleWaits, { count: waiting.count, title }) : title,
        kind,
        content,
        errors: page.status === 422,
        frame: {
          language,
          languagePath: '/language',
          languages: office?.languages ?? ['fi', 'sv', 'en'],
          nonce: c.var.nonce,
          path: url.pathname,
          inLanguages: page.inLanguages?.map((one) => ({
            language: one.language,
            href: `${prefix}${one.path}${url.search}`,
            address: `${publicBase(parts, officeId)}${one.path}`,
          })),
          description: page.description && say(language, page.description),
          structuredData: page.structuredData,
          officeName: office ? say(language, office.name) : 'Likistä',
          unitName: typeof page.unit === 'object' ? say(language, page.unit) : page.unit,
          accent: office?.accent,
          logo: office?.logo && {
            src: `${prefix}/logo/${office.logo.id}`,
            width: office.logo.width,
            height: office.logo.height,
            alt: say(language, office.logo.alt),
          },
          navigation: navigationFor(actor, page.under ?? c.req.path, language, prefix, news),
          notice: waiting.notice,
          personName: actor?.preferredName,
          helpHref: actor ? '/help' : undefined,
          signOutHref: actor ? '/sign-out' : undefined,
          accessibilityHref: `${prefix}/accessibility`,
          footerLinks: [{ label: say(language, texts.privacy), href: `${prefix}/privacy` }],
          assets: parts.assets,
          newKey: () => randomUUID(),
          liveHref: actor ? '/live' : undefined,
          demo: parts.outside.config.demo,
        },
      });
      return c.html(html, page.status ?? 200);
    });
    await next();
  };
}

// How many messages wait unread, for the menu. Not where the menu is not shown, and not after an error, when
// nothing can be asked any more.
async function newsFor(
  c: Context<Web>,
  kind: PageKind,
  counted: number | undefined,
): Promise<News | undefined> {
  const actor = c.var.visitor;
  const { tx } = c.var;
  if (c.error || !tx || !hasInbox(actor) || (kind !== 'client' && kind !== 'staff')) return undefined;
  return {
    count: counted ?? (await unreadCountOf(tx, actor.personId)),
    token: c.var.liveToken(`inbox:${actor.personId}`),
  };
}

// Who waits for a coach or a provider at the door of a room, whatever page they have open. In a room its own page
// tells.
async function waitingFor(
  c: Context<Web>,
  kind: PageKind,
  told: number | undefined,
): Promise<{ count: number; notice?: FrameNotice }> {
  const actor = c.var.visitor;
  const { tx } = c.var;
  if (told !== undefined) return { count: told };
  if (c.error || !tx || !actor || kind !== 'staff' || !hasRole(actor, 'coach', 'provider'))
    return { count: 0 };
  const token = c.var.liveToken(`door:${actor.personId}`);
  const atDoors = await atDoorsOf(tx, actor.personId);
  if (atDoors.length === 0) return { count: 0, notice: { content: null, token } };
  const { timeZone } = await thisOffice(tx);
  return {
    count: atDoors.length,
    notice: { content: <AtDoors atDoors={atDoors} zone={timeZone} />, token },
  };
}

// The address of an office that others may keep: whatever name this request came by.
function publicBase(parts: AppParts, officeId: string | undefined): string {
  const office = parts.addresses.all().find((one) => one.officeId === officeId);
  return `${parts.outside.config.baseUrl}${office ? `/${office.slug}` : ''}`;
}
