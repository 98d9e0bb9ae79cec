// Who acts, and the secrets that prove it. Tokens are random; only their hashes are stored.
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Language } from './language.ts';

export const roles = [
  'client',
  'coach',
  'manager',
  'provider',
  'partner',
  'project-manager',
  'administrator',
  'data-protection-officer',
] as const;
export type Role = (typeof roles)[number];

/** Roles whose holders work for the office or with it; they sign in more strictly and for shorter times. */
export const staffRoles: readonly Role[] = roles.filter((role) => role !== 'client');

export type RoleHeld = { role: Role; unitId: string | null };

/** The person behind a request or a job. Roles are those held today; ended ones are not here. */
export type Actor = {
  readonly officeId: string;
  readonly personId: string;
  readonly sessionId?: string;
  readonly roles: readonly RoleHeld[];
  /** The role in which the act is written in the access log; `system` for jobs. */
  readonly actingAs: Role | 'system';
  readonly unitId?: string;
  readonly language: Language;
  readonly preferredName: string;
  readonly requestId?: string;
  /** The request was made by a page that renews itself, not by the person's hand. */
  readonly byItself?: boolean;
  /** When the person last proved who they are in this session; for step-up. */
  readonly provedAt?: Temporal.Instant;
};

export function hasRole(actor: Pick<Actor, 'roles'>, ...wanted: readonly Role[]): boolean {
  return actor.roles.some((held) => wanted.includes(held.role));
}

/** A new secret: 22 characters of base64url, 128 random bits. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** What is stored of a token: SHA-256. The token has 128 random bits, so no slow hash is needed. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A six-digit code; only for use with few tries and a short life. */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0');
}

export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

export const sessionCookie = 'likista';

/**
 * A cookie's name at our address. Behind TLS it has the prefix with which the browser itself holds the cookie to this
 * host, to the path `/` and to TLS (RFC 6265bis, 4.1.3.2), so that no neighbouring host can plant one.
 */
export function cookieName(name: string, baseUrl: string): string {
  return baseUrl.startsWith('https:') ? `__Host-${name}` : name;
}

/** The cookie tells the office beside the token, so that the session is looked up inside that office only. */
export function readSessionCookie(
  value: string | undefined,
): { officeId: string; token: string } | undefined {
  const match = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{22})$/.exec(value ?? '');
  return match?.[1] && match[2] ? { officeId: match[1], token: match[2] } : undefined;
}
