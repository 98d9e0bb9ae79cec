import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice } from '../../../../../test/cast.ts';
import { setClock } from '../../../../platform/clock.ts';
import { sealText } from '../../../../platform/encryption.ts';
import type { MailMessage, SendResult } from '../../../../platform/mail.ts';
import type { SmsMessage } from '../../../../platform/sms.ts';
import {
  declinedBy,
  defineNotice,
  deliverNotices,
  notify,
  sendSecret,
  setDeclined,
  withdrawNotices,
} from '../door.ts';
import { reactions } from '../reactions.ts';
import { queueOverdue } from './sweep.ts';

const moved = defineNotice<{ bookingId: string }>({
  kind: 'test-moved',
  texts: {
    subject: { fi: 'Aikasi muuttui', sv: 'Din tid ändrades', en: 'Your time changed' },
    body: { fi: 'Aikasi muuttui: {link}', sv: 'Din tid ändrades: {link}', en: 'Your time changed: {link}' },
  },
  necessary: true,
  landsOn: ({ bookingId }) => `/bookings/${bookingId}`,
});
const chatter = defineNotice<{ messageId: string }>({
  kind: 'test-chatter',
  texts: {
    name: { fi: 'Uudet viestit', sv: 'Nya meddelanden', en: 'New messages' },
    body: { fi: 'Uusi viesti: {link}', sv: 'Nytt meddelande: {link}', en: 'New message: {link}' },
  },
  necessary: false,
  digest: true,
  landsOn: ({ messageId }) => `/messages/${messageId}`,
});
const today = defineNotice<{ groupId: string }>({
  kind: 'test-today',
  texts: { body: { fi: 'Pian: {link}', sv: 'Snart: {link}', en: 'Soon: {link}' } },
  necessary: true,
  urgent: true,
  only: ['sms', 'email'],
  landsOn: ({ groupId }) => `/rooms/${groupId}`,
});

const mails: MailMessage[] = [];
const texts: SmsMessage[] = [];
let smsAnswer: () => SendResult = () => ({ ok: true });
let mailAnswer: () => SendResult = () => ({ ok: true });

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(
    {},
    {
      mail: {
        send: async (message) => {
          mails.push(message);
          return mailAnswer();
        },
        close: () => {},
      },
      sms: {
        send: async (message) => {
          texts.push(message);
          return smsAnswer();
        },
      },
    },
  );
});
afterAll(() => house.close());

let clock = Temporal.Instant.from('2026-11-24T10:00:00+02:00');
let resetClock = () => {};
beforeEach(() => {
  clock = Temporal.Instant.from('2026-11-24T10:00:00+02:00');
  resetClock = setClock(() => clock);
  mails.length = 0;
  texts.length = 0;
  smsAnswer = () => ({ ok: true });
  mailAnswer = () => ({ ok: true });
});
afterEach(() => resetClock());

const handler = deliverNotices({ linkFor: async (_tx, { path }) => `http://localhost/l${path}` });

/** Does what the queue would do: every delivery that is due now has its attempt. */
async function deliverDue(office: TestOffice) {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string }>(sql`select id from deliveries where state in ('queued', 'failed')
      and channel in ('sms', 'email') and due_at <= ${clock.toString()}::timestamptz order by created_at, id`),
  );
  const offices = async () => [office.officeId];
  const context = { inOffice: house.inOffice, offices, log: house.outside.log, jobId: 'test' };
  for (const { id } of rows) await handler.run(context, { officeId: office.officeId, deliveryId: id });
}

type Row = { channel: string; state: string; attempts: number; reason: string | null; due_at: string };
async function deliveriesOf(office: TestOffice, person: { id: string }): Promise<Row[]> {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<Row>(sql`select channel, state, attempts, reason, due_at::text from deliveries
      where person_id = ${person.id} order by created_at, id`),
  );
  return rows;
}

const reachable = { phone: '040 123 4567', email: 'aino@example.fi' };
const bookingId = 'b1';

