import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { publishService } from '../../../../test/public-services.ts';
import { youthWorkshop } from '../../../demo/services-with-days.ts';
import { setClock } from '../../../platform/clock.ts';
import { addUnit } from '../../ground/offices/actions.ts';
import { grantRole } from '../../ground/people/actions.ts';
import { giveFeedback } from './feedback-actions.ts';
import { clearOldFeedback } from './jobs.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const here = '/fi/palvelut/nuorten-tyopaja/palaute';

/** An office with a service of a unit, or of none. */
async function officeWithService(ofUnit = true) {
  const office = await house.office();
  const unitId = await office.inOffice((tx) =>
    addUnit(tx, { kind: 'youth-workshop', name: { fi: 'Paja', sv: 'Verkstad', en: 'Workshop' } }),
  );
  await publishService(office, youthWorkshop, {
    kind: 'youth-workshop',
    unitId: ofUnit ? unitId : null,
  });
  return { office, unitId };
}

const rowsOf = (office: TestOffice) =>
  office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{
      id: string;
      words: Buffer;
      contact: Buffer | null;
      done_at: string | null;
    }>(
      sql`select id, words, contact, done_at from service_feedback where office_id = ${office.officeId} order by id`,
    );
    return rows;
  });

test('somebody signed out says what they think, and the office reads it and marks it dealt with', async () => {
  const { office } = await officeWithService();
  const visitor = office.visitor();
  const page = await (await visitor.get(here)).text();
  expect(page).toContain('Palautetta palvelusta');
  expect(page).toContain('href="tel:+35885550140"');
  const sent = await visitor.post(here, { words: 'Bussi ei kulje klo 9.', contact: '040 123 4567' });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/${office.slug}${here}?sent`]);
  expect(await (await visitor.get(`${here}?sent`)).text()).toContain('Kiitos palautteesta');

  const [row] = await rowsOf(office);
  expect(row?.words.toString('latin1')).not.toContain('Bussi');
  expect(row?.contact?.toString('latin1')).not.toContain('040');
  const events = await office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{ payload: unknown; actor_id: string | null }>(
      sql`select payload, actor_id from events where office_id = ${office.officeId} and name = 'service-feedback.given'`,
    );
    return rows;
  });
  expect(events).toMatchObject([{ actor_id: null, payload: { feedbackId: row?.id } }]);

  const leena = await office.person('manager');
  expect(await (await leena.get('/overview')).text()).toContain('1 palaute palveluista odottaa');
  const list = await (await leena.get('/service-feedback')).text();
  expect(list).toContain('Bussi ei kulje klo 9.');
  expect(list).toContain('Toivoo vastausta: 040 123 4567');
  expect((await leena.post(`/service-feedback/${row?.id}/done`)).status).toBe(303);
  expect(await (await leena.get('/service-feedback')).text()).not.toContain('Bussi');
  expect(await (await leena.get('/service-feedback?done')).text()).toContain('Bussi');
  expect((await leena.post(`/service-feedback/${row?.id}/reopening`)).status).toBe(303);
  expect(await (await leena.get('/service-feedback')).text()).toContain('Bussi');
});

test('an empty form keeps what was written and says what is missing, in the language of the page', async () => {
  const { office } = await officeWithService();
  const answer = await office
    .visitor()
    .post('/sv/tjanster/ungdomsverkstad/respons', { words: ' ', contact: 'a@exempel.fi' });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('Skriv din respons.');
  expect(html).toContain('value="a@exempel.fi"');
  expect(html).toContain('<html lang="sv">');
  expect(await rowsOf(office)).toEqual([]);
});

test('who is signed in is not known from their feedback', async () => {
  const { office } = await officeWithService();
  const aino = await office.person('client');
  expect((await aino.post(here, { words: 'Hyvä paja' })).status).toBe(303);
  const [row] = await rowsOf(office);
  const found = await office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from events where office_id = ${office.officeId} and name = 'service-feedback.given'
            and (actor_id is not null or payload::text like ${`%${aino.id}%`})`,
    );
    return rows[0]?.n;
  });
  expect([row?.contact, found]).toEqual([null, 0]);
});

async function managerOf(office: TestOffice, unitId: string) {
  const person = await office.person([]);
  const startsOn = Temporal.PlainDate.from('2020-01-01');
  await office.inOffice((tx) =>
    grantRole(tx, undefined, { personId: person.id, role: 'manager', unitId, startsOn }),
  );
  return person;
}

