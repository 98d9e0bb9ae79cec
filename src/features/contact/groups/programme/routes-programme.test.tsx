import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, testOrigin } from '../../../../../test/cast.ts';
import { groupWith, setBlock } from '../../../../../test/group.ts';
import { setClock } from '../../../../platform/clock.ts';
import { groupJobs } from '../jobs.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

// A Tuesday at half past eight.
let putBack = () => {};
const setTime = (text: string) => {
  putBack();
  putBack = setClock(() => Temporal.Instant.from(text));
};
beforeEach(() => setTime('2026-11-24T06:30:00Z'));
afterEach(() => putBack());

const page = async (answer: Response | Promise<Response>) => (await answer).text();

const morning = {
  kind: 'live',
  title: 'Yhteinen aamu',
  weekday: '2',
  starts: '09:00',
  ends: '09:30',
  'ways[]': ['video', 'voice', 'text'],
  validFrom: '2026-11-01',
};

type SessionRow = {
  id: string;
  day: string;
  starts: string;
  cancelled: boolean;
  changed: boolean;
  room_id: string | null;
};
const sessionsOf = async (office: TestOffice, groupId: string) =>
  (
    await office.inOffice((tx) =>
      tx.execute<SessionRow>(sql`select id, day::text, to_char(starts_at at time zone 'Europe/Helsinki', 'HH24:MI') as starts,
        cancelled, changed, room_id from group_sessions where group_id = ${groupId} order by starts_at`),
    )
  ).rows;

const eventsOf = async (office: TestOffice, name: string) =>
  (
    await office.inOffice((tx) =>
      tx.execute<{ payload: Record<string, unknown> }>(sql`select payload from events where name = ${name}`),
    )
  ).rows.map((row) => row.payload);

describe('the programme becomes sessions', () => {
  test('fourteen days ahead, with a room for the one that is near', async () => {
    const { office, groupId, mika, aino } = await groupWith(house);
    expect((await mika.post(`/groups/${groupId}/programme`, morning)).status).toBe(303);
    const sessions = await sessionsOf(office, groupId);
    expect(sessions.map((s) => [s.day, s.starts])).toEqual([
      ['2026-11-24', '09:00'],
      ['2026-12-01', '09:00'],
      ['2026-12-08', '09:00'],
    ]);
    expect(sessions.map((s) => s.room_id !== null)).toEqual([true, false, false]);
    expect(await eventsOf(office, 'session.scheduled')).toHaveLength(3);
    const html = await page(aino.get(`/sessions/${sessions[0]?.id}`));
    expect(html).toContain(`href="/rooms/${sessions[0]?.room_id}"`);
    expect(await page(aino.get(`/sessions/${sessions[1]?.id}`))).toContain(
      'Puheluun pääsee vähän ennen alkua',
    );
  });

  test('expanding again, by day and by job, makes nothing twice', async () => {
    const { office, groupId, mika } = await groupWith(house);
    await mika.post(`/groups/${groupId}/programme`, morning);
    const before = await sessionsOf(office, groupId);
    const runJob = async (name: string, payload: Record<string, string>) => {
      const job = groupJobs.find((one) => one.job === name);
      const context = {
        inOffice: house.inOffice,
        offices: async () => [office.officeId],
        log: house.outside.log,
        jobId: 'test',
      };
      await (job as { run(c: typeof context, p: Record<string, string>): Promise<void> }).run(
        context,
        payload,
      );
    };
    for (const _ of [1, 2]) await runJob('group-night', { officeId: office.officeId, groupId });
    expect(await sessionsOf(office, groupId)).toEqual(before);
    setTime('2026-12-01T06:30:00Z');
    for (const _ of [1, 2]) await runJob('group-night', { officeId: office.officeId, groupId });
    expect((await sessionsOf(office, groupId)).map((s) => s.day)).toEqual([
      '2026-11-24',
      '2026-12-01',
      '2026-12-08',
      '2026-12-15',
    ]);
    for (const _ of [1, 2]) await runJob('group-rooms-of-office', { officeId: office.officeId });
    const rooms = (await sessionsOf(office, groupId)).filter((s) => s.room_id !== null);
    expect(rooms.map((s) => s.day)).toEqual(['2026-11-24', '2026-12-01']);
    expect(await eventsOf(office, 'session.scheduled')).toHaveLength(4);
  });

  test('both nights of the clock change keep nine o’clock at nine', async () => {
    for (const [now, day] of [
      ['2026-10-20T06:00:00Z', '2026-10-25'],
      ['2027-03-23T06:00:00Z', '2027-03-28'],
    ] as const) {
      setTime(now);
      const { office, groupId, mika } = await groupWith(house);
      await mika.post(`/groups/${groupId}/programme`, { ...morning, weekday: '7', validFrom: '2026-01-01' });
      const sessions = await sessionsOf(office, groupId);
      expect(sessions[0]).toMatchObject({ day, starts: '09:00' });
    }
  });

  test('a closed day has no session, and a day that is closed later loses it', async () => {
    const { office, groupId, mika } = await groupWith(house);
    await office.inOffice((tx) =>
      tx.execute(sql`insert into closed_days (office_id, day, reason, source)
        values (${tx.officeId}, '2026-12-01', '{"fi":"Kehittämispäivä","sv":"x","en":"y"}', 'office')`),
    );
    await mika.post(`/groups/${groupId}/programme`, morning);
    expect((await sessionsOf(office, groupId)).map((s) => s.day)).toEqual(['2026-11-24', '2026-12-08']);
    expect(await page(mika.get(`/groups/${groupId}?week=2026-11-30`))).toContain('Kehittämispäivä');
  });

  test('what has been is never changed by a later programme', async () => {
    const { office, groupId, mika } = await groupWith(house);
    await mika.post(`/groups/${groupId}/programme`, morning);
    // A coach's session ends when it is idle, so Mika looks at the group now and then.
    for (const time of ['06:55', '07:20', '07:40']) {
      setTime(`2026-11-24T${time}:00Z`);
      await mika.get(`/groups/${groupId}`);
    }
    const entryId = (
      await office.inOffice((tx) =>
        tx.execute<{ id: string }>(sql`select id from programme_entries where group_id = ${groupId}`),
      )
    ).rows[0]?.id;
    await mika.post(`/groups/${groupId}/programme/${entryId}`, {
      ...morning,
      starts: '10:00',
      ends: '10:30',
    });
    expect((await sessionsOf(office, groupId)).map((s) => s.starts)).toEqual(['09:00', '10:00', '10:00']);
    await mika.post(`/groups/${groupId}/programme/${entryId}/end`);
    expect((await sessionsOf(office, groupId)).map((s) => s.cancelled)).toEqual([false, true, true]);
  });
});

