import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice } from '../../test/cast.ts';
import { noteAccess } from './access-log.ts';
import { checkAccessLog, readAnchors } from './access-log-check.ts';
import { anchorFileOf } from './house.ts';

let house: TestHouse;
let folder: string;
let superuser: pg.Client;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'likista-anchors-'));
  house = await openTestHouse({ dataFolder: folder });
  superuser = new pg.Client({ connectionString: house.adminUrl });
  await superuser.connect();
  // The superuser of a stolen or hostile server is not held by any trigger or key.
  await superuser.query('set session_replication_role = replica');
});
afterAll(async () => {
  await superuser.end();
  await house.close();
  await rm(folder, { recursive: true });
});

/** An office with `count` sealed entries, oldest first. */
async function sealedOffice(count: number): Promise<{ office: TestOffice; entries: string[] }> {
  const office = await house.office();
  const [coach, client] = [await office.person('coach'), await office.person('client')];
  for (let made = 0; made < count; made++) {
    await office.inOffice(async (tx) => {
      noteAccess(tx, {
        actor: coach.actor,
        personId: client.id,
        act: 'read',
        subject: 'person',
        purpose: 'coaching',
      });
    });
  }
  expect(await house.chain.seal(office.officeId)).toBe(count);
  const { rows } = await superuser.query<{ id: string }>(
    'select id from access_log where office_id = $1 order by position',
    [office.officeId],
  );
  return { office, entries: rows.map((row) => row.id) };
}

const check = async (office: TestOffice) =>
  checkAccessLog(house.chain.pool, office.officeId, await readAnchors(anchorFileOf(house.config)));

describe('a log that nobody has touched', () => {
  test('holds, also when it is sealed again and by two at once', async () => {
    const { office } = await sealedOffice(5);
    const client = await office.person('client');
    await office.inOffice(async (tx) => {
      for (let made = 0; made < 40; made++)
        noteAccess(tx, {
          actor: client.actor,
          personId: client.id,
          act: 'changed',
          subject: 'person',
          purpose: 'own-request',
        });
    });
    const both = await Promise.all([house.chain.seal(office.officeId), house.chain.seal(office.officeId)]);
    expect(both[0] + both[1]).toBe(40);
    expect(await house.chain.seal(office.officeId)).toBe(0);
    expect(await check(office)).toMatchObject({ ok: true, entries: 45 });
  });

  test('more entries than one batch are sealed in order', async () => {
    const { office } = await sealedOffice(1);
    await superuser.query(
      `insert into access_log (office_id, actor_role, act, subject, purpose)
       select $1, 'coach', 'read', 'person', 'coaching' from generate_series(1, 2500)`,
      [office.officeId],
    );
    expect(await house.chain.seal(office.officeId)).toBe(2500);
    expect(await check(office)).toMatchObject({ ok: true, entries: 2501 });
  });

  test('an entry that becomes visible after later ones were sealed is sealed then', async () => {
    const { office } = await sealedOffice(2);
    await superuser.query(
      `insert into access_log (office_id, actor_role, act, subject, purpose, position, at) overriding system value
       values ($1, 'coach', 'read', 'person', 'coaching', -1, now() - interval '20 seconds')`,
      [office.officeId],
    );
    expect(await house.chain.seal(office.officeId)).toBe(1);
    expect(await check(office)).toMatchObject({ ok: true, entries: 3 });
  });
});

