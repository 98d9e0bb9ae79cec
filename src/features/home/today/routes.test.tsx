import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { at, type CoachingDay, coachingDay, dayRow, openCoachingDay } from '../../../../test/coaching-day.ts';
import { setClock } from '../../../platform/clock.ts';
import { tellAbsence } from '../../coaching/days/absence-actions.ts';
import { notePresence } from '../../coaching/days/day-actions.ts';
import { openSessionRoom, sessionsOn } from '../../contact/groups/door.ts';
import { postToThread } from '../../contact/messages/door.ts';

let house: TestHouse;
let day: CoachingDay;
let time = at('08:00');
let putBack = () => {};

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  time = at('08:00');
  putBack = setClock(() => time);
  day = await openCoachingDay(house);
});
afterEach(() => putBack());

const todayAt = async (clock: string) => {
  time = at(clock);
  const response = await day.aino.get('/today');
  expect(response.status).toBe(200);
  return response.text();
};
const mainButton = (html: string) => {
  const found = [...html.matchAll(/class="button main"[^>]*>(.*?)<\/(?:a|button)>/g)].map((match) =>
    (match[1] ?? '').replace(/<[^>]+>/g, '').trim(),
  );
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0];
};

describe('Today', () => {
  test('a client sees the day and one main button, which changes with the hour', async () => {
    const morning = await todayAt('08:20');
    expect(morning).toContain('Huomenta, Aino');
    expect(morning).toContain('Tiistai 24. marraskuuta');
    expect(mainButton(morning)).toBe('Huomenta, olen paikalla');
    expect(mainButton(await todayAt('09:05'))).toBe('Liity ryhmään');
    expect(mainButton(await todayAt('10:00'))).toBe('Hei, olen paikalla'.replace('Hei', 'Huomenta'));
    await day.aino.post(`/my-days/${coachingDay}/hello`);
    expect(mainButton(await todayAt('10:01'))).toBe('Tee päivän suunnitelma');
    await day.aino.post(`/my-days/${coachingDay}/plan`, { 'templates[]': ['job-search', 'movement'] });
    expect(mainButton(await todayAt('10:02'))).toBe('Kirjaa oma tehtävä');
    expect(mainButton(await todayAt('12:05'))).toBe('Kaikki hyvin');
    expect(await todayAt('14:30')).toContain('Miten päivä meni?');
  });

  test('joining leads to the room in one tap once it is open', async () => {
    const [session] = await day.office.inOffice((tx) =>
      sessionsOn(tx, { personId: day.aino.id }, coachingDay),
    );
    time = at('08:30');
    const roomId = await day.office.inOffice((tx) => openSessionRoom(tx, session?.id ?? ''));
    expect(await todayAt('09:00')).toContain(`href="/rooms/${roomId}"`);
  });

  test('the open room tells how many are inside, not who', async () => {
    const [session] = await day.office.inOffice((tx) =>
      sessionsOn(tx, { personId: day.aino.id }, coachingDay),
    );
    time = at('08:30');
    const roomId = await day.office.inOffice((tx) => openSessionRoom(tx, session?.id ?? ''));
    expect(await todayAt('09:00')).toContain('Huone on auki, sisällä ei ole vielä ketään');
    // Opened by the client in another tab, say; the door is open.
    const entered = await day.aino.post(`/rooms/${roomId}/visits`, { way: 'text' });
    expect(entered.headers.get('location')).toContain(`/rooms/${roomId}`);
    const html = await todayAt('09:01');
    expect(html).toContain('Huone on auki, sisällä yksi');
    expect(/<main.*<\/main>/s.exec(html)?.[0].split('Huone on auki')[1]).not.toContain('Aino');
  });

  test('an unread message is one tap away, to the thread itself', async () => {
    expect(await todayAt('09:00')).not.toContain('uusi viesti');
    await day.office.inOffice((tx) => postToThread(tx, day.mika.actor, day.aino.id, 'Hei'));
    const html = await todayAt('09:01');
    expect(html).toMatch(new RegExp(`href="/messages/${day.aino.id}#newest"[^>]*>.*?1 uusi viesti`));
    expect(mainButton(html)).toBe('Liity ryhmään');
  });

  test('opening the page is no hello, the button is', async () => {
    await todayAt('09:40');
    await todayAt('09:41');
    expect(await hellos()).toEqual([]);
    await day.aino.post(`/my-days/${coachingDay}/hello`);
    expect(await hellos()).toEqual(['page']);
  });

  test('what speaks for the day is said with the money it brings', async () => {
    time = at('09:40');
    const row = await dayRow(day.office, day.aino);
    await day.office.inOffice((tx) =>
      notePresence(tx, day.mika.actor, row, { way: 'phone', fromAt: at('09:01'), toAt: at('09:28') }),
    );
    const html = await todayAt('09:41');
    expect(html).toContain('Tämä päivä on matkalla mukaan.');
    expect(html).toContain('Olit mukana puhelimella 9.01–9.28: 27 min.');
    expect(html).toContain('Kun päivä lasketaan, saat 9 € kulukorvauksen.');
    expect(html).toContain('olit mukana');
  });

  test('in the evening a day that is short is neither on its way nor lost: what was done can still be told', async () => {
    expect(await todayAt('09:41')).toContain('Päiväsi on alussa.');
    const html = await todayAt('19:30');
    expect(html).toContain('Päivä ei ole vielä koossa.');
    expect(html).toContain(`href="/my-days/${coachingDay}/own-work"`);
    expect(html).not.toMatch(/Päiväsi on alussa|matkalla mukaan/);
  });

  test('after an absence nothing is asked, and one tap takes it back', async () => {
    await day.office.inOffice(async (tx) =>
      tellAbsence(tx, day.aino.actor, await dayRow(day.office, day.aino), {
        class: 'own-illness',
        words: undefined,
      }),
    );
    const html = await todayAt('09:10');
    expect(html).toContain('Olet kertonut, ettet pääse tänään');
    expect(html).toContain('Oma sairaus');
    expect(html).toContain('Työttömyysetuutesi ei muutu. Kulukorvausta tältä päivältä ei tule.');
    expect(html).toContain('Kerro poissaolosta myös omassa työttömyysajan ilmoituksessasi.');
    expect(mainButton(html)).toBeUndefined();
    await day.aino.post(`/my-days/${coachingDay}/absence/withdrawal`);
    expect(mainButton(await todayAt('09:11'))).toBe('Liity ryhmään');
  });

  test('a change of the programme is heard by an open page, and a cancelled session tells why and no host', async () => {
    expect(await todayAt('08:20')).toMatch(new RegExp(`id="today" data-live="[^"]*group:${day.groupId}\\.`));
    const { cancelDay, changeDay } = await import('../../contact/groups/programme/programme-actions.ts');
    const jenni = await day.office.person('coach', { givenName: 'Jenni' });
    await day.office.inOffice(async (tx) => {
      const sessions = await sessionsOn(tx, { personId: day.aino.id }, coachingDay);
      const wellbeing = sessions.find((one) => one.title.fi === 'Hyvän olon hetki');
      if (!wellbeing) throw new Error('no session');
      await changeDay(tx, day.mika.actor, wellbeing, { hostId: jenni.id });
      await cancelDay(tx, day.mika.actor, wellbeing, 'Jenni on sairaana');
    });
    const html = await todayAt('08:21');
    expect(html).toContain('Jenni on sairaana.');
    expect(html).not.toContain('Vetäjänä');
  });

  test('on a day without programme the next day is told', async () => {
    time = coachingDay.add({ days: 3 }).toZonedDateTime('Europe/Helsinki').add({ hours: 9 }).toInstant();
    const html = await (await day.aino.get('/today')).text();
    expect(html).toContain('Tänään ei ole ohjelmaa');
    expect(html).toContain('maanantai 30. marraskuuta');
  });

  test('staff, visitors and another office have no Today of this client', async () => {
    expect((await day.mika.get('/today')).status).toBe(404);
    expect((await day.office.visitor().get('/today')).status).toBe(303);
    const elsewhere = await openCoachingDay(house);
    const html = await (await elsewhere.aino.get('/today')).text();
    expect(html).not.toContain(day.aino.id);
  });

  test.each([
    ['sv', 'God morgon, Aino', 'Din dag är i början.'],
    ['en', 'Good morning, Aino', 'Your day is at its beginning.'],
    ['fi-simple', 'Huomenta, Aino', 'Sinulla ei ole vielä minuutteja.'],
  ] as const)('in %s everything is in that language', async (language, greeting, counts) => {
    const reader = await day.office.person('client', { givenName: 'Aino', language });
    const { enrolIn } = await import('../../../../test/coaching-day.ts');
    await enrolIn(day, reader);
    time = at('08:20');
    const html = await (await reader.get('/today')).text();
    expect(html).toContain(greeting);
    expect(html).toContain(counts);
    if (language !== 'fi-simple') expect(html).not.toContain('Päivän kulku');
  });

  test('the first view with its style sheet is at most 14,336 bytes on the wire', async () => {
    const styles = join(import.meta.dirname, '../../../ui/styles');
    const css = readdirSync(styles)
      .filter((name) => name.endsWith('.css') && name !== 'likista.css')
      .map((name) =>
        readFileSync(join(styles, name), 'utf8')
          .replaceAll(/\/\*.*?\*\//gs, '')
          .replaceAll(/\s+/g, ' '),
      )
      .join('');
    await day.aino.post(`/my-days/${coachingDay}/hello`);
    const html = await todayAt('10:00');
    const weight = brotliCompressSync(html).length + brotliCompressSync(css).length;
    expect(weight).toBeLessThanOrEqual(14_336);
  });
});

async function hellos(): Promise<string[]> {
  const row = await dayRow(day.office, day.aino);
  return day.office.inOffice(async (tx) => {
    const { factsOf } = await import('../../coaching/days/door.ts');
    return ((await factsOf(tx, row.id))?.hellos ?? []).map((hello) => hello.way);
  });
}
