// A meeting of which a coach told that it happened speaks for the day, in the way in which it really took place. Told
// again, the earlier mark is taken back: the latest word holds, and nothing counts twice.
import { and, eq, isNull } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { ensureDay, topicsOfClient } from '../enrolments/door.ts';
import { endSilence } from './day-actions.ts';
import { dayPresenceNoted } from './events.ts';
import type { Way } from './rules.ts';
import { dayPresences } from './tables.ts';

export type ToldMeeting = {
  /** The booking or the place in a queue. */
  sourceId: string;
  clientId: string;
  way: Way;
  fromAt: Temporal.Instant;
  toAt: Temporal.Instant;
  /** The call room that it had; what was measured there counts instead. */
  roomId: string | null;
  toldBy: string;
};

/** Brings the evidence of a day into line with what has been told of a meeting. Safe to repeat. */
export async function keepMeeting(tx: Tx, told: ToldMeeting): Promise<void> {
  if (Temporal.Instant.compare(told.fromAt, told.toAt) >= 0) return forgetMeeting(tx, told);
  const [known] = await tx
    .select()
    .from(dayPresences)
    .where(and(eq(dayPresences.officeId, tx.officeId), standing(told.sourceId)))
    .limit(1);
  const same =
    known?.way === told.way &&
    known.fromAt.equals(told.fromAt) &&
    known.toAt.equals(told.toAt) &&
    known.roomId === told.roomId;
  if (same) return;
  if (known) await forgetMeeting(tx, told);
  const { timeZone } = await thisOffice(tx);
  const on = told.fromAt.toZonedDateTimeISO(timeZone).toPlainDate();
  // Whoever is in no service that day has no day for which it could speak.
  const day = await ensureDay(tx, told.clientId, on);
  if (!day) return;
  await tx.insert(dayPresences).values({
    dayId: day.id,
    way: told.way,
    fromAt: told.fromAt,
    toAt: told.toAt,
    sourceId: told.sourceId,
    roomId: told.roomId,
    notedBy: told.toldBy,
    notedAt: now(),
  });
  await endSilence(tx, day);
  await recordEvent(tx, dayPresenceNoted({ dayId: day.id, clientId: told.clientId }), {
    actorId: told.toldBy,
    topics: await topicsOfClient(tx, told.clientId),
  });
}

/** The meeting did not happen after all: it speaks for nothing any more. */
export async function forgetMeeting(
  tx: Tx,
  { sourceId, clientId, toldBy }: Pick<ToldMeeting, 'sourceId' | 'clientId' | 'toldBy'>,
): Promise<void> {
  const gone = await tx
    .update(dayPresences)
    .set({ withdrawnAt: now(), withdrawnBy: toldBy })
    .where(and(eq(dayPresences.officeId, tx.officeId), standing(sourceId)))
    .returning({ dayId: dayPresences.dayId });
  for (const { dayId } of gone)
    await recordEvent(tx, dayPresenceNoted({ dayId, clientId }), {
      actorId: toldBy,
      topics: await topicsOfClient(tx, clientId),
    });
}

const standing = (sourceId: string) =>
  and(eq(dayPresences.sourceId, sourceId), isNull(dayPresences.withdrawnAt));