describe('one day goes otherwise', () => {
  test('a coach moves it, cancels it with a reason, and takes that back; members see each', async () => {
    const { office, groupId, mika, aino } = await groupWith(house);
    await mika.post(`/groups/${groupId}/programme`, morning);
    const id = (await sessionsOf(office, groupId))[1]?.id;
    const change = {
      title: 'Yhteinen aamu',
      starts: '10:00',
      ends: '11:00',
      'ways[]': ['video'],
      reason: 'Kokous',
    };
    expect((await mika.post(`/sessions/${id}/change`, change)).status).toBe(303);
    expect((await sessionsOf(office, groupId))[1]).toMatchObject({ starts: '10:00', changed: true });
    expect(await page(aino.get(`/sessions/${id}`))).toContain('Kokous');
    await mika.post(`/sessions/${id}/cancellation`, { reason: 'Valmentaja on sairaana' });
    const html = await page(aino.get(`/sessions/${id}`));
    expect(html).toContain('Tämä on peruttu');
    expect(html).toContain('Valmentaja on sairaana');
    await mika.post(`/sessions/${id}/restoration`);
    expect((await sessionsOf(office, groupId))[1]).toMatchObject({ starts: '09:00', cancelled: false });
    expect(await eventsOf(office, 'session.cancelled')).toHaveLength(1);
    expect((await eventsOf(office, 'session.changed')).map((payload) => payload.moved)).toEqual([true, true]);
  });

  test('a member, a colleague and another office cannot change it', async () => {
    const { office, groupId, mika, aino } = await groupWith(house);
    await mika.post(`/groups/${groupId}/programme`, morning);
    const id = (await sessionsOf(office, groupId))[0]?.id;
    const others = [
      aino,
      await office.person('coach'),
      await office.person('provider'),
      (await groupWith(house)).mika,
    ];
    for (const person of others) {
      for (const act of ['change', 'cancellation', 'restoration'])
        expect((await person.post(`/sessions/${id}/${act}`, {})).status, act).toBe(404);
      expect((await person.get(`/sessions/${id}/change`)).status).toBe(404);
    }
  });

  test('cancelling the session of this morning closes its room and tells the members', async () => {
    const { office, groupId, mika } = await groupWith(house);
    await mika.post(`/groups/${groupId}/programme`, morning);
    const [first] = await sessionsOf(office, groupId);
    await mika.post(`/sessions/${first?.id}/cancellation`, {});
    const { rows } = await office.inOffice((tx) =>
      tx.execute(sql`select 1 from rooms where id = ${first?.room_id} and closed_at is not null`),
    );
    expect(rows).toHaveLength(1);
    expect((await sessionsOf(office, groupId))[0]?.room_id).toBeNull();
  });
});

