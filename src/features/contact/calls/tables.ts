import { bigint, boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, id, instant, officeId, writtenAt } from '../../../platform/columns.ts';
import type { Text } from '../../../platform/language.ts';
import type { CheckResult, LeftWhy, NetworkResult, Way } from './rules.ts';

export const rooms = pgTable('rooms', {
  officeId: officeId(),
  id: id(),
  title: jsonb('title').$type<Text | string>(),
  kind: text('kind').$type<'group' | 'pair'>().notNull(),
  opensAt: instant('opens_at').notNull(),
  closesAt: instant('closes_at').notNull(),
  waiting: text('waiting').$type<'everyone' | 'open-door'>().notNull(),
  keepsText: boolean('keeps_text').notNull(),
  maxSeats: integer('max_seats'),
  lockedAt: instant('locked_at'),
  spotlightVisitId: uuid('spotlight_visit_id'),
  closedAt: instant('closed_at'),
  closedBy: uuid('closed_by'),
  watchAt: instant('watch_at'),
  createdAt: writtenAt('created_at'),
});

export const roomInvitations = pgTable('room_invitations', {
  officeId: officeId(),
  id: id(),
  roomId: uuid('room_id').notNull(),
  personId: uuid('person_id').notNull(),
  invitedAs: text('invited_as').$type<'host' | 'guest'>().notNull(),
  shownName: text('shown_name').notNull(),
  /** Invited as this client's coach: counts on the days on which they are. */
  asCoachOf: uuid('as_coach_of'),
  invitedAt: writtenAt('invited_at'),
  removedAt: instant('removed_at'),
  barredAt: instant('barred_at'),
  barredBy: uuid('barred_by'),
});

/** Who takes part by a link of their own: nobody's account, no other right than this room. */
export const roomGuests = pgTable('room_guests', {
  officeId: officeId(),
  id: id(),
  roomId: uuid('room_id').notNull(),
  /** What the feature that lets them in calls them; it knows who they are. */
  seatId: uuid('seat_id').notNull(),
  /** With whom they come. Their name and words are sealed for this person. */
  clientId: uuid('client_id').notNull(),
  label: jsonb('label').$type<Text>().notNull(),
  name: bytes('name').notNull(),
  invitedAt: writtenAt('invited_at'),
  removedAt: instant('removed_at'),
  barredAt: instant('barred_at'),
  barredBy: uuid('barred_by'),
});

export const roomVisits = pgTable('room_visits', {
  officeId: officeId(),
  id: id(),
  roomId: uuid('room_id').notNull(),
  /** Either a person of the house or a guest. */
  personId: uuid('person_id'),
  guestId: uuid('guest_id'),
  passHash: bytes('pass_hash'),
  way: text('way').$type<Way>().notNull(),
  arrivedAt: instant('arrived_at').notNull(),
  seenAt: instant('seen_at').notNull(),
  admittedAt: instant('admitted_at'),
  admittedBy: uuid('admitted_by'),
  leftAt: instant('left_at'),
  leftWhy: text('left_why').$type<LeftWhy>(),
  line: integer('line').notNull().default(0),
  direct: boolean('direct').notNull().default(false),
  handAt: instant('hand_at'),
  mutedAt: instant('muted_at'),
});

export const roomWays = pgTable('room_ways', {
  officeId: officeId(),
  id: id(),
  visitId: uuid('visit_id').notNull(),
  roomId: uuid('room_id').notNull(),
  personId: uuid('person_id').notNull(),
  way: text('way').$type<Way>().notNull(),
  fromAt: instant('from_at').notNull(),
  seenAt: instant('seen_at').notNull(),
  ended: boolean('ended').notNull().default(false),
});

export const roomSignals = pgTable('room_signals', {
  officeId: officeId(),
  id: id(),
  position: bigint('position', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  roomId: uuid('room_id').notNull(),
  fromVisitId: uuid('from_visit_id').notNull(),
  fromLine: integer('from_line').notNull(),
  toVisitId: uuid('to_visit_id').notNull(),
  toLine: integer('to_line').notNull(),
  sequence: integer('sequence').notNull(),
  body: text('body').notNull(),
  sentAt: writtenAt('sent_at'),
});

export const roomMessages = pgTable('room_messages', {
  officeId: officeId(),
  id: id(),
  position: bigint('position', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  roomId: uuid('room_id').notNull(),
  personId: uuid('person_id'),
  guestId: uuid('guest_id'),
  body: bytes('body').notNull(),
  writtenAt: instant('written_at').notNull(),
});

export const roomWaitingNotes = pgTable('room_waiting_notes', {
  officeId: officeId(),
  id: id(),
  roomId: uuid('room_id').notNull(),
  /** Who waits. */
  personId: uuid('person_id'),
  guestId: uuid('guest_id'),
  /** None where the guest who waits wrote it. */
  authorId: uuid('author_id'),
  body: bytes('body').notNull(),
  writtenAt: instant('written_at').notNull(),
});

export const roomFeedback = pgTable('room_feedback', {
  officeId: officeId(),
  id: id(),
  roomId: uuid('room_id').notNull(),
  personId: uuid('person_id').notNull(),
  how: integer('how').notNull(),
  givenAt: instant('given_at').notNull(),
});

export const deviceChecks = pgTable('device_checks', {
  officeId: officeId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  checkedAt: instant('checked_at').notNull(),
  microphone: text('microphone').$type<CheckResult>().notNull(),
  camera: text('camera').$type<CheckResult>().notNull(),
  speaker: text('speaker').$type<CheckResult>().notNull(),
  network: text('network').$type<NetworkResult>().notNull(),
  roundTripMs: integer('round_trip_ms'),
});
