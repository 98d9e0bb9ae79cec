import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { setClock } from '../../../platform/clock.ts';
import { joinChannel, leaveChannel, openChannel } from './channel-actions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

// People sign in when they are made, so the clock is set before: a Tuesday at ten.
let putBack = () => {};
const setTime = (text: string) => setClock(() => Temporal.Instant.from(text));
beforeEach(() => {
  putBack = setTime('2026-11-24T08:00:00Z');
});
afterEach(() => putBack());

const page = async (answer: Response | Promise<Response>) => (await answer).text();

/** A channel open on weekdays from nine to three, with a coach and two clients. */
async function channelOf(house: TestHouse) {
  const office = await house.office();
  const mika = await office.person('coach', { givenName: 'Mika', familyName: 'Lahtinen' });
  const aino = await office.person('client', { givenName: 'Aino', familyName: 'Koskela' });
  const ville = await office.person('client', { givenName: 'Ville', familyName: 'Niemi' });
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    opens: Temporal.PlainTime.from('09:00'),
    closes: Temporal.PlainTime.from('15:00'),
  }));
  const channelId = await office.inOffice((tx) => openChannel(tx, mika.actor, { title: 'Aamuryhmä', hours }));
  const join = (person: TestPerson, more: { part?: 'moderator'; shownAs?: string } = {}) =>
    office.inOffice((tx) => joinChannel(tx, mika.actor, { channelId, personId: person.id, ...more }));
  const leave = (person: TestPerson) =>
    office.inOffice((tx) => leaveChannel(tx, mika.actor, { channelId, personId: person.id }));
  await join(mika, { part: 'moderator' });
  await join(aino, { shownAs: 'Kuutti' });
  await join(ville);
  return { office, channelId, mika, aino, ville, join, leave };
}

const blockPair = (office: TestOffice, a: TestPerson, b: TestPerson) =>
  office.inOffice((tx) =>
    tx.execute(sql`insert into blocked_pairs (office_id, first_id, second_id)
      values (${tx.officeId}, least(${a.id}::uuid, ${b.id}::uuid), greatest(${a.id}::uuid, ${b.id}::uuid))`),
  );

async function latestMessage(office: TestOffice): Promise<string> {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string }>(
      sql`select id from messages where office_id = ${tx.officeId} order by position desc limit 1`,
    ),
  );
  return rows[0]?.id ?? '';
}

