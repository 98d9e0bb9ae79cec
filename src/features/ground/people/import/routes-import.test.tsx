import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../../test/cast.ts';
import { now, setClock, todayIn } from '../../../../platform/clock.ts';
import { addUnit } from '../../offices/actions.ts';
import { coachesOf } from '../door.ts';
import { clearOldDrafts } from './import-drafts.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const header =
  'Etunimi;Sukunimi;Puhelin;Sähköposti;Syntymäaika;Yksikkö;Omavalmentaja;Postiosoite;Mikä auttaa';
const fileOf = (...rows: string[]) =>
  new Blob([`${[header, ...rows].join('\r\n')}\r\n`], { type: 'text/csv' });

/** Sends a file; gives the address of the preview, or the refused page. */
async function send(person: TestPerson, file: Blob, fields: Record<string, string> = {}) {
  const answer = await person.post('/people/import', { file, 'starts-on': '2026-11-01', ...fields });
  return { status: answer.status, path: answer.headers.get('location') ?? '', page: await answer.text() };
}

async function confirm(person: TestPerson, path: string) {
  const page = await (await person.get(path)).text();
  const seen = /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1];
  return { page, answer: seen === undefined ? undefined : await person.post(path, { seen }) };
}

async function countClients(office: TestOffice): Promise<number> {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ count: string }>(
      sql`select count(*) as count from role_grants where office_id = ${office.officeId} and role = 'client'`,
    ),
  );
  return Number(rows[0]?.count);
}

async function officeWithCoach() {
  const office = await house.office();
  const manager = await office.person('manager');
  const coach = await office.person('coach', {
    givenName: 'Mika',
    familyName: 'Heikkinen',
    email: 'mika@likijarvi.fi',
  });
  const unitId = await office.inOffice((tx) =>
    addUnit(tx, {
      name: { fi: 'Nuorten työpaja', sv: 'Ungdomsverkstaden', en: 'Youth workshop' },
      kind: 'youth-workshop',
    }),
  );
  return { office, manager, coach, unitId };
}

