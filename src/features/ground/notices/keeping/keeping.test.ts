import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../../test/cast.ts';
import { now, setClock, todayIn } from '../../../../platform/clock.ts';
import { setSetting } from '../../offices/actions.ts';
import { defineNotice, notify } from '../door.ts';
import { clearOldDeliveries, keepDeliveriesDays } from './keeping.ts';

const matter = defineNotice<Record<string, never>>({
  kind: 'test-keeping',
  texts: { body: { fi: 'Asia: {link}', sv: 'Ärende: {link}', en: 'A matter: {link}' } },
  necessary: true,
  landsOn: () => '/',
});

let house: TestHouse;
let restore = () => {};
beforeAll(async () => {
  house = await openTestHouse();
});
afterEach(() => restore());
afterAll(() => house.close());

/** A letter and a text message to the same person; the message failed and was followed by the letter. */
async function told(office: TestOffice, person: TestPerson, state: string) {
  await office.inOffice(async (tx) => {
    await notify(tx, person.id, matter, {});
    await tx.execute(sql`update deliveries set state = ${state}, gathering = false
      where office_id = ${tx.officeId} and person_id = ${person.id}`);
    await tx.execute(sql`insert into deliveries (office_id, person_id, channel, state, due_at, followed_by)
      select office_id, person_id, 'sms', 'given-up', now(), id from deliveries
      where office_id = ${tx.officeId} and person_id = ${person.id}`);
  });
}

const left = (office: TestOffice) =>
  office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{ deliveries: number; notices: number }>(sql`
      select (select count(*)::int from deliveries where office_id = ${tx.officeId}) as deliveries,
        (select count(*)::int from notices where office_id = ${tx.officeId}) as notices`);
    return rows[0];
  });

const inDays = (days: number) => {
  const at = now().add({ hours: days * 24 });
  restore = setClock(() => at);
};

test('what was sent is kept a year and then removed, with what it carried; nothing else is', async () => {
  const office = await house.office();
  const elsewhere = await house.office();
  const aino = await office.person('client', { channel: 'letter' });
  await told(office, aino, 'sent');
  await told(elsewhere, await elsewhere.person('client'), 'sent');
  inDays(364);
  expect(await office.inOffice(clearOldDeliveries)).toBe(0);
  restore();
  inDays(366);
  expect(await office.inOffice(clearOldDeliveries)).toBe(2);
  expect(await left(office)).toEqual({ deliveries: 0, notices: 0 });
  expect(await left(elsewhere)).toEqual({ deliveries: 2, notices: 1 });
  expect(await office.inOffice(clearOldDeliveries)).toBe(0);
});

test('what still waits for somebody is not removed, however old', async () => {
  const office = await house.office();
  await told(office, await office.person('client', { channel: 'letter' }), 'queued');
  inDays(400);
  expect(await office.inOffice(clearOldDeliveries)).toBe(1);
  expect(await left(office)).toEqual({ deliveries: 1, notices: 1 });
});

test('the office decides how long, from a day on and with its source', async () => {
  const office = await house.office();
  const administrator = await office.person('administrator');
  await told(office, await office.person('client', { channel: 'letter' }), 'sent');
  await office.inOffice((tx) =>
    setSetting(tx, administrator.actor, keepDeliveriesDays, {
      value: 30,
      validFrom: todayIn(),
      source: 'Tiedonohjaussuunnitelma 2026',
    }),
  );
  inDays(31);
  expect(await office.inOffice(clearOldDeliveries)).toBe(2);
});
