// Paths to start from: the office's own, and the usual one that comes with the house.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import type { PathStep } from './content.ts';
import { pathTemplates } from './tables.ts';

/** Templates in use, by name, at most 100. */
export async function pathTemplatesOf(tx: Tx) {
  return tx
    .select()
    .from(pathTemplates)
    .where(and(eq(pathTemplates.officeId, tx.officeId), isNull(pathTemplates.removedAt)))
    .orderBy(sql`lower(${pathTemplates.name})`, pathTemplates.id)
    .limit(100);
}

/** One template in use; undefined when there is none. */
export async function pathTemplateById(tx: Tx, id: string) {
  const [template] = await tx
    .select()
    .from(pathTemplates)
    .where(
      and(eq(pathTemplates.officeId, tx.officeId), eq(pathTemplates.id, id), isNull(pathTemplates.removedAt)),
    )
    .limit(1);
  return template;
}

/** Keeps a path to start others from. Gives its id. */
export async function savePathTemplate(
  tx: Tx,
  actor: Actor | undefined,
  template: { name: string; steps: readonly PathStep[] },
): Promise<string> {
  const [row] = await tx
    .insert(pathTemplates)
    .values({ name: template.name, steps: [...template.steps], madeBy: actor?.personId ?? null })
    .returning({ id: pathTemplates.id });
  if (!row) throw new Error('the template was not kept');
  return row.id;
}

/** Takes a template out of use; paths that were started from it stay as they are. */
export async function removePathTemplate(tx: Tx, id: string): Promise<void> {
  await tx
    .update(pathTemplates)
    .set({ removedAt: now() })
    .where(and(eq(pathTemplates.officeId, tx.officeId), eq(pathTemplates.id, id)));
}
