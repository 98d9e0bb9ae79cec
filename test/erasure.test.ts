// A person who has been erased is nowhere. Somebody whose name, addresses and nicknames are words made for
// this run does something in every feature, is erased by an administrator, and everything the house holds
// is searched for the words.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember, makeGroup } from '../src/features/contact/groups/door.ts';
import { joinChannel, openChannel } from '../src/features/contact/messages/channel-actions.ts';
import { defineNotice, notify } from '../src/features/ground/notices/door.ts';
import { keepIdentityCode } from '../src/features/ground/sign-in/oidc/oidc-match.ts';
import { passkeys } from '../src/features/ground/sign-in/tables.ts';
import { now, todayIn } from '../src/platform/clock.ts';
import { openText, sealText } from '../src/platform/encryption.ts';
import { dayWritings } from './canary-days.ts';
import { talkWritings } from './canary-talk.ts';
import { groundWritings } from './canary-writings.ts';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from './cast.ts';
import { asAdmin, tablesWith, workUntilQuiet } from './search.ts';

const matter = defineNotice<Record<string, never>>({
  kind: 'test-erasure',
  texts: { body: { fi: 'Asia: {link}', sv: 'Ärende: {link}', en: 'A matter: {link}' } },
  necessary: true,
  landsOn: () => '/',
});

const word = `Katoava${randomBytes(5).toString('hex')}`;
const words = [word, word.toLowerCase(), '+358401239871', '040 123 9871'];

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ demo: true });
});
afterAll(() => house.close());

type Cast = { office: TestOffice; client: TestPerson; coach: TestPerson; manager: TestPerson };

async function castOf(): Promise<Cast> {
  const office = await house.office();
  const client = await office.person('client', {
    givenName: word,
    familyName: `${word}nen`,
    preferredName: `${word}ko`,
    email: `${word.toLowerCase()}@example.fi`,
    phone: '+358401239871',
    channel: 'sms',
  });
  const coach = await office.person('coach', { givenName: 'Mika' });
  const manager = await office.person('manager', { givenName: 'Leena' });
  await office.relate(client, coach);
  return { office, client, coach, manager };
}

/** Leaves a trace of the client in clear wherever a feature keeps one. */
async function leaveTraces({ office, client, coach, manager }: Cast): Promise<void> {
  await office.inOffice(async (tx) => {
    const groupId = await makeGroup(tx, coach.actor, {
      name: 'Aamuryhmä',
      seats: null,
      channelHours: [],
      coachId: coach.id,
    });
    const joinsOn = todayIn().subtract({ days: 5 });
    await addMember(tx, coach.actor, { groupId, clientId: client.id, nickname: `${word}li`, joinsOn });
    const channelId = await openChannel(tx, coach.actor, { title: 'Ilta', hours: [] });
    await joinChannel(tx, coach.actor, { channelId, personId: client.id, shownAs: `${word}li` });
    await tx.insert(passkeys).values({
      personId: client.id,
      credentialId: randomBytes(16).toString('hex'),
      publicKey: randomBytes(32),
      counter: 0,
      name: `Puhelin ${word}`,
      createdAt: now(),
    });
    await tx.execute(sql`update sessions set device = ${`Puhelin ${word}`} where id = ${client.sessionId}`);
    await keepIdentityCode(tx, manager.actor, client.id, '131052-308T');
    await notify(tx, client.id, matter, {});
  });
}

/** Rows of the tables that may hold nothing of somebody erased. */
async function rowsLeft(personId: string): Promise<string[]> {
  const empty = [
    'sessions',
    'known_devices',
    'personal_links',
    'sign_in_codes',
    'passkeys',
    'identity_code_hashes',
    'oidc_identities',
    'deliveries',
    'notices',
    'outbox',
    'calendar_links',
    'room_messages',
    'room_waiting_notes',
  ];
  return asAdmin(house.adminUrl, async (admin) => {
    const left: string[] = [];
    for (const table of empty) {
      const { rowCount } = await admin.query(`select from ${table} where person_id = $1 limit 1`, [personId]);
      if (rowCount) left.push(table);
    }
    return left;
  });
}

test('an erased person is found nowhere, and what they wrote can never be read again', async () => {
  const cast = await castOf();
  const { office, client } = cast;
  await leaveTraces(cast);
  for (const writing of [...groundWritings, ...talkWritings, ...dayWritings])
    await writing.write(cast, 'sanoja');
  await workUntilQuiet(house);
  const place = { personId: client.id, table: 'persons', column: 'postal_address', rowId: client.id };
  const sealed = await office.inOffice((tx) => sealText(tx, place, 'Rantatie 1'));
  expect(await tablesWith(house.adminUrl, [word]), 'the search itself').toEqual(
    expect.arrayContaining([
      'public.persons',
      'public.group_memberships',
      'public.channel_members',
      'public.passkeys',
      'public.sessions',
    ]),
  );
  const before = house.files.size;

  const administrator = await office.person('administrator', { givenName: 'Sari' });
  expect((await administrator.post(`/people/${client.id}/deactivation`)).status).toBe(303);
  expect((await administrator.post(`/people/${client.id}/erasure`, { sure: 'yes' })).status).toBe(303);
  expect((await administrator.get(`/people/${client.id}`)).status).toBe(404);
  await workUntilQuiet(house);

  expect(await tablesWith(house.adminUrl, words)).toEqual([]);
  expect(await rowsLeft(client.id)).toEqual([]);
  expect(before - house.files.size, 'file bodies gone from the store').toBe(2);
  expect(await office.inOffice((tx) => openText(tx, place, sealed))).toBe('');
  await expect(office.inOffice((tx) => sealText(tx, place, 'Uusi'))).rejects.toThrow(/erased/);
});

test('nobody is erased without a yes, while still in use, by themselves, or by somebody who only manages', async () => {
  const { office, client, manager } = await castOf();
  const administrator = await office.person('administrator');
  const path = `/people/${client.id}/erasure`;
  expect((await manager.get(path)).status).toBe(404);
  expect((await manager.post(path, { sure: 'yes' })).status).toBe(404);
  expect(await (await administrator.post(path, { sure: 'yes' })).text()).toContain(
    'Poista henkilö ensin käytöstä',
  );
  await administrator.post(`/people/${client.id}/deactivation`);
  expect((await administrator.post(path)).status).toBe(422);
  expect((await administrator.get(`/people/${client.id}`)).status).toBe(200);
  const own = `/people/${administrator.id}/erasure`;
  expect((await administrator.post(own, { sure: 'yes' })).status).toBe(422);
  const elsewhere = await (await house.office()).person('administrator');
  expect((await elsewhere.post(path, { sure: 'yes' })).status).toBe(404);
});

test('every feature that refers to persons removes what it holds of one who is erased', () => {
  const features = path.join(import.meta.dirname, '..', 'src', 'features');
  const refers = /uuid\('(person|client|coach|author|made_for)_id'\)/;
  const silent = readdirSync(features).flatMap((floor) =>
    readdirSync(path.join(features, floor)).filter((feature) => {
      const folder = path.join(features, floor, feature);
      const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .map((file) => readFileSync(path.join(folder, file), 'utf8'));
      return code.some((one) => refers.test(one)) && !code.some((one) => /\bpersonErased\b/.test(one));
    }),
  );
  expect(silent).toEqual([]);
});
