// An office of four for tests of who may do what to whom, and what they have left behind.
import { sql } from 'drizzle-orm';
import type { TestHouse, TestOffice } from './cast.ts';

/** An office with a manager, a coach with a client, and another coach without. */
export async function smallOfficeIn(house: TestHouse) {
  const office = await house.office();
  const manager = await office.person('manager', { givenName: 'Päivi', familyName: 'Karvonen' });
  const coach = await office.person('coach', { givenName: 'Mika', familyName: 'Heikkinen' });
  const other = await office.person('coach', { givenName: 'Raili', familyName: 'Pesonen' });
  const client = await office.person('client', { givenName: 'Noora', familyName: 'Ketola' });
  await office.relate(client, coach);
  return { office, manager, coach, other, client };
}

/** What the access log says was done to a person's data, in order: role, act, subject. */
export async function accessesOf(office: TestOffice, person: { id: string }) {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ act: string; subject: string; actor_role: string }>(
      sql`select act, subject, actor_role from access_log where person_id = ${person.id} order by position`,
    ),
  );
  return rows.map((row) => `${row.actor_role} ${row.act} ${row.subject}`);
}

export async function idOf(office: TestOffice, familyName: string): Promise<string> {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string }>(sql`select id from persons where family_name = ${familyName}`),
  );
  return rows[0]?.id ?? '';
}
