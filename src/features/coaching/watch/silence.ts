// The minute's round through an office: the message of the morning, and whoever is silent. Every mark is set where it
// was not yet, so two workers at once, or a round that is repeated, tell nobody twice.
import { sql } from 'drizzle-orm';
import { now, nowIn } from '../../../platform/clock.ts';
import { recordEvent } from '../../../platform/events.ts';
import { shortTime } from '../../../platform/language.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { type GroupSession, groupsOfClients, sessionsOn } from '../../contact/groups/door.ts';
import { notify } from '../../ground/notices/door.ts';
import { closedDaysBetween, settingInForce, thisOffice } from '../../ground/offices/door.ts';
import { personById } from '../../ground/people/door.ts';
import { evidenceOf, startsWithoutProgramme, timeOfSetting } from '../days/door.ts';
import { topicsOfClient } from '../enrolments/door.ts';
import { daySilenceToldOn, daySilent } from './events.ts';
import { morningMessage } from './notices.ts';
import { type DayHours, hoursOfDay } from './rules.ts';
import { morningBeforeMinutes, silentAfterMinutes, toldOnAfterMinutes } from './settings.ts';

type Waiting = { id: string; clientId: string; hours: DayHours };

/** One round in one office. Does nothing on a closed day. */
export async function watchDay(tx: Tx): Promise<void> {
  const { timeZone } = await thisOffice(tx);
  const here = nowIn(timeZone);
  const today = here.toPlainDate();
  const quiet = await unheardToday(tx, today);
  const silent = await silentLong(tx, today);
  if (quiet.length === 0 && silent.length === 0) return;
  if ((await closedDaysBetween(tx, today, today)).length > 0) return;
  const waiting = await withHours(tx, quiet, today, timeZone);
  await sendMornings(tx, waiting, today, timeZone);
  await markSilent(tx, waiting, today);
  await tellOn(tx, silent);
}

type Quiet = { id: string; client_id: string; expected_minutes: number };

// Days of today on which nothing has been heard, told or confirmed.
async function unheardToday(tx: Tx, today: Temporal.PlainDate): Promise<Quiet[]> {
  const { rows } = await tx.execute<Quiet>(sql`
    select d.id, d.client_id, d.expected_minutes from days d
    join persons p on p.office_id = d.office_id and p.id = d.client_id and p.deactivated_at is null
    where d.office_id = ${tx.officeId} and d.day = ${today.toString()}::date
      and d.class is null and d.silent_since is null
      and not exists (select 1 from day_hellos t where t.office_id = d.office_id and t.day_id = d.id)
      and not exists (select 1 from absences t where t.office_id = d.office_id and t.day_id = d.id
        and t.withdrawn_at is null)
      and not exists (select 1 from own_works t where t.office_id = d.office_id and t.day_id = d.id)
      and not exists (select 1 from day_plans t where t.office_id = d.office_id and t.day_id = d.id)
      and not exists (select 1 from diaries t where t.office_id = d.office_id and t.day_id = d.id)
      and not exists (select 1 from day_presences t where t.office_id = d.office_id and t.day_id = d.id
        and t.withdrawn_at is null)
      and not exists (select 1 from day_contacts t where t.office_id = d.office_id and t.day_id = d.id and t.reached)
    order by d.id limit 5000`);
  return rows;
}

async function withHours(
  tx: Tx,
  quiet: readonly Quiet[],
  today: Temporal.PlainDate,
  zone: string,
): Promise<Waiting[]> {
  const groups = await groupsOfClients(
    tx,
    quiet.map((row) => row.client_id),
    today,
  );
  const sessions = new Map<string, GroupSession[]>();
  for (const groupId of new Set([...groups.values()].flat()))
    sessions.set(groupId, await sessionsOn(tx, { groupId }, today));
  const usual = timeOfSetting((await settingInForce(tx, startsWithoutProgramme, today)).value);
  const startsAt = today.toZonedDateTime({ timeZone: zone, plainTime: usual }).toInstant();
  return quiet.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    hours: hoursOfDay(
      (groups.get(row.client_id) ?? []).flatMap((groupId) => sessions.get(groupId) ?? []),
      { startsAt, minutes: row.expected_minutes },
    ),
  }));
}

