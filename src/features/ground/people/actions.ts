// The verbs of people: who exists here, in which roles, who coaches whom.
import { sql } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { recordEvent } from '../../../platform/events.ts';
import { type Actor, hashOfToken, newToken, type Role } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { personAdded, relationStarted, roleGranted, sessionEnded } from './events.ts';
import { persons, relations, roleGrants, sessions } from './tables.ts';

type NewPerson = Omit<typeof persons.$inferInsert, 'id' | 'officeId' | 'createdAt'>;

/** Adds a person to the office. Gives the new id. */
export async function addPerson(tx: Tx, actor: Actor | undefined, person: NewPerson): Promise<string> {
  const [row] = await tx.insert(persons).values(person).returning({ id: persons.id });
  if (!row) throw new Error('the person was not added');
  await recordEvent(tx, personAdded({ personId: row.id }), { actorId: actor?.personId });
  return row.id;
}

/** Gives a person a role from `startsOn`, in a unit or in the whole office. */
export async function grantRole(
  tx: Tx,
  actor: Actor | undefined,
  grant: {
    personId: string;
    role: Role;
    unitId?: string | null;
    startsOn: Temporal.PlainDate;
    endsOn?: Temporal.PlainDate | null;
  },
): Promise<void> {
  await tx.insert(roleGrants).values({ ...grant, grantedBy: actor?.personId ?? null });
  await recordEvent(tx, roleGranted({ personId: grant.personId, role: grant.role }), {
    actorId: actor?.personId,
  });
}

/** Starts a coach–client relation. Rights follow it from `startsOn` to `endsOn`. */
export async function startRelation(
  tx: Tx,
  actor: Actor | undefined,
  relation: {
    clientId: string;
    coachId: string;
    kind: 'own-coach' | 'substitute';
    startsOn: Temporal.PlainDate;
    endsOn?: Temporal.PlainDate | null;
  },
): Promise<void> {
  await tx.insert(relations).values({ ...relation, setBy: actor?.personId ?? null });
  await recordEvent(tx, relationStarted({ clientId: relation.clientId, coachId: relation.coachId }), {
    actorId: actor?.personId,
  });
}

export type SessionWay = (typeof sessions.$inferInsert)['way'];

/**
 * Starts a session with a new token (ASVS 5.0, 7.2.4) and gives the token, which is stored only as a hash.
 * Staff sessions last 8 hours and end after 30 idle minutes; clients' last 30 days on their own device.
 */
export async function startSession(
  tx: Tx,
  person: { personId: string; staff: boolean },
  how: { way: SessionWay; device: string },
): Promise<{ token: string; sessionId: string; expiresAt: Temporal.Instant }> {
  const token = newToken();
  const at = now();
  const expiresAt = at.add({ hours: person.staff ? 8 : 30 * 24 });
  const [row] = await tx
    .insert(sessions)
    .values({
      personId: person.personId,
      tokenHash: hashOfToken(token),
      way: how.way,
      device: how.device.slice(0, 120),
      startedAt: at,
      seenAt: at,
      expiresAt,
      idleMinutes: person.staff ? 30 : null,
      provedAt: at,
    })
    .returning({ id: sessions.id });
  if (!row) throw new Error('the session was not started');
  return { token, sessionId: row.id, expiresAt };
}

/** Ends the actor's own session. */
export async function endSession(tx: Tx, actor: Actor): Promise<void> {
  await tx.execute(sql`update sessions set ended_at = ${now().toString()}::timestamptz
    where office_id = ${tx.officeId} and id = ${actor.sessionId ?? null} and ended_at is null`);
  await recordEvent(tx, sessionEnded({ personId: actor.personId }), { actorId: actor.personId });
}
