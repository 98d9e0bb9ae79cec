// Weeks of remote coaching days written straight into the tables, so that pages can be looked at with six
// weeks of history behind them and with a hundred times that. Foreign keys are not checked while writing:
// it is a scratch database.
import { Client } from 'pg';

export type History = {
  officeId: string;
  coachIds: readonly string[];
  /** Clients of each coach, who make one group. */
  clientsEach: number;
  weeks: number;
};

const title = `'{"fi":"Yhteinen aamu","sv":"Gemensam morgon","en":"Morning together"}'::jsonb`;

/** Writes the history as the superuser of the scratch database, then lets the planner count. */
export async function writeHistory(adminUrl: string, history: History): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(`set session_replication_role = replica; set synchronous_commit = off`);
    await admin.query(`select set_config('app.office', $1, false)`, [history.officeId]);
    await writePeople(admin, history);
    await writeDays(admin, history.weeks);
    for (const statement of aboutDays) await admin.query(statement);
    for (const statement of toOneAnother) await admin.query(statement);
    await writeSessions(admin, history.weeks);
    for (const statement of inRooms) await admin.query(statement);
    for (const statement of nowAndThen(history.weeks)) await admin.query(statement);
    for (const statement of toPayers) await admin.query(statement);
    await admin.query('vacuum analyze');
  } finally {
    await admin.end();
  }
}

async function writePeople(admin: Client, history: History): Promise<void> {
  await admin.query(
    `create temporary table load_clients as
     select uuidv7() as id, c.id as coach_id, uuidv7() as enrolment_id, g.group_id, row_number() over () as n
     from (select id, gen_random_uuid() as group_id from unnest($1::uuid[]) as c(id)) g
     join unnest($1::uuid[]) as c(id) on c.id = g.id, generate_series(1, $2) as k`,
    [history.coachIds, history.clientsEach],
  );
  const since = `current_date - ${history.weeks * 7 + 7}`;
  const name = `'{"fi":"Nuorten työpaja","sv":"Ungdomsverkstad","en":"Youth workshop"}'::jsonb`;
  await admin.query(`
    create temporary table load_service as select uuidv7() as id;
    insert into services (id, name, kind) select id, ${name}, 'youth-workshop' from load_service;
    insert into attendance_rules (service_id, valid_from, rule, agreement) select id, '2000-01-01',
      '{"minimumMinutes":240,"liveWeight":{"video":1,"voice":1,"text":1,"on-site":1,"phone":1},
        "ownWorkWeight":{"proved":1,"unproved":1},"ownWorkCapMinutes":180,"diaryMinutes":15,
        "contactMinutes":10,"contactCapMinutes":20}'::jsonb, 'Sopimus' from load_service;
    insert into persons (id, given_name, family_name, phone)
      select id, 'Asiakas', 'N' || n, '+358401234567' from load_clients;
    insert into role_grants (person_id, role, starts_on) select id, 'client', ${since} from load_clients;
    insert into relations (client_id, coach_id, kind, starts_on)
      select id, coach_id, 'own-coach', ${since} from load_clients;
    insert into groups (id, name) select distinct group_id, 'Aamuryhmä' from load_clients;
    insert into group_coaches (group_id, coach_id, starts_on)
      select distinct group_id, coach_id, ${since} from load_clients;
    insert into group_memberships (group_id, client_id, joins_on) select group_id, id, ${since} from load_clients;
    insert into enrolments (id, client_id, service_id, group_id, starts_on, ends_on, weekdays, day_minutes, payer, benefit)
      select c.id, l.id, s.id, l.group_id, ${since}, current_date + 200, array[1, 2, 3, 4, 5, 6, 7], 240, 'kela',
        'expense-allowance'
      from load_clients l, load_service s, lateral (select l.enrolment_id as id) c`);
}

