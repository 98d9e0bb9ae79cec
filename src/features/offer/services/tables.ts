import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { calendarDay, id, officeId, writtenAt } from '../../../platform/columns.ts';
import type { Text } from '../../../platform/language.ts';
import type { AttendanceRule, ServiceBounds } from './rules.ts';

export type ServiceKind =
  | 'rehabilitative-work'
  | 'youth-workshop'
  | 'open-workshop'
  | 'individual-coaching'
  | 'work-coaching'
  | 'group-coaching'
  | 'other';
export type ServiceStage = 'idea' | 'prototype' | 'pilot' | 'in-use' | 'retired';

export const services = pgTable('services', {
  officeId: officeId(),
  id: id(),
  name: jsonb('name').$type<Text>().notNull(),
  kind: text('kind').$type<ServiceKind>().notNull(),
  legalBasis: text('legal_basis'),
  stage: text('stage').$type<ServiceStage>().notNull().default('in-use'),
  unitId: uuid('unit_id'),
  madeBy: uuid('made_by'),
  madeAt: writtenAt('made_at'),
});

export const serviceBounds = pgTable('service_bounds', {
  officeId: officeId(),
  id: id(),
  serviceId: uuid('service_id').notNull(),
  validFrom: calendarDay('valid_from').notNull(),
  bounds: jsonb('bounds').$type<ServiceBounds>().notNull(),
  source: text('source').notNull(),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});

export const attendanceRules = pgTable('attendance_rules', {
  officeId: officeId(),
  id: id(),
  serviceId: uuid('service_id').notNull(),
  validFrom: calendarDay('valid_from').notNull(),
  rule: jsonb('rule').$type<AttendanceRule>().notNull(),
  agreement: text('agreement').notNull(),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});
