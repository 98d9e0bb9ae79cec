// Pure: how a provider's claims become what we match a person by.

/** Which claim of a provider holds what. Only `subject` is always there; the rest as the provider has them. */
export type ClaimNames = {
  subject: string;
  givenName?: string;
  familyName?: string;
  email?: string;
  phone?: string;
  identityCode?: string;
};
