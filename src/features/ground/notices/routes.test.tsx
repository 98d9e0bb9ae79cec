import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, testOrigin } from '../../../../test/cast.ts';
import { now, setClock } from '../../../platform/clock.ts';
import { openText, sealText } from '../../../platform/encryption.ts';
import type { SmsMessage } from '../../../platform/sms.ts';
import { signatureOfReport } from '../../../platform/sms.ts';
import { defineNotice, deliverNotices, notify, sendSecret } from './door.ts';
import { declineHref } from './wording/message.ts';

const reminder = defineNotice<{ taskId: string }>({
  kind: 'test-reminder',
  texts: {
    name: { fi: 'Muistutukset', sv: 'Påminnelser', en: 'Reminders' },
    subject: { fi: 'Muistutus', sv: 'Påminnelse', en: 'Reminder' },
    body: { fi: 'Muistutus: {link}', sv: 'Påminnelse: {link}', en: 'Reminder: {link}' },
    call: { fi: 'Muistuta tehtävästä.', sv: 'Påminn om uppgiften.', en: 'Remind of the task.' },
  },
  necessary: false,
  landsOn: ({ taskId }) => `/tasks/${taskId}`,
});

const key = 'a key of the gateway, long enough for it';
const texts: SmsMessage[] = [];
let house: TestHouse;
let demo: TestHouse;
beforeAll(async () => {
  const send = async (message: SmsMessage) => {
    texts.push(message);
    return { ok: true } as const;
  };
  house = await openTestHouse({ sms: { url: 'http://127.0.0.1:1/', key } }, { sms: { send } });
  demo = await openTestHouse({ demo: true });
});
afterAll(async () => {
  await house.close();
  await demo.close();
});
let resetClock = () => {};
afterEach(() => {
  resetClock();
  texts.length = 0;
});

const handler = deliverNotices({ linkFor: async (_tx, { path }) => `http://localhost:8080/l${path}` });

async function deliverAll(at: TestHouse, office: TestOffice) {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string }>(sql`select id from deliveries where state in ('queued', 'failed')
      and channel in ('sms', 'email') order by created_at`),
  );
  const offices = async () => [office.officeId];
  const context = { inOffice: at.inOffice, offices, log: at.outside.log, jobId: 'test' };
  for (const { id } of rows) await handler.run(context, { officeId: office.officeId, deliveryId: id });
}

/** An office with a coach, her client who wants letters, and another coach's client who wants calls. */
async function town() {
  const office = await house.office();
  const mika = await office.person('coach', { givenName: 'Mika' });
  const liisa = await office.person('coach', { givenName: 'Liisa' });
  const manager = await office.person('manager', { givenName: 'Sari' });
  const aino = await office.person('client', { givenName: 'Aino', familyName: 'Koskela', channel: 'letter' });
  const eero = await office.person('client', {
    givenName: 'Eero',
    familyName: 'Niemi',
    channel: 'phone',
    phone: '040 765 4321',
    language: 'sv',
  });
  await office.relate(aino, mika);
  await office.relate(eero, liisa);
  await office.inOffice(async (tx) => {
    const place = { personId: aino.id, table: 'persons', column: 'postal_address', rowId: aino.id };
    const sealed = await sealText(tx, place, 'Koskitie 1\n43100 Likijärvi');
    await tx.execute(sql`update persons set postal_address = ${sealed} where id = ${aino.id}`);
    await notify(tx, aino.id, reminder, { taskId: 't1' });
    await notify(tx, eero.id, reminder, { taskId: 't2' });
  });
  const idOf = async (person: { id: string }) => {
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ id: string }>(
        sql`select id from deliveries where person_id = ${person.id} order by created_at desc`,
      ),
    );
    return rows[0]?.id ?? '';
  };
  return { ...office, mika, liisa, manager, aino, eero, idOf };
}

test('a coach sees the letters of her own clients, a manager all; nobody else sees any', async () => {
  const { mika, liisa, manager, aino } = await town();
  expect(await (await mika.get('/deliveries/letters')).text()).toContain('Aino Koskela');
  expect(await (await manager.get('/deliveries/letters')).text()).toContain('Aino Koskela');
  expect(await (await liisa.get('/deliveries/letters')).text()).not.toContain('Koskela');
  expect((await aino.get('/deliveries/letters')).status).toBe(404);
  const elsewhere = await (await house.office()).person('manager');
  expect(await (await elsewhere.get('/deliveries/letters')).text()).not.toContain('Koskela');
});

test('a letter has the address, the words and no link that opens anything by itself', async () => {
  const { mika, liisa, aino, idOf, slug } = await town();
  const id = await idOf(aino);
  const page = await (await mika.get(`/deliveries/letters/${id}`)).text();
  expect(page).toContain('Koskitie 1');
  expect(page).toContain('Muistutus');
  expect(page).toContain(`Muistutus: localhost:8080/${slug}`);
  expect(page).not.toContain('/l/tasks');
  expect(await (await mika.get('/deliveries/letters/print')).text()).toContain('43100 Likijärvi');
  expect((await liisa.get(`/deliveries/letters/${id}`)).status).toBe(404);
  expect((await liisa.get('/deliveries/letters/print')).status).toBe(303);
  const elsewhere = await (await house.office()).person('manager');
  expect((await elsewhere.get(`/deliveries/letters/${id}`)).status).toBe(404);
  expect((await elsewhere.get('/deliveries/letters/not-an-id')).status).toBe(404);
});

