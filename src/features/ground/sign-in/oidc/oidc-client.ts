// Talking to a provider (OpenID Connect Core 1.0, authorization code flow). Every answer is checked: state, nonce,
// PKCE (RFC 7636), issuer (RFC 9207), and the ID token's signature although it comes over TLS.
import * as oidc from 'openid-client';
import { stopwatch } from '../../../../platform/clock.ts';
import type { Provider } from './oidc-providers.ts';

/** What is needed to talk to a provider, read in a transaction and used outside of it. */
export type ProviderAccess = { provider: Provider; secret: string | undefined };

/** One attempt to sign in, kept sealed in the browser that began it. */
export type Attempt = {
  officeId: string;
  providerId: string;
  state: string;
  nonce: string;
  verifier: string;
  landsOn: string;
  redirectUri: string;
  /** Epoch milliseconds. */
  endsAt: number;
};

type Kept = { configuration: Promise<oidc.Configuration>; age: () => number };
const known = new Map<string, Kept>();
const keepMilliseconds = 10 * 60_000;
const answerSeconds = 8;

/** Reads the provider's published configuration now. Throws when it cannot be read or is another issuer's. */
export function readConfiguration(access: {
  provider: Pick<Provider, 'issuer' | 'clientId'>;
  secret: string | undefined;
}): Promise<oidc.Configuration> {
  const issuer = new URL(access.provider.issuer);
  return oidc.discovery(
    issuer,
    access.provider.clientId,
    {},
    access.secret === undefined ? oidc.None() : oidc.ClientSecretBasic(access.secret),
    {
      timeout: answerSeconds,
      execute: [
        oidc.enableNonRepudiationChecks,
        ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
      ],
    },
  );
}

/** The same, kept for ten minutes or until the provider is changed. */
export function configurationOf(access: ProviderAccess): Promise<oidc.Configuration> {
  const key = `${access.provider.id}/${access.provider.changedAt.toString()}`;
  const kept = known.get(key);
  if (kept && kept.age() < keepMilliseconds) return kept.configuration;
  const configuration = readConfiguration(access);
  if (known.size > 200) known.clear();
  known.set(key, { configuration, age: stopwatch() });
  configuration.catch(() => known.delete(key));
  return configuration;
}

/** Begins an attempt: gives what to keep and the provider's address to go to. */
export async function beginAttempt(
  access: ProviderAccess,
  about: Pick<Attempt, 'officeId' | 'landsOn' | 'redirectUri' | 'endsAt'>,
): Promise<{ attempt: Attempt; goTo: URL }> {
  const configuration = await configurationOf(access);
  const verifier = oidc.randomPKCECodeVerifier();
  const attempt: Attempt = {
    ...about,
    providerId: access.provider.id,
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier,
  };
  const goTo = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: attempt.redirectUri,
    scope: access.provider.scopes,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { attempt, goTo };
}

export type ProviderAnswer = { claims: Record<string, unknown>; sid: string | undefined; idToken: string };

/**
 * Trades the answer's code for claims. `search` is the query that came back. Throws when anything at all differs from
 * what was asked; the reason is for the log only.
 */
export async function claimsOfAnswer(
  access: ProviderAccess,
  attempt: Attempt,
  search: string,
): Promise<ProviderAnswer> {
  const configuration = await configurationOf(access);
  const tokens = await oidc.authorizationCodeGrant(
    configuration,
    new URL(`${attempt.redirectUri}${search}`),
    {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    },
  );
  const idClaims = tokens.claims();
  if (!idClaims || !tokens.id_token) throw new Error('no ID token');
  const told = { ...idClaims } as Record<string, unknown>;
  const wanted = Object.values(access.provider.claims);
  const more =
    wanted.some((name) => told[name] === undefined) && configuration.serverMetadata().userinfo_endpoint
      ? await oidc.fetchUserInfo(configuration, tokens.access_token, idClaims.sub)
      : {};
  const sid = typeof idClaims.sid === 'string' ? idClaims.sid : undefined;
  return { claims: { ...more, ...told }, sid, idToken: tokens.id_token };
}

/** Where the browser goes to sign out at the provider too; undefined when the provider has no such place. */
export async function endSessionAddress(
  access: ProviderAccess,
  about: { backTo: string; idToken: string | undefined },
): Promise<URL | undefined> {
  const configuration = await configurationOf(access);
  if (!configuration.serverMetadata().end_session_endpoint) return undefined;
  return oidc.buildEndSessionUrl(configuration, {
    post_logout_redirect_uri: about.backTo,
    ...(about.idToken === undefined ? {} : { id_token_hint: about.idToken }),
  });
}
