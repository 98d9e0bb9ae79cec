import { boolean, doublePrecision, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, calendarDay, id, instant, officeId, wallTime, writtenAt } from '../../../platform/columns.ts';
import type { CancelReason, MissReason, ParticipantKind } from './choices.ts';
import type { Mode } from './rules.ts';

export const availability = pgTable('availability', {
  officeId: officeId(),
  id: id(),
  coachId: uuid('coach_id').notNull(),
  /** 1 is Monday, 7 Sunday (ISO 8601). */
  weekday: integer('weekday').notNull(),
  starts: wallTime('starts').notNull(),
  ends: wallTime('ends').notNull(),
  modes: text('modes').array().$type<Mode[]>().notNull(),
  place: text('place'),
  validFrom: calendarDay('valid_from').notNull(),
  validUntil: calendarDay('valid_until'),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});

export const availabilityExceptions = pgTable('availability_exceptions', {
  officeId: officeId(),
  id: id(),
  coachId: uuid('coach_id').notNull(),
  day: calendarDay('day').notNull(),
  kind: text('kind').$type<'away' | 'extra'>().notNull(),
  starts: wallTime('starts'),
  ends: wallTime('ends'),
  modes: text('modes').array().$type<Mode[]>().notNull().default([]),
  place: text('place'),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});

export const bookingTerms = pgTable('booking_terms', {
  officeId: officeId(),
  id: id(),
  coachId: uuid('coach_id').notNull(),
  minutes: integer('minutes').notNull(),
  bufferMinutes: integer('buffer_minutes').notNull(),
  noticeHours: integer('notice_hours').notNull(),
  aheadDays: integer('ahead_days').notNull(),
  dailyMost: integer('daily_most').notNull(),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});

export const bookings = pgTable('bookings', {
  officeId: officeId(),
  id: id(),
  clientId: uuid('client_id').notNull(),
  coachId: uuid('coach_id').notNull(),
  day: calendarDay('day').notNull(),
  starts: wallTime('starts').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  busyUntil: instant('busy_until').notNull(),
  mode: text('mode').$type<Mode>().notNull(),
  place: text('place'),
  roomId: uuid('room_id'),
  seriesId: uuid('series_id'),
  sequence: integer('sequence').notNull().default(0),
  question: bytes('question'),
  /** The pool whose list of free times this was booked from. */
  poolId: uuid('pool_id'),
  task: bytes('task'),
  preparation: bytes('preparation'),
  bookedBy: uuid('booked_by'),
  bookedAt: writtenAt('booked_at'),
  comingAt: instant('coming_at'),
  cancelledAt: instant('cancelled_at'),
  cancelledBy: uuid('cancelled_by'),
  cancelReason: text('cancel_reason').$type<CancelReason>(),
});

export const bookingChanges = pgTable('booking_changes', {
  officeId: officeId(),
  id: id(),
  bookingId: uuid('booking_id').notNull(),
  what: text('what').$type<'booked' | 'moved' | 'mode' | 'cancelled'>().notNull(),
  mode: text('mode').$type<Mode>().notNull(),
  startsAt: instant('starts_at').notNull(),
  changedBy: uuid('changed_by'),
  changedAt: instant('changed_at').notNull(),
});

export const bookingParticipants = pgTable('booking_participants', {
  officeId: officeId(),
  id: id(),
  bookingId: uuid('booking_id').notNull(),
  kind: text('kind').$type<ParticipantKind>().notNull(),
  name: bytes('name').notNull(),
  email: bytes('email'),
  phone: bytes('phone'),
  addedBy: uuid('added_by'),
  addedAt: writtenAt('added_at'),
  removedAt: instant('removed_at'),
  cannotAt: instant('cannot_at'),
  toldSequence: integer('told_sequence'),
  takenBackAt: instant('taken_back_at'),
});

export const bookingOutcomes = pgTable('booking_outcomes', {
  officeId: officeId(),
  id: id(),
  bookingId: uuid('booking_id').notNull(),
  happened: boolean('happened').notNull(),
  reason: text('reason').$type<MissReason>(),
  lateMinutes: integer('late_minutes').notNull().default(0),
  actualMode: text('actual_mode').$type<Mode>(),
  toldBy: uuid('told_by'),
  toldAt: instant('told_at').notNull(),
});

export const timeLinks = pgTable('time_links', {
  officeId: officeId(),
  id: id(),
  clientId: uuid('client_id').notNull(),
  coachId: uuid('coach_id'),
  bookingId: uuid('booking_id'),
  madeBy: uuid('made_by'),
  madeAt: instant('made_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  revokedAt: instant('revoked_at'),
});

export const bookingFiles = pgTable('booking_files', {
  officeId: officeId(),
  id: id(),
  bookingId: uuid('booking_id').notNull(),
  fileId: uuid('file_id').notNull(),
  addedBy: uuid('added_by').notNull(),
  addedAt: instant('added_at').notNull(),
  removedAt: instant('removed_at'),
});

export const timeWishes = pgTable('time_wishes', {
  officeId: officeId(),
  id: id(),
  clientId: uuid('client_id').notNull(),
  coachId: uuid('coach_id'),
  poolId: uuid('pool_id'),
  untilOn: calendarDay('until_on').notNull(),
  wishedAt: writtenAt('wished_at'),
  wishedBy: uuid('wished_by'),
  offerStartsAt: instant('offer_starts_at'),
  offerCoachId: uuid('offer_coach_id'),
  offerUntil: instant('offer_until'),
  closedAt: instant('closed_at'),
  outcome: text('outcome').$type<'booked' | 'declined' | 'lapsed' | 'withdrawn'>(),
});

export const meetingPlaces = pgTable('meeting_places', {
  officeId: officeId(),
  id: id(),
  unitId: uuid('unit_id'),
  name: text('name').notNull(),
  address: text('address'),
  directions: text('directions'),
  latitude: doublePrecision('latitude'),
  longitude: doublePrecision('longitude'),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});