/** Four days a week until yesterday, and today. */
async function writeDays(admin: Client, weeks: number): Promise<void> {
  await admin.query(`
    insert into days (client_id, enrolment_id, day, expected_minutes)
    select l.id, l.enrolment_id, d.day, 240 from load_clients l,
      (select current_date - n as day from generate_series(1, ${weeks * 7}) as n
        where extract(isodow from current_date - n) < 5 union select current_date) d;
    create temporary table load_days as
      select id, client_id, day, row_number() over () as n from days where day < current_date;
    analyze load_days`);
}

/** What happens on a day: a hello, a plan, own work, a diary, now and then a call. */
const aboutDays = [
  `insert into day_hellos (day_id, said_at, way, noted_by)
     select id, day + time '08:55', 'page', client_id from load_days`,
  `insert into day_plans (day_id, templates, written_at) select id, '{}', day + time '09:20' from load_days`,
  `insert into own_works (day_id, words, minutes, written_at) select id, '\\x00', 120, day + time '11:40' from load_days`,
  `insert into own_work_proofs (own_work_id, file_id) select id, gen_random_uuid() from own_works`,
  `insert into day_presences (day_id, way, from_at, to_at, noted_by, noted_at)
     select id, 'on-site', day + time '09:00', day + time '10:00', client_id, day + time '10:00'
     from load_days where n % 7 = 0`,
  `insert into diaries (day_id, mood, written_at) select id, 4, day + time '14:10' from load_days`,
  `insert into day_contacts (day_id, coach_id, way, reached, at)
     select id, client_id, 'call', true, day + time '12:00' from load_days where n % 5 = 0`,
  `insert into absences (day_id, class, told_by, told_at)
     select id, 'own-illness', client_id, day + time '08:30' from load_days where n % 25 = 0`,
  `insert into help_requests (client_id, day_id, kind, asked_at, handled_at, outcome)
     select client_id, id, 'technology', day + time '09:05', day + time '09:30', 'solved' from load_days where n % 30 = 0`,
  `insert into device_checks (person_id, checked_at, microphone, camera, speaker, network)
     select client_id, day + time '08:50', 'good', 'good', 'good', 'good' from load_days where n % 10 = 0`,
  `insert into access_log (actor_id, actor_role, person_id, act, subject, purpose, at)
     select c.coach_id, 'coach', d.client_id, 'read', 'board', 'coaching', d.day + time '09:00'
     from load_days d join load_clients c on c.id = d.client_id`,
  // Yesterday and the day before wait for confirmation; everything older has been confirmed.
  `insert into confirmations (day_id, sequence, class, minutes, suggested, confirmed_by, confirmed_at)
     select id, 1, case when n % 25 = 0 then 'own-illness' else 'attended' end, case when n % 25 = 0 then 0 else 240 end,
       'counts', client_id, day + time '15:00' from load_days where day < current_date - 2`,
  `update days set class = c.class, confirmed_at = c.confirmed_at from confirmations c where c.day_id = days.id`,
  // Now and then the client wrote that it was not so, and got an answer.
  `insert into objections (day_id, confirmation_id, words, made_at, answered_at, answered_by)
     select d.id, c.id, '\\x00', d.day + time '17:00', d.day + time '18:00', c.confirmed_by
     from load_days d join confirmations c on c.day_id = d.id where d.n % 5 = 0`,
] as const;

/** Each day the client writes to the coach, who has read all but the last three. */
const toOneAnother = [
  `insert into conversations (kind, client_id) select 'thread', id from load_clients`,
  `insert into messages (conversation_id, author_id, sealed_for, body, posted_at)
     select c.id, d.client_id, d.client_id, '\\x00', d.day + time '12:00'
     from load_days d join conversations c on c.client_id = d.client_id order by d.day`,
  `insert into reading_marks (conversation_id, person_id, read_to)
     select c.id, l.coach_id, (select max(position) from messages m where m.conversation_id = c.id) - 36
     from conversations c join load_clients l on l.id = c.client_id`,
  // Some said of the service every day; what has been given in the last days waits.
  `insert into service_feedback (service_id, language, words, given_at, done_at, done_by)
     select s.id, 'fi', '\\x00', d.day + time '18:00', case when d.day < current_date - 7 then d.day + time '19:00' end,
       case when d.day < current_date - 7 then gen_random_uuid() end
     from load_service s, (select distinct day from load_days) d, generate_series(1, 5)`,
] as const;

