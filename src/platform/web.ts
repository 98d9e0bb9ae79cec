// What every route has in common: its declared policy, its one transaction, its idempotency key.
// A route without a policy does not exist for the house: the permission matrix (test) refuses it.
import { Hono, type MiddlewareHandler } from 'hono';
import type { ComponentChildren } from 'preact';
import { now } from './clock.ts';
import { NotFound, StepUpNeeded } from './errors.ts';
import type { Language, Text } from './language.ts';
import type { LiveWaiting } from './live/waiting.ts';
import type { Log } from './log.ts';
import type { Limit, Taken } from './rate-limits.ts';
import { readBody } from './request-body.ts';
import { type Actor, hasRole, type Role } from './session.ts';
import { claimSubmission, keepAnswer } from './submissions.ts';
import type { InOffice, Tx } from './tenancy.ts';

/** The office a request is for: from the session, or from the host name or first path part. */
export type OfficeAddress = {
  officeId: string;
  slug: string;
  /** Put before the path of the office's public pages: `` when found by host name, else `/likijarvi`. */
  pathPrefix: string;
};

export type House = {
  readonly inOffice: InOffice;
  /** Finds who a session cookie belongs to, inside the transaction; undefined when it is nobody's any more. */
  findActor(
    tx: Tx,
    token: string,
    requestId: string,
    about?: { byItself: boolean },
  ): Promise<Actor | undefined>;
  /** Takes one try from a limit; it counts even when the request rolls back (rate-limits.ts). */
  limit(key: string, limit: Limit): Promise<Taken>;
  /** Holds a question until a hint says that there may be an answer. For routes with `ownTransactions`. */
  readonly findWhenHinted: LiveWaiting['findWhenHinted'];
};

export type Variables = {
  house: House;
  requestId: string;
  nonce: string;
  language: Language;
  /** The language that the address itself says (`/sv/tjanster`): it goes before the person's own. */
  addressLanguage?: Language;
  log: Log;
  /** The caller's address as rate limits see it. */
  remoteAddress: string;
  address?: OfficeAddress;
  sessionToken?: { officeId: string; token: string };
  /** The body of a POST, already counted and read. */
  form: FormData;
  /** The route's policy, for the pages' frame and the tests. */
  policy?: Policy;
  visitor?: Actor;
  tx?: Tx;
  /** A signed token with which a page may listen to a topic (`board:<id>`); see live.ts. */
  liveToken(topic: string): string;
};
export type Web = { Variables: Variables };

declare module 'hono' {
  interface ContextRenderer {
    (content: ComponentChildren, page: PageSettings): Response | Promise<Response>;
  }
}

export type PageSettings = {
  title: Text | string;
  /** `client`: large type and bottom bar; `staff`: side navigation; `public`: no session needed; `call`: no frame. */
  kind?: 'client' | 'staff' | 'public' | 'call';
  status?: 200 | 400 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
  /** The unit that the page is about, named in the frame above the office. */
  unit?: Text | string;
  /** How many messages wait unread, when the page has counted them itself; the frame counts otherwise. */
  unread?: number;
  /** How many wait for the reader in rooms, when the page itself tells who; the frame tells otherwise. */
  waiting?: number;
  /** The address of the navigation entry this page belongs under, when it is not the page's own. */
  under?: string;
  /** This same page in each of its languages, when each has an address of its own; paths within the office. */
  inLanguages?: readonly { language: Language; path: string }[] | undefined;
  /** What search engines show of the page. */
  description?: Text | undefined;
  /** What the page is about, in the words of schema.org. */
  structuredData?: object | undefined;
};

export type Policy =
  | { kind: 'open'; office: boolean }
  | { kind: 'signed-in'; roles: readonly Role[] | undefined; stepUp: boolean };

export type PolicyOptions = {
  /** Largest body in bytes; 256 KiB unless told. */
  bodyLimit?: number;
  /** A POST that may be sent again without a key: it has no lasting effect or guards itself. */
  repeatable?: boolean;
  /** The route opens its transactions itself: it waits for the outside world or streams. */
  ownTransactions?: boolean;
  /** The browser asks by itself, so a request does not show that somebody is at the keyboard. */
  byItself?: boolean;
};

const policies = new WeakMap<object, Policy>();
/** The policy a middleware declares, for the permission matrix. */
export const policyOf = (handler: object): Policy | undefined => policies.get(handler);

/** A feature's own sub-application. */
export function feature(): Hono<Web> {
  return new Hono<Web>();
}

type InTransaction = { Variables: Variables & { tx: Tx } };
type SignedIn = { Variables: Variables & { tx: Tx; actor: Actor } };

