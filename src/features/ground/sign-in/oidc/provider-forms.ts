import { z } from 'zod';
import { fieldError } from '../../../../platform/forms.ts';
import type { Text } from '../../../../platform/language.ts';
import type { Provider, ProviderChange } from './oidc-providers.ts';
import { issuerAllowed } from './oidc-rules.ts';
import { providerTexts } from './provider-texts.ts';

const needed = (missing: Text, longest: number) =>
  z
    .string({ error: fieldError(missing) })
    .min(1, { error: fieldError(missing) })
    .max(longest);
const claim = z.string().max(200).optional();
const yes = z.literal('yes').optional();

/** A provider as it is written by the administrator. `ownBaseUrl` decides whether a provider on this machine will do. */
export const providerForm = (ownBaseUrl: string) =>
  z.object({
    nameFi: needed(providerTexts.nameFiMissing, 60),
    nameSv: needed(providerTexts.nameSvMissing, 60),
    nameEn: needed(providerTexts.nameEnMissing, 60),
    issuer: z
      .string()
      .max(500)
      .refine((issuer) => issuerAllowed(issuer, ownBaseUrl), {
        error: fieldError(providerTexts.issuerRefused),
      }),
    clientId: needed(providerTexts.clientIdMissing, 200),
    clientSecret: z.string().max(500).optional(),
    scopes: z
      .string()
      .max(300)
      .regex(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/, { error: fieldError(providerTexts.scopesWrong) })
      .refine((scopes) => scopes.split(' ').includes('openid'), {
        error: fieldError(providerTexts.scopesWrong),
      }),
    claimSubject: needed(providerTexts.subjectMissing, 200),
    claimEmail: claim,
    claimPhone: claim,
    claimGivenName: claim,
    claimFamilyName: claim,
    claimIdentityCode: claim,
    emailsVerified: yes,
    active: yes,
  });

type Written = z.output<ReturnType<typeof providerForm>>;

export function changeFrom(written: Written): ProviderChange {
  return {
    name: {
      fi: written.nameFi,
      sv: written.nameSv,
      en: written.nameEn,
    },
    issuer: written.issuer,
    clientId: written.clientId,
    clientSecret: written.clientSecret || undefined,
    claims: {
      subject: written.claimSubject,
      ...(written.claimEmail ? { email: written.claimEmail } : {}),
      ...(written.claimPhone ? { phone: written.claimPhone } : {}),
      ...(written.claimGivenName ? { givenName: written.claimGivenName } : {}),
      ...(written.claimFamilyName ? { familyName: written.claimFamilyName } : {}),
      ...(written.claimIdentityCode ? { identityCode: written.claimIdentityCode } : {}),
    },
    scopes: written.scopes,
    emailsVerified: written.emailsVerified === 'yes',
    active: written.active === 'yes',
  };
}

/** The values of the form for a provider that is there; the secret is never shown again. */
export function valuesFrom(provider: Provider): Record<string, string> {
  return {
    nameFi: provider.name.fi,
    nameSv: provider.name.sv,
    nameEn: provider.name.en,
    issuer: provider.issuer,
    clientId: provider.clientId,
    scopes: provider.scopes,
    claimSubject: provider.claims.subject,
    claimEmail: provider.claims.email ?? '',
    claimPhone: provider.claims.phone ?? '',
    claimGivenName: provider.claims.givenName ?? '',
    claimFamilyName: provider.claims.familyName ?? '',
    claimIdentityCode: provider.claims.identityCode ?? '',
    emailsVerified: provider.emailsVerified ? 'yes' : '',
    active: provider.active ? 'yes' : '',
  };
}

/** A form to begin with. */
export const newProviderValues = { scopes: 'openid email', claimSubject: 'sub', claimEmail: 'email' };
