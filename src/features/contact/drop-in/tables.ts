import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { calendarDay, id, instant, officeId, wallTime, writtenAt } from '../../../platform/columns.ts';
import type { Text } from '../../../platform/language.ts';
import type { Mode, Outcome } from './rules.ts';

export const dropIns = pgTable('drop_ins', {
  officeId: officeId(),
  id: id(),
  name: jsonb('name').$type<Text>().notNull(),
  unitId: uuid('unit_id'),
  serviceId: uuid('service_id'),
  modes: text('modes').array().$type<Mode[]>().notNull(),
  place: text('place'),
  closedWords: jsonb('closed_words').$type<Text>(),
  usualMinutes: integer('usual_minutes').notNull().default(10),
  madeBy: uuid('made_by'),
  madeAt: writtenAt('made_at'),
  endedAt: instant('ended_at'),
  endedBy: uuid('ended_by'),
});

export const dropInHours = pgTable('drop_in_hours', {
  officeId: officeId(),
  id: id(),
  dropInId: uuid('drop_in_id').notNull(),
  weekday: integer('weekday').notNull(),
  starts: wallTime('starts').notNull(),
  ends: wallTime('ends').notNull(),
  setBy: uuid('set_by'),
});

export const dropInCoaches = pgTable('drop_in_coaches', {
  officeId: officeId(),
  id: id(),
  dropInId: uuid('drop_in_id').notNull(),
  coachId: uuid('coach_id').notNull(),
  addedBy: uuid('added_by'),
  addedAt: writtenAt('added_at'),
  leftAt: instant('left_at'),
});

export const queuePlaces = pgTable('queue_places', {
  officeId: officeId(),
  id: id(),
  dropInId: uuid('drop_in_id').notNull(),
  clientId: uuid('client_id').notNull(),
  day: calendarDay('day').notNull(),
  number: integer('number').notNull(),
  mode: text('mode').$type<Mode>().notNull(),
  takenAt: instant('taken_at').notNull(),
  calledAt: instant('called_at'),
  calledBy: uuid('called_by'),
  roomId: uuid('room_id'),
  endedAt: instant('ended_at'),
  outcome: text('outcome').$type<Outcome>(),
  callbackAskedAt: instant('callback_asked_at'),
  calledBackAt: instant('called_back_at'),
  calledBackBy: uuid('called_back_by'),
});
