import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../test/cast.ts';
import { closedDaysBetween, thisOffice } from './features/ground/offices/door.ts';
import { personsWithRole } from './features/ground/people/door.ts';
import { createOffice, makeKey, verifyLogs } from './office.ts';
import { todayIn } from './platform/clock.ts';
import { anchorFileOf } from './platform/house.ts';

let house: TestHouse;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'likista-office-'));
  house = await openTestHouse({ dataFolder: folder });
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

const likijarvi = {
  slug: 'likijarvi',
  'name-fi': 'Likijärven työllisyyspalvelut',
  languages: 'fi,sv',
  given: 'Antti',
  family: 'Moilanen',
  email: 'antti@likijarvi.example',
};

describe('the first office', () => {
  test('is opened with an administrator, holidays and a link that leads in', async () => {
    const made = await createOffice(house, likijarvi);
    if (!made.ok) throw new Error(made.problems.join());
    const link = /https?:\/\/\S+(\/likijarvi\/l\/\S+)/.exec(made.lines.join('\n'))?.[1] ?? '';
    // Nothing is set up to send the code, and the command says so.
    expect(made.lines.at(-1)).toContain('SMTP_URL');
    expect((await house.app.request(`http://localhost:8080${link}`)).status).toBe(200);
    const officeId = house.addresses.all().find((one) => one.slug === 'likijarvi')?.officeId ?? '';
    await house.inOffice(officeId, async (tx) => {
      expect((await thisOffice(tx)).languages).toEqual(['fi', 'sv']);
      expect(await personsWithRole(tx, 'administrator', todayIn())).toHaveLength(1);
      const { year } = todayIn();
      const christmas = Temporal.PlainDate.from({ year: year + 1, month: 12, day: 25 });
      expect(await closedDaysBetween(tx, christmas, christmas)).toHaveLength(1);
    });
  });

  test('cannot take the address of another, and nothing is left of the attempt', async () => {
    await createOffice(house, { ...likijarvi, slug: 'toinen' });
    const before = house.addresses.all().length;
    expect(await createOffice(house, { ...likijarvi, slug: 'toinen' })).toEqual({
      ok: false,
      problems: ['--slug: another office has this address'],
    });
    expect(house.addresses.all()).toHaveLength(before);
  });

  test.each(['people', 'office', 'contact', 'me', 'sign-in', 'access-log'])(
    'cannot be called like the page /%s',
    async (slug) => {
      const made = await createOffice(house, { ...likijarvi, slug });
      expect(made.ok ? '' : made.problems.join()).toContain('choose another name');
    },
  );

  test('says in words what is missing or wrong', async () => {
    const wrong = await createOffice(house, { slug: 'Ei Näin', 'name-fi': 'X', given: 'A', family: 'B' });
    expect(wrong.ok ? [] : wrong.problems.join('\n')).toMatch(/--slug: small letters/);
    const bare = await createOffice(house, {});
    expect(bare.ok ? [] : bare.problems.length).toBeGreaterThan(3);
    const unreachable = await createOffice(house, { ...likijarvi, email: undefined, slug: 'uusi' });
    expect(unreachable.ok ? '' : unreachable.problems.join()).toContain('--email or --phone');
  });
});

test('the check of the logs names the office, the fault and the entry', async () => {
  const office = await house.office();
  const [coach, client] = [await office.person('coach'), await office.person('client')];
  await office.relate(client, coach);
  for (let look = 0; look < 3; look++) await coach.get(`/people/${client.id}`);
  await house.chain.seal(office.officeId);
  const anchors = anchorFileOf(house.config);
  const whole = await verifyLogs(house, anchors);
  expect(whole.ok ? whole.lines.join('\n') : whole.problems).toContain(`${office.slug}: 3 entries hold`);
  const superuser = new pg.Client({ connectionString: house.adminUrl });
  await superuser.connect();
  const { rows } = await superuser.query<{ entry_id: string }>(
    'select entry_id from access_log_chain where office_id = $1 and seq = 2',
    [office.officeId],
  );
  await superuser.query(`update access_log set act = 'exported' where id = $1`, [rows[0]?.entry_id]);
  await superuser.end();
  const broken = await verifyLogs(house, anchors);
  expect(broken.ok ? '' : broken.problems[0]).toContain(
    `${office.slug}: an entry has been altered: link 2, entry ${rows[0]?.entry_id}`,
  );
});

test('the key is made once, readable by its owner only', async () => {
  const file = join(folder, 'deep', 'likista.key');
  expect(makeKey(file).ok).toBe(true);
  const key = await readFile(file, 'utf8');
  expect(Buffer.from(key, 'base64')).toHaveLength(32);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(makeKey(file).ok).toBe(false);
  expect(await readFile(file, 'utf8')).toBe(key);
  // Where nothing can be written, that is said, and not that a key is there.
  const nowhere = makeKey(join(file, 'likista.key'));
  expect(nowhere.ok ? '' : nowhere.problems.join()).toContain('cannot be written');
});
