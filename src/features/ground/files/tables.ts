import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, id, instant, officeId, writtenAt } from '../../../platform/columns.ts';
import type { FileKind } from '../../../platform/file-kinds.ts';

export const files = pgTable('files', {
  officeId: officeId(),
  id: id(),
  personId: uuid('person_id').notNull(),
  purpose: text('purpose').notNull(),
  kind: text('kind').$type<FileKind>().notNull(),
  mime: text('mime').notNull(),
  name: bytes('name').notNull(),
  bytes: integer('bytes').notNull(),
  width: integer('width'),
  height: integer('height'),
  addedBy: uuid('added_by').notNull(),
  addedAt: writtenAt('added_at'),
  removedAt: instant('removed_at'),
});
