import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, calendarDay, id, instant, officeId, wallTime, writtenAt } from '../../../platform/columns.ts';
import type { Language, Text } from '../../../platform/language.ts';
import type { SessionKind, Way } from './programme/rules.ts';

export const groups = pgTable('groups', {
  officeId: officeId(),
  id: id(),
  name: text('name').notNull(),
  unitId: uuid('unit_id'),
  seats: integer('seats'),
  channelId: uuid('channel_id'),
  doors: text('doors').$type<'everyone' | 'open-door'>().notNull().default('open-door'),
  keepsText: boolean('keeps_text').notNull().default(false),
  madeBy: uuid('made_by'),
  madeAt: writtenAt('made_at'),
  endedOn: calendarDay('ended_on'),
});

export const groupCoaches = pgTable('group_coaches', {
  officeId: officeId(),
  id: id(),
  groupId: uuid('group_id').notNull(),
  coachId: uuid('coach_id').notNull(),
  startsOn: calendarDay('starts_on').notNull(),
  endsOn: calendarDay('ends_on'),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});

export const groupMemberships = pgTable('group_memberships', {
  officeId: officeId(),
  id: id(),
  groupId: uuid('group_id').notNull(),
  clientId: uuid('client_id').notNull(),
  nickname: text('nickname'),
  joinsOn: calendarDay('joins_on').notNull(),
  leavesOn: calendarDay('leaves_on'),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});

export const waitingList = pgTable('waiting_list', {
  officeId: officeId(),
  id: id(),
  groupId: uuid('group_id').notNull(),
  clientId: uuid('client_id').notNull(),
  askedAt: writtenAt('asked_at'),
  addedBy: uuid('added_by'),
  offeredAt: instant('offered_at'),
  offerUntil: calendarDay('offer_until'),
  offeredBy: uuid('offered_by'),
  closedAt: instant('closed_at'),
  outcome: text('outcome').$type<'joined' | 'declined' | 'lapsed' | 'withdrawn'>(),
});

export const groupRules = pgTable('group_rules', {
  officeId: officeId(),
  id: id(),
  groupId: uuid('group_id').notNull(),
  version: integer('version').notNull(),
  words: jsonb('words').$type<Text>().notNull(),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});

export const groupRuleAcceptances = pgTable('group_rule_acceptances', {
  officeId: officeId(),
  id: id(),
  groupId: uuid('group_id').notNull(),
  version: integer('version').notNull(),
  clientId: uuid('client_id').notNull(),
  language: text('language').$type<Language>().notNull(),
  acceptedAt: writtenAt('accepted_at'),
});

export const programmeEntries = pgTable('programme_entries', {
  officeId: officeId(),
  id: id(),
  groupId: uuid('group_id').notNull(),
  /** 1 is Monday, 7 Sunday (ISO 8601). */
  weekday: integer('weekday').notNull(),
  starts: wallTime('starts').notNull(),
  ends: wallTime('ends').notNull(),
  kind: text('kind').$type<SessionKind>().notNull(),
  title: jsonb('title').$type<Text>().notNull(),
  description: jsonb('description').$type<Text>(),
  hostId: uuid('host_id'),
  ways: text('ways').array().$type<Way[]>().notNull().default([]),
  place: text('place'),
  validFrom: calendarDay('valid_from').notNull(),
  validUntil: calendarDay('valid_until'),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});

export const programmeChanges = pgTable('programme_changes', {
  officeId: officeId(),
  id: id(),
  entryId: uuid('entry_id').notNull(),
  day: calendarDay('day').notNull(),
  cancelled: boolean('cancelled').notNull().default(false),
  starts: wallTime('starts'),
  ends: wallTime('ends'),
  title: jsonb('title').$type<Text>(),
  hostId: uuid('host_id'),
  ways: text('ways').array().$type<Way[]>(),
  place: text('place'),
  reason: text('reason'),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});

export const groupSessions = pgTable('group_sessions', {
  officeId: officeId(),
  id: id(),
  groupId: uuid('group_id').notNull(),
  entryId: uuid('entry_id').notNull(),
  day: calendarDay('day').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  kind: text('kind').$type<SessionKind>().notNull(),
  title: jsonb('title').$type<Text>().notNull(),
  description: jsonb('description').$type<Text>(),
  ways: text('ways').array().$type<Way[]>().notNull().default([]),
  place: text('place'),
  hostId: uuid('host_id'),
  roomId: uuid('room_id'),
  cancelled: boolean('cancelled').notNull().default(false),
  changed: boolean('changed').notNull().default(false),
  reason: text('reason'),
});

export const calendarLinks = pgTable('calendar_links', {
  officeId: officeId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  tokenHash: bytes('token_hash').notNull(),
  token: bytes('token').notNull(),
  ownTitles: boolean('own_titles').notNull().default(false),
  madeAt: writtenAt('made_at'),
  revokedAt: instant('revoked_at'),
});
