import { sql } from 'drizzle-orm';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { openMailServer, partsOf } from '../../../../test/mail-server.ts';
import { freeOn, meetingWith } from '../../../../test/meeting.ts';
import type { HappenedEvent } from '../../../platform/events.ts';
import { deliverNotices, setDeclined } from '../../ground/notices/door.ts';
import { forCalendar } from './notices.ts';
import { reactions } from './reactions.ts';

let server: Awaited<ReturnType<typeof openMailServer>>;
let house: TestHouse;
beforeAll(async () => {
  server = await openMailServer();
  house = await openTestHouse({ mail: { url: server.url, from: 'Likistä <noreply@likista.example>' } });
});
afterAll(async () => {
  await house.close();
  await server.close();
});
beforeEach(() => void server.received.splice(0));

const hrefOf = (answer: Response) => answer.headers.get('location') ?? '';
const monday = Temporal.Now.plainDateISO('Europe/Helsinki').add({ weeks: 1 });

/** Aino reads mail, Mika too; what happened since the last call is told to both, each thing by real mail. */
async function withMail() {
  const meeting = await meetingWith(house);
  const { office, aino, mika } = meeting;
  await office.inOffice(async (tx) => {
    for (const [id, email] of [
      [aino.id, 'aino@example.fi'],
      [mika.id, 'mika@likijarvi.example'],
    ])
      await tx.execute(sql`update persons set email = ${email}, channel = 'email' where id = ${id}`);
  });
  return meeting;
}

const done = new Map<TestOffice, Set<string>>();
const deliver = deliverNotices({ linkFor: async () => 'https://likista.example/l/secret' });

async function tell(office: TestOffice) {
  server.received.splice(0);
  const seen = done.get(office) ?? new Set();
  done.set(office, seen);
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string; name: string; payload: never; actor_id: string }>(
      sql`select id, name, payload, actor_id from events order by position`,
    ),
  );
  for (const row of rows.filter(({ id }) => !seen.has(id))) {
    seen.add(row.id);
    const event: HappenedEvent<never> = { id: row.id, actorId: row.actor_id, payload: row.payload };
    for (const reaction of reactions.filter((one) => one.event === row.name))
      for (const _ of [1, 2]) await office.inOffice((tx) => reaction.run(tx, event));
  }
  const queued = await office.inOffice((tx) =>
    tx.execute<{ id: string }>(sql`select id from deliveries where state = 'queued' order by id`),
  );
  const context = { inOffice: house.inOffice, offices: async () => [], log: undefined, jobId: 'test' };
  for (const { id } of queued.rows)
    for (const _ of [1, 2])
      await deliver.run(context as never, { officeId: office.officeId, deliveryId: id });
  return server.received.map((mail) => ({ ...mail, ...calendarIn(mail.raw) }));
}

/** The event of a mail, read by both parsers; nothing when the mail has none. */
function calendarIn(raw: string) {
  const parts = partsOf(raw);
  const words = parts.find((part) => part.type.startsWith('text/plain'))?.content ?? '';
  const part = parts.find((one) => one.type.startsWith('text/calendar'));
  if (!part) return { words, event: undefined };
  const component = new ICAL.Component(ICAL.parse(part.content));
  const [event] = component.getAllSubcomponents('vevent');
  const read = Object.values(nodeIcal.parseICS(part.content)).find((one) => one?.type === 'VEVENT');
  if (!event || read?.type !== 'VEVENT') throw new Error('no event');
  return {
    words,
    event: {
      method: String(component.getFirstPropertyValue('method')),
      uid: String(event.getFirstPropertyValue('uid')),
      sequence: Number(event.getFirstPropertyValue('sequence')),
      title: String(event.getFirstPropertyValue('summary')),
      status: String(event.getFirstPropertyValue('status')),
      to: String(event.getFirstPropertyValue('attendee')),
      from: String(event.getFirstPropertyValue('organizer')),
      startsAt: read.start.toISOString(),
      one: event.hasProperty('recurrence-id'),
      weekly: event.hasProperty('rrule'),
      all: part.content,
    },
  };
}

const book = async (client: TestPerson, coach: TestPerson, more = {}) => {
  const times = await freeOn(client, `?week=${monday}`);
  const at = times[0] ?? '';
  return {
    at,
    other: times.at(-1) ?? '',
    href: hrefOf(await client.post('/times', { coach: coach.id, at, mode: 'video', ...more })),
  };
};

