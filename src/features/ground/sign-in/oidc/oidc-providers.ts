// The providers an office trusts, with their client secrets sealed by the master key for this office and provider.
import { and, asc, eq } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Text } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { providerChanged } from '../events.ts';
import { oidcProviders } from '../tables.ts';
import type { ClaimNames } from './oidc-rules.ts';

export type Provider = typeof oidcProviders.$inferSelect;

/** Providers of the office, those in use only unless `all`. */
export async function providersOf(tx: Tx, all = false): Promise<Provider[]> {
  const rows = await tx
    .select()
    .from(oidcProviders)
    .where(eq(oidcProviders.officeId, tx.officeId))
    .orderBy(asc(oidcProviders.id))
    .limit(20);
  return all ? rows : rows.filter((row) => row.active);
}

/** One provider of the office, in use or not; undefined when it is not there. */
export async function providerById(tx: Tx, id: string): Promise<Provider | undefined> {
  if (!isId(id)) return undefined;
  const [row] = await tx
    .select()
    .from(oidcProviders)
    .where(and(eq(oidcProviders.officeId, tx.officeId), eq(oidcProviders.id, id)))
    .limit(1);
  return row;
}

export type ProviderChange = {
  name: Text;
  issuer: string;
  clientId: string;
  /** Undefined keeps the secret that is there. */
  clientSecret: string | undefined;
  claims: ClaimNames;
  scopes: string;
  emailsVerified: boolean;
  active: boolean;
};

/** Adds a provider, or changes the one with `id`. Gives its id. */
export async function saveProvider(
  tx: Tx,
  actor: Actor,
  id: string | undefined,
  change: ProviderChange,
): Promise<string> {
  const { clientSecret, ...rest } = change;
  const providerId = id ?? crypto.randomUUID();
  const values = {
    ...rest,
    ...(clientSecret === undefined ? {} : { clientSecret: sealSecret(tx, providerId, clientSecret) }),
    changedBy: actor.personId,
    changedAt: now(),
  };
  if (id === undefined) await tx.insert(oidcProviders).values({ id: providerId, ...values });
  else
    await tx
      .update(oidcProviders)
      .set(values)
      .where(and(eq(oidcProviders.officeId, tx.officeId), eq(oidcProviders.id, id)));
  await recordEvent(tx, providerChanged({ providerId }), { actorId: actor.personId });
  return providerId;
}

const place = (tx: Tx, providerId: string) => `oidc client secret\n${tx.officeId}\n${providerId}`;

function sealSecret(tx: Tx, providerId: string, secret: string): Buffer {
  return tx.outside.keys.wrap(Buffer.from(secret), place(tx, providerId));
}

/** The client secret in the open, for talking to the provider; undefined when it has none (a public client). */
export function secretOf(tx: Tx, provider: Provider): string | undefined {
  if (!provider.clientSecret) return undefined;
  return tx.outside.keys.unwrap(provider.clientSecret, place(tx, provider.id)).toString();
}
