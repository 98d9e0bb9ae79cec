import { boolean, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, id, instant, officeId, writtenAt } from '../../../platform/columns.ts';
import type { Channel } from '../people/door.ts';
import type { DeliveryState, SecretKind } from './rules.ts';
import type { NoticeIds } from './wording/kinds.ts';

export const deliveries = pgTable('deliveries', {
  officeId: officeId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  channel: text('channel').$type<Channel>().notNull(),
  state: text('state').$type<DeliveryState>().notNull().default('queued'),
  gathering: boolean('gathering').notNull().default(false),
  attempts: integer('attempts').notNull().default(0),
  dueAt: instant('due_at').notNull(),
  leasedUntil: instant('leased_until'),
  reason: text('reason'),
  followedBy: uuid('followed_by'),
  secretKind: text('secret_kind').$type<SecretKind>(),
  secret: bytes('secret'),
  note: bytes('note'),
  handledBy: uuid('handled_by'),
  createdAt: writtenAt('created_at'),
  sentAt: instant('sent_at'),
  deliveredAt: instant('delivered_at'),
});

export const notices = pgTable('notices', {
  officeId: officeId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  kind: text('kind').notNull(),
  ids: jsonb('ids').$type<NoticeIds>().notNull().default({}),
  once: text('once'),
  deliveryId: uuid('delivery_id').notNull(),
  createdAt: writtenAt('created_at'),
  withdrawnAt: instant('withdrawn_at'),
});

export const outbox = pgTable('outbox', {
  officeId: officeId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  channel: text('channel').$type<'sms' | 'email'>().notNull(),
  message: bytes('message').notNull(),
  at: writtenAt('at'),
});
