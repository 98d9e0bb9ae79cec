import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, id, instant, officeId } from '../../../platform/columns.ts';
import type { AbsenceClass } from '../enrolments/door.ts';
import type { Way } from './rules.ts';

export const dayHellos = pgTable('day_hellos', {
  officeId: officeId(),
  id: id(),
  dayId: uuid('day_id').notNull(),
  saidAt: instant('said_at').notNull(),
  way: text('way').$type<'page' | 'room' | 'phone' | 'on-site' | 'midday'>().notNull(),
  notedBy: uuid('noted_by').notNull(),
});

export const dayPresences = pgTable('day_presences', {
  officeId: officeId(),
  id: id(),
  dayId: uuid('day_id').notNull(),
  way: text('way').$type<Way>().notNull(),
  fromAt: instant('from_at').notNull(),
  toAt: instant('to_at').notNull(),
  notedBy: uuid('noted_by').notNull(),
  notedAt: instant('noted_at').notNull(),
  withdrawnAt: instant('withdrawn_at'),
  withdrawnBy: uuid('withdrawn_by'),
  /** The meeting of which it was told; null for what a coach noted by hand. */
  sourceId: uuid('source_id'),
  roomId: uuid('room_id'),
});

export const dayPlans = pgTable('day_plans', {
  officeId: officeId(),
  id: id(),
  dayId: uuid('day_id').notNull(),
  templates: text('templates').array().notNull().default([]),
  words: bytes('words'),
  writtenAt: instant('written_at').notNull(),
});

export const ownWorks = pgTable('own_works', {
  officeId: officeId(),
  id: id(),
  dayId: uuid('day_id').notNull(),
  words: bytes('words').notNull(),
  minutes: integer('minutes').notNull(),
  proof: bytes('proof'),
  writtenAt: instant('written_at').notNull(),
  removedAt: instant('removed_at'),
});

export const ownWorkProofs = pgTable('own_work_proofs', {
  officeId: officeId(),
  id: id(),
  ownWorkId: uuid('own_work_id').notNull(),
  fileId: uuid('file_id').notNull(),
});

export const diaries = pgTable('diaries', {
  officeId: officeId(),
  id: id(),
  dayId: uuid('day_id').notNull(),
  words: bytes('words'),
  mood: integer('mood'),
  writtenAt: instant('written_at').notNull(),
});

export const absences = pgTable('absences', {
  officeId: officeId(),
  id: id(),
  dayId: uuid('day_id').notNull(),
  class: text('class').$type<AbsenceClass>().notNull(),
  words: bytes('words'),
  toldBy: uuid('told_by').notNull(),
  toldAt: instant('told_at').notNull(),
  withdrawnAt: instant('withdrawn_at'),
});

export const helpRequests = pgTable('help_requests', {
  officeId: officeId(),
  id: id(),
  clientId: uuid('client_id').notNull(),
  dayId: uuid('day_id'),
  kind: text('kind').$type<'technology' | 'call-me' | 'other'>().notNull(),
  words: bytes('words'),
  askedAt: instant('asked_at').notNull(),
  handledAt: instant('handled_at'),
  handledBy: uuid('handled_by'),
  outcome: text('outcome').$type<'solved' | 'fell-back-to-phone' | 'not-reached' | 'later'>(),
});

export const dayContacts = pgTable('day_contacts', {
  officeId: officeId(),
  id: id(),
  dayId: uuid('day_id').notNull(),
  coachId: uuid('coach_id').notNull(),
  way: text('way').$type<'call' | 'message' | 'video' | 'on-site'>().notNull(),
  reached: boolean('reached').notNull(),
  at: instant('at').notNull(),
});
