import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, calendarDay, id, instant, officeId } from '../../../platform/columns.ts';
import type { Help, Mode } from './questions.ts';

export const suitabilityChecks = pgTable('suitability_checks', {
  officeId: officeId(),
  id: id(),
  clientId: uuid('client_id').notNull(),
  questionSet: text('question_set').notNull(),
  /** Sealed JSON of question to option. */
  answers: bytes('answers').notNull(),
  suggested: text('suggested').$type<Mode>(),
  answeredBy: uuid('answered_by'),
  answeredAt: instant('answered_at').notNull(),
});

export type What = 'chosen' | 'changed' | 'kept';

export const modeChoices = pgTable('mode_choices', {
  officeId: officeId(),
  id: id(),
  clientId: uuid('client_id').notNull(),
  /** Null: every service that has no choice of its own. */
  serviceId: uuid('service_id'),
  wished: text('wished').$type<Mode>().notNull(),
  second: text('second').$type<Mode>(),
  reason: bytes('reason'),
  helps: text('helps').array().$type<Help[]>().notNull().default([]),
  checkId: uuid('check_id'),
  reviewOn: calendarDay('review_on').notNull(),
  what: text('what').$type<What>().notNull(),
  chosenBy: uuid('chosen_by'),
  chosenAt: instant('chosen_at').notNull(),
});

export const modeReviews = pgTable('mode_reviews', {
  officeId: officeId(),
  id: id(),
  clientId: uuid('client_id').notNull(),
  choiceId: uuid('choice_id').notNull(),
  startedBy: uuid('started_by'),
  startedAt: instant('started_at').notNull(),
});
