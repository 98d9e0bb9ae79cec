import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, id, instant, officeId } from '../../../platform/columns.ts';
import type { Language } from '../../../platform/language.ts';

export const serviceFeedback = pgTable('service_feedback', {
  officeId: officeId(),
  id: id(),
  serviceId: uuid('service_id').notNull(),
  language: text('language').$type<Language>().notNull(),
  words: bytes('words').notNull(),
  contact: bytes('contact'),
  givenAt: instant('given_at').notNull(),
  doneAt: instant('done_at'),
  doneBy: uuid('done_by'),
});
