// A real OpenID Connect provider (npm oidc-provider) on this machine, over HTTP, whose people sign in by themselves.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;
type ProviderLike = {
  callback(): Listener;
  interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  Grant: new (about: object) => { addOIDCScope(scope: string): void; save(): Promise<string> };
  on(event: string, listener: (...args: unknown[]) => void): void;
};
type Context = {
  oidc: { provider: ProviderLike; client: { clientId: string }; session: { accountId: string } };
};

export type IdentityProvider = Awaited<ReturnType<typeof openIdentityProvider>>;

export const identityClient = { clientId: 'likista', clientSecret: 'a-secret-of-this-test-only-1234567890' };

/** Opens a provider for one client. `people` are its accounts: subject → claims. Close it in `afterAll`. */
export async function openIdentityProvider(people: Record<string, Record<string, unknown>>) {
  let signingIn = Object.keys(people)[0] ?? '';
  let answer: Listener = () => undefined;
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const redirectUris: string[] = [];
  const logoutUris: string[] = [];

  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  /** Starts the provider anew with what the client has registered. */
  const start = async () => {
    const { default: Provider } = (await import('oidc-provider' as string)) as {
      default: new (issuer: string, settings: object) => ProviderLike;
    };
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: identityClient.clientId,
          client_secret: identityClient.clientSecret,
          redirect_uris: redirectUris,
          post_logout_redirect_uris: logoutUris,
        },
      ],
      jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'test' }] },
      cookies: { keys: ['only for this test'] },
      conformIdTokenClaims: false,
      claims: {
        openid: [
          'sub',
          'identity_code',
          'given_name',
          'family_name',
          'phone_number',
          'phone_number_verified',
        ],
        email: ['email', 'email_verified'],
      },
      features: {
        devInteractions: { enabled: false },
        rpInitiatedLogout: {
          enabled: true,
          // Confirms by itself what a person would press.
          logoutSource: async (ctx: { body: string }, form: string) => {
            ctx.body = form;
          },
        },
      },
      interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
      findAccount: async (_: unknown, id: string) =>
        people[id] && { accountId: id, claims: async () => ({ sub: id, ...people[id] }) },
      loadExistingGrant: async (ctx: Context) => {
        const grant = new ctx.oidc.provider.Grant({
          clientId: ctx.oidc.client.clientId,
          accountId: ctx.oidc.session.accountId,
        });
        grant.addOIDCScope('openid email');
        await grant.save();
        return grant;
      },
    });
    const callback = provider.callback();
    answer = (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return callback(request, response);
      const result = { login: { accountId: signingIn } };
      provider.interactionFinished(request, response, result).catch(() => response.writeHead(500).end());
    };
  };
  await start();

  return {
    issuer,
    /** Registers where the client may come back to. */
    async register(about: { callback: string; afterLogout?: string }) {
      redirectUris.push(about.callback);
      if (about.afterLogout) logoutUris.push(about.afterLogout);
      await start();
    },
    /** Goes through the provider's pages as `who`, from its first address to the address it leads back to. */
    async visit(from: string, who: string, jar = new Map<string, string>()): Promise<URL> {
      signingIn = who;
      let at = from;
      for (let step = 0; step < 10; step++) {
        if (!at.startsWith(issuer)) return new URL(at);
        const response = await fetch(at, {
          redirect: 'manual',
          headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        });
        for (const line of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          jar.set(name, value);
        }
        const next = response.headers.get('location');
        if (!next) throw new Error(`the provider stopped with ${response.status}: ${await response.text()}`);
        at = new URL(next, at).toString();
      }
      throw new Error('the provider leads in circles');
    },
    /** A logout token for all sessions of a subject, signed by the provider's own key. */
    logoutToken: (subject: string) =>
      new SignJWT({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, jti: subject })
        .setProtectedHeader({ alg: 'RS256', kid: 'test', typ: 'logout+jwt' })
        .setSubject(subject)
        .setIssuer(issuer)
        .setAudience(identityClient.clientId)
        .setIssuedAt()
        .sign(privateKey),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