async function sendMornings(tx: Tx, waiting: readonly Waiting[], today: Temporal.PlainDate, zone: string) {
  const { value: before } = await settingInForce(tx, morningBeforeMinutes, today);
  if (before === 0) return;
  const at = now();
  const due = waiting.filter(
    ({ hours }) =>
      Temporal.Instant.compare(hours.startsAt.subtract({ minutes: before }), at) <= 0 &&
      Temporal.Instant.compare(at, hours.startsAt) < 0,
  );
  for (const { id, clientId, hours } of due) {
    const { rows } = await tx.execute(sql`update days set morning_told_at = ${at.toString()}::timestamptz
      where office_id = ${tx.officeId} and id = ${id} and morning_told_at is null returning id`);
    const person = rows.length > 0 ? await personById(tx, clientId) : undefined;
    if (!person) continue;
    const time = shortTime(person.language, hours.startsAt.toZonedDateTimeISO(zone).toPlainTime());
    await notify(tx, clientId, morningMessage, { dayId: id, time }, { once: id });
  }
}

async function markSilent(tx: Tx, waiting: readonly Waiting[], today: Temporal.PlainDate): Promise<void> {
  const { value: after } = await settingInForce(tx, silentAfterMinutes, today);
  const at = now();
  const late = waiting.filter(
    ({ hours }) =>
      Temporal.Instant.compare(hours.startsAt.add({ minutes: after }), at) <= 0 &&
      Temporal.Instant.compare(at, hours.endsAt) < 0,
  );
  // A room says hello by a reaction, which may be on its way: whoever is in one is not silent.
  const facts = await evidenceOf(
    tx,
    late.map((one) => one.id),
  );
  for (const { id, clientId } of late) {
    if ((facts.get(id)?.live.length ?? 0) > 0) continue;
    const { rows } = await tx.execute(sql`update days set silent_since = ${at.toString()}::timestamptz
      where office_id = ${tx.officeId} and id = ${id} and silent_since is null returning id`);
    if (rows.length === 0) continue;
    await recordEvent(tx, daySilent({ dayId: id, clientId }), {
      topics: await topicsOfClient(tx, clientId),
    });
  }
}

type Long = { id: string; client_id: string; silent_since: string };

// Silent days of today about which nobody has tried to be in touch.
async function silentLong(tx: Tx, today: Temporal.PlainDate): Promise<Long[]> {
  const { rows } = await tx.execute<Long>(sql`
    select d.id, d.client_id, d.silent_since::text from days d
    where d.office_id = ${tx.officeId} and d.day = ${today.toString()}::date and d.class is null
      and d.silent_since is not null and d.silence_ended_at is null and d.silence_told_on_at is null
      and not exists (select 1 from day_contacts t where t.office_id = d.office_id and t.day_id = d.id)
    order by d.id limit 5000`);
  return rows;
}

async function tellOn(tx: Tx, silent: readonly Long[]): Promise<void> {
  if (silent.length === 0) return;
  const { timeZone } = await thisOffice(tx);
  const { value: after } = await settingInForce(tx, toldOnAfterMinutes, nowIn(timeZone).toPlainDate());
  const at = now();
  for (const { id, client_id: clientId, silent_since: since } of silent) {
    if (Temporal.Instant.compare(Temporal.Instant.from(since).add({ minutes: after }), at) > 0) continue;
    const { rows } = await tx.execute(sql`update days set silence_told_on_at = ${at.toString()}::timestamptz
      where office_id = ${tx.officeId} and id = ${id} and silence_told_on_at is null returning id`);
    if (rows.length === 0) continue;
    await recordEvent(tx, daySilenceToldOn({ dayId: id, clientId }), {
      topics: await topicsOfClient(tx, clientId),
    });
  }
}
