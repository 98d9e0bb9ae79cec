// Pure: how a provider's claims become what we match a person by.

/**
 * Which claim of a provider holds what. A person is matched by the first four. Names are taken over only where the office
 * has named their claims, as from a population register; else they stay as the office has written them.
 */
export type ClaimNames = {
  subject: string;
  email?: string;
  phone?: string;
  identityCode?: string;
  givenName?: string;
  familyName?: string;
};

export type Claimed = {
  subject: string;
  /** Only when the provider says it is verified, or vouches for all of its addresses; in lower case. */
  verifiedEmail: string | undefined;
  /** Only when the provider says it is verified (OpenID Connect Core 1.0, section 5.1); digits and `+` alone. */
  verifiedPhone: string | undefined;
  /** Undefined where the office has not named the claims. */
  names: { givenName?: string; familyName?: string };
  /** A personal identity code of the right form. Never stored or logged. */
  identityCode: string | undefined;
};

/** Reads what we match by from a provider's claims; undefined when there is no subject. */
export function readClaims(
  claims: Record<string, unknown>,
  names: ClaimNames,
  emailsVerified: boolean,
): Claimed | undefined {
  const textOf = (name: string | undefined) => {
    const value = name === undefined ? undefined : claims[name];
    return typeof value === 'string' && value !== '' && value.length <= 300 ? value : undefined;
  };
  const subject = textOf(names.subject);
  if (subject === undefined) return undefined;
  const email = textOf(names.email)?.toLowerCase();
  return {
    subject,
    verifiedEmail: emailsVerified || claims.email_verified === true ? email : undefined,
    verifiedPhone: claims.phone_number_verified === true ? phoneFrom(textOf(names.phone)) : undefined,
    names: {
      ...nameFrom('givenName', textOf(names.givenName)),
      ...nameFrom('familyName', textOf(names.familyName)),
    },
    identityCode: identityCodeFrom(textOf(names.identityCode)),
  };
}

function phoneFrom(written: string | undefined): string | undefined {
  const bare = written?.replace(/[^0-9+]/g, '');
  return bare && /^\+?\d{7,15}$/.test(bare) ? bare : undefined;
}

// A register may write in capitals or pad with spaces; what is no name at all changes nothing.
function nameFrom<Field extends string>(field: Field, written: string | undefined) {
  const name = written?.trim().replace(/\s+/g, ' ');
  return name && name.length <= 80 ? { [field]: name } : {};
}

const checkMarks = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/**
 * A Finnish personal identity code in its one form (upper case), or undefined when it is not one: the form, the day
 * and the check mark (Valtioneuvoston asetus väestötietojärjestelmästä 128/2010, section 2, as amended by 690/2022).
 */
export function identityCodeFrom(written: string | undefined): string | undefined {
  const code = (written ?? '').trim().toUpperCase();
  const parts = /^(\d{2})(\d{2})(\d{2})([-+A-FU-Y])(\d{3})([0-9A-Y])$/.exec(code);
  if (!parts) return undefined;
  const [, day, month, year, , number, mark] = parts;
  if (Number(day) < 1 || Number(day) > 31 || Number(month) < 1 || Number(month) > 12) return undefined;
  return checkMarks[Number(`${day}${month}${year}${number}`) % 31] === mark ? code : undefined;
}

/** Whether an issuer may be used: TLS, a host name and no odd parts; plain HTTP only between programs of one machine. */
export function issuerAllowed(issuer: string, ownBaseUrl: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(issuer);
  if (username || password || search || hash) return false;
  const loopback = (name: string) => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(name);
  if (protocol === 'http:')
    return (
      loopback(hostname) && new URL(ownBaseUrl).protocol === 'http:' && loopback(new URL(ownBaseUrl).hostname)
    );
  if (protocol !== 'https:') return false;
  // A bare number or a name without a dot points into a network, not at a provider.
  return (
    /[a-z]/i.test(hostname.split('.').at(-1) ?? '') && hostname.includes('.') && !hostname.startsWith('[')
  );
}
