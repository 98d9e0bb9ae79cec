// Carries words between the browsers of one room.
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/tenancy.ts';
import type { Visit } from './access.ts';
import { tellRoom } from './hints.ts';
import { roomSignals, roomVisits } from './tables.ts';

export type Signal = { sequence: number; to: string; toLine: number; body: string };

/**
 * Passes a page's signals on to other visits that are in the same room. Those to anybody else are dropped; one sent
 * again after a lost answer is the same signal. The room's row must be locked.
 */
export async function sendSignals(
  tx: Tx,
  visit: Visit,
  line: number,
  signals: readonly Signal[],
): Promise<void> {
  const inside = await tx
    .select({ id: roomVisits.id })
    .from(roomVisits)
    .where(
      and(
        eq(roomVisits.officeId, tx.officeId),
        eq(roomVisits.roomId, visit.roomId),
        inArray(roomVisits.id, [...new Set(signals.map((one) => one.to))]),
        isNull(roomVisits.leftAt),
        sql`${roomVisits.admittedAt} is not null`,
      ),
    );
  const known = new Set(inside.map((row) => row.id));
  const sent = signals.filter((one) => known.has(one.to) && one.to !== visit.id);
  if (sent.length === 0) return;
  await tx
    .insert(roomSignals)
    .values(
      sent.map((one) => ({
        roomId: visit.roomId,
        fromVisitId: visit.id,
        fromLine: line,
        toVisitId: one.to,
        toLine: one.toLine,
        sequence: one.sequence,
        body: one.body,
      })),
    )
    .onConflictDoNothing();
  await tellRoom(tx, visit.roomId);
}