test('each person is told by the channel and in the language they chose', async () => {
  const office = await house.office();
  const aino = await office.person('client', { ...reachable, channel: 'sms', language: 'fi' });
  const elsa = await office.person('client', { ...reachable, channel: 'email', language: 'sv' });
  const john = await office.person('client', { ...reachable, channel: 'phone', language: 'en' });
  for (const person of [aino, elsa, john]) {
    await office.inOffice((tx) => notify(tx, person.id, moved, { bookingId }));
  }
  await deliverDue(office);
  expect(texts.map(({ to, text }) => [to, text])).toEqual([
    ['+358401234567', 'Aikasi muuttui: http://localhost/l/bookings/b1'],
  ]);
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([['aino@example.fi', 'Din tid ändrades']]);
  expect(mails[0]?.text).toContain('Din tid ändrades: http://localhost/l/bookings/b1');
  expect(await deliveriesOf(office, john)).toMatchObject([{ channel: 'phone', state: 'queued' }]);
  expect(await deliveriesOf(office, aino)).toMatchObject([{ channel: 'sms', state: 'sent', attempts: 1 }]);
});

test('a person who wants letters and has an address gets a letter', async () => {
  const office = await house.office();
  const aino = await office.person('client', { ...reachable, channel: 'letter' });
  await office.inOffice(async (tx) => {
    const place = { personId: aino.id, table: 'persons', column: 'postal_address', rowId: aino.id };
    const sealed = await sealText(tx, place, 'Koskitie 1\n43100 Likijärvi');
    await tx.execute(sql`update persons set postal_address = ${sealed} where id = ${aino.id}`);
    await notify(tx, aino.id, moved, { bookingId });
  });
  await deliverDue(office);
  expect(await deliveriesOf(office, aino)).toMatchObject([{ channel: 'letter', state: 'queued' }]);
});

test('a protected person is told that there is a message, and not even what it is about', async () => {
  const office = await house.office();
  const aino = await office.person('client', { ...reachable, channel: 'email', protected: true });
  await office.inOffice((tx) => notify(tx, aino.id, moved, { bookingId }));
  await deliverDue(office);
  expect(mails[0]).toMatchObject({ subject: 'Sinulle on viesti' });
  expect(mails[0]?.text).toMatch(/^Sinulle on viesti\. Avaa se tästä: http:\/\/localhost\/l\/bookings\/b1\n/);
  expect(mails[0]?.text).not.toContain('Aikasi');
});

test('a thing told twice under one name is told once, also when both are asked at one time', async () => {
  const office = await house.office();
  const aino = await office.person('client', reachable);
  const ask = () => office.inOffice((tx) => notify(tx, aino.id, moved, { bookingId }, { once: 'event-1' }));
  const asked = await Promise.all([ask(), ask(), ask()]);
  expect(asked.filter((id) => id !== undefined)).toHaveLength(1);
  await deliverDue(office);
  await deliverDue(office);
  expect(texts).toHaveLength(1);
});

test('a notice whose act was rolled back is never told', async () => {
  const office = await house.office();
  const aino = await office.person('client', reachable);
  const act = office.inOffice(async (tx) => {
    await notify(tx, aino.id, moved, { bookingId });
    throw new Error('the time was taken');
  });
  await expect(act).rejects.toThrow('taken');
  await deliverDue(office);
  expect(texts).toEqual([]);
});

test('messages of some minutes come as one', async () => {
  const office = await house.office();
  const aino = await office.person('client', reachable);
  const tell = (messageId: string) => office.inOffice((tx) => notify(tx, aino.id, chatter, { messageId }));
  await Promise.all([tell('m1'), tell('m2'), tell('m3')]);
  await deliverDue(office);
  expect(texts).toEqual([]);
  clock = clock.add({ minutes: 10 });
  await deliverDue(office);
  expect(texts.map(({ text }) => text.split('\n')[0])).toEqual([
    'Sinulle on 3 uutta viestiä. Avaa ne tästä: http://localhost/l/',
  ]);
  await tell('m4');
  clock = clock.add({ minutes: 10 });
  await deliverDue(office);
  expect(texts[1]?.text).toContain('Uusi viesti: http://localhost/l/messages/m4');
});

test('at night a phone does not ring, except for what is urgent and for signing in', async () => {
  const office = await house.office();
  const aino = await office.person('client', reachable);
  clock = Temporal.Instant.from('2026-11-24T22:30:00+02:00');
  await office.inOffice(async (tx) => {
    await notify(tx, aino.id, moved, { bookingId });
    await notify(tx, aino.id, today, { groupId: 'g1' });
    await sendSecret(tx, aino.id, 'sign-in-code', '123456');
  });
  await deliverDue(office);
  expect(texts.map(({ text }) => text).sort()).toEqual([
    'Koodisi on 123456. Kukaan meiltä ei kysy sitä sinulta.',
    'Pian: http://localhost/l/rooms/g1',
  ]);
  clock = Temporal.Instant.from('2026-11-25T07:00:00+02:00');
  await deliverDue(office);
  expect(texts).toHaveLength(3);
});

