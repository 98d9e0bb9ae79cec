import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrive, news, roomOf, rooms } from '../../../../test/call-room.ts';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { askedBy } from '../../../../test/query-plans.ts';
import { now, todayIn } from '../../../platform/clock.ts';
import { addUnit } from '../../ground/offices/actions.ts';
import { grantRole } from '../../ground/people/actions.ts';
import { closeRoom, presentNow, removeFromRoom } from './door.ts';
import type { NewRoom } from './room-actions.ts';

let house: TestHouse;
let office: TestOffice;
let mika: TestPerson;
let aino: TestPerson;
let noora: TestPerson;

beforeAll(async () => {
  house = await openTestHouse();
  office = await house.office();
  mika = await office.person('coach', { givenName: 'Mika' });
  aino = await office.person('client', { givenName: 'Aino' });
  noora = await office.person('client', { givenName: 'Noora' });
});
afterAll(() => house.close());

const roomWith = (change: Partial<NewRoom> = {}, guests: TestPerson[] = [aino, noora]) =>
  roomOf(office, mika, guests, change);

describe('the way in', () => {
  test('an invited client finds three ways to take part, and what happens to what is said and written', async () => {
    const roomId = await roomWith();
    const page = await (await aino.get(`/rooms/${roomId}`)).text();
    for (const words of [
      'Aamun aloitus',
      'Kuva ja ääni',
      'Vain ääni',
      'Kirjoittaen',
      'Liity',
      'Mukana: Mika',
    ])
      expect(page).toContain(words);
    expect(page).toContain('Kukaan ei saa tallentaa');
    expect(page).toContain('poistetaan, kun tapaaminen päättyy');
  });

  test('gives the number of the unit where the host works, and of no other unit', async () => {
    const raili = await office.person([], { givenName: 'Raili' });
    await office.inOffice(async (tx) => {
      const unit = (fi: string, phone: string) =>
        addUnit(tx, { name: { fi, sv: fi, en: fi }, kind: 'youth-workshop', contacts: { phone } });
      await unit('Ahjo', '016 111');
      const unitId = await unit('Verstas', '016 222');
      await grantRole(tx, undefined, { personId: raili.id, role: 'coach', unitId, startsOn: todayIn() });
    });
    const page = async (roomId: string) => (await aino.get(`/rooms/${roomId}`)).text();
    expect(await page(await roomOf(office, raili, [aino]))).toContain('soita 016 222');
    expect(await page(await roomWith())).not.toContain('soita');
  });

  test('asks once who is in, and says it where one’s own call goes on elsewhere', async () => {
    const roomId = await roomWith({ waiting: 'open-door' });
    await arrive(aino, roomId);
    const asked = await askedBy(() => aino.get(`/rooms/${roomId}`));
    expect(
      asked.filter(({ text }) => /from "room_visits" left join "room_invitations"/.test(text)),
    ).toHaveLength(1);
    expect(await (await aino.get(`/rooms/${roomId}`)).text()).toContain('Olet jo mukana toisessa ikkunassa');
  });

  test('somebody who is not invited, and somebody of another office, find no room', async () => {
    const roomId = await roomWith({}, [aino]);
    expect((await noora.get(`/rooms/${roomId}`)).status).toBe(404);
    expect((await noora.post(`/rooms/${roomId}/visits`, { way: 'text' })).status).toBe(404);
    const stranger = await (await house.office()).person('coach');
    expect((await stranger.get(`/rooms/${roomId}`)).status).toBe(404);
    expect((await aino.get('/rooms/not-a-room')).status).toBe(404);
  });

  test('an invitation that was taken back opens nothing any more', async () => {
    const roomId = await roomWith({ waiting: 'open-door' });
    const visit = await arrive(aino, roomId);
    await office.inOffice((tx) => removeFromRoom(tx, roomId, aino.id));
    expect((await aino.get(`/rooms/${roomId}`)).status).toBe(404);
    expect((await aino.get(`/rooms/${roomId}/visits/${visit}`)).status).toBe(404);
  });

  test('without choosing a way the page says what to do, and nobody is at the door', async () => {
    const roomId = await roomWith();
    const answer = await aino.post(`/rooms/${roomId}/visits`, {});
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Valitse, miten osallistut.');
    expect(await office.inOffice((tx) => presentNow(tx, [roomId]))).toEqual([]);
  });

  test('before its time the room says when the door opens; after it that it is over', async () => {
    const opensAt = now().add({ hours: 3 });
    const early = await roomWith({ opensAt, closesAt: opensAt.add({ hours: 1 }) });
    const page = await (await aino.get(`/rooms/${early}`)).text();
    expect(page).toContain('Ovi ei ole vielä auki');
    expect(page).not.toContain('name="way"');
    const tried = await aino.post(`/rooms/${early}/visits`, { way: 'text' });
    expect(tried.headers.get('location')).toBe(`/rooms/${early}`);
    const over = await roomWith();
    await office.inOffice((tx) => closeRoom(tx, over));
    expect(await (await aino.get(`/rooms/${over}`)).text()).toContain('Tapaaminen on päättynyt');
  });

  test('a person whose address is protected takes part in writing where there is no relay, and is told why', async () => {
    const salla = await office.person('client', { givenName: 'Salla', protected: true });
    const roomId = await roomWith({ waiting: 'open-door' }, [salla]);
    const page = await (await salla.get(`/rooms/${roomId}`)).text();
    expect(page).toContain('verkko-osoitteesi ei näy kenellekään');
    const visit = await arrive(salla, roomId, 'video');
    expect((await news(salla, roomId, visit)).me.way).toBe('text');
    const connection = await salla.get(rooms(roomId, visit, 'connection'));
    expect(await connection.json()).toEqual({ policy: 'none', servers: [] });
  });
});

