// What a client does in a day and what a coach marks: hellos, plan, diary, contacts, presence. Each is one row, and the
// first sign of any kind ends a silence.
import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { noteAccess } from '../../../platform/access-log.ts';
import { now } from '../../../platform/clock.ts';
import { sealText } from '../../../platform/encryption.ts';
import { NotFound } from '../../../platform/errors.ts';
import { recordEvent } from '../../../platform/events.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type Day, topicsOfClient } from '../enrolments/door.ts';
import { dayContacted, dayGreeted, dayPlanned, dayPresenceNoted, diaryWritten } from './events.ts';
import type { ContactFact, Hello } from './evidence.ts';
import { dayContacts, dayHellos, dayPlans, dayPresences, diaries } from './tables.ts';

type DayBrief = Pick<Day, 'id' | 'clientId'>;

/** Notes a sign of being there. A hello a day in each way; the same again has no effect. */
export async function sayHello(tx: Tx, byId: string, day: DayBrief, way: Hello['way']): Promise<void> {
  const said = await tx
    .insert(dayHellos)
    .values({ dayId: day.id, saidAt: now(), way, notedBy: byId })
    .onConflictDoNothing()
    .returning({ id: dayHellos.id });
  if (said.length === 0) return;
  await endSilence(tx, day);
  const event = dayGreeted({ dayId: day.id, clientId: day.clientId, way });
  await recordEvent(tx, event, { actorId: byId, topics: await topicsOfClient(tx, day.clientId) });
}

/** Something has been heard: whoever was silent is so no longer. */
export async function endSilence(tx: Tx, day: DayBrief): Promise<void> {
  await tx.execute(sql`update days set silence_ended_at = ${now().toString()}::timestamptz
    where office_id = ${tx.officeId} and id = ${day.id} and silent_since is not null and silence_ended_at is null`);
}

/** Writes the plan of a day: picked templates by their code words, and one line of one's own. A new one replaces it. */
export async function writePlan(
  tx: Tx,
  actor: Actor,
  day: DayBrief,
  plan: { templates: readonly string[]; words: string | undefined },
): Promise<void> {
  const id = randomUUID();
  const place = { personId: day.clientId, table: 'day_plans', column: 'words', rowId: id };
  await tx.insert(dayPlans).values({
    id,
    dayId: day.id,
    templates: [...plan.templates],
    words: plan.words ? await sealText(tx, place, plan.words) : null,
    writtenAt: now(),
  });
  await heard(tx, actor, day, dayPlanned({ dayId: day.id, clientId: day.clientId }));
}

/** Writes the diary of a day: a few words, how it was (1–5), or both. A new entry replaces the earlier one on pages. */
export async function writeDiary(
  tx: Tx,
  actor: Actor,
  day: DayBrief,
  entry: { words: string | undefined; mood: number | undefined },
): Promise<void> {
  const id = randomUUID();
  const place = { personId: day.clientId, table: 'diaries', column: 'words', rowId: id };
  await tx.insert(diaries).values({
    id,
    dayId: day.id,
    words: entry.words ? await sealText(tx, place, entry.words) : null,
    mood: entry.mood ?? null,
    writtenAt: now(),
  });
  await heard(tx, actor, day, diaryWritten({ dayId: day.id, clientId: day.clientId }));
}

async function heard(tx: Tx, actor: Actor, day: DayBrief, event: Parameters<typeof recordEvent>[1]) {
  await endSilence(tx, day);
  await recordEvent(tx, event, {
    actorId: actor.personId,
    topics: await topicsOfClient(tx, day.clientId),
  });
}

/** A coach tried to reach a client during the day; `reached` tells whether they spoke. */
export async function noteContact(
  tx: Tx,
  actor: Actor,
  day: DayBrief,
  contact: { way: ContactFact['way']; reached: boolean },
): Promise<void> {
  await tx.insert(dayContacts).values({ dayId: day.id, coachId: actor.personId, at: now(), ...contact });
  if (contact.reached) await endSilence(tx, day);
  noteMark(tx, actor, day, 'created');
  await recordEvent(tx, dayContacted({ dayId: day.id, clientId: day.clientId }), {
    actorId: actor.personId,
    topics: await topicsOfClient(tx, day.clientId),
  });
}

/** A coach saw the client at the place or on the phone from one instant to another. Gives the mark's id. */
export async function notePresence(
  tx: Tx,
  actor: Actor,
  day: DayBrief,
  seen: { way: 'on-site' | 'phone'; fromAt: Temporal.Instant; toAt: Temporal.Instant },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insert(dayPresences)
    .values({ id, dayId: day.id, notedBy: actor.personId, notedAt: now(), ...seen });
  await endSilence(tx, day);
  noteMark(tx, actor, day, 'created');
  await recordEvent(tx, dayPresenceNoted({ dayId: day.id, clientId: day.clientId }), {
    actorId: actor.personId,
    topics: await topicsOfClient(tx, day.clientId),
  });
  return id;
}

/** Takes a mark of presence back. Throws NotFound when it is not that day's, or has been taken back. */
export async function withdrawPresence(
  tx: Tx,
  actor: Actor,
  day: DayBrief,
  presenceId: string,
): Promise<void> {
  const gone = await tx
    .update(dayPresences)
    .set({ withdrawnAt: now(), withdrawnBy: actor.personId })
    .where(
      and(
        eq(dayPresences.officeId, tx.officeId),
        eq(dayPresences.id, presenceId),
        eq(dayPresences.dayId, day.id),
        sql`${dayPresences.withdrawnAt} is null`,
      ),
    )
    .returning({ id: dayPresences.id });
  if (gone.length === 0) throw new NotFound('presence');
  noteMark(tx, actor, day, 'deleted');
  await recordEvent(tx, dayPresenceNoted({ dayId: day.id, clientId: day.clientId }), {
    actorId: actor.personId,
    topics: await topicsOfClient(tx, day.clientId),
  });
}

function noteMark(tx: Tx, actor: Actor, day: DayBrief, act: 'created' | 'deleted'): void {
  noteAccess(tx, {
    actor,
    personId: day.clientId,
    act,
    subject: 'day-mark',
    subjectId: day.id,
    purpose: 'coaching',
  });
}