test('the quiet hours are those that the office has set for the day', async () => {
  const office = await house.office();
  const aino = await office.person('client', reachable);
  await office.inOffice((tx) =>
    tx.execute(sql`insert into settings (key, value, valid_from, source)
      values ('notices.quiet-hours', '{"from":"16:00","to":"09:00"}', '2026-11-01', 'johtoryhmä 1.11.2026')`),
  );
  clock = Temporal.Instant.from('2026-11-24T16:30:00+02:00');
  await office.inOffice((tx) => notify(tx, aino.id, moved, { bookingId }));
  const [row] = await deliveriesOf(office, aino);
  expect(Temporal.Instant.from(row?.due_at ?? '').toString()).toBe('2026-11-25T07:00:00Z');
});

test('a failing gateway is tried again ever later, then the message goes on by mail', async () => {
  const office = await house.office();
  const aino = await office.person('client', reachable);
  smsAnswer = () => ({ ok: false, reason: 'refused-503', final: false });
  await office.inOffice((tx) => notify(tx, aino.id, moved, { bookingId }));
  for (const minutes of [0, 1, 5, 15, 60, 180]) {
    clock = clock.add({ minutes });
    await deliverDue(office);
    await deliverDue(office);
  }
  expect(texts).toHaveLength(6);
  expect(new Set(texts.map(({ id }) => id)).size).toBe(1);
  expect(await deliveriesOf(office, aino)).toMatchObject([
    { channel: 'sms', state: 'given-up', attempts: 6, reason: 'refused-503' },
    { channel: 'email', state: 'sent' },
  ]);
  expect(mails).toHaveLength(1);
});

test('a number that does not exist sends the message on at once; when nothing works, staff have it on their list', async () => {
  const office = await house.office();
  const aino = await office.person('client', reachable);
  smsAnswer = () => ({ ok: false, reason: 'refused-422', final: true });
  mailAnswer = () => ({ ok: false, reason: 'refused-550', final: true });
  await office.inOffice((tx) => notify(tx, aino.id, moved, { bookingId }));
  await deliverDue(office);
  await deliverDue(office);
  expect(await deliveriesOf(office, aino)).toMatchObject([
    { channel: 'sms', state: 'given-up' },
    { channel: 'email', state: 'given-up' },
    { channel: 'phone', state: 'queued' },
  ]);
});

test('what no channel can carry any more is made known', async () => {
  const office = await house.office();
  const aino = await office.person('client', { phone: '040 123 4567' });
  smsAnswer = () => ({ ok: false, reason: 'refused-422', final: true });
  await office.inOffice((tx) => notify(tx, aino.id, today, { groupId: 'g1' }));
  await deliverDue(office);
  const { rows } = await office.inOffice((tx) =>
    tx.execute(sql`select payload from events where name = 'delivery.given-up'`),
  );
  expect(rows).toMatchObject([{ payload: { personId: aino.id } }]);
});

test('a sign-in secret is sealed while it waits, gone when it is sent, and goes by the other way when one fails', async () => {
  const office = await house.office();
  const aino = await office.person('client', reachable);
  const secretsKept = () =>
    office.inOffice(
      async (tx) => (await tx.execute<{ secret: Buffer }>(sql`select secret from deliveries`)).rows,
    );
  const sent = await office.inOffice((tx) =>
    sendSecret(tx, aino.id, 'sign-in-link', 'http://localhost/l/SECRET'),
  );
  expect(sent).toMatchObject({ ok: true, channel: 'sms' });
  expect((await secretsKept())[0]?.secret.includes('SECRET')).toBe(false);
  smsAnswer = () => ({ ok: false, reason: 'refused-422', final: true });
  await deliverDue(office);
  await deliverDue(office);
  expect(mails[0]?.text).toContain('http://localhost/l/SECRET');
  expect((await secretsKept()).map((row) => row.secret)).toEqual([null, null]);
});

test('a warning about a phone goes rather elsewhere, and a secret needs a channel', async () => {
  const office = await house.office();
  const aino = await office.person('client', reachable);
  const nobody = await office.person('client');
  const by = (person: { id: string }, avoid: 'sms' | 'email') =>
    office.inOffice((tx) => sendSecret(tx, person.id, 'sign-in-code', '123456', { avoid }));
  expect(await by(aino, 'sms')).toMatchObject({ channel: 'email' });
  expect(await by(aino, 'email')).toMatchObject({ channel: 'sms' });
  expect(await by(nobody, 'sms')).toEqual({ ok: false, reason: 'no-channel' });
});