test('a letter marked as posted leaves the list; nobody can mark another coach’s letters', async () => {
  const { mika, liisa, aino, idOf, inOffice } = await town();
  const id = await idOf(aino);
  expect((await liisa.post('/deliveries/letters/posted', { 'letter[]': [id] })).status).toBe(404);
  const answer = await mika.post('/deliveries/letters/posted', { 'letter[]': [id] });
  expect(answer.headers.get('location')).toBe('/deliveries/letters?done=posted');
  const page = await (await mika.get('/deliveries/letters?done=posted')).text();
  expect(page).toContain('Merkittiin postitetuksi');
  expect(page).not.toContain('Koskela');
  const { rows } = await inOffice((tx) =>
    tx.execute(sql`select state, handled_by from deliveries where id = ${id}`),
  );
  expect(rows).toEqual([{ state: 'sent', handled_by: mika.id }]);
  expect((await mika.post('/deliveries/letters/posted', { 'letter[]': [id] })).status).toBe(404);
  expect((await mika.post('/deliveries/letters/posted')).status).toBe(303);
});

test('a caller sees the number and what to say, in the language of the one who is called', async () => {
  const { liisa, mika, eero, idOf } = await town();
  const id = await idOf(eero);
  expect(await (await liisa.get('/deliveries/calls')).text()).toContain('040 765 4321');
  const page = await (await liisa.get(`/deliveries/calls/${id}`)).text();
  expect(page).toContain('href="tel:0407654321"');
  expect(page).toMatch(/lang="sv"[^>]*><p>Påminn om uppgiften\./);
  expect(await (await mika.get('/deliveries/calls')).text()).not.toContain('Niemi');
  expect((await mika.get(`/deliveries/calls/${id}`)).status).toBe(404);
  expect((await eero.get(`/deliveries/calls/${id}`)).status).toBe(404);
});

test('a call that was not answered stays with its note, sealed, and after three tries is shown as not arrived', async () => {
  const { liisa, mika, manager, eero, idOf, inOffice } = await town();
  const id = await idOf(eero);
  const call = `/deliveries/calls/${id}`;
  expect((await mika.post(call, { outcome: 'reached' })).status).toBe(404);
  expect((await liisa.post(call, { outcome: 'maybe' })).status).toBe(422);
  await liisa.post(call, { outcome: 'not-reached', note: 'CANARY-NOTE puhelin kiinni' });
  expect(await (await liisa.get(call)).text()).toContain('CANARY-NOTE puhelin kiinni');
  const { rows } = await inOffice((tx) =>
    tx.execute<{ note: Buffer }>(sql`select note from deliveries where id = ${id}`),
  );
  const note = rows[0]?.note ?? Buffer.alloc(0);
  expect(note.includes('CANARY')).toBe(false);
  const place = { personId: eero.id, table: 'deliveries', column: 'note', rowId: id };
  expect(await inOffice((tx) => openText(tx, place, note))).toBe('CANARY-NOTE puhelin kiinni');
  await liisa.post(call, { outcome: 'not-reached' });
  expect(await (await manager.get('/deliveries')).text()).not.toContain('Niemi');
  await liisa.post(call, { outcome: 'not-reached' });
  expect(await (await manager.get('/deliveries')).text()).toContain('Ei vastannut puhelimeen');
  expect((await liisa.get(call)).status).toBe(404);
});

test('a call that was answered is done', async () => {
  const { liisa, eero, idOf } = await town();
  const id = await idOf(eero);
  const answer = await liisa.post(`/deliveries/calls/${id}`, { outcome: 'reached', note: 'ok' });
  expect(answer.headers.get('location')).toBe('/deliveries/calls?done=reached');
  expect(await (await liisa.get('/deliveries/calls?done=reached')).text()).toContain(
    'Kaikki soitot on soitettu',
  );
});

test('whose letter or call was looked at is in the access log of that person', async () => {
  const { mika, aino, inOffice, idOf } = await town();
  await mika.get(`/deliveries/letters/${await idOf(aino)}`);
  const { rows } = await inOffice((tx) =>
    tx.execute(
      sql`select actor_id, act from access_log where person_id = ${aino.id} and subject = 'delivery'`,
    ),
  );
  expect(rows).toEqual([{ actor_id: mika.id, act: 'read' }]);
});

async function sentText() {
  const office = await house.office();
  const aino = await office.person('client', {
    phone: '040 123 4567',
    givenName: 'Aino',
    familyName: 'Koskela',
  });
  await office.inOffice((tx) => notify(tx, aino.id, reminder, { taskId: 't1' }));
  await deliverAll(house, office);
  const id = texts[0]?.id ?? '';
  const state = async () => {
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ state: string }>(sql`select state from deliveries where id = ${id}`),
    );
    return rows[0]?.state;
  };
  return { ...office, aino, id, state };
}

