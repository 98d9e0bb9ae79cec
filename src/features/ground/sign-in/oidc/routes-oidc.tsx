// Signing in and out through a provider. The provider is asked outside every transaction, so a slow one holds nothing
// of ours. Coming back is a GET that signs in: the protocol leaves no other way, and the answer counts once.
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import { now } from '../../../../platform/clock.ts';
import { BadRequest, NotFound } from '../../../../platform/errors.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { feature, open, ownPath } from '../../../../platform/web.ts';
import { takeNames } from '../../people/door.ts';
import { dropSealed, putSealed, readSealed } from '../cookies.ts';
import { enter } from '../enter.ts';
import { limitNetwork } from '../limits.ts';
import { ownOrigin } from '../place.ts';
import { signerById } from '../queries.ts';
import {
  type Attempt,
  beginAttempt,
  claimsOfAnswer,
  configurationOf,
  endSessionAddress,
  type ProviderAccess,
} from './oidc-client.ts';
import { personOfClaims } from './oidc-match.ts';
import { ProviderFailedPage, SignedOutPage, UnknownPersonPage } from './oidc-pages.tsx';
import { providerById, secretOf } from './oidc-providers.ts';
import { readClaims } from './oidc-rules.ts';
import { endProviderSessions, keepProviderSession, useAnswer } from './oidc-sessions.ts';
import { oidcTexts } from './oidc-texts.ts';

const attemptCookie = 'likista-oidc';
export const signedOutCookie = 'likista-signed-out';
const attemptSeconds = 10 * 60;

// biome-ignore lint/suspicious/noExplicitAny: the office is found the same way in every route here.
function officeOf(c: any): string {
  const officeId = c.var.address?.officeId;
  if (!officeId) throw new NotFound('office');
  return officeId;
}

async function accessTo(tx: Tx, providerId: string): Promise<ProviderAccess> {
  const provider = await providerById(tx, providerId);
  if (!provider?.active) throw new NotFound('provider');
  return { provider, secret: secretOf(tx, provider) };
}

const patienceMilliseconds = 3_000;

async function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) =>
    setTimeout(resolve, patienceMilliseconds, undefined).unref(),
  );
  return Promise.race([answer.catch(() => undefined), late]);
}

const signedOut = z.object({ providerId: z.string(), idToken: z.string().optional() });
const logoutToken = z.object({
  sid: z.string().optional(),
  sub: z.string().optional(),
  // A token with a nonce is an ID token in disguise (section 2.6).
  nonce: z.never().optional(),
  jti: z.string(),
  events: z.record(z.string(), z.unknown()),
});
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