test('who waits for a letter or a call gets one for everything that is to be told', async () => {
  const office = await house.office();
  const john = await office.person('client', { phone: '040 765 4321', channel: 'phone' });
  const tell = (bookingId: string) => office.inOffice((tx) => notify(tx, john.id, moved, { bookingId }));
  await tell('b1');
  clock = clock.add({ hours: 1 });
  await tell('b2');
  expect(await deliveriesOf(office, john)).toMatchObject([{ channel: 'phone', state: 'queued' }]);
});

test('a person who is deactivated is waited for by nothing, run once or twice', async () => {
  const office = await house.office();
  const aino = await office.person('client', reachable);
  await office.inOffice(async (tx) => {
    await notify(tx, aino.id, moved, { bookingId });
    await sendSecret(tx, aino.id, 'sign-in-code', '123456');
  });
  for (const time of [1, 2]) {
    const event = { id: `event-${time}`, actorId: null, payload: { personId: aino.id } };
    for (const { run } of reactions.filter((one) => one.event === 'person.deactivated'))
      await office.inOffice((tx) => run(tx, event));
  }
  const { rows } = await office.inOffice((tx) => tx.execute(sql`select state, secret from deliveries`));
  expect(rows).toEqual([
    { state: 'withdrawn', secret: null },
    { state: 'withdrawn', secret: null },
  ]);
});

test('what was taken back before it went is not told', async () => {
  const office = await house.office();
  const aino = await office.person('client', reachable);
  const at = clock.add({ hours: 2 });
  await office.inOffice(async (tx) => {
    await notify(tx, aino.id, moved, { bookingId: 'cancelled' }, { at });
    await notify(tx, aino.id, moved, { bookingId: 'stays' }, { at });
  });
  await office.inOffice((tx) => withdrawNotices(tx, moved, { bookingId: 'cancelled' }));
  clock = at;
  await deliverDue(office);
  expect(texts.map(({ text }) => text)).toEqual(['Aikasi muuttui: http://localhost/l/bookings/stays']);
});

test('a person who is no longer here is told nothing, even what was already waiting', async () => {
  const office = await house.office();
  const aino = await office.person('client', reachable);
  await office.inOffice((tx) => notify(tx, aino.id, moved, { bookingId }));
  await office.inOffice((tx) =>
    tx.execute(sql`update persons set deactivated_at = now() where id = ${aino.id}`),
  );
  expect(await office.inOffice((tx) => notify(tx, aino.id, moved, { bookingId }))).toBeUndefined();
  await deliverDue(office);
  expect(texts).toEqual([]);
  expect(await deliveriesOf(office, aino)).toMatchObject([{ state: 'withdrawn' }]);
});

test('what a person declined is not told, what is necessary still is', async () => {
  const office = await house.office();
  const aino = await office.person('client', reachable);
  await office.inOffice(async (tx) => {
    await setDeclined(tx, aino.id, chatter, true);
    await setDeclined(tx, aino.id, moved, true);
    await notify(tx, aino.id, chatter, { messageId: 'm1' });
    await notify(tx, aino.id, moved, { bookingId });
  });
  clock = clock.add({ minutes: 10 });
  await deliverDue(office);
  expect(texts.map(({ text }) => text)).toEqual(['Aikasi muuttui: http://localhost/l/bookings/b1']);
  expect(await office.inOffice((tx) => declinedBy(tx, aino.id))).toEqual(new Set(['test-chatter']));
});

test('a delivery whose job was lost is queued again, and two workers send it once', async () => {
  const office = await house.office();
  const aino = await office.person('client', reachable);
  await office.inOffice((tx) => notify(tx, aino.id, moved, { bookingId }));
  const jobs = async () => {
    const admin = new Client({ connectionString: house.adminUrl });
    await admin.connect();
    const { rows } = await admin.query(
      `select from pgboss.job where name = 'notice-delivery' and data->>'officeId' = $1`,
      [office.officeId],
    );
    await admin.end();
    return rows.length;
  };
  expect(await jobs()).toBe(1);
  clock = clock.add({ minutes: 16 });
  await office.inOffice(queueOverdue);
  expect(await jobs()).toBe(2);
  await Promise.all([deliverDue(office), deliverDue(office), deliverDue(office)]);
  expect(texts).toHaveLength(1);
});