/** Anyone may come. With an office (by address or session) the route has a transaction of that office. */
export function open(options: PolicyOptions & { withoutOffice?: false }): MiddlewareHandler<InTransaction>;
export function open(options: PolicyOptions & { withoutOffice: true }): MiddlewareHandler<Web>;
export function open(): MiddlewareHandler<InTransaction>;
export function open(options: PolicyOptions & { withoutOffice?: boolean } = {}): MiddlewareHandler {
  const handler: MiddlewareHandler<Web> = async (c, next) => {
    c.set('policy', policies.get(handler) as Policy);
    await readBody(c, options.bodyLimit);
    if (options.withoutOffice) return next();
    const officeId = c.var.address?.officeId ?? c.var.sessionToken?.officeId;
    if (!officeId) throw new NotFound('no office at this address');
    if (options.ownTransactions) return next();
    return inTransaction(c, next, officeId, options, async (tx) => {
      const session = c.var.sessionToken;
      if (session?.officeId !== officeId) return undefined;
      const { requestId } = c.var;
      const visitor = await c.var.house.findActor(tx, session.token, requestId, asked(c, options));
      if (visitor) c.set('visitor', visitor);
      return undefined;
    });
  };
  policies.set(handler, { kind: 'open', office: !options.withoutOffice });
  return handler as MiddlewareHandler;
}

/** Only for persons with one of these roles today; everyone else gets the answer of a page that is not there. */
export function allow(...roles: readonly Role[]): MiddlewareHandler<SignedIn> {
  return signedIn({ roles });
}

/** For any signed-in person, or for those with one of `roles`. `stepUp` asks to prove again after 10 minutes. */
export function signedIn(
  options: PolicyOptions & { roles?: readonly Role[]; stepUp?: boolean } = {},
): MiddlewareHandler<SignedIn> {
  const handler: MiddlewareHandler<SignedIn> = async (c, next) => {
    c.set('policy', policies.get(handler) as Policy);
    const session = c.var.sessionToken;
    if (!session) return signInFirst(c);
    await readBody(c, options.bodyLimit);
    const enter = async (tx: Tx) => {
      const { requestId } = c.var;
      const actor = await c.var.house.findActor(tx, session.token, requestId, asked(c, options));
      if (!actor) return signInFirst(c);
      c.set('visitor', actor);
      c.set('actor', actor);
      c.set('language', actor.language);
      if (options.roles && !hasRole(actor, ...options.roles)) throw new NotFound('role');
      if (options.stepUp && !provedLately(actor)) throw new StepUpNeeded('prove again');
      return undefined;
    };
    if (!options.ownTransactions) return inTransaction(c, next, session.officeId, options, enter);
    const refusal = await c.var.house.inOffice(session.officeId, enter);
    return refusal ?? next();
  };
  policies.set(handler, { kind: 'signed-in', roles: options.roles, stepUp: options.stepUp ?? false });
  return handler;
}

// A page that renews itself (ui/live.browser.ts) must not keep the session of an empty chair alive.
function asked(c: AnyContext, options: PolicyOptions): { byItself: boolean } {
  return { byItself: options.byItself === true || c.req.header('x-live') !== undefined };
}

/** A proof of who one is counts for sensitive acts this long (ASVS 5.0, 7.5.3). */
const proofMinutes = 10;
function provedLately(actor: Actor): boolean {
  return actor.provedAt !== undefined && now().since(actor.provedAt).total('minutes') < proofMinutes;
}

// biome-ignore lint/suspicious/noExplicitAny: the context's type differs by policy; only common variables are used.
type AnyContext = any;

function signInFirst(c: AnyContext): Response {
  const back = c.req.method === 'GET' ? `?back=${encodeURIComponent(c.req.path)}` : '';
  return c.redirect(`${c.var.address?.pathPrefix ?? ''}/sign-in${back}`, 303);
}

/** Thrown to roll back after an answer that refused the request; the answer itself is sent. */
class Refused extends Error {
  readonly response: Response;
  constructor(response: Response) {
    super('refused');
    this.response = response;
  }
}

async function inTransaction(
  c: AnyContext,
  next: () => Promise<void>,
  officeId: string,
  options: PolicyOptions,
  enter: (tx: Tx) => Promise<Response | undefined>,
): Promise<Response | undefined> {
  const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
  try {
    return await c.var.house.inOffice(officeId, async (tx: Tx) => {
      c.set('tx', tx);
      const refusal = await enter(tx);
      if (refusal) return refusal;
      if (changes && !options.repeatable) {
        const answer = await claimSubmission(tx, c);
        if (answer) return answer;
      }
      await next();
      // Hono turns a thrown error into the error page before it comes back here; it must still roll back.
      if (c.error || (changes && c.res.status >= 400)) throw new Refused(c.res);
      if (changes && !options.repeatable) await keepAnswer(tx, c, c.res);
      return undefined;
    });
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/** The number in a path or query, or NotFound. */
export function wholeNumber(value: string | undefined, name: string): number {
  if (!/^\d{1,9}$/.test(value ?? '')) throw new NotFound(name);
  return Number(value);
}

/** A calendar day in a path or query (`2026-11-24`), or NotFound. */
export function dayFrom(value: string | undefined): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(value ?? '');
  } catch {
    throw new NotFound('day');
  }
}

/** A path of our own that a person may be sent back to; `/` for anything else, so that no link leads astray. */
export function ownPath(value: string | undefined | null): string {
  if (!value || !/^\/(?![/\\])[^\s\\]*$/.test(value)) return '/';
  return value;
}

export { NotFound };