describe('clients from a file', () => {
  test('are shown first and then added all at once, with units, coaches and sealed texts', async () => {
    const { office, manager, coach, unitId } = await officeWithCoach();
    const { path } = await send(
      manager,
      fileOf(
        'Ninni;Salo;040 123 4567;;1.2.2003;Nuorten työpaja;mika@likijarvi.fi;Rantatie 1;Rauhallinen tahti',
        'Olof;Öhman;;olof@example.fi;;Ungdomsverkstaden;Mika Heikkinen;;',
        'Aino;Kallio;0501112223;;;;;;',
      ),
      { invite: 'yes' },
    );
    expect(path).toMatch(/^\/people\/import\/[0-9a-f-]{36}$/);
    expect(await countClients(office)).toBe(0);
    const { page, answer } = await confirm(manager, path);
    expect(page).toContain('Lisää 3 asiakasta');
    expect(answer?.headers.get('location')).toBe('/people/import?added=3&skipped=0');
    expect(await (await manager.get('/people/import?added=3&skipped=0')).text()).toContain(
      'Lisättiin 3 asiakasta.',
    );
    expect(await countClients(office)).toBe(3);
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ id: string; unit_id: string; sealed: string; channel: string }>(sql`
        select p.id, g.unit_id, encode(p.postal_address, 'escape') || encode(p.accessibility_needs, 'escape') as sealed,
          p.channel
        from persons p join role_grants g on g.person_id = p.id where p.family_name = 'Salo'`),
    );
    expect(rows[0]).toMatchObject({ unit_id: unitId, channel: 'sms' });
    expect(rows[0]?.sealed).not.toMatch(/Rantatie|Rauhallinen/);
    expect(await office.inOffice((tx) => coachesOf(tx, rows[0]?.id ?? '', todayIn()))).toEqual([
      { coachId: coach.id, kind: 'own-coach' },
    ]);
    expect(await (await coach.get('/people/mine')).text()).toContain('Öhman Olof');
    const invited = await office.inOffice((tx) =>
      tx.execute(sql`select 1 from events where name = 'person.invited' and office_id = ${office.officeId}`),
    );
    expect(invited.rows).toHaveLength(3);
    // The draft is gone with the confirmation, so the same file cannot be added twice by going back.
    expect((await manager.get(path)).status).toBe(404);
  });

  test('are not added at all while one row is wrong, and each wrong row says why', async () => {
    const { office, manager } = await officeWithCoach();
    const { path } = await send(
      manager,
      fileOf(
        'Ninni;Salo;040 123 4567;;;;;;',
        'Puhelin;Outo;soita;;;;;;',
        'Yksikkö;Outo;0401112223;;;Olematon;;;',
        'Valmentaja;Outo;0401112224;;;;Ei Kukaan;;',
        'Tavoittamaton;Outo;;;;;;;',
      ),
    );
    const { page, answer } = await confirm(manager, path);
    expect(answer).toBeUndefined();
    for (const words of [
      'Puhelinnumeroa ei tunnisteta.',
      'Tällaista yksikköä ei ole.',
      'Tällaista valmentajaa ei ole.',
      'Häneen ei saa yhteyttä',
      'Mitään ei ole lisätty.',
    ])
      expect(page).toContain(words);
    const forced = await manager.post(path, { seen: 'x' });
    expect(forced.headers.get('location')).toBe(`${path}?changed`);
    expect(await countClients(office)).toBe(0);
  });

  test('who are here already are passed over, also when they stand in the file twice', async () => {
    const { office, manager } = await officeWithCoach();
    await office.person('client', { givenName: 'Vanha', familyName: 'Tuttu', phone: '+358401234567' });
    await office.person('client', {
      givenName: 'Nimi',
      familyName: 'Sama',
      bornOn: Temporal.PlainDate.from('2001-02-03'),
    });
    const { path } = await send(
      manager,
      fileOf(
        'Uusi;Ihminen;050 999 8887;;;;;;',
        'Toinen;Nimi;040-1234567;;;;;;',
        'NIMI;sama;0441231231;;3.2.2001;;;;',
        'Uusi;Kaksonen;0509998887;;;;;;',
      ),
    );
    const { page, answer } = await confirm(manager, path);
    expect(page).toContain('Sama puhelinnumero: Vanha Tuttu');
    expect(page).toContain('Sama nimi ja syntymäaika: Nimi Sama');
    expect(page).toContain('Sama ihminen kuin rivillä 2.');
    expect(answer?.headers.get('location')).toBe('/people/import?added=1&skipped=3');
    expect(await countClients(office)).toBe(3);
  });

  test('are looked at again when somebody alike was added after the preview', async () => {
    const { office, manager } = await officeWithCoach();
    const { path } = await send(
      manager,
      fileOf('Ninni;Salo;0401234567;;;;;;', 'Aino;Kallio;0501112223;;;;;;'),
    );
    const page = await (await manager.get(path)).text();
    const seen = /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '';
    await office.person('client', { givenName: 'Ninni', familyName: 'Salo', phone: '+358401234567' });
    const answer = await manager.post(path, { seen });
    expect(answer.headers.get('location')).toBe(`${path}?changed`);
    expect(await countClients(office)).toBe(1);
    expect(await (await manager.get(`${path}?changed`)).text()).toContain('Tilanne muuttui');
    expect((await confirm(manager, path)).answer?.headers.get('location')).toBe(
      '/people/import?added=1&skipped=1',
    );
  });

  test('a double click adds them once', async () => {
    const { office, manager } = await officeWithCoach();
    const { path } = await send(manager, fileOf('Ninni;Salo;0401234567;;;;;;'));
    const page = await (await manager.get(path)).text();
    const seen = /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '';
    const _key = crypto.randomUUID();
    const both = await Promise.all([manager.post(path, { seen, _key }), manager.post(path, { seen, _key })]);
    expect(both.map((one) => one.headers.get('location'))).toEqual([
      '/people/import?added=1&skipped=0',
      '/people/import?added=1&skipped=0',
    ]);
    expect(await countClients(office)).toBe(1);
  });
});

