import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { now, setClock, todayIn } from '../../../platform/clock.ts';
import { roles } from '../../../platform/session.ts';
import { setSetting } from '../../ground/offices/actions.ts';
import { declaredSetting } from '../../ground/offices/settings/settings.ts';
import { personById } from '../../ground/people/door.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const pages = ['/me', '/me/details', '/me/access-log', '/me/data', '/me/data.json', '/me/notices'];

test('everybody who is signed in has their own pages, and nobody who is not', async () => {
  const office = await house.office();
  for (const role of roles) {
    const person = await office.person(role);
    for (const page of pages) expect((await person.get(page)).status, `${role} ${page}`).toBe(200);
  }
  for (const page of pages) {
    const answer = await office.visitor().get(page);
    expect(answer.headers.get('location'), page).toMatch(/\/sign-in/);
  }
});

describe('own details', () => {
  const change = {
    'preferred-name': 'Nuppu',
    phone: '050 123 4567',
    email: 'Nuppu@Example.fi',
    address: 'Rantatie 1\n91000 Likijärvi',
    channel: 'letter',
    language: 'sv',
    needs: 'Suuri teksti, kiitos',
  };

  test('a client changes how they are called, reached and helped; the page then speaks their language', async () => {
    const office = await house.office();
    const noora = await office.person('client', { givenName: 'Noora' });
    expect((await noora.post('/me/details', change)).status).toBe(303);
    const person = await office.inOffice((tx) => personById(tx, noora.id));
    expect(person).toMatchObject({
      preferredName: 'Nuppu',
      phone: '+358501234567',
      email: 'nuppu@example.fi',
      channel: 'letter',
    });
    const page = await (await noora.get('/me?saved')).text();
    expect(page).toContain('<html lang="sv">');
    expect(page).toContain('Suuri teksti, kiitos');
    expect(await (await noora.get('/me/details')).text()).toContain('Rantatie 1');
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ row: string }>(sql`select row(p.*)::text as row from persons p where id = ${noora.id}`),
    );
    expect(rows[0]?.row).not.toContain('Rantatie');
    expect(rows[0]?.row).not.toContain(Buffer.from('Rantatie').toString('hex'));
  });

  test('a channel without its contact is asked again and what was written is kept', async () => {
    const office = await house.office();
    const noora = await office.person('client');
    const answer = await noora.post('/me/details', { ...change, channel: 'sms', phone: '', needs: '<b>"&' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Tähän tapaan tarvitaan puhelinnumero.');
    expect(page).toContain('&lt;b>');
    expect((await office.inOffice((tx) => personById(tx, noora.id)))?.preferredName).toBeNull();
  });

  test('nobody changes somebody else through their own page', async () => {
    const office = await house.office();
    const [noora, aino] = [await office.person('client'), await office.person('client')];
    await noora.post('/me/details', {
      ...change,
      id: aino.id,
      personId: aino.id,
      office_id: office.officeId,
    });
    expect((await office.inOffice((tx) => personById(tx, aino.id)))?.preferredName).toBeNull();
  });
});

