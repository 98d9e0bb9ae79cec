import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../../test/cast.ts';
import { firstFree, meetingWith } from '../../../../../test/meeting.ts';
import { now, setClock } from '../../../../platform/clock.ts';
import { codeOf } from './link-codes.ts';
import { addressOfLink, ownLinkTo } from './time-links.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const page = async (answer: Response | Promise<Response>) => (await answer).text();
const hrefOf = (answer: Response) => answer.headers.get('location') ?? '';
const pathIn = (address: string) => `/${address.split('/').slice(4).join('/')}`;
const timesIn = (html: string) => [...html.matchAll(/name="at" value="([^"]+)"/g)].map((one) => one[1] ?? '');
const nextWeek = Temporal.Now.plainDateISO('Europe/Helsinki').add({ weeks: 1 });

/** Mika asks Aino to book; gives the path of the link that she gets. */
async function invited(office: TestOffice, aino: TestPerson, mika: TestPerson) {
  expect((await mika.post('/times/invitations', { client: aino.id, coach: mika.id })).status).toBe(303);
  return office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`select id from time_links order by made_at desc`);
    return pathIn(await addressOfLink(tx, rows[0]?.id ?? ''));
  });
}

/** Aino has a time; gives its own page and the path of the link to it. */
async function booked(modes: Parameters<typeof meetingWith>[1] = ['video', 'phone'], mode = 'video') {
  const meeting = await meetingWith(house, modes);
  const { office, aino, mika } = meeting;
  const at = await firstFree(aino, `?mode=${mode}`);
  const href = hrefOf(await aino.post('/times', { coach: mika.id, at, mode }));
  const bookingId = href.split('/').at(-1) ?? '';
  const address = await office.inOffice((tx) => ownLinkTo(tx, bookingId, aino.id));
  return { ...meeting, at, href, bookingId, link: pathIn(address ?? ''), visitor: office.visitor() };
}

const stateOf = async (office: TestOffice, bookingId: string) => {
  const { rows } = await office.inOffice((tx) =>
    tx.execute(sql`select mode, coming_at is not null as coming, cancelled_at is not null as cancelled
      from bookings where id = ${bookingId}`),
  );
  return rows[0];
};

