import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, calendarDay, id, instant, officeId } from '../../../platform/columns.ts';
import type { DaySuggestion } from '../days/door.ts';
import type { DayClass } from '../enrolments/door.ts';

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
