import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, calendarDay, id, instant, officeId, writtenAt } from '../../../platform/columns.ts';
import type { AbsenceClass, DayClass, DaySuggestion, Way } from './rules.ts';

export type Payer = 'kela' | 'unemployment-fund' | 'municipality' | 'other';
/** The daily money that attendance brings: on unemployment benefit, on social assistance, or none. */
export type Benefit = 'expense-allowance' | 'activity-allowance' | 'none';

export const enrolments = pgTable('enrolments', {
  officeId: officeId(),
  id: id(),
  clientId: uuid('client_id').notNull(),
  serviceId: uuid('service_id').notNull(),
  groupId: uuid('group_id'),
  startsOn: calendarDay('starts_on').notNull(),
  endsOn: calendarDay('ends_on').notNull(),
  weekdays: integer('weekdays').array().notNull(),
  dayMinutes: integer('day_minutes').notNull(),
  payer: text('payer').$type<Payer>().notNull(),
  benefit: text('benefit').$type<Benefit>().notNull(),
  agreedBy: uuid('agreed_by'),
  agreedAt: writtenAt('agreed_at'),
  endedEarlyOn: calendarDay('ended_early_on'),
  endedBy: uuid('ended_by'),
  endedAt: instant('ended_at'),
});

export const days = pgTable('days', {
  officeId: officeId(),
  id: id(),
  clientId: uuid('client_id').notNull(),
  enrolmentId: uuid('enrolment_id').notNull(),
  day: calendarDay('day').notNull(),
  expectedMinutes: integer('expected_minutes').notNull(),
  class: text('class').$type<DayClass>(),
  confirmedAt: instant('confirmed_at'),
  silentSince: instant('silent_since'),
  silenceToldOnAt: instant('silence_told_on_at'),
  silenceEndedAt: instant('silence_ended_at'),
  morningToldAt: instant('morning_told_at'),
});

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

export const confirmations = pgTable('confirmations', {
  officeId: officeId(),
  id: id(),
  dayId: uuid('day_id').notNull(),
  sequence: integer('sequence').notNull(),
  class: text('class').$type<DayClass>().notNull(),
  minutes: integer('minutes').notNull(),
  swappedWith: calendarDay('swapped_with'),
  reason: bytes('reason'),
  suggested: text('suggested').$type<DaySuggestion['result']>().notNull(),
  confirmedBy: uuid('confirmed_by').notNull(),
  confirmedAt: instant('confirmed_at').notNull(),
});

export const objections = pgTable('objections', {
  officeId: officeId(),
  id: id(),
  dayId: uuid('day_id').notNull(),
  confirmationId: uuid('confirmation_id').notNull(),
  words: bytes('words').notNull(),
  madeAt: instant('made_at').notNull(),
  answeredAt: instant('answered_at'),
  answeredBy: uuid('answered_by'),
});

export const payerPeriods = pgTable('payer_periods', {
  officeId: officeId(),
  id: id(),
  payer: text('payer').$type<Payer>().notNull(),
  startsOn: calendarDay('starts_on').notNull(),
  endsOn: calendarDay('ends_on').notNull(),
  closedAt: instant('closed_at').notNull(),
  closedBy: uuid('closed_by').notNull(),
  reopenedAt: instant('reopened_at'),
  reopenedBy: uuid('reopened_by'),
  reopenReason: bytes('reopen_reason'),
});
