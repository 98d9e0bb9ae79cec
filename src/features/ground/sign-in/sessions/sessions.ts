// Sessions: rows with hashed tokens. Everything about the person is asked anew on each request, so a changed right
// counts at once (ASVS 5.0, 8.3.2) and nothing about rights is ever cached beside the token.
import { sql } from 'drizzle-orm';
import { now, todayIn } from '../../../../platform/clock.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { recordEvent } from '../../../../platform/events.ts';
import { type Actor, hashOfToken, newToken, type Role, staffRoles } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { askForOffice } from '../../offices/door.ts';
import { sessionEnded, sessionStarted } from '../events.ts';
import { sessions } from '../tables.ts';
import { forgetDevice } from './devices.ts';

export type SessionWay = (typeof sessions.$inferInsert)['way'];

export type SessionStart = {
  way: SessionWay;
  /** The browser in words: "Chrome, Windows". */
  device: string;
  deviceId?: string | null;
  /** A computer that others use too: the session lasts as long as staff's. */
  shared?: boolean;
  /** False when the way itself proves nothing new (a link on a known device); a sensitive act then asks first. */
  proved?: boolean;
};

const staffHours = 8;
const staffIdleMinutes = 30;
const clientHours = 30 * 24;

/**
 * Starts a session with a new token (ASVS 5.0, 7.2.4) and gives the token, which is stored only as a hash. Sessions of
 * staff, and those on a shared computer, last 8 hours and end after 30 idle minutes; a client's own last 30 days.
 */
export async function startSession(
  tx: Tx,
  person: { personId: string; staff: boolean },
  how: SessionStart,
): Promise<{ token: string; sessionId: string; expiresAt: Temporal.Instant }> {
  const token = newToken();
  const at = now();
  const short = person.staff || how.shared === true;
  const expiresAt = at.add({ hours: short ? staffHours : clientHours });
  const [row] = await tx
    .insert(sessions)
    .values({
      personId: person.personId,
      tokenHash: hashOfToken(token),
      way: how.way,
      device: how.device.slice(0, 120),
      deviceId: how.deviceId ?? null,
      startedAt: at,
      seenAt: at,
      expiresAt,
      idleMinutes: short ? staffIdleMinutes : null,
      provedAt: how.proved === false ? null : at,
    })
    .returning({ id: sessions.id });
  if (!row) throw new Error('the session was not started');
  await recordEvent(tx, sessionStarted({ personId: person.personId, way: how.way }), {
    actorId: person.personId,
  });
  return { token, sessionId: row.id, expiresAt };
}

type SessionRow = {
  session_id: string;
  person_id: string;
  language: Actor['language'];
  preferred_name: string;
  proved_at: string | null;
  seen_at: string;
  only_reads: boolean;
  roles: { role: Role; unitId: string | null }[] | null;
};

/**
 * The person a session token belongs to, with the roles held today; undefined when the session is unknown, ended,
 * expired or idle too long, or the person has been deactivated or holds no role. A request that the browser makes
 * `byItself` does not lengthen the session.
 */
export async function actorOfSession(
  tx: Tx,
  token: string,
  requestId: string,
  about: { byItself: boolean } = { byItself: false },
): Promise<Actor | undefined> {
  const at = now();
  const found = tx.execute<SessionRow>(sql`
    select s.id as session_id, s.person_id, p.language, coalesce(p.preferred_name, p.given_name) as preferred_name,
      s.proved_at::text, s.seen_at::text, current_setting('transaction_read_only') = 'on' as only_reads,
      (select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id) order by g.starts_on)
         from role_grants g
        where g.office_id = s.office_id and g.person_id = s.person_id
          and g.starts_on <= ${todayIn().toString()}::date
          and (g.ends_on is null or g.ends_on >= ${todayIn().toString()}::date)) as roles
    from sessions s join persons p on p.office_id = s.office_id and p.id = s.person_id
    where s.office_id = ${tx.officeId} and s.token_hash = ${hashOfToken(token)}
      and s.ended_at is null and s.expires_at > ${at.toString()}::timestamptz and p.deactivated_at is null
      and (s.idle_minutes is null or s.seen_at > ${at.toString()}::timestamptz - make_interval(mins => s.idle_minutes))`);
  const [{ rows }] = await Promise.all([found, askForOffice(tx)]);
  const row = rows[0];
  if (!row) return undefined;
  if (!about.byItself) await touch(tx, row, at);
  const roles = row.roles ?? [];
  const acting = roles.find((held) => staffRoles.includes(held.role)) ?? roles[0];
  if (!acting) return undefined;
  return {
    officeId: tx.officeId,
    personId: row.person_id,
    sessionId: row.session_id,
    roles,
    actingAs: acting.role,
    ...(acting.unitId ? { unitId: acting.unitId } : {}),
    language: row.language,
    preferredName: row.preferred_name,
    requestId,
    ...(about.byItself ? { byItself: true } : {}),
    ...(row.proved_at ? { provedAt: Temporal.Instant.from(row.proved_at) } : {}),
  };
}

