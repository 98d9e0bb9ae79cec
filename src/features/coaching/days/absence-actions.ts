// "I can't today", calls for help, and the one message against a confirmation: the client's own words.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { now } from '../../../platform/clock.ts';
import { sealText } from '../../../platform/encryption.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type AbsenceClass, type Day, topicsOfClient } from '../enrolments/door.ts';
import { endSilence } from './day-actions.ts';
import { absenceTold, absenceWithdrawn } from './events.ts';
import { absences } from './tables.ts';

/**
 * Tells that a client cannot take part on a day. Told by the client, or by a coach whom the client called. What was
 * told before is replaced. The coach's confirmation is another matter.
 */
export async function tellAbsence(
  tx: Tx,
  actor: Actor,
  day: Day,
  absence: { class: AbsenceClass; words: string | undefined },
): Promise<void> {
  await withdrawStanding(tx, day);
  const id = randomUUID();
  const place = { personId: day.clientId, table: 'absences', column: 'words', rowId: id };
  await tx.insert(absences).values({
    id,
    dayId: day.id,
    class: absence.class,
    words: absence.words ? await sealText(tx, place, absence.words) : null,
    toldBy: actor.personId,
    toldAt: now(),
  });
  if (actor.personId !== day.clientId)
    noteAccess(tx, {
      actor,
      personId: day.clientId,
      act: 'created',
      subject: 'absence',
      subjectId: day.id,
      purpose: 'coaching',
    });
  await endSilence(tx, day);
  await recordEvent(tx, absenceTold({ dayId: day.id, clientId: day.clientId }), {
    actorId: actor.personId,
    topics: await topicsOfClient(tx, day.clientId),
  });
}

/** Takes back what was told of an absence: the client can take part after all. Nothing when nothing stands. */
export async function withdrawAbsence(tx: Tx, actor: Actor, day: Day): Promise<void> {
  if (!(await withdrawStanding(tx, day))) return;
  await recordEvent(tx, absenceWithdrawn({ dayId: day.id, clientId: day.clientId }), {
    actorId: actor.personId,
    topics: await topicsOfClient(tx, day.clientId),
  });
}

async function withdrawStanding(tx: Tx, day: Day): Promise<boolean> {
  // Two pages at once: the row of the day keeps them in turn.
  await tx.execute(
    sql`select id from days where office_id = ${tx.officeId} and id = ${day.id} for no key update`,
  );
  const { rows } = await tx.execute(sql`update absences set withdrawn_at = ${now().toString()}::timestamptz
    where office_id = ${tx.officeId} and day_id = ${day.id} and withdrawn_at is null returning id`);
  return rows.length > 0;
}
