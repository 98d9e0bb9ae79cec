// A remote coaching day of a youth workshop for tests: a service with its bounds and rule, a group with a programme on
// every working day, a client enrolled in both and her coach. All through the features' own actions.

import { startEnrolment } from '../src/features/coaching/enrolments/actions.ts';
import { ensureDay } from '../src/features/coaching/enrolments/expected.ts';
import {
  addEntry,
  addGroupCoach,
  addMember,
  makeGroup,
  type SessionKind,
} from '../src/features/contact/groups/door.ts';
import { addService, setAttendanceRule, setServiceBounds } from '../src/features/offer/services/door.ts';
import type { TestHouse, TestOffice, TestPerson } from './cast.ts';

/** A Tuesday. */
export const coachingDay = Temporal.PlainDate.from('2026-11-24');
const zone = 'Europe/Helsinki';

/** An instant of the coaching day, or of another one, by the wall clock. */
export const at = (time: string, day = coachingDay): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();

const longAgo = coachingDay.subtract({ years: 1 });

const text = (fi: string, sv: string, en: string) => ({ fi, sv, en });

export const programme: readonly [string, string, SessionKind, ReturnType<typeof text>][] = [
  ['09:00', '09:30', 'live', text('Yhteinen aamu', 'Gemensam morgon', 'Morning together')],
  ['09:30', '12:00', 'own-work', text('Omat tehtävät', 'Egna uppgifter', 'Own work')],
  ['12:00', '12:30', 'contact-point', text('Päivän kuulumiset', 'Hur är läget', 'Midday contact')],
  ['12:30', '13:30', 'live', text('Hyvän olon hetki', 'En stund för välmående', 'A moment of wellbeing')],
  ['13:30', '14:00', 'live', text('Päivän lopetus', 'Dagens avslutning', 'Closing the day')],
];

/** The youth workshop as a service. Gives its id. */
export function workshopService(office: TestOffice): Promise<string> {
  return office.inOffice(async (tx) => {
    const serviceId = await addService(tx, undefined, {
      name: text('Nuorten työpaja', 'Ungdomsverkstaden', 'Youth workshop'),
      kind: 'youth-workshop',
    });
    await setServiceBounds(tx, undefined, {
      serviceId,
      validFrom: longAgo,
      bounds: {
        weekdays: { least: 1, most: 4 },
        dayMinutes: { least: 240, most: 480 },
        allowanceCents: 900,
      },
      source: 'Laki kuntouttavasta työtoiminnasta (189/2001)',
    });
    await setAttendanceRule(tx, undefined, {
      serviceId,
      validFrom: longAgo,
      agreement: 'Sovittu hyvinvointialueen kanssa 1.9.2026',
      rule: {
        minimumMinutes: 240,
        liveWeight: { video: 1, voice: 1, text: 1, 'on-site': 1, phone: 1 },
        ownWorkWeight: { proved: 1, unproved: 0.5 },
        ownWorkCapMinutes: 150,
        diaryMinutes: 15,
        contactMinutes: 10,
        contactCapMinutes: 20,
      },
    });
    return serviceId;
  });
}

export type CoachingDay = Awaited<ReturnType<typeof openCoachingDay>>;

/** Opens the day in a new office. Set the clock to a time before the day's end first: sessions are made ahead only. */
export async function openCoachingDay(house: TestHouse) {
  const office = await house.office();
  const aino = await office.person('client', {
    givenName: 'Aino',
    familyName: 'Koskela',
    phone: '+358401234567',
  });
  const mika = await office.person('coach', { givenName: 'Mika', familyName: 'Lehto' });
  await office.relate(aino, mika);
  const serviceId = await workshopService(office);
  const groupId = await office.inOffice(async (tx) => {
    const id = await makeGroup(tx, mika.actor, {
      name: 'Tiistain porukka',
      doors: 'open-door',
      channelHours: [],
    });
    await addGroupCoach(tx, mika.actor, {
      groupId: id,
      coachId: mika.id,
      startsOn: coachingDay.subtract({ days: 30 }),
    });
    for (const weekday of [1, 2, 3, 4, 5]) {
      for (const [starts, ends, kind, title] of programme) {
        await addEntry(tx, mika.actor, id, {
          weekday,
          starts: Temporal.PlainTime.from(starts),
          ends: Temporal.PlainTime.from(ends),
          kind,
          title,
          description: null,
          hostId: null,
          ways: kind === 'live' ? ['video', 'voice', 'text'] : [],
          place: null,
          validFrom: longAgo,
          validUntil: null,
        });
      }
    }
    return id;
  });
  const day = { office, aino, mika, serviceId, groupId };
  await enrolIn(day, aino);
  return day;
}

/** Enrols a client in the workshop and its group, Monday to Thursday. */
export function enrolIn(
  day: { office: TestOffice; mika: TestPerson; serviceId: string; groupId: string },
  client: { id: string },
): Promise<void> {
  return day.office.inOffice(async (tx) => {
    const joined = await addMember(tx, day.mika.actor, {
      groupId: day.groupId,
      clientId: client.id,
      joinsOn: coachingDay.subtract({ days: 30 }),
    });
    const started = await startEnrolment(tx, day.mika.actor, {
      clientId: client.id,
      serviceId: day.serviceId,
      groupId: day.groupId,
      startsOn: coachingDay.subtract({ days: 30 }),
      endsOn: coachingDay.add({ days: 60 }),
      weekdays: [1, 2, 3, 4],
      dayMinutes: 240,
      payer: 'kela',
      benefit: 'expense-allowance',
    });
    if (!joined.ok || !started.ok) throw new Error('the client could not be enrolled');
  });
}

/** The row of a client's coaching day, or of another one. */
export async function dayRow(office: TestOffice, client: { id: string }, on = coachingDay) {
  const row = await office.inOffice((tx) => ensureDay(tx, client.id, on));
  if (!row) throw new Error('nobody expects this client then');
  return row;
}
