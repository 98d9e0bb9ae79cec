import { expect, test } from 'vitest';
import { identityCodeFrom, issuerAllowed, readClaims } from './oidc-rules.ts';

test('a personal identity code is taken in one form, and only when its check mark is right', () => {
  expect(identityCodeFrom('131052-308T')).toBe('131052-308T');
  expect(identityCodeFrom(' 131052-308t ')).toBe('131052-308T');
  expect(identityCodeFrom('010594Y9032')).toBe('010594Y9032');
  for (const wrong of ['131052-308U', '131352-308T', '131052/308T', '131052308T', '', undefined])
    expect(identityCodeFrom(wrong)).toBeUndefined();
});

test('an e-mail address counts only when the provider says it is verified', () => {
  const names = { subject: 'sub', email: 'email' };
  const claims = { sub: 'a', email: 'Mika@Example.fi' };
  expect(readClaims(claims, names, false)?.verifiedEmail).toBeUndefined();
  expect(readClaims({ ...claims, email_verified: 'true' }, names, false)?.verifiedEmail).toBeUndefined();
  expect(readClaims({ ...claims, email_verified: true }, names, false)?.verifiedEmail).toBe(
    'mika@example.fi',
  );
  expect(readClaims(claims, names, true)?.verifiedEmail).toBe('mika@example.fi');
});

test('a phone number counts only when the provider says it is verified, and is read whatever its spaces', () => {
  const names = { subject: 'sub', phone: 'phone_number' };
  const claims = { sub: 'a', phone_number: '+358 40 123-4567' };
  expect(readClaims(claims, names, true)?.verifiedPhone).toBeUndefined();
  expect(readClaims({ ...claims, phone_number_verified: true }, names, false)?.verifiedPhone).toBe(
    '+358401234567',
  );
  expect(
    readClaims({ sub: 'a', phone_number: 'call me', phone_number_verified: true }, names, false)
      ?.verifiedPhone,
  ).toBeUndefined();
});

test('names are read only where the office has named their claims', () => {
  const claims = { sub: 'a', given_name: ' Anna  Maria ', family_name: 'x'.repeat(81) };
  expect(readClaims(claims, { subject: 'sub' }, false)?.names).toEqual({});
  const names = { subject: 'sub', givenName: 'given_name', familyName: 'family_name' };
  expect(readClaims(claims, names, false)?.names).toEqual({ givenName: 'Anna Maria' });
});

test('claims without a subject are nobody’s', () => {
  expect(readClaims({ email: 'a@b.fi', email_verified: true }, { subject: 'sub' }, false)).toBeUndefined();
  expect(readClaims({ sub: 17 }, { subject: 'sub' }, false)).toBeUndefined();
});

test('an issuer is a provider on the internet, or on the same machine when we are too', () => {
  const house = 'https://likista.example.fi';
  expect(issuerAllowed('https://login.example.fi/tenant', house)).toBe(true);
  for (const wrong of [
    'http://login.example.fi',
    'https://169.254.169.254',
    'https://[::1]/',
    'https://localhost',
    'https://intranet',
    'https://a:b@login.example.fi',
    'https://login.example.fi/?x=1',
    'http://localhost:3000',
    'javascript:alert(1)',
    '',
  ])
    expect(issuerAllowed(wrong, house)).toBe(false);
  expect(issuerAllowed('http://127.0.0.1:3000', 'http://localhost:8080')).toBe(true);
});
