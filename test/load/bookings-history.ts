// A year of bookings written straight into the tables, half of it behind and half ahead, so that the page of free times
// can be looked at with few of them and with a hundred times as many. A scratch database: foreign keys and triggers are
// left out while writing, the exclusion constraints are not.
import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';

export const coachCount = 100;
const clientsEach = 10;
const daysEach = 250;
/** Times of a day: from 8 to 16, half an hour and a pause of ten minutes. */
const slots = 12;

export type BookingYear = {
  officeId: string;
  /** Cookies of one client of each coach. */
  clients: { id: string; coachId: string; cookie: string }[];
};

/** Writes an office with 100 coaches, their hours and clients, and `count` bookings. */
export async function writeBookingYear(adminUrl: string, count: number): Promise<BookingYear> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('set session_replication_role = replica; set synchronous_commit = off');
    const officeId = crypto.randomUUID();
    await admin.query(`select set_config('app.office', $1, false)`, [officeId]);
    const offices = `insert into offices (office_id, slug, name)
      values ($1, 'kuorma', '{"fi":"Kuorma","sv":"Last","en":"Load"}')`;
    await admin.query(offices, [officeId]);
    for (const statement of people) await admin.query(statement);
    const perDay = count / coachCount / daysEach;
    await admin.query(
      `insert into bookings (client_id, coach_id, day, starts, starts_at, ends_at, busy_until, mode)
       select c.id, k.id, d.day, time '08:00' + s.slot * interval '40 minutes', t.at, t.at + interval '30 minutes',
         t.at + interval '40 minutes', 'phone'
       from load_coaches k
         cross join (select row_number() over (order by day) as number, day from (
           select (current_date + n)::date as day from generate_series(-182, 182) as n
           where extract(isodow from current_date + n) < 6) working limit ${daysEach}) d
         cross join generate_series(0, ${slots - 1}) as s(slot)
         join load_clients c on c.coach_id = k.id and c.place = (d.number * ${slots} + s.slot) % ${clientsEach}
         cross join lateral (select (d.day + time '08:00' + s.slot * interval '40 minutes')
           at time zone 'Europe/Helsinki' as at) t
       where hashtext(k.number || ' ' || d.number || ' ' || s.slot) & 1023 < $1::float * 1024 / ${slots}`,
      [perDay],
    );
    await admin.query(`insert into coach_times (coach_id, kind, source_id, starts_at, until_at)
      select coach_id, 'booking', id, starts_at, busy_until from bookings`);
    const clients = await signIn(admin, officeId);
    await admin.query('vacuum analyze');
    return { officeId, clients };
  } finally {
    await admin.end();
  }
}

const people = [
  `create temporary table load_coaches as select uuidv7() as id, n as number from generate_series(1, ${coachCount}) as n`,
  `create temporary table load_clients as select uuidv7() as id, k.id as coach_id, p.place
     from load_coaches k, generate_series(0, ${clientsEach - 1}) as p(place)`,
  `insert into persons (id, given_name, family_name) select id, 'Valmentaja', 'N' || number from load_coaches
     union all select id, 'Asiakas', 'N' || place from load_clients`,
  `insert into role_grants (person_id, role, starts_on) select id, 'coach', '2000-01-01'::date from load_coaches
     union all select id, 'client', '2000-01-01' from load_clients`,
  `insert into relations (client_id, coach_id, kind, starts_on)
     select id, coach_id, 'own-coach', '2000-01-01' from load_clients`,
  `insert into availability (coach_id, weekday, starts, ends, modes, valid_from)
     select id, w.day, '08:00', '16:00', '{phone,video}', '2000-01-01' from load_coaches, generate_series(1, 5) as w(day)`,
  `insert into booking_terms (coach_id, minutes, buffer_minutes, notice_hours, ahead_days, daily_most)
     select id, 30, 10, 2, 60, 50 from load_coaches`,
] as const;

async function signIn(admin: Client, officeId: string): Promise<BookingYear['clients']> {
  const { rows } = await admin.query<{ id: string; coach_id: string }>(
    'select id, coach_id from load_clients where place = 0',
  );
  const clients = [];
  for (const row of rows) {
    const token = randomBytes(16).toString('base64url');
    await admin.query(
      `insert into sessions (person_id, token_hash, way, started_at, seen_at, expires_at)
       values ($1, $2, 'code', now(), now(), now() + interval '1 day')`,
      [row.id, createHash('sha256').update(token).digest()],
    );
    clients.push({ id: row.id, coachId: row.coach_id, cookie: `likista=${officeId}.${token}` });
  }
  return clients;
}