describe('a provider', () => {
  test('sees the first names of the sessions they host, nothing else, and nothing when the contract is over', async () => {
    const { office, groupId, mika } = await groupWith(house);
    const raija = await office.person('provider', { givenName: 'Raija', familyName: 'Salo' });
    await mika.post(`/groups/${groupId}/programme`, {
      ...morning,
      title: 'Hengitys',
      weekday: '4',
      host: raija.id,
    });
    await mika.post(`/groups/${groupId}/programme`, morning);
    const sessions = await sessionsOf(office, groupId);
    const [own, other] = [
      sessions.find((s) => s.day === '2026-11-26'),
      sessions.find((s) => s.day === '2026-11-24'),
    ];
    const list = await page(raija.get('/groups'));
    expect(list).toContain('Hengitys');
    expect(list).not.toContain('Yhteinen aamu');
    const html = await page(raija.get(`/sessions/${own?.id}`));
    expect(html).toContain('Kuutti');
    expect(html).toContain('Ville');
    for (const secret of ['Koskela', 'Niemi', 'Aino']) expect(html).not.toContain(secret);
    expect((await raija.get(`/sessions/${other?.id}`)).status).toBe(404);
    expect((await raija.get(`/groups/${groupId}`)).status).toBe(404);
    await office.inOffice((tx) =>
      tx.execute(sql`update role_grants set ends_on = '2026-11-23' where person_id = ${raija.id}`),
    );
    expect((await raija.get(`/sessions/${own?.id}`)).status).not.toBe(200);
  });
});

test('a session is not there for who joins after it, has left, or never was in', async () => {
  const { office, groupId, mika, aino, membershipOf } = await groupWith(house);
  await mika.post(`/groups/${groupId}/programme`, morning);
  const [first] = await sessionsOf(office, groupId);
  const outsider = await office.person('client');
  expect((await outsider.get(`/sessions/${first?.id}`)).status).toBe(404);
  await mika.post(`/groups/${groupId}/members/${await membershipOf(aino)}/leaving`, {
    leavesOn: '2026-11-23',
  });
  expect((await aino.get(`/sessions/${first?.id}`)).status).toBe(404);
});

test('the programme of one group is copied to another of the same coach', async () => {
  const { office, groupId, mika } = await groupWith(house);
  await mika.post(`/groups/${groupId}/programme`, morning);
  const made = await mika.post('/groups', { name: 'Iltaryhmä', channelDays: '' });
  const copy = made.headers.get('location') ?? '';
  expect((await mika.post(`${copy}/programme/copy`, { from: groupId, day: '2026-12-01' })).status).toBe(303);
  const sessions = await sessionsOf(office, copy.replace('/groups/', ''));
  expect(sessions.map((s) => s.day)).toEqual(['2026-12-01', '2026-12-08']);
  const elsewhere = await groupWith(house);
  expect(
    (await mika.post(`${copy}/programme/copy`, { from: elsewhere.groupId, day: '2026-12-01' })).status,
  ).toBe(422);
});

test('a copied programme is the same week, but for a host who must never meet somebody of the other group', async () => {
  const { office, groupId, mika, ville } = await groupWith(house);
  const raija = await office.person('provider', { givenName: 'Raija' });
  await mika.post(`/groups/${groupId}/programme`, { ...morning, place: 'Kirjasto', host: raija.id });
  const copy = (await mika.post('/groups', { name: 'Iltaryhmä', channelDays: '' })).headers.get('location');
  const noora = await office.person('client');
  await office.relate(noora, mika);
  await mika.post(`${copy}/members`, { client: noora.id, joinsOn: '2026-11-24' });
  const copied = async () => {
    await mika.post(`${copy}/programme/copy`, { from: groupId, day: '2026-12-01' });
    const { rows } = await office.inOffice((tx) =>
      tx.execute(sql`select title ->> 'fi' as title, weekday, starts::text, ends::text, ways, place, host_id
        from programme_entries where group_id = ${copy?.split('/')[2]} order by set_at desc, id desc limit 1`),
    );
    return rows[0];
  };
  const same = {
    title: 'Yhteinen aamu',
    weekday: 2,
    starts: '09:00:00',
    ends: '09:30:00',
    ways: ['video', 'voice', 'text'],
    place: 'Kirjasto',
  };
  await setBlock(office, ville, noora);
  expect(await copied()).toEqual({ ...same, host_id: raija.id });
  await setBlock(office, raija, noora);
  expect(await copied()).toEqual({ ...same, host_id: null });
});

