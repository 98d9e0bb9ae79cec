import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../test/cast.ts';
import { at, type CoachingDay, coachingDay, openCoachingDay } from '../../../../test/coaching-day.ts';
import { setClock } from '../../../platform/clock.ts';
import { refusedConstraint } from '../../../platform/errors.ts';
import { setServiceBounds } from '../../offer/services/door.ts';
import { sayHello } from '../days/day-actions.ts';
import { daysBetween, enrolmentsOf, ensureDay } from './expected.ts';
import { enrolments } from './tables.ts';

let house: TestHouse;
let day: CoachingDay;
let onni: TestPerson;
let putBack = () => {};

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  putBack = setClock(() => at('09:40'));
  day = await openCoachingDay(house);
  onni = await day.office.person('client', { givenName: 'Onni', familyName: 'Salmi' });
  await day.office.relate(onni, day.mika);
});
afterEach(() => putBack());

const agreed = (change: Record<string, string | string[]> = {}) => ({
  serviceId: day.serviceId,
  groupId: day.groupId,
  startsOn: '2026-11-25',
  endsOn: '2027-02-26',
  'weekdays[]': ['1', '3'],
  hours: '4,5',
  payer: 'kela',
  benefit: 'expense-allowance',
  ...change,
});
const path = () => `/clients/${onni.id}/enrolments`;
const enrolled = () => day.office.inOffice((tx) => enrolmentsOf(tx, onni.id));

describe('an enrolment', () => {
  test('is agreed by the coach, and the client’s days are there at once', async () => {
    const started = await day.mika.post(path(), agreed());
    expect(started.status).toBe(303);
    const [enrolment] = await enrolled();
    expect([enrolment?.weekdays, enrolment?.dayMinutes]).toEqual([[1, 3], 270]);
    const days = await day.office.inOffice((tx) =>
      daysBetween(tx, onni.id, coachingDay, coachingDay.add({ days: 30 })),
    );
    expect(days.map((one) => one.day.toString())).toEqual([
      '2026-11-25',
      '2026-11-30',
      '2026-12-02',
      '2026-12-07',
    ]);
    const list = await (await day.mika.get(path())).text();
    expect(list).toContain('Alkaa myöhemmin');
    expect(list).toContain('4,5');
  });

  test('outside the bounds of the service is refused with the law it rests on', async () => {
    const tooMany = await day.mika.post(path(), agreed({ 'weekdays[]': ['1', '2', '3', '4', '5'] }));
    expect(tooMany.status).toBe(422);
    expect(await tooMany.text()).toContain(
      'Palvelussa ollaan 1–4 päivänä viikossa. Peruste: Laki kuntouttavasta työtoiminnasta (189/2001).',
    );
    const tooShort = await day.mika.post(path(), agreed({ hours: '3,5' }));
    expect(await tooShort.text()).toContain('Palvelussa ollaan 4–8 tuntia päivässä.');
    expect(await enrolled()).toEqual([]);
  });

  test('is measured by the bounds that are in force on its first day, with their own source', async () => {
    await day.office.inOffice((tx) =>
      setServiceBounds(tx, undefined, {
        serviceId: day.serviceId,
        validFrom: Temporal.PlainDate.from('2027-01-01'),
        bounds: { weekdays: { most: 1 } },
        source: 'Laki 1/2027',
      }),
    );
    const later = await day.mika.post(path(), agreed({ startsOn: '2027-01-01' }));
    expect(later.status).toBe(422);
    expect(await later.text()).toContain(
      'Palvelussa ollaan enintään 1 päivänä viikossa. Peruste: Laki 1/2027.',
    );
    expect((await day.mika.post(path(), agreed({ startsOn: '2026-12-31' }))).status).toBe(303);
  });

  test('that runs over a tighter bound is told from which day, whenever the bound is entered', async () => {
    const bound = (validFrom: string, most: number, source: string) =>
      day.office.inOffice((tx) =>
        setServiceBounds(tx, undefined, {
          serviceId: day.serviceId,
          validFrom: Temporal.PlainDate.from(validFrom),
          bounds: { weekdays: { most } },
          source,
        }),
      );
    await bound('2027-01-01', 1, 'Laki 1/2027');
    const started = await day.mika.post(path(), agreed());
    const told = await (await day.mika.get(started.headers.get('location') ?? '')).text();
    expect(told).toContain('Jakso ei mahdu palvelun rajoihin 1.1.2027 alkaen');
    expect(told).toContain('Palvelussa ollaan enintään 1 päivänä viikossa. Peruste: Laki 1/2027.');
    // The same day is set right, and another bound comes after the enrolment: nothing to tell.
    await bound('2027-01-01', 2, 'Laki 2/2027');
    await bound('2027-02-27', 1, 'Laki 3/2027');
    expect(await (await day.mika.get(path())).text()).not.toContain('ei mahdu');
    await bound('2027-02-01', 1, 'Laki 4/2027');
    const later = await (await day.mika.get(path())).text();
    expect(later).toContain('rajoihin 1.2.2027 alkaen');
    expect(later).toContain('Peruste: Laki 4/2027.');
    const [enrolment] = await enrolled();
    await day.mika.post(`${path()}/${enrolment?.id}/end`, { lastOn: '2027-01-31' });
    expect(await (await day.mika.get(path())).text()).not.toContain('ei mahdu');
  });

  test('over another one is refused in words, also when two are sent at once', async () => {
    const [one, two] = await Promise.all([
      day.mika.post(path(), agreed()),
      day.mika.post(path(), agreed({ startsOn: '2026-12-01' })),
    ]);
    expect([one.status, two.status].sort()).toEqual([303, 422]);
    const refused = one.status === 422 ? one : two;
    expect(await refused.text()).toContain('Asiakkaalla on jo jakso tänä aikana: Nuorten työpaja');
    expect(await enrolled()).toHaveLength(1);
  });

  test('over another one is refused by the database, whatever the code does', async () => {
    await day.mika.post(path(), agreed());
    const again = day.office.inOffice((tx) =>
      tx.insert(enrolments).values({
        clientId: onni.id,
        serviceId: day.serviceId,
        startsOn: coachingDay.add({ days: 20 }),
        endsOn: coachingDay.add({ days: 21 }),
        weekdays: [1],
        dayMinutes: 240,
        payer: 'kela',
        benefit: 'none',
      }),
    );
    expect(refusedConstraint(await again.catch((error: unknown) => error))).toBe('enrolments_do_not_overlap');
  });

  test('with the last day before the first, no weekday or no hours is asked for again', async () => {
    const refused = await day.mika.post(path(), {
      ...agreed({ endsOn: '2026-11-20', hours: 'neljä' }),
      'weekdays[]': [],
    });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Valitse vähintään yksi viikonpäivä.');
    expect(page).toContain('Kirjoita tunnit lukuna');
    expect(await (await day.mika.post(path(), agreed({ endsOn: '2026-11-20' }))).text()).toContain(
      'Viimeinen päivä on ennen ensimmäistä.',
    );
  });
});

