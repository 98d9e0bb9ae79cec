import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { enrol, expectDay, testService, unitsOfManagers } from '../../../../test/days.ts';
import { todayIn } from '../../../platform/clock.ts';
import { confirmDay } from '../../coaching/confirmation/actions.ts';
import { notePresence } from '../../coaching/days/day-actions.ts';
import { askForHelp, handleHelp } from '../../coaching/days/help-actions.ts';
import { dayById } from '../../coaching/enrolments/expected.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const today = todayIn();
const monday = today.subtract({ days: today.dayOfWeek + 6 });
const lastWeek = `/overview?week=${monday}`;

/** Last week: Aino attended on Monday for four hours, Otso was silent on Monday and is not confirmed. */
async function cast() {
  const office = await house.office();
  const aino = await office.person('client', { givenName: 'Aino', familyName: 'Koskela' });
  const otso = await office.person('client', { givenName: 'Otso', familyName: 'Laine' });
  const mika = await office.person('coach', { givenName: 'Mika', familyName: 'Salo' });
  const leena = await office.person('manager', { givenName: 'Leena' });
  await office.relate(aino, mika);
  await office.relate(otso, mika);
  const serviceId = await testService(office);
  const ainos = await expectDay(office, aino, await enrol(office, aino, { serviceId }), monday);
  const otsos = await expectDay(office, otso, await enrol(office, otso, { serviceId }), monday);
  await office.inOffice(async (tx) => {
    const day = await dayById(tx, ainos);
    if (!day) throw new Error('no day');
    const at = (time: string) =>
      monday.toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: time }).toInstant();
    await notePresence(tx, mika.actor, day, { way: 'phone', fromAt: at('09:00'), toAt: at('13:00') });
    await confirmDay(tx, mika.actor, {
      dayId: ainos,
      class: 'attended',
      minutes: 240,
      seenSequence: 0,
      suggested: 'counts',
    });
    await tx.execute(
      sql`update days set silent_since = ${at('09:30').toString()}::timestamptz where id = ${otsos}`,
    );
  });
  return { office, aino, otso, mika, leena, serviceId, ainos, otsos };
}

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const main = (page: string) => page.split('<main')[1] ?? '';
const linksIn = (page: string) =>
  [...main(page).matchAll(/href="(\/overview[^"]*)"/g)].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );
const rowsIn = (page: string) => (main(page).split('id="rows"')[1] ?? '').split('</section>')[0] ?? '';

describe('the overview of a week', () => {
  test('counts days confirmed and open, silence and ways of taking part', async () => {
    const { leena } = await cast();
    const page = main(await text(leena.get(lastWeek)))
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    expect(page).toContain(
      '2 päivää tähän mennessä 1 vahvistettu 1 vahvistamatta 1 kertaa hiljaisuus huomattiin',
    );
    expect(page).toContain('Mika S 1 pv');
    expect(page).toContain('Puhelin 4 h');
  });

  test('every number opens the rows behind it', async () => {
    const { leena, ainos, otsos } = await cast();
    const links = linksIn(await text(leena.get(lastWeek)));
    const behind = async (part: string) => {
      const href = links.find((link) => link.includes(part));
      return rowsIn(await text(leena.get((href ?? '').split('#')[0] ?? '')));
    };
    expect(await behind('show=confirmed')).toContain(`/days/${ainos}`);
    expect(await behind('show=confirmed')).not.toContain(otsos);
    expect(await behind('show=silent')).toContain('Hiljaa klo 9.30 alkaen');
    expect(await behind('show=way')).toContain('4 h');
    for (const link of links)
      expect([link, (await leena.get(link.split('#')[0] ?? '')).status]).toEqual([link, 200]);
  });

  test('tells technology trouble and how it ended, without the words of the client', async () => {
    const { office, aino, mika, leena } = await cast();
    await office.inOffice((tx) =>
      askForHelp(tx, aino.actor, { kind: 'technology', words: 'Kuva ei näy', day: undefined }),
    );
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ id: string }>(sql`select id from help_requests`),
    );
    await office.inOffice((tx) => handleHelp(tx, mika.actor, rows[0]?.id ?? '', 'fell-back-to-phone'));
    const page = main(await text(leena.get('/overview?show=technology')));
    expect(page).toContain('Jatkettiin puhelimella');
    expect(page).toContain('Aino');
    expect(page).not.toContain('Kuva ei näy');
  });

  test('notes in the access log only those who are named', async () => {
    const { office, leena, aino, otso } = await cast();
    const noted = () =>
      office.inOffice(async (tx) => {
        const found = await tx.execute<{ person_id: string }>(
          sql`select distinct person_id from access_log where actor_id = ${leena.id} and act = 'read'`,
        );
        return found.rows.map((row) => row.person_id);
      });
    await leena.get(lastWeek);
    expect(await noted()).toEqual([]);
    await leena.get(`${lastWeek}&show=silent`);
    expect(await noted()).toEqual([otso.id]);
    expect(aino.id).not.toBe(otso.id);
  });

  test('a manager of one unit counts the clients of that unit only', async () => {
    const { office, aino, leena } = await cast();
    const { manager, neighbour } = await unitsOfManagers(office, aino);
    const figure = async (person: TestPerson) =>
      /<b>(\d+)<\/b>/.exec(main(await text(person.get(lastWeek))))?.[1];
    expect([await figure(neighbour), await figure(manager), await figure(leena)]).toEqual(['0', '1', '2']);
  });

  test.each(['client', 'coach', 'provider', 'administrator'] as const)(
    'is not there for a %s',
    async (role) => {
      const { office } = await cast();
      expect((await (await office.person(role)).get('/overview')).status).toBe(404);
    },
  );

  test('another office sees nothing of this one', async () => {
    await cast();
    const elsewhere: TestOffice = await house.office();
    const boss = await elsewhere.person('manager');
    expect(main(await text(boss.get(`${lastWeek}&show=expected`)))).not.toContain('Aino K');
  });
});