async function writeSessions(admin: Client, weeks: number): Promise<void> {
  await admin.query(`
    insert into programme_entries (group_id, weekday, starts, ends, kind, title, valid_from)
      select g.id, 1, k.starts, k.ends, k.kind, ${title}, '2000-01-01' from groups g,
        (values (time '09:00', time '10:00', 'live'), (time '10:00', time '12:00', 'own-work'),
          (time '12:30', time '13:30', 'live')) as k(starts, ends, kind);
    insert into group_sessions (group_id, entry_id, day, starts_at, ends_at, kind, title, ways)
      select e.group_id, e.id, d.day, d.day + e.starts, d.day + e.ends, e.kind, e.title, '{video,voice,text}'
      from programme_entries e, (select current_date - n as day from generate_series(0, ${weeks * 7}) as n) d`);
}

/** Each live session had its room, to which the group was asked, and every client of a day came for 50 minutes. */
const inRooms = [
  `create temporary table load_rooms as
     select gen_random_uuid() as id, id as session_id, group_id, day, starts_at, ends_at
     from group_sessions where kind = 'live' and day < current_date`,
  `insert into rooms (id, kind, opens_at, closes_at, waiting, closed_at)
     select id, 'group', starts_at, ends_at, 'open-door', ends_at from load_rooms`,
  'update group_sessions s set room_id = r.id from load_rooms r where r.session_id = s.id',
  `insert into room_invitations (room_id, person_id, invited_as, shown_name, invited_at)
     select r.id, c.id, 'guest', 'Asiakas', r.starts_at from load_rooms r join load_clients c on c.group_id = r.group_id
     union all
     select distinct r.id, c.coach_id, 'host', 'Ohjaaja', r.starts_at
       from load_rooms r join load_clients c on c.group_id = r.group_id`,
  `insert into room_visits (room_id, person_id, way, arrived_at, seen_at, admitted_at, left_at, left_why)
     select r.id, d.client_id, 'video', r.starts_at, r.starts_at + interval '50 minutes', r.starts_at,
       r.starts_at + interval '50 minutes', 'left'
     from load_days d join load_clients c on c.id = d.client_id
     join load_rooms r on r.group_id = c.group_id and r.day = d.day`,
  `insert into room_ways (visit_id, room_id, person_id, way, from_at, seen_at, ended)
     select id, room_id, person_id, way, arrived_at, left_at, true from room_visits`,
] as const;

/** A client thinks again about the way of taking part every twelfth week; the office changes its logo every fourth. */
const nowAndThen = (weeks: number) => [
  `insert into mode_choices (client_id, wished, review_on, what, chosen_at)
     select l.id, 'video', current_date - ago + 84, 'kept', current_date - ago + time '10:00'
     from load_clients l, generate_series(1, ${weeks * 7}, 84) as ago`,
  `insert into office_logos (picture, width, height, alt, set_at)
     select '\\x00', 120, 40, '{"fi":"Logo","sv":"Logo","en":"Logo"}', current_date - ago + time '11:00'
     from generate_series(1, ${weeks * 7}, 28) as ago`,
];

/** Two-week periods closed until the last one that is over, each with what was told, and a few corrections that wait. */
const toPayers = [
  `insert into payer_periods (payer, starts_on, ends_on, closed_at, closed_by)
     select 'kela', p.start, p.start + 13, p.start + 15, gen_random_uuid()
     from (select date '2026-01-05' + 14 * n as start from generate_series(-2000, 500) as n) p
     where p.start >= (select min(day) from days) - 13 and p.start + 27 < current_date`,
  `insert into payer_rows (period_id, day_id, confirmation_id, correction)
     select p.id, d.id, c.id, false from payer_periods p join days d on d.day between p.starts_on and p.ends_on
       join confirmations c on c.day_id = d.id`,
  `update days set owes_correction = true from (select id from load_days where day < current_date - 40
     order by n limit 5) l where l.id = days.id`,
] as const;
