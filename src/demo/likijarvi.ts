// Makes the town of Likijärvi: one office, four units, staff, clients, firms, partners, groups, and six weeks of days
// behind today. Relative to today and the same every time for a given day.
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import {
  addUnit,
  changeOffice,
  fillHolidays,
  openOffice,
  setWeek,
} from '../features/ground/offices/actions.ts';
import { closedDays } from '../features/ground/offices/tables.ts';
import { addPerson, grantRole, startRelation } from '../features/ground/people/actions.ts';
import { blockedPairs, persons } from '../features/ground/people/tables.ts';
import { now, setClock, todayIn } from '../platform/clock.ts';
import { sealText } from '../platform/encryption.ts';
import type { OpenHouse } from '../platform/house.ts';
import type { Role } from '../platform/session.ts';
import { type InOffice, openTenancy, type Tx } from '../platform/tenancy.ts';
import { actorOf } from './actors.ts';
import { objectToQuietDay, tellPayers } from './afterwards.ts';
import { makeBookings } from './bookings.ts';
import { wallClock } from './clock-time.ts';
import { hoursNow } from './day-hours.ts';
import { makeDropInHours } from './drop-in.ts';
import {
  confirmOn,
  enrolEverybody,
  happenOn,
  lastConfirmed,
  latestConfirmedDay,
  type Past,
  weeksBehind,
} from './history.ts';
import { makeGroups } from './likijarvi-groups.ts';
import {
  blocked,
  clients,
  type DemoClient,
  firms,
  partners,
  staff,
  type UnitName,
} from './likijarvi-people.ts';
import { makeServices } from './likijarvi-services.ts';
import { makeModes } from './modes.ts';

/** Makes the office with its past, all of it or, when the process ends before it is done, nothing. Gives its id. */
export async function makeLikijarvi(house: OpenHouse): Promise<string> {
  const officeId = randomUUID();
  const realNow = now();
  const restore = setClock(() => realNow);
  try {
    await withoutJobs(house)(officeId, async (tx) => {
      const inTown: InOffice = (_, work) => work(tx);
      const past = await makeTown(tx, officeId);
      await makePast(inTown, past);
      setClock(() => realNow);
      await makeModes(inTown, officeId, past.people, past.services.youth);
      await makeBookings(inTown, { officeId, people: past.people });
      await makeDropInHours(
        inTown,
        { officeId, people: past.people, unitId: null },
        clients.slice(6, 12).map(({ key }) => key),
      );
      await tellPayers(tx, past);
      await objectToQuietDay(tx, past);
    });
  } finally {
    restore();
  }
  return officeId;
}

// What happened weeks ago sends no messages today: the past is made without queueing anything.
function withoutJobs(house: OpenHouse): InOffice {
  return openTenancy(house.pool, { ...house.outside, jobs: { send: async () => {} } });
}

async function makeTown(tx: Tx, officeId: string): Promise<Past> {
  const today = todayIn();
  const from = today.subtract({ weeks: weeksBehind }).subtract({ days: today.dayOfWeek - 1 });
  const hours = hoursNow();
  await openOffice(tx, {
    slug: 'likijarvi',
    name: {
      fi: 'Likijärven työllisyyspalvelut',
      sv: 'Likijärvi sysselsättningstjänster',
      en: 'Likijärvi Employment Services',
    },
    accent: '#0a5c66',
  });
  const units = await makeUnits(tx);
  const people = new Map<string, string>();
  await makeStaff(tx, units, people);
  await makeClients(tx, units, people);
  const keeper = actorOf(officeId, people, 'antti');
  await changeOffice(tx, keeper, {
    contacts: {
      phone: '+358 8 555 0100',
      email: 'tyo@likijarvi.example',
      address: 'Rantatie 4, 99999 Likijärvi',
    },
  });
  await setWeek(tx, keeper, null, officeHours());
  await makeHolidays(tx, today);
  const services = await makeServices(tx, keeper, units);
  const groups = await makeGroups(tx, { officeId, people, units, today, from, hours });
  const past: Past = {
    ...{ officeId, people, groups, services, today, from },
    morning: hours.morning,
    quietOn: await latestConfirmedDay(tx, today),
  };
  await enrolEverybody(tx, past);
  tx.accesses.length = 0;
  return past;
}

function officeHours() {
  const span = { opens: wallClock(9 * 60), closes: wallClock(15 * 60) };
  return new Map([1, 2, 3, 4, 5].map((weekday) => [weekday, [span]]));
}

// A demonstration that is opened on a holiday still has its day going on.
async function makeHolidays(tx: Tx, today: Temporal.PlainDate): Promise<void> {
  await fillHolidays(tx, undefined, today.year);
  await fillHolidays(tx, undefined, today.year + 1);
  await tx.delete(closedDays).where(and(eq(closedDays.officeId, tx.officeId), eq(closedDays.day, today)));
}

async function makePast(inTown: InOffice, past: Past): Promise<void> {
  const confirmedUntil = lastConfirmed(past.today);
  for (let day = past.from; Temporal.PlainDate.compare(day, past.today) < 0; day = day.add({ days: 1 })) {
    const date = day;
    await inTown(past.officeId, async (tx) => {
      await happenOn(tx, past, date);
      if (Temporal.PlainDate.compare(date, confirmedUntil) <= 0) await confirmOn(tx, past, date);
    });
  }
}

