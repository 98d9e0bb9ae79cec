import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../../test/cast.ts';
import { groupWith, setBlock } from '../../../../../test/group.ts';
import { todayIn } from '../../../../platform/clock.ts';
import { lapseOffers } from './waiting-actions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const page = async (answer: Response | Promise<Response>) => (await answer).text();
const inDays = (days: number) => todayIn().add({ days }).toString();

/** A group with one free seat, for which two wait: Noora, then Joni. */
async function line() {
  const all = await groupWith(house, { seats: 2, members: ['ville'] });
  const { office, groupId, mika } = all;
  const noora = await office.person('client', { givenName: 'Noora' });
  const joni = await office.person('client', { givenName: 'Joni' });
  for (const client of [noora, joni]) {
    await office.relate(client, mika);
    await mika.post(`/groups/${groupId}/waiting`, { client: client.id });
  }
  const waitingOf = async (client: TestPerson) =>
    (
      await office.inOffice((tx) =>
        tx.execute<{ id: string; outcome: string | null }>(
          sql`select id, outcome from waiting_list where client_id = ${client.id}`,
        ),
      )
    ).rows[0] ?? { id: '', outcome: null };
  const offer = async (client: TestPerson) =>
    mika.post(`/groups/${groupId}/waiting/${(await waitingOf(client)).id}/offer`, { until: inDays(3) });
  const answer = async (client: TestPerson, takes: 'take' | 'let-go') =>
    client.post(`/seat-offers/${(await waitingOf(client)).id}`, { answer: takes });
  return { ...all, noora, joni, waitingOf, offer, answer };
}

describe('an offered seat', () => {
  test('that the first in the line lets go is offered to the next', async () => {
    const { groupId, noora, joni, waitingOf, offer, answer } = await line();
    expect((await offer(noora)).status).toBe(303);
    expect((await answer(noora, 'let-go')).status).toBe(303);
    expect((await waitingOf(noora)).outcome).toBe('declined');
    expect((await offer(joni)).status).toBe(303);
    expect((await answer(joni, 'take')).status).toBe(303);
    expect((await joni.get(`/groups/${groupId}`)).status).toBe(200);
    expect((await noora.get(`/groups/${groupId}`)).status).toBe(404);
  });

  test('is free again once its last day is over, and cannot be taken late', async () => {
    const { office, groupId, noora, joni, waitingOf, offer, answer } = await line();
    await offer(noora);
    const until = (days: number) =>
      office.inOffice((tx) =>
        tx.execute(
          sql`update waiting_list set offer_until = ${inDays(days)}::date where client_id = ${noora.id}`,
        ),
      );
    await until(0);
    await office.inOffice(lapseOffers);
    expect((await waitingOf(noora)).outcome).toBeNull();
    await until(-1);
    expect((await answer(noora, 'take')).status).toBe(422);
    for (const _ of [1, 2]) await office.inOffice(lapseOffers);
    expect((await waitingOf(noora)).outcome).toBe('lapsed');
    expect((await offer(joni)).status).toBe(303);
    expect((await noora.get(`/groups/${groupId}`)).status).toBe(404);
  });

  test('is not offered to, nor taken by, somebody who must never meet a member, and neither hears of the other', async () => {
    const before = await line();
    await setBlock(before.office, before.noora, before.ville);
    const refused = await page(before.offer(before.noora));
    expect(refused).not.toContain('estopari');
    expect((await before.waitingOf(before.noora)).outcome).toBeNull();
    expect((await before.noora.get(`/seat-offers/${(await before.waitingOf(before.noora)).id}`)).status).toBe(
      404,
    );

    const { office, groupId, noora, ville, offer, answer } = await line();
    await offer(noora);
    await setBlock(office, noora, ville);
    const taken = await answer(noora, 'take');
    expect(taken.status).toBe(422);
    expect(await taken.text()).not.toMatch(/Ville|estopari/);
    expect((await noora.get(`/groups/${groupId}`)).status).toBe(404);
  });
});

describe('who has a last day', () => {
  test('stays longer only while the seat has not been given to somebody else', async () => {
    const { office, groupId, mika, ville, membershipOf } = await groupWith(house, { seats: 2 });
    const leave = async (days: number) =>
      mika.post(`/groups/${groupId}/members/${await membershipOf(ville)}/leaving`, {
        leavesOn: inDays(days),
      });
    expect((await leave(2)).status).toBe(303);
    expect((await leave(4)).status).toBe(303);
    const noora = await office.person('client', { givenName: 'Noora' });
    await office.relate(noora, mika);
    const joined = await mika.post(`/groups/${groupId}/members`, { client: noora.id, joinsOn: inDays(5) });
    expect(joined.status).toBe(303);
    const longer = await leave(9);
    expect(longer.status).toBe(422);
    expect(await longer.text()).toContain('Ryhmä on täynnä');
    expect((await leave(3)).status).toBe(303);
  });
});

describe('house rules', () => {
  const languageOf = (office: TestOffice, client: TestPerson) =>
    office.inOffice(
      async (tx) =>
        (
          await tx.execute<{ language: string }>(
            sql`select language from group_rule_acceptances where client_id = ${client.id}`,
          )
        ).rows,
    );

  test('are read and accepted in the person’s own language, once', async () => {
    const { office, groupId, mika, aino } = await groupWith(house);
    await mika.post(`/groups/${groupId}/rules`, {
      fi: 'Kaikki ovat samanarvoisia.',
      sv: 'Alla är lika värda.',
    });
    await aino.post('/language', { to: 'sv', back: '/groups' });
    const shown = await page(aino.get(`/groups/${groupId}/acceptance`));
    expect(shown).toContain('Alla är lika värda.');
    expect(shown).not.toContain('Kaikki ovat samanarvoisia.');
    for (const _ of [1, 2]) await aino.post(`/groups/${groupId}/acceptance`, { version: '1' });
    expect(await languageOf(office, aino)).toEqual([{ language: 'sv' }]);
    expect((await aino.get(`/groups/${groupId}/acceptance`)).headers.get('location')).toBe(
      `/groups/${groupId}`,
    );
  });
});