export const oidcRoutes = feature()
  .get('/sign-in/oidc/callback', open({ ownTransactions: true }), async (c) => {
    const officeId = officeOf(c);
    const { inOffice } = c.var.house;
    const prefix = c.var.address?.pathPrefix ?? '';
    const fail = () =>
      inOffice(officeId, async (tx) => {
        c.set('tx', tx);
        return c.render(<ProviderFailedPage prefix={prefix} />, {
          title: oidcTexts.failedTitle,
          kind: 'public',
          status: 400,
        });
      });
    const begun = await inOffice(officeId, async (tx) => {
      await limitNetwork(tx, 'oidc', c.var.remoteAddress);
      const attempt = readSealed(c, tx, attemptCookie) as Attempt | undefined;
      dropSealed(c, tx, attemptCookie);
      if (!attempt || attempt.endsAt < now().epochMilliseconds || c.req.query('state') !== attempt.state)
        return;
      if (!(await useAnswer(tx, attempt.state))) return;
      return { attempt, access: await accessTo(tx, attempt.providerId) };
    });
    if (!begun) return fail();
    const { attempt, access } = begun;
    const answer = await claimsOfAnswer(access, attempt, new URL(c.req.url).search).catch((error) => {
      // Only the kind of error: a message or claim could hold a personal identity code.
      const code = (error as { code?: unknown }).code;
      c.var.log.warn({ provider: access.provider.id, error: String(code ?? error.name) }, 'provider refused');
      return undefined;
    });
    const claimed =
      answer && readClaims(answer.claims, access.provider.claims, access.provider.emailsVerified);
    if (!answer || !claimed) return fail();
    return inOffice(officeId, async (tx) => {
      c.set('tx', tx);
      const personId = await personOfClaims(tx, access.provider, claimed);
      const signer = personId === undefined ? undefined : await signerById(tx, personId);
      if (!signer) {
        return c.render(<UnknownPersonPage prefix={prefix} />, {
          title: oidcTexts.unknownTitle,
          kind: 'public',
          status: 403,
        });
      }
      await takeNames(tx, signer.personId, claimed.names);
      const entered = await enter(c, tx, { signer, way: 'oidc', landsOn: attempt.landsOn });
      await keepProviderSession(tx, access.provider, entered.sessionId, answer);
      return c.redirect(entered.landsOn, 303);
    });
  })
  .get('/sign-in/oidc/:id', open({ ownTransactions: true }), async (c) => {
    const officeId = officeOf(c);
    const { inOffice } = c.var.house;
    const prepared = await inOffice(officeId, async (tx) => {
      await limitNetwork(tx, 'oidc', c.var.remoteAddress);
      return { access: await accessTo(tx, c.req.param('id')), origin: await ownOrigin(c, tx) };
    });
    const begun = await beginAttempt(prepared.access, {
      officeId,
      landsOn: ownPath(c.req.query('back')),
      redirectUri: `${prepared.origin}/${c.var.address?.slug}/sign-in/oidc/callback`,
      endsAt: now().add({ seconds: attemptSeconds }).epochMilliseconds,
    }).catch((error) => {
      c.var.log.warn({ provider: prepared.access.provider.id, error: error.name }, 'provider not reached');
      return undefined;
    });
    return inOffice(officeId, async (tx) => {
      c.set('tx', tx);
      if (!begun) {
        return c.render(<ProviderFailedPage prefix={c.var.address?.pathPrefix ?? ''} />, {
          title: oidcTexts.failedTitle,
          kind: 'public',
          status: 503,
        });
      }
      putSealed(c, tx, attemptCookie, begun.attempt, attemptSeconds);
      return c.redirect(begun.goTo.toString(), 303);
    });
  })
  // OpenID Connect Back-Channel Logout 1.0, section 2.5 to 2.8. The provider's signature stands for a session.
  .post('/sign-in/oidc/:id/back-channel-logout', open({ ownTransactions: true }), async (c) => {
    const officeId = officeOf(c);
    const { inOffice } = c.var.house;
    const access = await inOffice(officeId, async (tx) => {
      await limitNetwork(tx, 'logout', c.var.remoteAddress);
      return accessTo(tx, c.req.param('id'));
    });
    const configuration = await configurationOf(access).catch(() => undefined);
    if (!configuration) {
      // Its keys cannot be read now, so nothing it says can be believed; it asks again.
      c.var.log.warn({ provider: access.provider.id }, 'provider not reached');
      c.header('retry-after', '60');
      return c.text('the provider could not be reached', 503);
    }
    const metadata = configuration.serverMetadata();
    const checked = await jwtVerify(
      String(c.var.form.get('logout_token') ?? ''),
      createRemoteJWKSet(new URL(metadata.jwks_uri ?? '')),
      {
        issuer: metadata.issuer,
        audience: access.provider.clientId,
        maxTokenAge: '5 min',
        clockTolerance: 30,
      },
    ).catch(() => undefined);
    const token = logoutToken.safeParse(checked?.payload);
    if (!token.success || !(logoutEvent in token.data.events)) throw new BadRequest(400, 'logout token');
    await inOffice(officeId, (tx) =>
      endProviderSessions(tx, access.provider.id, { sid: token.data.sid, subject: token.data.sub }),
    );
    return c.body(null, 204);
  })
  .get('/signed-out', open({ ownTransactions: true }), async (c) => {
    const officeId = officeOf(c);
    const { inOffice } = c.var.house;
    const prefix = c.var.address?.pathPrefix ?? '';
    const from = await inOffice(officeId, async (tx) => {
      const kept = signedOut.safeParse(readSealed(c, tx, signedOutCookie));
      dropSealed(c, tx, signedOutCookie);
      const provider = kept.success ? await providerById(tx, kept.data.providerId) : undefined;
      if (!kept.success || !provider) return undefined;
      const access = { provider, secret: secretOf(tx, provider) };
      const backTo = `${await ownOrigin(c, tx)}/${c.var.address?.slug}/sign-in`;
      return { access, about: { backTo, idToken: kept.data.idToken } };
    });
    // We are signed out already; nobody waits long for a provider that does not answer.
    const address = from && (await inTime(endSessionAddress(from.access, from.about)));
    // Not a redirect: the browser came here from a form, and forms may lead to our own pages only (CSP form-action).
    if (address) c.header('refresh', `1; url=${address}`);
    return inOffice(officeId, async (tx) => {
      c.set('tx', tx);
      return c.render(
        <SignedOutPage prefix={prefix} provider={from?.access.provider.name} goTo={address?.toString()} />,
        { title: oidcTexts.signedOutTitle, kind: 'public' },
      );
    });
  });