async function makeUnits(tx: Tx): Promise<Record<UnitName, string>> {
  return {
    'own-employment': await addUnit(tx, {
      kind: 'own-employment',
      name: { fi: 'Oma työllistäminen', sv: 'Egen sysselsättning', en: 'Own employment' },
      contacts: {
        phone: '+358 8 555 0100',
        email: 'tyo@likijarvi.example',
        address: 'Rantatie 4, 99999 Likijärvi',
      },
    }),
    'rehabilitative-work': await addUnit(tx, {
      kind: 'rehabilitative-work',
      name: {
        fi: 'Kuntouttava työtoiminta',
        sv: 'Arbetsverksamhet i rehabiliteringssyfte',
        en: 'Rehabilitative work activity',
      },
      contacts: {
        phone: '+358 8 555 0120',
        email: 'ktt@likijarvi.example',
        address: 'Sahantie 12, 99999 Likijärvi',
      },
    }),
    'youth-workshop': await addUnit(tx, {
      kind: 'youth-workshop',
      name: { fi: 'Nuorten työpaja', sv: 'Ungdomsverkstaden', en: 'Youth workshop' },
      contacts: {
        phone: '+358 8 555 0140',
        email: 'paja@likijarvi.example',
        address: 'Asematie 7, 99999 Likijärvi',
      },
    }),
    'open-workshop': await addUnit(tx, {
      kind: 'open-workshop',
      name: { fi: 'Avoin työpaja', sv: 'Öppna verkstaden', en: 'Open workshop' },
      contacts: {
        phone: '+358 8 555 0160',
        email: 'avoin@likijarvi.example',
        address: 'Asematie 9, 99999 Likijärvi',
      },
    }),
  };
}

async function makeStaff(
  tx: Tx,
  units: Record<UnitName, string>,
  people: Map<string, string>,
): Promise<void> {
  const add = async (
    key: string,
    given: string,
    family: string,
    granted: readonly Role[],
    unitId: string | null,
    language: 'fi' | 'sv' = 'fi',
  ) => {
    const email = `${key}@likijarvi.example`;
    const id = await addPerson(tx, undefined, {
      givenName: given,
      familyName: family,
      language,
      channel: 'email',
      email,
    });
    for (const role of granted)
      await grantRole(tx, undefined, { personId: id, role, unitId, startsOn: yearAgo() });
    people.set(key, id);
  };
  for (const one of staff) {
    const unitId = one.unit ? units[one.unit] : null;
    await add(one.key, one.given, one.family, one.roles, unitId, one.language === 'sv' ? 'sv' : 'fi');
  }
  for (const one of firms) await add(one.key, one.given, one.family, ['provider'], null);
  for (const one of partners) await add(one.key, one.given, one.family, ['partner'], null);
}

async function makeClients(
  tx: Tx,
  units: Record<UnitName, string>,
  people: Map<string, string>,
): Promise<void> {
  for (const [index, client] of clients.entries()) {
    const id = await addClient(tx, client, index);
    people.set(client.key, id);
    await grantRole(tx, undefined, {
      personId: id,
      role: 'client',
      unitId: units[client.unit],
      startsOn: yearAgo(),
    });
    const coachId = people.get(client.coach) as string;
    await startRelation(tx, undefined, {
      clientId: id,
      coachId,
      kind: 'own-coach',
      startsOn: todayIn().subtract({ days: 120 }),
    });
    const substitute = people.get(client.coach === 'mika' ? 'raili' : 'mika') as string;
    if (client.unit === 'youth-workshop') {
      await startRelation(tx, undefined, {
        clientId: id,
        coachId: substitute,
        kind: 'substitute',
        startsOn: todayIn().subtract({ days: 120 }),
      });
    }
  }
  const pair = blocked.map((key) => people.get(key) as string).sort() as [string, string];
  await tx.insert(blockedPairs).values({ firstId: pair[0], secondId: pair[1] });
}

async function addClient(tx: Tx, client: DemoClient, index: number): Promise<string> {
  const born = todayIn().subtract({ years: client.age, days: 17 + ((index * 37) % 330) });
  const id = await addPerson(tx, undefined, {
    givenName: client.given,
    familyName: client.family,
    preferredName: client.preferred ?? null,
    email: `${client.key}.${index}@posti.example`,
    phone: `+358 40 555 ${String(1000 + index)}`,
    language: client.language,
    channel: client.channel,
    protected: client.protected ?? false,
    bornOn: born,
    gender: client.gender,
    distanceKm: client.km,
  });
  const place = { personId: id, table: 'persons', rowId: id };
  const address = `Kylätie ${3 + index * 4}, 99999 Likijärvi`;
  await tx
    .update(persons)
    .set({
      postalAddress: await sealText(tx, { ...place, column: 'postal_address' }, address),
      accessibilityNeeds: client.needs
        ? await sealText(tx, { ...place, column: 'accessibility_needs' }, client.needs)
        : null,
    })
    .where(and(eq(persons.officeId, tx.officeId), eq(persons.id, id)));
  return id;
}

const yearAgo = () => todayIn().subtract({ days: 365 });
