import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, calendarDay, id, instant, officeId, wallTime, writtenAt } from '../../../platform/columns.ts';
import type { Language, Text } from '../../../platform/language.ts';

export type UnitKind =
  | 'own-employment'
  | 'rehabilitative-work'
  | 'youth-workshop'
  | 'open-workshop'
  | 'other';
/** How a unit or an office is reached; each only when it has one. */
export type Contacts = {
  phone?: string;
  sms?: string;
  email?: string;
  address?: string;
  web?: string;
  /** The e-mail address of the data-protection officer; of an office only. */
  dataProtection?: string;
};

export const offices = pgTable('offices', {
  officeId: officeId(),
  slug: text('slug').notNull(),
  host: text('host'),
  name: jsonb('name').$type<Text>().notNull(),
  timeZone: text('time_zone').notNull(),
  languages: text('languages').array().$type<Language[]>().notNull(),
  accent: text('accent'),
  contacts: jsonb('contacts').$type<Contacts>().notNull().default({}),
  createdAt: writtenAt('created_at'),
});

export const units = pgTable('units', {
  officeId: officeId(),
  id: id(),
  name: jsonb('name').$type<Text>().notNull(),
  kind: text('kind').$type<UnitKind>().notNull(),
  contacts: jsonb('contacts').$type<Contacts>().notNull().default({}),
  createdAt: writtenAt('created_at'),
  closedOn: calendarDay('closed_on'),
});

export const openingHours = pgTable('opening_hours', {
  officeId: officeId(),
  id: id(),
  unitId: uuid('unit_id'),
  /** 1 is Monday, 7 Sunday (ISO 8601). */
  weekday: integer('weekday').notNull(),
  opens: wallTime('opens').notNull(),
  closes: wallTime('closes').notNull(),
});

export const closedDays = pgTable('closed_days', {
  officeId: officeId(),
  id: id(),
  day: calendarDay('day').notNull(),
  reason: jsonb('reason').$type<Text>().notNull(),
  source: text('source').$type<'public-holiday' | 'office'>().notNull(),
  /** Both empty when the whole day is closed. */
  closedFrom: wallTime('closed_from'),
  closedUntil: wallTime('closed_until'),
});

/** The latest row is in force; empty ones took the logo away. */
export const officeLogos = pgTable('office_logos', {
  officeId: officeId(),
  id: id(),
  picture: bytes('picture'),
  width: integer('width'),
  height: integer('height'),
  alt: jsonb('alt').$type<Text>(),
  setBy: uuid('set_by'),
  setAt: instant('set_at').notNull(),
});

export const settings = pgTable('settings', {
  officeId: officeId(),
  id: id(),
  key: text('key').notNull(),
  value: jsonb('value').$type<unknown>().notNull(),
  validFrom: calendarDay('valid_from').notNull(),
  source: text('source').notNull(),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});