// The time last seen is kept to the minute: a write on every page would cost more than it tells.
async function touch(tx: Tx, row: SessionRow, at: Temporal.Instant): Promise<void> {
  // While the disk is full people can still read what is theirs.
  if (row.only_reads) return;
  if (at.since(Temporal.Instant.from(row.seen_at)).total('minutes') < 1) return;
  await tx.execute(sql`update sessions set seen_at = ${at.toString()}::timestamptz
    where office_id = ${tx.officeId} and id = ${row.session_id}`);
}

/** Of these sessions, those that still count; the same conditions as for a request. Asked before a hint goes out. */
export async function openSessions(tx: Tx, sessionIds: readonly string[]): Promise<Set<string>> {
  const at = now().toString();
  const { rows } = await tx.execute<{ id: string }>(sql`
    select s.id from sessions s join persons p on p.office_id = s.office_id and p.id = s.person_id
    where s.office_id = ${tx.officeId}
      and s.id in (select jsonb_array_elements_text(${JSON.stringify(sessionIds)}::jsonb)::uuid)
      and s.ended_at is null and s.expires_at > ${at}::timestamptz and p.deactivated_at is null
      and (s.idle_minutes is null or s.seen_at > ${at}::timestamptz - make_interval(mins => s.idle_minutes))`);
  return new Set(rows.map((row) => row.id));
}

/** Ends the actor's own session. */
export async function endSession(tx: Tx, actor: Actor): Promise<void> {
  await tx.execute(sql`update sessions set ended_at = ${now().toString()}::timestamptz
    where office_id = ${tx.officeId} and id = ${actor.sessionId ?? null} and ended_at is null`);
  await recordEvent(tx, sessionEnded({ personId: actor.personId }), { actorId: actor.personId });
}

/** Ends one session and makes its browser a stranger. */
export async function endSessionRow(tx: Tx, session: typeof sessions.$inferSelect): Promise<void> {
  await tx.execute(sql`update sessions set ended_at = ${now().toString()}::timestamptz
    where office_id = ${tx.officeId} and id = ${session.id} and ended_at is null`);
  if (session.deviceId) await forgetDevice(tx, session.deviceId);
  await recordEvent(tx, sessionEnded({ personId: session.personId }), { actorId: session.personId });
}

/**
 * The person has proved again who they are: sensitive acts are open for a while. The session gets a new token
 * (ASVS 5.0, 7.2.4), which is given; the old one ends.
 */
export async function proveSession(
  tx: Tx,
  actor: Actor,
): Promise<{ token: string; seconds: number | undefined }> {
  const token = newToken();
  const at = now();
  const { rows } = await tx.execute<{ expires_at: string; idle_minutes: number | null }>(sql`
    update sessions set token_hash = ${hashOfToken(token)}, proved_at = ${at.toString()}::timestamptz
    where office_id = ${tx.officeId} and id = ${actor.sessionId ?? null} and ended_at is null
    returning expires_at::text, idle_minutes`);
  const row = rows[0];
  if (!row) throw new NotFound('session');
  const left = Temporal.Instant.from(row.expires_at).since(at).total('seconds');
  return { token, seconds: row.idle_minutes === null ? Math.floor(left) : undefined };
}

/** Ends everything of the actor but this session and this browser. */
export async function endOtherSessions(tx: Tx, actor: Actor): Promise<void> {
  const at = now().toString();
  const mine = actor.sessionId ?? null;
  await tx.execute(sql`update known_devices set revoked_at = ${at}::timestamptz
    where office_id = ${tx.officeId} and person_id = ${actor.personId} and revoked_at is null
      and id is distinct from (select device_id from sessions where office_id = ${tx.officeId} and id = ${mine})`);
  await tx.execute(sql`update sessions set ended_at = ${at}::timestamptz
    where office_id = ${tx.officeId} and person_id = ${actor.personId} and ended_at is null and id <> ${mine}`);
  await endLinksAndCodes(tx, actor.personId, at);
  await recordEvent(tx, sessionEnded({ personId: actor.personId }), { actorId: actor.personId });
}

async function endLinksAndCodes(tx: Tx, personId: string, at: string): Promise<void> {
  await tx.execute(sql`update personal_links set revoked_at = ${at}::timestamptz
    where office_id = ${tx.officeId} and person_id = ${personId} and revoked_at is null`);
  await tx.execute(sql`update sign_in_codes set used_at = ${at}::timestamptz
    where office_id = ${tx.officeId} and person_id = ${personId} and used_at is null`);
}

/**
 * Ends everything by which a person is or could come in without being asked anew: sessions, known devices, open codes
 * and links. For a deactivated person and for "somebody else has my phone".
 */
export async function endAllSessions(tx: Tx, personId: string): Promise<void> {
  const at = now().toString();
  await tx.execute(sql`update sessions set ended_at = ${at}::timestamptz
    where office_id = ${tx.officeId} and person_id = ${personId} and ended_at is null`);
  await tx.execute(sql`update known_devices set revoked_at = ${at}::timestamptz
    where office_id = ${tx.officeId} and person_id = ${personId} and revoked_at is null`);
  await endLinksAndCodes(tx, personId, at);
  await recordEvent(tx, sessionEnded({ personId }));
}
