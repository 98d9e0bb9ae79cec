// The one way to a transaction. The office (tenant) is set inside it and nowhere else, so a query outside an
// office cannot be written and a pooled connection never remembers whose it was.
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { type AccessEntry, writeAccess } from './access-log.ts';
import { askTogether } from './asked-together.ts';
import { NotFound } from './errors.ts';
import type { Outside } from './outside.ts';

/**
 * A transaction of one office. One connection carries its queries: those issued together (`Promise.all`) travel in one
 * message and are answered in their order; let only those that change nothing do so.
 * `outside` is what an action may reach beside the database; `accesses` are written just before commit.
 */
export type Tx = NodePgDatabase & {
  readonly officeId: string;
  readonly outside: Outside;
  readonly accesses: AccessEntry[];
};

export type InOffice = <T>(officeId: string, work: (tx: Tx) => Promise<T>) => Promise<T>;

const setOffice = `select set_config('app.office', $1, true)`;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether `value` has the form of our identifiers; anything else from a URL or a form is simply not there. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value);
}

/**
 * Gives `inOffice`: runs `work` in one transaction of one office. Everything commits together, or, when `work`
 * throws, nothing does. Throws NotFound for an office id of the wrong form.
 */
export function openTenancy(pool: pg.Pool, outside: Outside): InOffice {
  return async (officeId, work) => {
    if (!isId(officeId)) throw new NotFound('no such office');
    const client = await pool.connect();
    let broken: Error | undefined;
    // A connection can be lost while nothing is asked of it; unheard, that news would end the whole process.
    const hearOfLoss = (lost: Error) => {
      broken = lost;
    };
    client.on('error', hearOfLoss);
    const asked = askTogether(client);
    try {
      // They go with the first question of the work; if they fail, it fails with them.
      const opened = [asked.query('begin'), asked.query(setOffice, [officeId])];
      for (const one of opened) one.catch(() => {});
      const tx: Tx = Object.assign(drizzle({ client: asked.client }), {
        officeId,
        outside,
        accesses: [] as AccessEntry[],
      });
      const result = await work(tx);
      await Promise.all(opened);
      if (tx.accesses.length > 0) await writeAccess(tx);
      const ended = await asked.query('commit');
      // A swallowed database error turns COMMIT into a silent ROLLBACK; that must never pass as success.
      if (ended.command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back');
      return result;
    } catch (error) {
      asked.close();
      try {
        await client.query('rollback');
      } catch (lost) {
        broken = lost instanceof Error ? lost : new Error('connection lost');
      }
      throw error;
    } finally {
      asked.close();
      client.release(broken);
      client.off('error', hearOfLoss);
    }
  };
}
