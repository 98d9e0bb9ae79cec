// Enrolments, days and what happens on them, for tests: written straight into the tables, at any time in the past.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { DayClass } from '../src/features/coaching/enrolments/day-classes.ts';
import { type Benefit, days, enrolments, type Payer } from '../src/features/coaching/enrolments/tables.ts';
import { addService, setAttendanceRule } from '../src/features/offer/services/door.ts';
import { todayIn } from '../src/platform/clock.ts';
import type { TestOffice } from './cast.ts';

type Someone = { id: string };

export const name = { fi: 'Nuorten työpaja', sv: 'Ungdomsverkstad', en: 'Youth workshop' };

/** A service whose day counts at `minimumMinutes`, agreed long ago. Gives its id. */
export function testService(office: TestOffice, minimumMinutes = 240): Promise<string> {
  return office.inOffice(async (tx) => {
    const serviceId = await addService(tx, undefined, { name, kind: 'youth-workshop' });
    await setAttendanceRule(tx, undefined, {
      serviceId,
      validFrom: Temporal.PlainDate.from('2020-01-01'),
      agreement: 'Sopimus 12/2026',
      rule: {
        minimumMinutes,
        liveWeight: { video: 1, voice: 1, text: 1, 'on-site': 1, phone: 1 },
        ownWorkWeight: { proved: 1, unproved: 0.5 },
        ownWorkCapMinutes: 180,
        diaryMinutes: 15,
        contactMinutes: 10,
        contactCapMinutes: 20,
      },
    });
    return serviceId;
  });
}

/** An enrolment from 100 days ago to 100 days ahead on `weekdays` (Monday to Thursday unless told). Gives its id. */
export async function enrol(
  office: TestOffice,
  client: Someone,
  about: {
    serviceId: string;
    payer?: Payer;
    benefit?: Benefit;
    weekdays?: number[];
    groupId?: string;
    startsOn?: Temporal.PlainDate;
    endsOn?: Temporal.PlainDate;
  },
): Promise<string> {
  const id = randomUUID();
  await office.inOffice((tx) =>
    tx.insert(enrolments).values({
      id,
      clientId: client.id,
      serviceId: about.serviceId,
      groupId: about.groupId ?? null,
      startsOn: about.startsOn ?? todayIn().subtract({ days: 100 }),
      endsOn: about.endsOn ?? todayIn().add({ days: 100 }),
      weekdays: about.weekdays ?? [1, 2, 3, 4],
      dayMinutes: 240,
      payer: about.payer ?? 'kela',
      benefit: about.benefit ?? 'expense-allowance',
    }),
  );
  return id;
}

/** An expected day of an enrolment. Gives its id. */
export async function expectDay(
  office: TestOffice,
  client: Someone,
  enrolmentId: string,
  day: Temporal.PlainDate | string,
): Promise<string> {
  const id = randomUUID();
  await office.inOffice((tx) =>
    tx.insert(days).values({
      id,
      clientId: client.id,
      enrolmentId,
      day: Temporal.PlainDate.from(day),
      expectedMinutes: 240,
    }),
  );
  return id;
}

/** The confirmations of a day, first to last. */
export function confirmationsOf(office: TestOffice, dayId: string) {
  return office.inOffice(async (tx) => {
    const { rows } = await tx.execute<{
      sequence: number;
      class: DayClass;
      minutes: number;
      confirmed_by: string;
    }>(
      sql`select sequence, class, minutes, confirmed_by from confirmations where day_id = ${dayId} order by sequence`,
    );
    return rows;
  });
}

/** Two units: a manager of each, and `client` in the first. The managers are signed in with no other role. */
export async function unitsOfManagers(office: TestOffice, client: Someone) {
  const unit = (fi: string) =>
    office.inOffice(async (tx) => {
      const { rows } = await tx.execute<{ id: string }>(sql`insert into units (name, kind)
        values (${JSON.stringify({ fi, sv: fi, en: fi })}::jsonb, 'youth-workshop') returning id`);
      return rows[0]?.id ?? '';
    });
  const boundTo = async (unitId: string, person: Someone) => {
    await office.inOffice((tx) =>
      tx.execute(sql`update role_grants set unit_id = ${unitId} where person_id = ${person.id}`),
    );
    return person;
  };
  const [here, there] = [await unit('Likijärven työpaja'), await unit('Lahden työpaja')];
  await boundTo(here, client);
  const manager = await office.person('manager', { givenName: 'Ulla' });
  const neighbour = await office.person('manager', { givenName: 'Erkki' });
  await boundTo(here, manager);
  await boundTo(there, neighbour);
  return { here, there, manager, neighbour };
}