// As a gateway posts: no cookie, no origin, JSON.
const report = (path: string, body: object) =>
  house.app.request(`${testOrigin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const signed = (id: string, state: 'delivered' | 'failed') => {
  const said = { id, state, at: '2026-11-24T09:00:00Z' };
  return { ...said, signature: signatureOfReport(key, said) };
};

test('the gateway’s report marks a message as delivered, once and for good', async () => {
  const { id, state } = await sentText();
  const callback = new URL(texts[0]?.callback ?? '').pathname;
  expect((await report(callback, signed(id, 'delivered'))).status).toBe(204);
  expect(await state()).toBe('delivered');
  expect((await report(callback, signed(id, 'failed'))).status).toBe(204);
  expect(await state()).toBe('delivered');
});

test('a message reported as failed is shown to staff and goes on to the list of calls', async () => {
  const { id, slug, person } = await sentText();
  await report(`/${slug}/sms-report`, signed(id, 'failed'));
  const manager = await person('manager');
  const page = await (await manager.get('/deliveries')).text();
  expect(page).toContain('Aino Koskela');
  expect(page).toContain('Puhelin ei saanut viestiä');
  expect(page).toContain('Siirtyi soittoihin');
  expect(await (await manager.get('/deliveries/calls')).text()).toContain('Aino Koskela');
});

test('a report that the gateway did not sign, of another office, or unreadable changes nothing', async () => {
  const { id, slug, state } = await sentText();
  const other = await house.office();
  const forged = { ...signed(id, 'delivered'), state: 'failed' };
  expect((await report(`/${slug}/sms-report`, forged)).status).toBe(403);
  expect((await report(`/${slug}/sms-report`, { id })).status).toBe(400);
  expect((await report(`/${other.slug}/sms-report`, signed(id, 'delivered'))).status).toBe(204);
  expect(await state()).toBe('sent');
});

test('one tap on the signed address ends what is not necessary; opening it alone ends nothing', async () => {
  const { id, slug, inOffice, aino, visitor } = await sentText();
  const href = await inOffice((tx) => declineHref(tx, id));
  expect(texts[0]?.text).toContain(`Ei enää näitä: ${href}`);
  const path = new URL(href).pathname.replace(`/${slug}`, '');
  expect((await visitor().get(path)).status).toBe(200);
  expect(await inOffice((tx) => notify(tx, aino.id, reminder, { taskId: 't2' }))).toBeDefined();
  const answer = await visitor().post(path);
  expect(answer.status).toBe(303);
  expect(await inOffice((tx) => notify(tx, aino.id, reminder, { taskId: 't3' }))).toBeUndefined();
  const done = await house.app.request(`${testOrigin}${answer.headers.get('location')}`);
  expect(await done.text()).toContain('Näitä viestejä ei enää tule');
});

test('a mail program declines by itself, without a page or a cookie (RFC 8058)', async () => {
  const { id, inOffice, aino } = await sentText();
  const href = await inOffice((tx) => declineHref(tx, id));
  const answer = await house.app.request(href, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(answer.status).toBe(303);
  expect(await inOffice((tx) => notify(tx, aino.id, reminder, { taskId: 't3' }))).toBeUndefined();
});

test('nobody declines for another with a made-up address', async () => {
  const { id, slug, inOffice, visitor } = await sentText();
  const other = await house.office();
  const href = await inOffice((tx) => declineHref(tx, id));
  const path = new URL(href).pathname.replace(`/${slug}`, '');
  const changed = path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  for (const wrong of [path.slice(0, -3), changed, `/decline/${id}`, `/decline/${'A'.repeat(38)}`]) {
    expect((await visitor().get(wrong)).status).toBe(404);
    expect((await visitor().post(wrong)).status).toBe(404);
  }
  expect((await other.visitor().get(path)).status).toBe(404);
});

test('the demonstration sends nothing and shows what it would have sent, with links to follow', async () => {
  const office = await demo.office();
  const aino = await office.person('client', { phone: '040 123 4567', email: 'aino@example.fi' });
  const at = now();
  resetClock = setClock(() => at);
  await office.inOffice(async (tx) => {
    await notify(tx, aino.id, reminder, { taskId: 't1' });
    await sendSecret(tx, aino.id, 'sign-in-code', '123456', { avoid: 'sms' });
  });
  await deliverAll(demo, office);
  const page = await (await office.visitor().get('/outbox')).text();
  expect(page).toContain('href="http://localhost:8080/l/tasks/t1"');
  expect(page).toContain('Koodisi on 123456');
  expect(page).toContain('aino@example.fi');
});

test('outside the demonstration there is no outbox', async () => {
  const office = await house.office();
  expect((await office.visitor().get('/outbox')).status).toBe(404);
  expect((await (await office.person('administrator')).get('/outbox')).status).toBe(404);
});
