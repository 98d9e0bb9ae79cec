// What becomes of somebody's files when they are erased.
import { sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { reaction } from '../../../platform/events.ts';
import { personErased } from '../people/events.ts';
import { keyOf } from './places.ts';

export const reactions = [
  // The bodies go from the store here and now: nobody can open them any more, so a rollback loses nothing.
  reaction(personErased, 'removeFilesOfErased', async (tx, { payload: { personId } }) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      update files set removed_at = coalesce(removed_at, ${now().toString()}::timestamptz)
       where office_id = ${tx.officeId} and person_id = ${personId} returning id`);
    for (const { id } of rows) await tx.outside.files.remove(keyOf(tx, id));
  }),
] as const;
