import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { todayIn } from '../../../platform/clock.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function coachWithClient() {
  const office = await house.office();
  const aino = await office.person('client', { givenName: 'Aino', familyName: 'Koskela' });
  const mika = await office.person('coach', { givenName: 'Mika', familyName: 'Lahtinen' });
  await office.relate(aino, mika);
  return { office, aino, mika };
}

const page = async (answer: Response | Promise<Response>) => (await answer).text();

describe('a thread that follows the client', () => {
  test('a client and a coach write to each other, and only as ciphertext in the database', async () => {
    const { office, aino, mika } = await coachWithClient();
    const secret = 'Minua jännittää huominen';
    expect((await aino.post(`/messages/${aino.id}`, { text: secret })).status).toBe(303);
    expect(await page(mika.get(`/messages/${aino.id}`))).toContain(secret);
    await mika.post(`/messages/${aino.id}`, { text: 'Kaikki menee hyvin' });
    expect(await page(aino.get('/messages'))).toContain('Kaikki menee hyvin');
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ body: Buffer }>(sql`select body from messages where office_id = ${tx.officeId}`),
    );
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.body.includes(Buffer.from('jännittää'))).toBe(false);
  });

  test('only the client and the coaches of today have a way in', async () => {
    const { office, aino, mika } = await coachWithClient();
    await aino.post(`/messages/${aino.id}`, { text: 'Hei' });
    const substitute = await office.person('coach');
    await office.relate(aino, substitute, { kind: 'substitute' });
    const before = await office.person('coach');
    await office.relate(aino, before, { endsOn: todayIn().subtract({ days: 1 }) });
    const elsewhere = await coachWithClient();
    const others: [string, TestPerson][] = [
      ['a colleague', await office.person('coach')],
      ['a coach whose time is over', before],
      ['a manager', await office.person('manager')],
      ['an administrator', await office.person('administrator')],
      ['a provider', await office.person('provider')],
      ['another client', await office.person('client')],
      ['a coach of another office', elsewhere.mika],
    ];
    for (const [who, person] of others) {
      expect((await person.get(`/messages/${aino.id}`)).status, who).toBe(404);
      expect((await person.post(`/messages/${aino.id}`, { text: 'x' })).status, who).toBe(404);
    }
    for (const person of [aino, mika, substitute])
      expect((await person.get(`/messages/${aino.id}`)).status).toBe(200);
    expect((await substitute.post(`/messages/${aino.id}`, { text: 'Sijaistan' })).status).toBe(303);
  });

  test('each reading by a coach stands in the access log, the client’s own does not', async () => {
    const { office, aino, mika } = await coachWithClient();
    await mika.get(`/messages/${aino.id}`);
    await aino.get('/messages');
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ actor_id: string; act: string }>(
        sql`select actor_id, act from access_log where subject = 'message' and person_id = ${aino.id}`,
      ),
    );
    expect(rows).toEqual([{ actor_id: mika.id, act: 'read' }]);
  });

  test('unread messages are counted for oneself and nobody is told what has been read', async () => {
    const { aino, mika } = await coachWithClient();
    await mika.post(`/messages/${aino.id}`, { text: 'Yksi' });
    await mika.post(`/messages/${aino.id}`, { text: 'Kaksi' });
    const unread = await page(aino.get('/messages'));
    expect(unread).toContain('Uudet viestit');
    const [, action, readTo] =
      /action="(\/conversations\/[^"]+\/reading)".*?name="readTo" value="(\d+)"/s.exec(unread) ?? [];
    const before = await page(mika.get(`/messages/${aino.id}`));
    expect((await aino.post(action ?? '', { readTo: readTo ?? '' })).status).toBe(303);
    expect(await page(aino.get('/messages'))).not.toContain('Uudet viestit');
    const seen = await page(mika.get(`/messages/${aino.id}`));
    const said = (html: string) => html.match(/<li class="message.*?<\/li>/gs)?.length;
    expect(said(seen)).toBe(said(before));
    expect(seen).not.toMatch(/luettu|nähty/i);
  });

  test('what is new stands in the menu of every page but the messages’ own, and goes when it has been read', async () => {
    const { office, aino, mika } = await coachWithClient();
    const mark = (html: string) =>
      /class="news">(\d+)<span class="unseen"> (\S+?)<\/span>/.exec(html)?.slice(1);
    await mika.post(`/messages/${aino.id}`, { text: 'Yksi' });
    await mika.post(`/messages/${aino.id}`, { text: 'Kaksi' });
    expect(mark(await page(aino.get('/me')))).toEqual(['2', 'uutta']);
    expect(mark(await page(mika.get('/board')))).toBeUndefined();
    const inbox = await page(aino.get('/messages'));
    expect(mark(inbox)).toBeUndefined();
    const [, action, readTo] =
      /action="(\/conversations\/[^"]+\/reading)".*?name="readTo" value="(\d+)"/s.exec(inbox) ?? [];
    await aino.post(action ?? '', { readTo: readTo ?? '' });
    expect(mark(await page(aino.get('/me')))).toBeUndefined();
    expect(await page(office.visitor().get('/'))).not.toContain('news-');
  });

  test('a message hints to the inboxes of those who are in the conversation, and to nobody else’s', async () => {
    const { office, aino, mika } = await coachWithClient();
    const before = await office.person('coach');
    await office.relate(aino, before, { endsOn: todayIn().subtract({ days: 1 }) });
    await aino.post(`/messages/${aino.id}`, { text: 'Hei' });
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ topics: string[] }>(sql`select topics from events where name = 'message.posted'`),
    );
    expect(new Set(rows[0]?.topics)).toEqual(
      new Set([`thread:${aino.id}`, `inbox:${aino.id}`, `inbox:${mika.id}`]),
    );
  });

  test('a message sent twice with one key is there once', async () => {
    const { aino } = await coachWithClient();
    const fields = { text: 'Vain kerran', _key: crypto.randomUUID() };
    const first = await aino.post(`/messages/${aino.id}`, fields);
    const second = await aino.post(`/messages/${aino.id}`, fields);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect((await page(aino.get('/messages'))).split('Vain kerran')).toHaveLength(2);
  });

  test('a writer takes back a message, and nobody else can', async () => {
    const { office, aino, mika } = await coachWithClient();
    await aino.post(`/messages/${aino.id}`, { text: 'Hups' });
    const id = await latestMessage(office);
    expect((await mika.post(`/messages/${aino.id}/${id}/deletion`)).status).toBe(404);
    expect((await aino.post(`/messages/${aino.id}/${id}/deletion`)).status).toBe(303);
    const html = await page(mika.get(`/messages/${aino.id}`));
    expect(html).not.toContain('Hups');
    expect(html).toContain('Viesti on poistettu');
  });

  test('an empty or a far too long message is refused with words, and what was typed stays', async () => {
    const { aino } = await coachWithClient();
    const empty = await aino.post(`/messages/${aino.id}`, { text: '  ' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Kirjoita viesti tai valitse kuva');
    const long = await aino.post(`/messages/${aino.id}`, { text: 'a'.repeat(4001) });
    expect(long.status).toBe(422);
    expect(await long.text()).toContain('a'.repeat(4001));
  });

  test('a picture travels with a message; what is no picture is refused', async () => {
    const { aino, mika } = await coachWithClient();
    const dot = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const file = new File([dot], 'kuva.png', { type: 'image/png' });
    expect((await aino.post(`/messages/${aino.id}`, { text: '', file })).status).toBe(303);
    expect(await page(mika.get(`/messages/${aino.id}`))).toMatch(
      /<img src="\/[^"]+\/f\/[^"]+" alt="Kuva, jonka lähetti Aino"/,
    );
    const script = new File(['<script>alert(1)</script>'], 'kuva.png', { type: 'image/png' });
    expect((await aino.post(`/messages/${aino.id}`, { text: '', file: script })).status).toBe(422);
  });

  test('whatever is typed, it comes back as text and never as markup', async () => {
    const { aino } = await coachWithClient();
    for (const text of [
      '<img src=x onerror=alert(1)>',
      '"><script>1</script>',
      "javascript:alert('x')",
      '\u202eabc',
    ]) {
      expect((await aino.post(`/messages/${aino.id}`, { text })).status).toBe(303);
    }
    const html = await page(aino.get('/messages'));
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('<script>1');
    expect(html).not.toContain('href="javascript');
  });
});

async function latestMessage(office: TestOffice): Promise<string> {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string }>(
      sql`select id from messages where office_id = ${tx.officeId} order by position desc limit 1`,
    ),
  );
  return rows[0]?.id ?? '';
}
