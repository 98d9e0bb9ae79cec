import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { dayToConfirm, monday, theDay } from '../../../../test/day-to-confirm.ts';
import { confirmationsOf, enrol, expectDay } from '../../../../test/days.ts';
import { tellAbsence } from '../days/absence-actions.ts';
import { notePresence } from '../days/day-actions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const text = async (answer: Response | Promise<Response>) => (await answer).text();

describe('many days at once', () => {
  async function three() {
    const all = await dayToConfirm(house);
    const { office, aino, mika, enrolmentId, dayId } = all;
    const tuesday = await expectDay(office, aino, enrolmentId, monday.add({ days: 1 }));
    const wednesday = await expectDay(office, aino, enrolmentId, monday.add({ days: 2 }));
    const at = (day: Temporal.PlainDate, time: string) =>
      day.toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: time }).toInstant();
    await office.inOffice(async (tx) =>
      notePresence(tx, mika.actor, await theDay(office, dayId), {
        way: 'on-site',
        fromAt: at(monday, '09:00'),
        toAt: at(monday, '13:30'),
      }),
    );
    return { ...all, tuesday, wednesday };
  }

  test('the list has own clients’ days, those to decide on first, the oldest first, and ticks only clear ones', async () => {
    const { office, mika, dayId, tuesday, wednesday, serviceId } = await three();
    const other = await office.person('client', { givenName: 'Otso' });
    const hidden = await expectDay(office, other, await enrol(office, other, { serviceId }), monday);
    const page = await text(mika.get('/confirmations'));
    expect(page).not.toContain(hidden);
    const order = [tuesday, wednesday, dayId].map((id) => page.indexOf(`value="${id}"`));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const box = (id: string) => page.match(new RegExp(`<input[^>]*value="${id}"[^>]*>`))?.[0] ?? '';
    expect(box(dayId)).toContain('checked');
    expect(box(tuesday)).not.toContain('checked');
  });

  test('each row has its own outcome: what changed meanwhile is told, the rest is confirmed', async () => {
    const { office, aino, mika, dayId, tuesday, wednesday } = await three();
    const raili = await office.person('coach', { givenName: 'Raili' });
    await office.relate(aino, raili, { kind: 'substitute' });
    await raili.post(`/days/${tuesday}/confirmation`, { class: 'own-illness', seen: '0' });
    const answer = await mika.post('/confirmations', {
      'day[]': [dayId, tuesday, wednesday],
      [`class-${dayId}`]: 'attended',
      [`minutes-${dayId}`]: '270',
      [`class-${tuesday}`]: 'attended',
      [`minutes-${tuesday}`]: '240',
      [`class-${wednesday}`]: 'not-arranged',
    });
    expect(answer.status).toBe(303);
    const page = await text(mika.get(answer.headers.get('location') ?? ''));
    expect(page).toContain('2 päivää vahvistettu.');
    expect(page).toContain('Yksi päivä jäi vahvistamatta');
    expect(page).toContain('Nyt: Oma sairaus, Raili');
    expect(await confirmationsOf(office, dayId)).toMatchObject([{ class: 'attended', minutes: 270 }]);
    expect(await confirmationsOf(office, tuesday)).toMatchObject([{ class: 'own-illness' }]);
    expect(await confirmationsOf(office, wednesday)).toMatchObject([{ class: 'not-arranged' }]);
  });

  test('a day whose absence was told after the list was opened is looked at again', async () => {
    const { office, aino, mika, dayId, tuesday } = await three();
    const list = await text(mika.get('/confirmations'));
    expect(list).toContain(`name="absence-${dayId}" value="none"`);
    await office.inOffice(async (tx) =>
      tellAbsence(tx, aino.actor, await theDay(office, dayId), { class: 'own-illness', words: undefined }),
    );
    const answer = await mika.post('/confirmations', {
      'day[]': [dayId, tuesday],
      [`class-${dayId}`]: 'attended',
      [`minutes-${dayId}`]: '270',
      [`absence-${dayId}`]: 'none',
      [`class-${tuesday}`]: 'not-arranged',
      [`absence-${tuesday}`]: 'none',
    });
    const page = await text(mika.get(answer.headers.get('location') ?? ''));
    expect(page).toContain('Ilmoitus poissaolosta muuttui sillä välin.');
    expect(page).toContain(`name="absence-${dayId}" value="own-illness"`);
    expect(await confirmationsOf(office, dayId)).toEqual([]);
    expect(await confirmationsOf(office, tuesday)).toMatchObject([{ class: 'not-arranged' }]);
  });

  test('a row without a class is answered beside it, and no row is confirmed', async () => {
    const { office, mika, dayId, tuesday } = await three();
    const answer = await mika.post('/confirmations', {
      'day[]': [dayId, tuesday],
      [`class-${dayId}`]: 'attended',
      [`minutes-${dayId}`]: '270',
      [`class-${tuesday}`]: '',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Valitse, mitä päivä oli.');
    expect(await confirmationsOf(office, dayId)).toEqual([]);
  });

  test('one day that is not the coach’s own makes the whole form somebody else’s', async () => {
    const { office, mika, dayId, serviceId } = await three();
    const other = await office.person('client');
    const foreign = await expectDay(office, other, await enrol(office, other, { serviceId }), monday);
    const answer = await mika.post('/confirmations', {
      'day[]': [dayId, foreign],
      [`class-${dayId}`]: 'attended',
      [`minutes-${dayId}`]: '270',
      [`class-${foreign}`]: 'attended',
      [`minutes-${foreign}`]: '240',
    });
    expect(answer.status).toBe(404);
    expect(await confirmationsOf(office, dayId)).toEqual([]);
    expect(await confirmationsOf(office, foreign)).toEqual([]);
  });

  test('the address with outcomes shows nothing of other people’s clients', async () => {
    const { office, dayId } = await three();
    const nosy = await office.person('coach', { givenName: 'Ilkka' });
    const page = await text(nosy.get(`/confirmations?done=0&not=${dayId}.changed-meanwhile`));
    expect(page).not.toContain('Aino');
  });

  test('clients and providers have no such page', async () => {
    const { office, aino } = await three();
    const provider = await office.person('provider');
    expect((await aino.get('/confirmations')).status).toBe(404);
    expect((await provider.get('/confirmations')).status).toBe(404);
  });
});