describe('an earlier end', () => {
  const end = (lastOn: string, id: string) => day.mika.post(`${path()}/${id}/end`, { lastOn });
  const start = async () => {
    await day.mika.post(path(), agreed({ startsOn: '2026-11-23' }));
    const [enrolment] = await enrolled();
    return enrolment?.id ?? '';
  };

  test('takes the later days away, and room is made for a new enrolment', async () => {
    const id = await start();
    expect((await end('2026-11-27', id)).status).toBe(303);
    const days = await day.office.inOffice((tx) =>
      daysBetween(tx, onni.id, coachingDay.add({ days: 4 }), coachingDay.add({ days: 60 })),
    );
    expect(days).toEqual([]);
    expect((await day.mika.post(path(), agreed({ startsOn: '2026-11-28' }))).status).toBe(303);
  });

  test('is refused when something has happened on a later day, which is named', async () => {
    const id = await start();
    await day.office.inOffice(async (tx) => {
      const row = await ensureDay(tx, onni.id, coachingDay.add({ days: 1 }));
      if (row) await sayHello(tx, onni.id, row, 'page');
    });
    const refused = await end('2026-11-24', id);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Päivällä 25.11.2026 on jo kirjauksia.');
    expect((await enrolled())[0]?.endedEarly).toBe(false);
  });

  test('never before the first day nor after the agreed last one; before the first means it never began', async () => {
    const id = await start();
    expect((await end('2026-11-20', id)).status).toBe(422);
    expect((await end('2027-03-01', id)).status).toBe(422);
    expect((await end('2026-11-22', id)).status).toBe(303);
    expect(await (await day.mika.get(path())).text()).toContain('Ei alkanut');
  });
});

describe('whose enrolments', () => {
  test('another coach, a client, an ended relation and another office are refused alike', async () => {
    await day.mika.post(path(), agreed());
    const [enrolment] = await enrolled();
    const paths = [path(), `${path()}/new`, `${path()}/${enrolment?.id}/end`, `/clients/${onni.id}/days`];
    const other = await day.office.person('coach', { givenName: 'Satu' });
    const former = await day.office.person('coach', { givenName: 'Eero' });
    await day.office.relate(onni, former, { endsOn: coachingDay.subtract({ days: 1 }) });
    const elsewhere = await openCoachingDay(house);
    for (const refused of [other, former, elsewhere.mika, onni, day.aino]) {
      for (const one of paths) expect((await refused.get(one)).status).toBe(404);
      expect((await refused.post(path(), agreed({ startsOn: '2027-03-01' }))).status).toBe(404);
    }
    const manager = await day.office.person('manager', { givenName: 'Liisa' });
    for (const one of paths) {
      expect((await day.mika.get(one)).status).toBe(200);
      expect((await manager.get(one)).status).toBe(200);
    }
  });

  test('an enrolment of one client cannot be ended through another client’s page', async () => {
    await day.mika.post(path(), agreed());
    const [enrolment] = await enrolled();
    const wrong = `/clients/${day.aino.id}/enrolments/${enrolment?.id}/end`;
    expect((await day.mika.post(wrong, { lastOn: '2026-12-01' })).status).toBe(404);
  });

  test('reading and agreeing are written in the access log', async () => {
    await day.mika.get(path());
    await day.mika.post(path(), agreed());
    const entries = await day.office.inOffice(async (tx) => {
      const { rows } = await tx.execute<{ act: string }>(
        sql`select act from access_log where person_id = ${onni.id} and subject = 'enrolment' order by position`,
      );
      return rows.map((row) => row.act);
    });
    expect(entries).toEqual(['read', 'created']);
  });
});