describe('the door', () => {
  test('a client waits, writes to the coach, gets an answer and is let in', async () => {
    const roomId = await roomWith();
    const host = await arrive(mika, roomId, 'text');
    const visit = await arrive(aino, roomId, 'voice');
    expect(await (await aino.get(`/rooms/${roomId}/visits/${visit}`)).text()).toContain('Olet oven takana');
    await aino.post(rooms(roomId, visit, 'notes'), { text: 'Mikrofoni ei toimi' });
    const seen = await news(mika, roomId, host);
    expect(seen.waiting.map((one) => [one.name, one.notes[0]?.text])).toEqual([
      ['Aino', 'Mikrofoni ei toimi'],
    ]);
    await mika.post(rooms(roomId, visit, 'notes'), { text: 'Tule kirjoittaen' });
    expect(await (await aino.get(`/rooms/${roomId}/visits/${visit}`)).text()).toContain('Tule kirjoittaen');
    const admitted = await mika.post(rooms(roomId, visit, 'admission'), {
      back: `/rooms/${roomId}/visits/${host}`,
    });
    expect(admitted.headers.get('location')).toBe(`/rooms/${roomId}/visits/${host}`);
    expect((await news(aino, roomId, visit)).people.map((one) => one.name)).toEqual(['Mika', 'Aino']);
  });

  test('a client cannot let anybody in, mute, put out, lock, end or read who waits', async () => {
    const roomId = await roomWith();
    await arrive(mika, roomId);
    const mine = await arrive(aino, roomId);
    await mika.post(rooms(roomId, mine, 'admission'), {});
    const hers = await arrive(noora, roomId);
    for (const act of ['admission', 'muting', 'removal'])
      expect((await aino.post(rooms(roomId, hers, act), {})).status).toBe(404);
    for (const act of ['admissions', 'lock', 'spotlight', 'closing'])
      expect((await aino.post(`/rooms/${roomId}/${act}`, { on: 'yes' })).status).toBe(404);
    expect((await aino.post(rooms(roomId, hers, 'notes'), { text: 'hei' })).status).toBe(404);
    expect((await aino.get(rooms(roomId, hers, 'news?messages=0'))).status).toBe(404);
    const seen = await news(aino, roomId, mine);
    expect(seen.waiting).toEqual([]);
    expect(seen.people.map((one) => one.name)).not.toContain('Noora');
    const stranger = await (await house.office()).person('coach');
    expect((await stranger.post(rooms(roomId, hers, 'admission'), {})).status).toBe(404);
  });

  test('the coach lets everybody in at once', async () => {
    const roomId = await roomWith();
    await arrive(mika, roomId);
    const [a, n] = [await arrive(aino, roomId), await arrive(noora, roomId)];
    await mika.post(`/rooms/${roomId}/admissions`, {});
    expect((await news(aino, roomId, a)).me.state).toBe('in');
    expect((await news(noora, roomId, n)).me.state).toBe('in');
  });

  test('a locked door makes newcomers wait, while somebody who was in comes back', async () => {
    const roomId = await roomWith({ waiting: 'open-door' });
    await arrive(mika, roomId);
    await arrive(aino, roomId);
    await mika.post(`/rooms/${roomId}/lock`, { on: 'yes' });
    const late = await arrive(noora, roomId);
    expect((await news(noora, roomId, late)).me.state).toBe('waiting');
    expect(await (await noora.get(`/rooms/${roomId}/visits/${late}`)).text()).toContain('Ovi on nyt lukossa');
    const again = await arrive(aino, roomId);
    expect((await news(aino, roomId, again)).me.state).toBe('in');
  });

  test('two persons who must never meet are never in at once, and neither learns of the other', async () => {
    const [veera, otto] = [
      await office.person('client', { givenName: 'Veera' }),
      await office.person('client', { givenName: 'Otto' }),
    ];
    const [first, second] = [veera.id, otto.id].sort();
    await office.inOffice((tx) =>
      tx.execute(sql`insert into blocked_pairs (first_id, second_id) values (${first}, ${second})`),
    );
    const roomId = await roomWith({ waiting: 'open-door' }, [veera, otto]);
    const host = await arrive(mika, roomId);
    const hers = await arrive(veera, roomId);
    const his = await arrive(otto, roomId);
    expect((await news(otto, roomId, his)).me.state).toBe('waiting');
    const refused = await mika.post(rooms(roomId, his, 'admission'), {
      back: `/rooms/${roomId}/visits/${host}`,
    });
    expect(refused.headers.get('location')).toBe(`/rooms/${roomId}/visits/${host}?door=kept`);
    const page = await (await mika.get(`/rooms/${roomId}/visits/${host}?door=kept`)).text();
    expect(page).toContain('Kaikkia ei voi päästää sisään juuri nyt');
    await mika.post(`/rooms/${roomId}/admissions`, {});
    expect((await news(otto, roomId, his)).me.state).toBe('waiting');
    expect(await (await otto.get(`/rooms/${roomId}/visits/${his}`)).text()).not.toContain('Veera');
    expect((await news(veera, roomId, hers)).people.map((one) => one.name)).toEqual(['Mika', 'Veera']);
    await veera.post(rooms(roomId, hers, 'leaving'));
    await mika.post(rooms(roomId, his, 'admission'), {});
    const seen = await news(otto, roomId, his);
    expect(seen.people.map((one) => one.name)).toEqual(['Mika', 'Otto']);
    expect(seen.messages).toEqual([]);
  });
});