describe('the file', () => {
  test.each<[string, Blob, string]>([
    [
      'with personal identity codes is refused whole',
      fileOf('Ninni;Salo 131052-308T;0401234567;;;;;;'),
      'henkilötunnuksia',
    ],
    ['without rows', fileOf(), 'ei ole rivejä'],
    ['without names', new Blob(['Puhelin\n0401234567\n']), 'Sarakkeita etunimi ja sukunimi'],
    ['with an open quote', fileOf('"Ninni;Salo;;;'), 'ei voi lukea riviltä'],
    [
      'that is a picture',
      new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])]),
      'ei ole CSV-tiedosto',
    ],
    ['that is empty', new Blob([]), 'Valitse tiedosto.'],
  ])('%s is refused in words', async (_, file, words) => {
    const { manager, office } = await officeWithCoach();
    const sent = await send(manager, file);
    expect(sent.status).toBe(422);
    expect(sent.page).toContain(words);
    const { rows } = await office.inOffice((tx) => tx.execute(sql`select 1 from import_drafts`));
    expect(rows).toHaveLength(0);
  });

  test('larger than the limit is refused before it is read', async () => {
    const { manager } = await officeWithCoach();
    expect((await send(manager, new Blob(['x'.repeat(3_000_000)]))).status).toBe(413);
  });

  test('with mischief in its cells is shown as text and added as text', async () => {
    const { office, manager } = await officeWithCoach();
    const { path } = await send(
      manager,
      fileOf(
        '<script>alert(1)</script>;"=HYPERLINK(""http://x"")";0401234567;;;;;;',
        '👩🏽‍🌾;\u202Eoikea;0401234568;;;;;;',
      ),
    );
    const { page, answer } = await confirm(manager, path);
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script>');
    expect(answer?.status).toBe(303);
    expect(await countClients(office)).toBe(2);
  });

  test('stands sealed in the draft, is only its sender’s, and is gone after a day or when thrown away', async () => {
    const { office, manager } = await officeWithCoach();
    const { path } = await send(manager, fileOf('Ninni;Kanarialintu;0401234567;;;;;;'));
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ body: string }>(sql`select encode(body, 'escape') as body from import_drafts`),
    );
    expect(rows[0]?.body).not.toContain('Kanarialintu');
    const other = await office.person('administrator');
    const stranger = await (await house.office()).person('manager');
    for (const person of [other, stranger, await office.person('coach')]) {
      expect((await person.get(path)).status).toBe(404);
      expect((await person.post(path, { seen: 'x' })).status).toBe(404);
    }
    await other.post(`${path}/removal`);
    expect((await manager.get(path)).status).toBe(200);
    const later = now().add({ hours: 25 });
    const back = setClock(() => later);
    await office.inOffice(clearOldDrafts);
    back();
    expect((await manager.get(path)).status).toBe(404);
    const second = await send(manager, fileOf('Ninni;Salo;0401234567;;;;;;'));
    expect((await manager.post(`${second.path}/removal`)).status).toBe(303);
    expect((await manager.get(second.path)).status).toBe(404);
  });

  test('of the example can be sent as it is', async () => {
    const { manager } = await officeWithCoach();
    const example = await manager.get('/people/import/example.csv');
    expect(example.headers.get('content-disposition')).toContain('attachment');
    const sent = await send(manager, new Blob([await example.arrayBuffer()]));
    const { page } = await confirm(manager, sent.path);
    expect(page).toContain('Lisää 2 asiakasta');
  });
});