describe('who has looked', () => {
  async function looked() {
    const office = await house.office();
    const mika = await office.person('coach', { givenName: 'Mika', familyName: 'Heikkinen' });
    const noora = await office.person('client', { givenName: 'Noora' });
    await office.relate(noora, mika);
    return { office, mika, noora };
  }

  test('a client sees at once in which role, what and why, but not the name', async () => {
    const { noora, mika } = await looked();
    expect(await (await noora.get('/me/access-log')).text()).toContain('Kukaan ei ole vielä katsonut');
    await mika.get(`/people/${noora.id}`);
    const page = await (await noora.get('/me/access-log')).text();
    expect(page).toContain('Valmentaja katsoi: perustiedot');
    expect(page).toContain('Tarkoitus: valmennus');
    expect(page).not.toContain('Heikkinen');
    expect(page).not.toContain('Mika');
  });

  test('the name is shown when the office has decided so', async () => {
    const { office, noora, mika } = await looked();
    await mika.get(`/people/${noora.id}`);
    const setting = declaredSetting('access-log.show-names');
    if (!setting) throw new Error('the setting is not declared');
    await office.inOffice((tx) =>
      setSetting(tx, undefined, setting, { value: true, validFrom: todayIn(), source: 'Päätös 1/2026' }),
    );
    expect(await (await noora.get('/me/access-log')).text()).toContain('Mika Heikkinen (Valmentaja) katsoi');
  });

  test('own changes are told as own, and nobody sees the log of another', async () => {
    const { office, noora, mika } = await looked();
    await noora.post('/me/details', { channel: 'phone', phone: '0401234567', language: 'fi' });
    const aino = await office.person('client');
    await mika.get(`/people/${noora.id}`);
    expect(await (await noora.get('/me/access-log')).text()).toContain('Sinä itse muutti');
    expect(await (await aino.get('/me/access-log')).text()).toContain('Kukaan ei ole vielä katsonut');
  });

  test('that somebody must not meet them is not told, also not in their data', async () => {
    const { office, noora } = await looked();
    const manager = await office.person('manager');
    const other = await office.person('client', { familyName: 'Vaarallinen' });
    expect((await manager.post(`/people/${noora.id}/blocked`, { other: other.id })).status).toBe(303);
    for (const path of ['/me/access-log', '/me/data', '/me/data.json']) {
      const page = await (await other.get(path)).text();
      expect(page, path).not.toMatch(/blocked|kohdata|esto|Noora/i);
    }
    expect(await (await other.get('/me/access-log')).text()).toContain('Esihenkilö muutti: perustiedot');
  });

  test('a long log is paged', async () => {
    const { office, noora, mika } = await looked();
    await office.inOffice((tx) =>
      tx.execute(sql`insert into access_log (office_id, actor_id, actor_role, person_id, act, subject, purpose, at)
        select ${office.officeId}, ${mika.id}, 'coach', ${noora.id}, 'read', 'message', 'coaching',
          now() - make_interval(days => n) from generate_series(1, 130) n`),
    );
    const first = await (await noora.get('/me/access-log')).text();
    const older = /href="(\/me\/access-log\?before=\d+)"/.exec(first)?.[1] ?? '';
    const second = await (await noora.get(older)).text();
    expect(first.match(/katsoi: viestit/g)).toHaveLength(100);
    expect(second.match(/katsoi: viestit/g)).toHaveLength(30);
    for (const odd of ['x', '-1', '99999999999999999999', '%00'])
      expect((await noora.get(`/me/access-log?before=${odd}`)).status).toBe(200);
  });
});

describe('own data', () => {
  test('holds what is written about the person and who has looked, and taking it is logged', async () => {
    const office = await house.office();
    const mika = await office.person('coach', { givenName: 'Mika', familyName: 'Heikkinen' });
    const noora = await office.person('client', { givenName: 'Noora', familyName: 'Ketola' });
    await office.relate(noora, mika);
    await noora.post('/me/details', {
      channel: 'sms',
      phone: '0401234567',
      language: 'fi',
      needs: 'Rauhallinen tahti',
    });
    await mika.get(`/people/${noora.id}`);
    const answer = await noora.get('/me/data.json');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    const data = await answer.json();
    expect(data.person).toMatchObject({
      givenName: 'Noora',
      phone: '+358401234567',
      accessibilityNeeds: 'Rauhallinen tahti',
      roles: [{ role: 'client' }],
      coaches: [{ coach: 'Mika Heikkinen' }],
    });
    expect(data.accessLog.map((one: { role: string; act: string }) => `${one.role} ${one.act}`)).toEqual([
      'coach read',
      'self changed',
    ]);
    expect(JSON.stringify(data.accessLog)).not.toContain('Heikkinen');
    const page = await (await noora.get('/me/data')).text();
    expect(page).toContain('Rauhallinen tahti');
    expect(page).toContain('Puhelin');
    expect(await (await noora.get('/me/access-log')).text()).toContain(
      'Sinä itse latasi: kaikki omat tiedot',
    );
  });

  test('is given only to somebody who has just proved who they are', async () => {
    const office = await house.office();
    const noora = await office.person('client');
    const later = now().add({ minutes: 11 });
    const back = setClock(() => later);
    try {
      for (const path of ['/me/data', '/me/data.json'])
        expect((await noora.get(path)).headers.get('location')).toBe(
          `/prove?back=${encodeURIComponent(path)}`,
        );
      expect((await noora.get('/me')).status).toBe(200);
    } finally {
      back();
    }
  });
});