test('booking asks, moving replaces and cancelling removes, for both, once each and under one name', async () => {
  const { office, aino, mika } = await withMail();
  const { at, other, href } = await book(aino, mika);
  const asked = await tell(office);
  expect(asked.map(({ to }) => to[0]).sort()).toEqual(['aino@example.fi', 'mika@likijarvi.example']);
  const uid = `${href.split('/').at(-1)}@likista`;
  for (const mail of asked) {
    expect(mail.event).toMatchObject({
      method: 'REQUEST',
      uid,
      sequence: 0,
      title: 'Tapaaminen',
      status: 'CONFIRMED',
    });
    expect(mail.event?.startsAt).toBe(new Date(at).toISOString());
    expect(mail.event?.to).toBe(`MAILTO:${mail.to[0]}`);
    expect(mail.event?.from).toBe('mailto:noreply@likista.example');
    expect(mail.event?.all).toContain('BEGIN:VTIMEZONE');
  }
  await mika.post(`${href}/move`, { at: other });
  const moved = await tell(office);
  expect(moved).toHaveLength(2);
  for (const { event } of moved)
    expect(event).toMatchObject({
      method: 'REQUEST',
      uid,
      sequence: 1,
      startsAt: new Date(other).toISOString(),
    });
  await aino.post(`${href}/mode`, { mode: 'phone' });
  for (const { event } of await tell(office))
    expect(event).toMatchObject({ method: 'REQUEST', uid, sequence: 2 });
  await aino.post(`${href}/cancellation`, { reason: 'client-ill' });
  const gone = await tell(office);
  expect(gone).toHaveLength(2);
  for (const { event } of gone)
    expect(event).toMatchObject({ method: 'CANCEL', uid, sequence: 3, status: 'CANCELLED' });
  expect(await tell(office)).toEqual([]);
});

test('no mail says a name, a place, a way or a reason, and a protected client’s looks like everybody’s', async () => {
  const { office, aino, mika } = await withMail();
  const { href } = await book(aino, mika);
  const open = (await tell(office)).find(({ to }) => to[0] === 'aino@example.fi');
  await aino.post(`${href}/cancellation`, { reason: 'other' });
  await tell(office);
  await office.inOffice((tx) => tx.execute(sql`update persons set protected = true where id = ${aino.id}`));
  const again = await book(aino, mika);
  const mails = await tell(office);
  const hidden = mails.find(({ to }) => to[0] === 'aino@example.fi');
  const bare = (mail: typeof hidden, id: string) =>
    mail?.event?.all
      .replaceAll('\r\n ', '')
      .replaceAll(id, 'ID')
      .replace(/DTSTAMP:.*/, '');
  expect(bare(hidden, again.href.split('/').at(-1) ?? '')).toBe(bare(open, href.split('/').at(-1) ?? ''));
  for (const mail of mails)
    for (const said of ['Aino', 'Mika', 'Koskela', 'Lahtinen', 'Video', 'video', 'Huone'])
      expect(mail.event?.all, said).not.toContain(said);
  // The way in of a protected person asks who comes; the calendar's own link does so for everybody.
  expect(hidden?.words).toContain('https://likista.example/l/secret');
  expect(hidden?.event?.all).not.toContain('/time/');
  expect(open?.event?.all).not.toContain('/time/');
});

test('who is told by text message, has no mail or wants no entries gets none', async () => {
  const { office, aino, mika } = await withMail();
  await office.inOffice(async (tx) => {
    await tx.execute(sql`update persons set channel = 'sms' where id = ${aino.id}`);
    await setDeclined(tx, mika.id, forCalendar, true);
  });
  await book(aino, mika);
  const mails = await tell(office);
  // Mika still hears that there is a time; nothing for his calendar comes with it.
  expect(mails.map(({ to, event }) => [to[0], event])).toEqual([['mika@likijarvi.example', undefined]]);
});

test('times booked week after week are one mail with one rule, and one of them changes alone', async () => {
  const { office, aino, mika } = await withMail();
  const at = (await freeOn(mika, `?client=${aino.id}&week=${monday}`))[0] ?? '';
  const href = hrefOf(
    await mika.post('/times', { client: aino.id, coach: mika.id, at, mode: 'phone', weeks: '4' }),
  );
  const asked = await tell(office);
  expect(asked.map(({ to }) => to[0]).sort()).toEqual(['aino@example.fi', 'mika@likijarvi.example']);
  for (const { event } of asked)
    expect(event).toMatchObject({ method: 'REQUEST', weekly: true, sequence: 0 });
  expect(asked[0]?.event?.all).toContain('RRULE:FREQ=WEEKLY;COUNT=4');
  await mika.post(`${href}/cancellation`, { reason: 'coach-cannot' });
  const gone = await tell(office);
  expect(gone).toHaveLength(2);
  for (const { event } of gone)
    expect(event).toMatchObject({ method: 'CANCEL', one: true, weekly: false, uid: asked[0]?.event?.uid });
});

test('two who are to be kept apart get nothing of each other for their calendars any more', async () => {
  const { office, aino, mika } = await withMail();
  const { href } = await book(aino, mika);
  await tell(office);
  await office.inOffice((tx) =>
    tx.execute(sql`insert into blocked_pairs (first_id, second_id, reason)
      values (${[aino.id, mika.id].sort()[0]}, ${[aino.id, mika.id].sort()[1]}, null)`),
  );
  await office.inOffice((tx) =>
    tx.execute(
      sql`update bookings set cancelled_at = now(), cancel_reason = 'other' where id = ${href.split('/').at(-1)}`,
    ),
  );
  const event = {
    id: crypto.randomUUID(),
    actorId: aino.id,
    payload: { bookingId: href.split('/').at(-1) ?? '' },
  };
  for (const one of reactions.filter(({ event: name }) => name === 'booking.cancelled'))
    await office.inOffice((tx) => one.run(tx, event as never));
  for (const { event: told } of await tell(office)) expect(told).toBeUndefined();
});
