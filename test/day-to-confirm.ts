// A day of Aino's of last week that waits to be confirmed by Mika, for the tests of confirmation.

import { dayById } from '../src/features/coaching/enrolments/expected.ts';
import { todayIn } from '../src/platform/clock.ts';
import type { TestHouse, TestOffice } from './cast.ts';
import { enrol, expectDay, testService } from './days.ts';

const today = todayIn();
/** The Monday of last week. */
export const monday = today.subtract({ days: today.dayOfWeek + 6 });

export async function dayToConfirm(house: TestHouse) {
  const office = await house.office();
  const aino = await office.person('client', {
    givenName: 'Aino',
    familyName: 'Koskela',
    phone: '+358401234567',
  });
  const mika = await office.person('coach', { givenName: 'Mika', familyName: 'Salo' });
  await office.relate(aino, mika);
  const serviceId = await testService(office);
  const enrolmentId = await enrol(office, aino, { serviceId });
  const dayId = await expectDay(office, aino, enrolmentId, monday);
  return { office, aino, mika, serviceId, enrolmentId, dayId };
}
export type DayToConfirm = Awaited<ReturnType<typeof dayToConfirm>>;

export const theDay = (office: TestOffice, dayId: string) =>
  office.inOffice(async (tx) => {
    const day = await dayById(tx, dayId);
    if (!day) throw new Error('no day');
    return day;
  });
