import { bigint, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, id, instant, officeId, wallTime, writtenAt } from '../../../platform/columns.ts';

export const conversations = pgTable('conversations', {
  officeId: officeId(),
  id: id(),
  kind: text('kind').$type<'thread' | 'channel'>().notNull(),
  clientId: uuid('client_id'),
  startedAt: writtenAt('started_at'),
});

export const channels = pgTable('channels', {
  officeId: officeId(),
  id: uuid('id').notNull(),
  title: text('title').notNull(),
  openedBy: uuid('opened_by'),
  closedUntil: instant('closed_until'),
  closedBy: uuid('closed_by'),
  endedAt: instant('ended_at'),
});

export const channelHours = pgTable('channel_hours', {
  officeId: officeId(),
  id: id(),
  channelId: uuid('channel_id').notNull(),
  /** 1 is Monday, 7 Sunday (ISO 8601). */
  weekday: integer('weekday').notNull(),
  opens: wallTime('opens').notNull(),
  closes: wallTime('closes').notNull(),
});

export const channelMembers = pgTable('channel_members', {
  officeId: officeId(),
  id: id(),
  channelId: uuid('channel_id').notNull(),
  personId: uuid('person_id').notNull(),
  part: text('part').$type<'member' | 'moderator'>().notNull(),
  shownAs: text('shown_as'),
  joinedAt: writtenAt('joined_at'),
  leftAt: instant('left_at'),
  mutedUntil: instant('muted_until'),
  mutedBy: uuid('muted_by'),
});

export const messages = pgTable('messages', {
  officeId: officeId(),
  id: id(),
  position: bigint('position', { mode: 'number' }).generatedAlwaysAsIdentity(),
  conversationId: uuid('conversation_id').notNull(),
  authorId: uuid('author_id').notNull(),
  sealedFor: uuid('sealed_for').notNull(),
  body: bytes('body'),
  fileId: uuid('file_id'),
  postedAt: writtenAt('posted_at'),
  pinnedAt: instant('pinned_at'),
  pinnedBy: uuid('pinned_by'),
  deletedAt: instant('deleted_at'),
  deletedBy: uuid('deleted_by'),
});

export type ReportReason = 'mean' | 'sexual' | 'private' | 'selling' | 'worry' | 'other';

export const messageReports = pgTable('message_reports', {
  officeId: officeId(),
  id: id(),
  messageId: uuid('message_id').notNull(),
  reporterId: uuid('reporter_id').notNull(),
  reason: text('reason').$type<ReportReason>().notNull(),
  words: bytes('words'),
  reportedAt: writtenAt('reported_at'),
  handledAt: instant('handled_at'),
  handledBy: uuid('handled_by'),
  outcome: text('outcome').$type<'removed' | 'kept'>(),
});
