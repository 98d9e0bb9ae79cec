import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { calendarDay, id, instant, officeId, writtenAt } from '../../../platform/columns.ts';
import type { Text } from '../../../platform/language.ts';
import type { PathStep, ServiceContent, ServiceKind, ServiceStage } from './content.ts';
import type { AttendanceRule, ServiceBounds } from './rules.ts';

export type { ServiceKind, ServiceStage } from './content.ts';

export const services = pgTable('services', {
  officeId: officeId(),
  id: id(),
  name: jsonb('name').$type<Text>().notNull(),
  kind: text('kind').$type<ServiceKind>().notNull(),
  legalBasis: text('legal_basis'),
  stage: text('stage').$type<ServiceStage>().notNull().default('in-use'),
  unitId: uuid('unit_id'),
  slugFi: text('slug_fi'),
  slugSv: text('slug_sv'),
  slugEn: text('slug_en'),
  madeBy: uuid('made_by'),
  madeAt: writtenAt('made_at'),
});

export const serviceVersions = pgTable('service_versions', {
  officeId: officeId(),
  id: id(),
  serviceId: uuid('service_id').notNull(),
  number: integer('number').notNull(),
  content: jsonb('content').$type<ServiceContent>().notNull(),
  madeBy: uuid('made_by'),
  madeAt: writtenAt('made_at'),
  savedBy: uuid('saved_by'),
  savedAt: writtenAt('saved_at'),
  revision: integer('revision').notNull().default(1),
  publishedBy: uuid('published_by'),
  publishedAt: instant('published_at'),
  note: text('note'),
});

export const serviceStageChanges = pgTable('service_stages', {
  officeId: officeId(),
  id: id(),
  serviceId: uuid('service_id').notNull(),
  stage: text('stage').$type<ServiceStage>().notNull(),
  note: text('note'),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});

export const pathTemplates = pgTable('path_templates', {
  officeId: officeId(),
  id: id(),
  name: text('name').notNull(),
  steps: jsonb('steps').$type<PathStep[]>().notNull(),
  madeBy: uuid('made_by'),
  madeAt: writtenAt('made_at'),
  removedAt: instant('removed_at'),
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