describe('a client with a link from a message', () => {
  test('books, answers, changes to phone, moves and cancels without signing in', async () => {
    const { office, aino, mika } = await meetingWith(house);
    const link = await invited(office, aino, mika);
    const visitor = office.visitor();
    const offered = await page(visitor.get(`${link}?week=${nextWeek}`));
    expect(offered).toContain('Mika');
    const [at, other] = timesIn(offered);
    const answer = await visitor.post(`${link}/booking`, { at: at ?? '', mode: 'video' });
    expect(hrefOf(answer)).toBe(`/${office.slug}${link}?done=booked`);
    expect(await page(visitor.get(`${link}?done=booked`))).toContain('Aika on varattu');
    expect((await visitor.get(`${link}?done=toString`)).status).toBe(200);
    const shown = await page(visitor.get(link));
    for (const said of ['Videopuhelu', 'Tulen', 'En pääse', 'Vaihda puheluun']) expect(shown).toContain(said);
    // The same press again books nothing more.
    await visitor.post(`${link}/booking`, { at: at ?? '', mode: 'video' });
    const { rows } = await office.inOffice((tx) => tx.execute<{ id: string }>(sql`select id from bookings`));
    expect(rows).toHaveLength(1);
    const bookingId = rows[0]?.id ?? '';

    expect((await visitor.post(`${link}/coming`)).status).toBe(303);
    expect(await page(visitor.get(link))).toContain('Kerroit, että tulet');
    expect(await page(mika.get(`/times/${bookingId}`))).toContain('Aino');
    expect((await visitor.post(`${link}/phone`)).status).toBe(303);
    expect(await stateOf(office, bookingId)).toEqual({ mode: 'phone', coming: true, cancelled: false });
    expect(await page(visitor.get(link))).toContain('Mika soittaa sinulle');

    const moves = timesIn(await page(visitor.get(`${link}/times?week=${nextWeek}`)));
    expect(moves).toContain(other);
    expect((await visitor.post(`${link}/booking`, { at: other ?? '' })).status).toBe(303);
    expect((await stateOf(office, bookingId))?.coming).toBe(false);
    await visitor.post(`${link}/question`, { question: 'Voiko lapsi olla mukana?' });
    expect(await page(mika.get(`/times/${bookingId}`))).toContain('Voiko lapsi olla mukana?');
    expect(await page(visitor.get(link))).not.toContain('Voiko lapsi');

    expect((await visitor.post(`${link}/cancellation`, {})).status).toBe(422);
    expect((await visitor.post(`${link}/cancellation`, { reason: 'client-ill' })).status).toBe(303);
    expect((await stateOf(office, bookingId))?.cancelled).toBe(true);
    expect(await page(visitor.get(link))).toContain('Peruttu');
    expect((await visitor.post(`${link}/cancellation`, { reason: 'client-ill' })).status).toBe(303);
  });

  test('changes nothing by looking, however often a mail scanner looks', async () => {
    const { office, bookingId, link, visitor } = await booked();
    const before = await stateOf(office, bookingId);
    for (const path of ['', '/times', '/cancellation', '', '?week=2027-01-04'])
      expect((await visitor.get(`${link}${path}`)).status, path).toBe(200);
    for (const path of ['/coming', '/phone', '/booking', '/room', '/question'])
      expect((await visitor.get(`${link}${path}`)).status, path).toBe(404);
    expect(await stateOf(office, bookingId)).toEqual(before);
    const { rows } = await office.inOffice((tx) => tx.execute(sql`select id from booking_changes`));
    expect(rows).toHaveLength(1);
  });

  test('sees nothing of who they are, what they asked or what else is theirs', async () => {
    const { aino, href, link, visitor } = await booked();
    await aino.post(`${href}/question`, { question: 'salainen kysymys' });
    for (const path of ['', '/times', '/cancellation']) {
      const html = await page(visitor.get(`${link}${path}`));
      for (const said of ['Aino', 'Koskela', 'salainen kysymys', 'Lahtinen', '/messages', aino.id])
        expect(html, `${path} ${said}`).not.toContain(said);
    }
    expect((await visitor.get(link)).headers.get('x-robots-tag')).toBe('noindex');
    expect((await visitor.get(href)).status).toBe(303);
  });

  test('enters the call only as somebody whom the browser knows', async () => {
    const { office, bookingId, link, visitor } = await booked();
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ room_id: string }>(sql`select room_id from bookings where id = ${bookingId}`),
    );
    const way = hrefOf(await visitor.post(`${link}/room`));
    expect(way).toMatch(new RegExp(`^/${office.slug}/l/[A-Za-z0-9_-]{22}$`));
    expect(await page(house.app.request(`http://localhost:8080${way}`))).toContain('Lähetä koodi');
    expect((await visitor.get(`/rooms/${rows[0]?.room_id}`)).status).toBe(303);
  });

  test('who is too late hears which times are free still', async () => {
    const { office, aino, mika } = await meetingWith(house);
    const ville = await office.person('client', { givenName: 'Ville' });
    await office.relate(ville, mika);
    const link = await invited(office, aino, mika);
    const visitor = office.visitor();
    const [at] = timesIn(await page(visitor.get(`${link}?week=${nextWeek}`)));
    await ville.post('/times', { coach: mika.id, at: at ?? '', mode: 'video' });
    const late = await visitor.post(`${link}/booking`, { at: at ?? '', mode: 'video' });
    expect(late.status).toBe(422);
    const html = await page(late);
    expect(html).toContain('Aika ehti mennä');
    expect(timesIn(html)).not.toContain(at);
    expect(html).not.toContain('Ville');
  });
});

