import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, calendarDay, id, instant, officeId, writtenAt } from '../../../platform/columns.ts';
import type { Language } from '../../../platform/language.ts';
import type { Role } from '../../../platform/session.ts';

export type Channel = 'sms' | 'email' | 'letter' | 'phone';

export const persons = pgTable('persons', {
  officeId: officeId(),
  id: id(),
  givenName: text('given_name').notNull(),
  familyName: text('family_name').notNull(),
  preferredName: text('preferred_name'),
  email: text('email'),
  phone: text('phone'),
  postalAddress: bytes('postal_address'),
  language: text('language').$type<Language>().notNull().default('fi'),
  channel: text('channel').$type<Channel>().notNull().default('sms'),
  accessibilityNeeds: bytes('accessibility_needs'),
  protected: boolean('protected').notNull().default(false),
  bornOn: calendarDay('born_on'),
  gender: text('gender').$type<'woman' | 'man' | 'other' | 'untold'>(),
  distanceKm: integer('distance_km'),
  createdAt: writtenAt('created_at'),
  deactivatedAt: instant('deactivated_at'),
  deactivatedBy: uuid('deactivated_by'),
  erasedAt: instant('erased_at'),
  erasedBy: uuid('erased_by'),
});

export const roleGrants = pgTable('role_grants', {
  officeId: officeId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  role: text('role').$type<Role>().notNull(),
  unitId: uuid('unit_id'),
  startsOn: calendarDay('starts_on').notNull(),
  endsOn: calendarDay('ends_on'),
  grantedBy: uuid('granted_by'),
  grantedAt: writtenAt('granted_at'),
});

export const relations = pgTable('relations', {
  officeId: officeId(),
  id: id(),
  clientId: uuid('client_id').notNull(),
  coachId: uuid('coach_id').notNull(),
  kind: text('kind').$type<'own-coach' | 'substitute'>().notNull(),
  startsOn: calendarDay('starts_on').notNull(),
  endsOn: calendarDay('ends_on'),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});

export const blockedPairs = pgTable('blocked_pairs', {
  officeId: officeId(),
  id: id(),
  firstId: uuid('first_id').notNull(),
  secondId: uuid('second_id').notNull(),
  reason: bytes('reason'),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});

/** What somebody was reached by before, until it has been warned; sealed. */
export const formerContacts = pgTable('former_contacts', {
  officeId: officeId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  channel: text('channel').$type<'sms' | 'email'>().notNull(),
  contact: bytes('contact').notNull(),
  replacedAt: instant('replaced_at').notNull(),
});

export const importDrafts = pgTable('import_drafts', {
  officeId: officeId(),
  id: id(),
  madeBy: uuid('made_by').notNull(),
  madeAt: writtenAt('made_at'),
  startsOn: calendarDay('starts_on').notNull(),
  body: bytes('body').notNull(),
});
