import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, calendarDay, id, instant, officeId } from '../../../platform/columns.ts';
import type { Payer } from '../enrolments/door.ts';

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
