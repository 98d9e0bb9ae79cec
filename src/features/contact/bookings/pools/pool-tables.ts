import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { calendarDay, id, instant, officeId, writtenAt } from '../../../../platform/columns.ts';
import type { Text } from '../../../../platform/language.ts';

export const coachTimes = pgTable('coach_times', {
  officeId: officeId(),
  id: id(),
  coachId: uuid('coach_id').notNull(),
  kind: text('kind').$type<'booking' | 'group'>().notNull(),
  sourceId: uuid('source_id').notNull(),
  day: calendarDay('day'),
  startsAt: instant('starts_at').notNull(),
  untilAt: instant('until_at').notNull(),
  place: text('place'),
  stands: boolean('stands').notNull().default(true),
});

export const travelTimes = pgTable('travel_times', {
  officeId: officeId(),
  id: id(),
  unitId: uuid('unit_id'),
  onePlace: text('one_place').notNull(),
  otherPlace: text('other_place').notNull(),
  minutes: integer('minutes').notNull(),
  setBy: uuid('set_by'),
  setAt: writtenAt('set_at'),
});

export const bookingPools = pgTable('booking_pools', {
  officeId: officeId(),
  id: id(),
  name: jsonb('name').$type<Text>().notNull(),
  unitId: uuid('unit_id'),
  serviceId: uuid('service_id'),
  forEveryone: boolean('for_everyone').notNull().default(false),
  madeBy: uuid('made_by'),
  madeAt: writtenAt('made_at'),
  endedAt: instant('ended_at'),
  endedBy: uuid('ended_by'),
});

export const bookingPoolCoaches = pgTable('booking_pool_coaches', {
  officeId: officeId(),
  id: id(),
  poolId: uuid('pool_id').notNull(),
  coachId: uuid('coach_id').notNull(),
  addedBy: uuid('added_by'),
  addedAt: writtenAt('added_at'),
  leftAt: instant('left_at'),
});