describe('somebody with every right over the database is caught', () => {
  test.each([
    ['who', `actor_role = 'manager'`],
    ['whom', 'person_id = gen_random_uuid()'],
    ['when', `at = at - interval '1 microsecond'`],
    ['why', `purpose = 'administration'`],
    ['what', `act = 'changed'`],
    ['the order', 'position = default'],
    ['the session', 'session_id = null'],
  ])('when they change %s', async (_, change) => {
    const { office, entries } = await sealedOffice(4);
    await superuser.query(`update access_log set ${change} where office_id = $1 and id = $2`, [
      office.officeId,
      entries[2],
    ]);
    expect(await check(office)).toMatchObject({ ok: false, kind: 'altered', seq: 3, entryId: entries[2] });
  });

  test('when they delete an entry', async () => {
    const { office, entries } = await sealedOffice(4);
    await superuser.query('delete from access_log where office_id = $1 and id = $2', [
      office.officeId,
      entries[1],
    ]);
    expect(await check(office)).toMatchObject({ ok: false, kind: 'missing', seq: 2, entryId: entries[1] });
  });

  test('when they delete an entry together with its link', async () => {
    const { office, entries } = await sealedOffice(4);
    for (const [table, column] of [
      ['access_log_chain', 'entry_id'],
      ['access_log', 'id'],
    ])
      await superuser.query(`delete from ${table} where office_id = $1 and ${column} = $2`, [
        office.officeId,
        entries[1],
      ]);
    expect(await check(office)).toMatchObject({ ok: false, kind: 'missing', seq: 2 });
    // Closing the gap in the numbers does not help.
    await superuser.query('update access_log_chain set seq = seq - 1 where office_id = $1 and seq > 2', [
      office.officeId,
    ]);
    expect(await check(office)).toMatchObject({ ok: false, kind: 'reordered', seq: 2, entryId: entries[2] });
  });

  test('when they let two links change places', async () => {
    const { office, entries } = await sealedOffice(4);
    await superuser.query(
      `update access_log_chain set seq = case seq when 2 then 1003 else 1002 end where office_id = $1 and seq in (2, 3)`,
      [office.officeId],
    );
    await superuser.query(
      'update access_log_chain set seq = seq - 1000 where office_id = $1 and seq > 1000',
      [office.officeId],
    );
    expect(await check(office)).toMatchObject({ ok: false, kind: 'reordered', seq: 2, entryId: entries[2] });
  });

  test('when they let two entries change places under their links', async () => {
    const { office, entries } = await sealedOffice(4);
    for (const [seq, entry] of [
      [2, crypto.randomUUID()],
      [3, entries[1]],
      [2, entries[2]],
    ])
      await superuser.query('update access_log_chain set entry_id = $3 where office_id = $1 and seq = $2', [
        office.officeId,
        seq,
        entry,
      ]);
    expect(await check(office)).toMatchObject({ ok: false, kind: 'reordered', seq: 2 });
  });

  test('when they cut off the end of the log', async () => {
    const { office, entries } = await sealedOffice(4);
    await superuser.query('delete from access_log_chain where office_id = $1 and seq > 2', [office.officeId]);
    await superuser.query('delete from access_log where office_id = $1 and id = any ($2)', [
      office.officeId,
      entries.slice(2),
    ]);
    expect(await checkAccessLog(house.chain.pool, office.officeId)).toMatchObject({ ok: true });
    expect(await check(office)).toMatchObject({ ok: false, kind: 'cut', seq: 3 });
  });

  test('when they write the whole chain anew', async () => {
    const { office, entries } = await sealedOffice(3);
    await superuser.query(`update access_log set act = 'changed' where office_id = $1 and id = $2`, [
      office.officeId,
      entries[0],
    ]);
    await superuser.query('delete from access_log_chain where office_id = $1', [office.officeId]);
    await house.chain.seal(office.officeId);
    const anchorless = await checkAccessLog(house.chain.pool, office.officeId);
    expect(anchorless).toMatchObject({ ok: true });
    expect(await check(office)).toMatchObject({ ok: false, kind: 'rewritten', seq: 3 });
  });

  test('when the sealing has been stopped', async () => {
    const { office } = await sealedOffice(2);
    await superuser.query(
      `insert into access_log (office_id, actor_role, act, subject, purpose, at)
       values ($1, 'coach', 'read', 'person', 'coaching', now() - interval '11 minutes')`,
      [office.officeId],
    );
    expect(await check(office)).toMatchObject({ ok: false, kind: 'unsealed' });
  });
});

test('the application itself can neither change the log nor write the chain', async () => {
  const { office, entries } = await sealedOffice(1);
  const asApp = (statement: string) =>
    office.inOffice(async (tx) => {
      const { sql } = await import('drizzle-orm');
      await tx.execute(
        statement === 'update'
          ? sql`update access_log set act = 'read' where id = ${entries[0]}`
          : statement === 'delete'
            ? sql`delete from access_log where id = ${entries[0]}`
            : sql`insert into access_log_chain (office_id, seq, entry_id, previous_hash, hash)
                  select office_id, 2, entry_id, previous_hash, hash from access_log_chain`,
      );
    });
  for (const statement of ['update', 'delete', 'insert'])
    await expect(asApp(statement), statement).rejects.toMatchObject({ cause: { code: '42501' } });
});