describe('a channel', () => {
  test('is open to its members by chosen names, and not there for anybody else', async () => {
    const { office, channelId, aino, ville, mika } = await channelOf(house);
    await aino.post(`/channels/${channelId}`, { text: 'Huomenta' });
    const html = await page(ville.get(`/channels/${channelId}`));
    expect(html).toContain('Huomenta');
    expect(html).toContain('Kuutti');
    expect(html).not.toContain('Koskela');
    expect((await mika.get(`/channels/${channelId}`)).status).toBe(200);
    const stranger = await office.person('client');
    const manager = await office.person('manager');
    const elsewhere = await (await house.office()).person('coach');
    for (const person of [stranger, manager, elsewhere]) {
      expect((await person.get(`/channels/${channelId}`)).status).toBe(404);
      expect((await person.post(`/channels/${channelId}`, { text: 'x' })).status).toBe(404);
    }
  });

  test('closes by itself and says when it opens; a coach may still write', async () => {
    putBack();
    putBack = setTime('2026-11-24T16:00:00Z');
    const { channelId, aino, mika } = await channelOf(house);
    const html = await page(aino.get(`/channels/${channelId}`));
    expect(html).toContain('Keskustelu on nyt kiinni');
    expect(html).toContain('keskiviikko 25. marraskuuta');
    expect(html).not.toContain('<textarea');
    const late = await aino.post(`/channels/${channelId}`, { text: 'Vielä yksi' });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('Viestiä ei lähetetty');
    expect((await mika.post(`/channels/${channelId}`, { text: 'Huomiseen' })).status).toBe(303);
  });

  test('a coach pins, mutes, closes and removes; a member can do none of it', async () => {
    const { office, channelId, aino, ville, mika } = await channelOf(house);
    await aino.post(`/channels/${channelId}`, { text: 'Ilkeä sana' });
    const id = await latestMessage(office);
    const at = `/channels/${channelId}`;
    for (const [path, fields] of [
      [`${at}/messages/${id}/pin`, { pinned: 'yes' }],
      [`${at}/messages/${id}/deletion`, {}],
      [`${at}/messages/${id}/reports`, { outcome: 'removed' }],
      [`${at}/members/${aino.id}/muting`, { length: 'day' }],
      [`${at}/closing`, { closed: 'yes' }],
      [`${at}/hours`, {}],
    ] as const) {
      expect((await ville.post(path, fields)).status, path).toBe(404);
    }
    expect((await ville.post(`${at}/messages/${id}/report`, { reason: 'mean', words: '' })).status).toBe(303);
    expect(await page(mika.get(at))).toContain('Ville ilmoitti: Se on ilkeä');
    expect(await page(aino.get(at))).not.toContain('ilmoitti');
    await mika.post(`${at}/messages/${id}/reports`, { outcome: 'removed' });
    expect(await page(ville.get(at))).toContain('Valmentaja on poistanut viestin');
    expect((await mika.post(`${at}/members/${aino.id}/muting`, { length: 'hour' })).status).toBe(303);
    expect((await aino.post(at, { text: 'Miksi' })).status).toBe(422);
    expect((await ville.post(at, { text: 'Hei' })).status).toBe(303);
    await mika.post(`${at}/closing`, { closed: 'yes' });
    expect((await ville.post(at, { text: 'Hei' })).status).toBe(422);
    await mika.post(`${at}/closing`, { closed: 'no' });
    expect((await ville.post(at, { text: 'Taas auki' })).status).toBe(303);
    const pinned = await latestMessage(office);
    await mika.post(`${at}/messages/${pinned}/pin`, { pinned: 'yes' });
    expect(await page(aino.get(at))).toContain('Tärkeää');
    expect((await mika.post(`${at}/members/${mika.id}/muting`, { length: 'day' })).status).toBe(404);
  });

  test('a member sends a picture under the chosen name, and takes back what is their own only', async () => {
    const { office, channelId, aino, ville, mika } = await channelOf(house);
    const at = `/channels/${channelId}`;
    const dot = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const file = new File([dot], 'kuva.png', { type: 'image/png' });
    expect((await aino.post(at, { text: 'Lintulauta', file })).status).toBe(303);
    const picture = /<img src="\/[^"]+\/f\/[^"]+" alt="Kuva, jonka lähetti Kuutti"/;
    expect(await page(ville.get(at))).toMatch(picture);
    const takeBack = async (who: TestPerson, id: string) =>
      (await who.post(`${at}/messages/${id}/deletion`)).status;
    const id = await latestMessage(office);
    expect([await takeBack(ville, id), await takeBack(aino, id)]).toEqual([404, 303]);
    const html = await page(ville.get(at));
    expect(html).not.toMatch(picture);
    expect(html).not.toContain('Lintulauta');
    await aino.post(at, { text: 'Salaisuus' });
    await blockPair(office, aino, ville);
    expect(await takeBack(ville, await latestMessage(office))).toBe(404);
    expect(await takeBack(mika, await latestMessage(office))).toBe(303);
  });

  test('a coach with the channel open sees a report at once and first, and sees who is muted', async () => {
    const { office, channelId, aino, ville, mika } = await channelOf(house);
    const at = `/channels/${channelId}`;
    await aino.post(at, { text: 'Ilkeä sana' });
    const id = await latestMessage(office);
    await ville.post(`${at}/messages/${id}/report`, { reason: 'mean', words: '' });
    const live = (await page(mika.get(at))).match(/<div id="channel"[\s\S]*?Keskustelu<\/h2>/)?.[0];
    expect(live).toContain('Ville ilmoitti: Se on ilkeä');
    const who = (html: string) => html.match(/<details[^>]*><summary>Ketkä ovat mukana/)?.[0];
    expect(who(await page(mika.get(at)))).not.toContain('open');
    const muting = await mika.post(`${at}/members/${aino.id}/muting`, { length: 'hour' });
    expect(muting.headers.get('location')).toBe(`${at}#persons`);
    expect(who(await page(mika.get(at)))).toContain('open');
    expect(who(await page(ville.get(at)))).not.toContain('open');
  });

  test('two who must never meet do not see each other’s words or names, whoever comes first', async () => {
    const { office, channelId, aino, ville } = await channelOf(house);
    await aino.post(`/channels/${channelId}`, { text: 'Ainon sana' });
    const id = await latestMessage(office);
    await blockPair(office, aino, ville);
    const html = await page(ville.get(`/channels/${channelId}`));
    expect(html).not.toContain('Ainon sana');
    expect(html).not.toContain('Kuutti');
    expect(html).not.toContain(aino.id);
    expect((await ville.get(`/channels/${channelId}/messages/${id}/report`)).status).toBe(404);
    expect(
      (await ville.post(`/channels/${channelId}/messages/${id}/report`, { reason: 'mean' })).status,
    ).toBe(404);
  });

  test('who joins later does not see what was said before, and who has left sees nothing', async () => {
    const { office, channelId, aino, ville, join, leave } = await channelOf(house);
    await aino.post(`/channels/${channelId}`, { text: 'Vanha sana' });
    const noora = await office.person('client', { givenName: 'Noora' });
    await join(noora);
    expect(await page(noora.get(`/channels/${channelId}`))).not.toContain('Vanha sana');
    await aino.post(`/channels/${channelId}`, { text: 'Uusi sana' });
    expect(await page(noora.get(`/channels/${channelId}`))).toContain('Uusi sana');
    await leave(ville);
    expect((await ville.get(`/channels/${channelId}`)).status).toBe(404);
    expect((await ville.post(`/channels/${channelId}`, { text: 'x' })).status).toBe(404);
  });
});