describe('a link opens nothing any more, and says the same as one that never was,', () => {
  const dead = async (visitor: ReturnType<TestOffice['visitor']>, link: string) => {
    const bare = async (answer: Response) =>
      (await answer.text()).replace(/nonce[^>]*|value="[^"]*"/g, '').replaceAll(link, 'LINK');
    const never = `/time/${'A'.repeat(44)}`;
    const unknown = await visitor.get(never);
    const answer = await visitor.get(link);
    expect(answer.status).toBe(404);
    const told = await bare(answer);
    expect(told).toBe((await bare(unknown)).replaceAll(never, 'LINK'));
    for (const path of ['/coming', '/phone', '/cancellation', '/booking', '/question', '/room'])
      expect((await visitor.post(`${link}${path}`, { reason: 'other' })).status, path).toBe(404);
  };

  test('when staff stopped it; a reminder does not renew it, sending it again does', async () => {
    const { office, aino, mika, href, bookingId, link, visitor } = await booked();
    expect((await mika.post(`${href}/link/revocation`)).status).toBe(303);
    await dead(visitor, link);
    expect(await office.inOffice((tx) => ownLinkTo(tx, bookingId, aino.id))).toBeUndefined();
    await mika.post(`${href}/link`);
    const again = await office.inOffice((tx) => ownLinkTo(tx, bookingId, aino.id));
    expect((await visitor.get(pathIn(again ?? ''))).status).toBe(200);
    await dead(visitor, link);
  });

  test('when the time is over', async () => {
    const { office, bookingId, link, visitor } = await booked();
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{
        ends_at: string;
      }>(sql`select to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as ends_at
        from bookings where id = ${bookingId}`),
    );
    const end = Temporal.Instant.from(rows[0]?.ends_at ?? '');
    const putBack = setClock(() => end.add({ hours: 3 }));
    try {
      await dead(visitor, link);
    } finally {
      putBack();
    }
  });

  test('when an invitation is two weeks old or the coach is theirs no more', async () => {
    const { office, aino, mika } = await meetingWith(house);
    const link = await invited(office, aino, mika);
    const visitor = office.visitor();
    expect((await visitor.get(link)).status).toBe(200);
    const later = now().add({ hours: 15 * 24 });
    const putBack = setClock(() => later);
    try {
      await dead(visitor, link);
    } finally {
      putBack();
    }
    await office.inOffice((tx) => tx.execute(sql`update relations set ends_on = current_date - 1`));
    await dead(visitor, link);
  });

  test.each([
    ['protected', sql`update persons set protected = true where given_name = 'Aino'`],
    ['deactivated', sql`update persons set deactivated_at = now() where given_name = 'Aino'`],
    ['no client any more', sql`update role_grants set ends_on = current_date - 1 where role = 'client'`],
  ])('when the client is %s', async (_, change) => {
    const { office, link, visitor } = await booked();
    expect((await visitor.get(link)).status).toBe(200);
    await office.inOffice((tx) => tx.execute(change));
    await dead(visitor, link);
  });

  test('when client and coach must be kept apart', async () => {
    const { office, aino, mika, link, visitor } = await booked();
    const [first, second] = [aino.id, mika.id].sort();
    await office.inOffice((tx) =>
      tx.execute(sql`insert into blocked_pairs (first_id, second_id) values (${first}, ${second})`),
    );
    await dead(visitor, link);
  });

  test('at another office, with another ending, or as another kind of link', async () => {
    const { office, bookingId, link, visitor } = await booked();
    const elsewhere = (await house.office()).visitor();
    expect((await elsewhere.get(link)).status).toBe(404);
    await dead(visitor, `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`);
    const code = link.split('/').at(-1) ?? '';
    expect((await visitor.get(`/seat/${code}`)).status).toBe(404);
    // The id of the booking itself, signed, is no link.
    const signed = await office.inOffice(async (tx) => codeOf(tx, 'time', bookingId));
    await dead(visitor, `/time/${signed}`);
  });
});

describe('who sends and stops links', () => {
  test('only those who coach or manage the client today', async () => {
    const { office, aino, mika, href } = await booked();
    const other = await office.person('coach');
    const elsewhere = await meetingWith(house);
    for (const person of [aino, other, elsewhere.mika, await office.person('administrator')])
      for (const path of ['/link', '/link/revocation'])
        expect((await person.post(`${href}${path}`)).status).toBe(404);
    for (const person of [aino, other, elsewhere.mika])
      expect((await person.post('/times/invitations', { client: aino.id, coach: mika.id })).status).toBe(404);
    expect((await (await office.person('manager')).post(`${href}/link`)).status).toBe(303);
  });

  test('a protected client is told to sign in and gets no link that opens by itself', async () => {
    const { office, aino, mika } = await meetingWith(house);
    await office.inOffice((tx) => tx.execute(sql`update persons set protected = true where id = ${aino.id}`));
    const link = await invited(office, aino, mika);
    expect((await office.visitor().get(link)).status).toBe(404);
    const { rows } = await office.inOffice((tx) => tx.execute(sql`select kind from notices`));
    expect(rows).toEqual([{ kind: 'booking-invited' }]);
  });
});

test('two presses at once book once, and a link stopped while it is used ends in peace', async () => {
  const { office, aino, mika } = await meetingWith(house);
  const link = await invited(office, aino, mika);
  const visitor = office.visitor();
  const [at = '', other = ''] = timesIn(await page(visitor.get(`${link}?week=${nextWeek}`)));
  const answers = await Promise.all(
    [at, at, other, at, other].map((one) => visitor.post(`${link}/booking`, { at: one, mode: 'video' })),
  );
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
  const { rows } = await office.inOffice((tx) => tx.execute<{ id: string }>(sql`select id from bookings`));
  expect(rows).toHaveLength(1);
  const href = `/times/${rows[0]?.id}`;
  const all = await Promise.all(
    Array.from({ length: 8 }, (_, round) => [
      visitor.post(`${link}/question`, { question: `Kysymys ${round}` }),
      visitor.post(`${link}/coming`),
      mika.post(`${href}/link${round === 4 ? '/revocation' : ''}`),
    ]).flat(),
  );
  for (const { status } of all) expect([303, 404]).toContain(status);
});
