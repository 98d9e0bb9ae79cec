import { bigint, boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, id, instant, officeId } from '../../../platform/columns.ts';
import type { Text } from '../../../platform/language.ts';
import type { ClaimNames } from './oidc/oidc-rules.ts';

export const sessions = pgTable('sessions', {
  officeId: officeId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  tokenHash: bytes('token_hash').notNull(),
  way: text('way').$type<'link' | 'code' | 'passkey' | 'oidc' | 'demonstration'>().notNull(),
  device: text('device').notNull().default(''),
  deviceId: uuid('device_id'),
  startedAt: instant('started_at').notNull(),
  seenAt: instant('seen_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  idleMinutes: integer('idle_minutes'),
  provedAt: instant('proved_at'),
  endedAt: instant('ended_at'),
});

export const knownDevices = pgTable('known_devices', {
  officeId: officeId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  tokenHash: bytes('token_hash').notNull(),
  device: text('device').notNull().default(''),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  revokedAt: instant('revoked_at'),
});

export const personalLinks = pgTable('personal_links', {
  officeId: officeId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  tokenHash: bytes('token_hash').notNull(),
  purpose: text('purpose').$type<'sign-in' | 'visit'>().notNull(),
  landsOn: text('lands_on').notNull(),
  demonstration: boolean('demonstration').notNull().default(false),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedCount: integer('used_count').notNull().default(0),
  revokedAt: instant('revoked_at'),
});

export const signInRequests = pgTable('sign_in_requests', {
  officeId: officeId(),
  id: id(),
  personIds: uuid('person_ids').array().notNull(),
  deviceHash: bytes('device_hash'),
  landsOn: text('lands_on').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const signInCodes = pgTable('sign_in_codes', {
  officeId: officeId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  purpose: text('purpose').$type<'sign-in' | 'prove'>().notNull(),
  linkId: uuid('link_id'),
  sessionId: uuid('session_id'),
  browserHash: bytes('browser_hash').notNull(),
  codeHash: bytes('code_hash').notNull(),
  channel: text('channel').$type<'sms' | 'email'>(),
  landsOn: text('lands_on').notNull(),
  tries: integer('tries').notNull().default(0),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

export const passkeys = pgTable('passkeys', {
  officeId: officeId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  credentialId: text('credential_id').notNull(),
  publicKey: bytes('public_key').notNull(),
  counter: bigint('counter', { mode: 'number' }).notNull(),
  transports: text('transports').array().notNull().default([]),
  name: text('name').notNull(),
  createdAt: instant('created_at').notNull(),
  usedAt: instant('used_at'),
});

export const passkeyChallenges = pgTable('passkey_challenges', {
  officeId: officeId(),
  challenge: text('challenge').notNull(),
  purpose: text('purpose').$type<'register' | 'sign-in' | 'prove'>().notNull(),
  personId: uuid('person_id'),
  expiresAt: instant('expires_at').notNull(),
});

export const oidcProviders = pgTable('oidc_providers', {
  officeId: officeId(),
  id: id(),
  name: jsonb('name').$type<Text>().notNull(),
  issuer: text('issuer').notNull(),
  clientId: text('client_id').notNull(),
  clientSecret: bytes('client_secret'),
  claims: jsonb('claims').$type<ClaimNames>().notNull(),
  scopes: text('scopes').notNull().default('openid'),
  emailsVerified: boolean('emails_verified').notNull().default(false),
  active: boolean('active').notNull().default(false),
  changedBy: uuid('changed_by'),
  changedAt: instant('changed_at').notNull(),
});

export const oidcIdentities = pgTable('oidc_identities', {
  officeId: officeId(),
  id: id(),
  providerId: uuid('provider_id').notNull(),
  personId: uuid('person_id').notNull(),
  subjectHash: text('subject_hash').notNull(),
  createdAt: instant('created_at').notNull(),
});
