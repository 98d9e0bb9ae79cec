import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { calendarDay, id, instant, officeId, writtenAt } from '../../../platform/columns.ts';
import type { DayClass } from './day-classes.ts';

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