describe('a calendar of one’s own', () => {
  test('has neutral titles unless wished, is read without a session, and stops when it is stopped', async () => {
    const { groupId, mika, aino } = await groupWith(house);
    await mika.post(`/groups/${groupId}/programme`, morning);
    expect((await aino.post('/me/calendar', { titles: 'neutral' })).status).toBe(303);
    const address = async () =>
      /<code[^>]*>[^<]*?(\/[^<]+\.ics)/.exec(await page(aino.get('/me/calendar')))?.[1] ?? '';
    const path = (await address()).replace(/^.*?(\/office-)/, '$1');
    const read = () => house.app.request(`${testOrigin}${path}`);
    const file = await page(read());
    expect(file).toContain('SUMMARY:Tapaaminen');
    expect(file).not.toContain('Yhteinen aamu');
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    await aino.post('/me/calendar', { titles: 'own' });
    expect((await read()).status).toBe(404);
    const own = (await address()).replace(/^.*?(\/office-)/, '$1');
    expect(await page(house.app.request(`${testOrigin}${own}`))).toContain('SUMMARY:Yhteinen aamu');
    await aino.post('/me/calendar/revocation');
    expect((await house.app.request(`${testOrigin}${own}`)).status).toBe(404);
  });

  test('a guessed address, another office and a person who is gone give nothing', async () => {
    const { office, aino } = await groupWith(house);
    await aino.post('/me/calendar', { titles: 'neutral' });
    const html = await page(aino.get('/me/calendar'));
    const token = /([A-Za-z0-9_-]{22})\.ics/.exec(html)?.[1] ?? '';
    const other = await house.office();
    const get = (path: string) => house.app.request(`${testOrigin}${path}`);
    expect((await get(`/${office.slug}/calendar/${token}.ics`)).status).toBe(200);
    expect((await get(`/${other.slug}/calendar/${token}.ics`)).status).toBe(404);
    expect((await get(`/${office.slug}/calendar/${'A'.repeat(22)}.ics`)).status).toBe(404);
    expect((await get(`/${office.slug}/calendar/x.ics`)).status).toBe(404);
    await office.inOffice((tx) =>
      tx.execute(sql`update persons set deactivated_at = now() where id = ${aino.id}`),
    );
    expect((await get(`/${office.slug}/calendar/${token}.ics`)).status).toBe(404);
  });
});

test('whatever is typed into the forms, the answer is a page or a way onward, never a fault', async () => {
  const { office, groupId, mika, aino } = await groupWith(house);
  await mika.post(`/groups/${groupId}/programme`, morning);
  const id = (await sessionsOf(office, groupId))[1]?.id;
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '',
      '0',
      '-1',
      '99999999999',
      '2026-02-30',
      '25:61',
      '<b>',
      "'; drop table groups --",
      mika.id,
    ),
  );
  const forms: [string, string[]][] = [
    [`/groups/${groupId}`, ['name', 'unit', 'seats', 'doors']],
    [`/groups/${groupId}/members`, ['client', 'nickname', 'joinsOn', 'leavesOn']],
    [`/groups/${groupId}/waiting`, ['client']],
    [`/groups/${groupId}/coaches`, ['coach']],
    [
      `/groups/${groupId}/programme`,
      ['kind', 'title', 'weekday', 'starts', 'ends', 'ways[]', 'host', 'validFrom'],
    ],
    [`/groups/${groupId}/programme/copy`, ['from', 'day']],
    [`/sessions/${id}/change`, ['title', 'starts', 'ends', 'ways[]', 'host', 'reason']],
    [`/me/calendar`, ['titles']],
  ];
  for (const [path, names] of forms) {
    await fc.assert(
      fc.asyncProperty(fc.record(Object.fromEntries(names.map((name) => [name, value]))), async (fields) => {
        const answer = await mika.post(path, fields as Record<string, string>);
        expect(answer.status, `${path} ${JSON.stringify(fields)}`).toBeLessThan(500);
      }),
      { numRuns: 12 },
    );
  }
  expect((await aino.get(`/groups/${groupId}`)).status).toBe(200);
});