test('nobody but those who keep the service reads or marks feedback', async () => {
  const { office, unitId } = await officeWithService();
  await office.visitor().post(here, { words: 'Kiitos kahvista' });
  const [row] = await rowsOf(office);
  const other = await house.office();
  const otherUnit = await office.inOffice((tx) =>
    addUnit(tx, { kind: 'open-workshop', name: { fi: 'Avoin', sv: 'Öppen', en: 'Open' } }),
  );
  for (const role of ['client', 'coach', 'provider', 'partner', 'project-manager'] as const) {
    const person = await office.person(role);
    expect([role, (await person.get('/service-feedback')).status]).toEqual([role, 404]);
    expect((await person.post(`/service-feedback/${row?.id}/done`)).status).toBe(404);
  }
  const stranger = await other.person('manager');
  expect(await (await stranger.get('/service-feedback')).text()).not.toContain('Kiitos');
  expect((await stranger.post(`/service-feedback/${row?.id}/done`)).status).toBe(404);
  const elsewhere = await managerOf(office, otherUnit);
  expect(await (await elsewhere.get('/service-feedback')).text()).not.toContain('Kiitos');
  expect((await elsewhere.post(`/service-feedback/${row?.id}/done`)).status).toBe(404);
  const keeper = await managerOf(office, unitId);
  expect(await (await keeper.get('/service-feedback')).text()).toContain('Kiitos');
  expect((await keeper.post(`/service-feedback/${row?.id}/done`)).status).toBe(303);
  expect((await office.visitor().get('/service-feedback')).status).toBe(303);
});

test('what is said of a service of no unit reaches whoever may change it, and no manager of one unit', async () => {
  const { office, unitId } = await officeWithService(false);
  await office.visitor().post(here, { words: 'Kiitos kahvista' });
  const [row] = await rowsOf(office);
  const list = async (person: TestPerson) => (await person.get('/service-feedback')).text();
  const minna = await managerOf(office, unitId);
  expect(await list(minna)).not.toContain('Kiitos');
  expect((await minna.post(`/service-feedback/${row?.id}/done`)).status).toBe(404);
  for (const role of ['administrator', 'manager'] as const)
    expect(await list(await office.person(role))).toContain('Kiitos');
  expect((await (await office.person('manager')).post(`/service-feedback/${row?.id}/done`)).status).toBe(303);
  expect((await minna.post(`/service-feedback/${row?.id}/reopening`)).status).toBe(404);
});

test('a machine that writes without end is stopped, and everybody else is not', async () => {
  const { office } = await officeWithService();
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const statuses: number[] = [];
  for (let at = 0; at < 22; at += 1) {
    statuses.push(
      (await office.visitor().post(here, { words: `Palaute ${at}` }, from('198.51.100.7'))).status,
    );
  }
  expect(statuses).toContain(429);
  expect(statuses.indexOf(429)).toBeLessThanOrEqual(20);
  expect((await rowsOf(office)).length).toBe(statuses.filter((status) => status === 303).length);
});

test('feedback is removed with the key of its words when its time is over', async () => {
  const { office } = await officeWithService();
  const restore = setClock(() => Temporal.Instant.from('2026-01-10T10:00:00Z'));
  try {
    await office.inOffice(async (tx) => {
      const { rows } = await tx.execute<{ id: string }>(
        sql`select id from services where office_id = ${office.officeId}`,
      );
      await giveFeedback(tx, {
        serviceId: rows[0]?.id ?? '',
        language: 'fi',
        words: 'Vanha',
        contact: undefined,
      });
    });
  } finally {
    restore();
  }
  const [row] = await rowsOf(office);
  const keys = () =>
    office.inOffice(async (tx) => {
      const { rows } = await tx.execute<{ n: number }>(
        sql`select count(*)::int as n from data_keys where office_id = ${office.officeId} and person_id = ${row?.id}`,
      );
      return rows[0]?.n;
    });
  expect(await keys()).toBe(1);
  const later = setClock(() => Temporal.Instant.from('2027-01-09T10:00:00Z'));
  expect(await office.inOffice(clearOldFeedback)).toBe(0);
  later();
  const over = setClock(() => Temporal.Instant.from('2027-01-11T10:00:00Z'));
  expect(await office.inOffice(clearOldFeedback)).toBe(1);
  over();
  expect([await rowsOf(office), await keys()]).toEqual([[], 0]);
});
