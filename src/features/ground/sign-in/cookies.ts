// The cookies of signing in. None is readable by a script, none is sent by another site's form; behind TLS each
// is held to this host. A browser on the own machine (http://localhost) needs no TLS.
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Config } from '../../../platform/config.ts';
import { cookieName, newToken, sessionCookie } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';

const deviceCookie = 'likista-device';
const tryCookie = 'likista-try';
const deviceSeconds = 365 * 24 * 60 * 60;
const tryMinutes = 10;

const tokenForm = /^[A-Za-z0-9_-]{22}$/;

// biome-ignore lint/suspicious/noExplicitAny: cookies are the same in every route's context.
type AnyContext = Context<any>;

function put(c: AnyContext, config: Config, name: string, value: string, maxAgeSeconds: number | undefined) {
  const { protocol, hostname } = new URL(config.baseUrl);
  const loopback = protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  setCookie(c, cookieName(name, config.baseUrl), value, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: !loopback,
    path: '/',
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  });
}

function read(c: AnyContext, config: Config, name: string): string | undefined {
  const value = getCookie(c, cookieName(name, config.baseUrl));
  return value !== undefined && tokenForm.test(value) ? value : undefined;
}

/** Gives the browser its session. Without `seconds` it ends when the browser is closed. */
export function putSession(
  c: AnyContext,
  config: Config,
  session: { officeId: string; token: string },
  seconds?: number,
) {
  put(c, config, sessionCookie, `${session.officeId}.${session.token}`, seconds);
}

export function dropSession(c: AnyContext, config: Config): void {
  put(c, config, sessionCookie, '', 0);
}

/** The token by which a person's known browser is recognised; undefined when it has none. */
export const deviceToken = (c: AnyContext, config: Config) => read(c, config, deviceCookie);

export function putDevice(c: AnyContext, config: Config, token: string): void {
  put(c, config, deviceCookie, token, deviceSeconds);
}

/** The token that ties one attempt to sign in to one browser; undefined when none has begun lately. */
export const tryToken = (c: AnyContext, config: Config) => read(c, config, tryCookie);

/** Begins an attempt with a fresh token and gives it. */
export function beginTry(c: AnyContext, config: Config): string {
  const token = newToken();
  put(c, config, tryCookie, token, tryMinutes * 60);
  return token;
}

export function endTry(c: AnyContext, config: Config): void {
  put(c, config, tryCookie, '', 0);
}

/** Keeps something sealed in the browser for `seconds`: only we can read it, and only as what it was sealed for. */
export function putSealed(c: AnyContext, tx: Tx, name: string, value: object, seconds: number): void {
  const sealed = tx.outside.keys.wrap(Buffer.from(JSON.stringify(value)), sealedFor(tx, name));
  put(c, tx.outside.config, name, sealed.toString('base64url'), seconds);
}

/** What `putSealed` kept in this browser; undefined when there is nothing or it was not sealed by us. */
export function readSealed(c: AnyContext, tx: Tx, name: string): unknown {
  const value = getCookie(c, cookieName(name, tx.outside.config.baseUrl));
  if (value === undefined || value.length > 4096) return undefined;
  try {
    return JSON.parse(
      tx.outside.keys.unwrap(Buffer.from(value, 'base64url'), sealedFor(tx, name)).toString(),
    );
  } catch {
    return undefined;
  }
}

export function dropSealed(c: AnyContext, tx: Tx, name: string): void {
  put(c, tx.outside.config, name, '', 0);
}

const sealedFor = (tx: Tx, name: string) => `cookie ${name}\n${tx.officeId}`;
