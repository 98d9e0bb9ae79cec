// Makes the town of Likijärvi: one office, four units, staff, clients, firms and partners. Relative to today and the
// same every time for a given day.
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { addUnit, openOffice } from '../features/ground/offices/actions.ts';
import { addPerson, grantRole, startRelation } from '../features/ground/people/actions.ts';
import { blockedPairs, persons } from '../features/ground/people/tables.ts';
import { todayIn } from '../platform/clock.ts';
import { sealText } from '../platform/encryption.ts';
import type { OpenHouse } from '../platform/house.ts';
import type { Role } from '../platform/session.ts';
import type { Tx } from '../platform/tenancy.ts';
import {
  blocked,
  clients,
  type DemoClient,
  firms,
  partners,
  staff,
  type UnitName,
} from './likijarvi-people.ts';

/** Ids of the demonstration's people by their key, and of its units. */
export type Likijarvi = { officeId: string; people: Map<string, string>; units: Record<UnitName, string> };

/** Makes the office whole or not at all. Gives its id. */
export async function makeLikijarvi(house: OpenHouse): Promise<string> {
  const officeId = randomUUID();
  await house.inOffice(officeId, async (tx) => {
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
  });
  return officeId;
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
  if (client.needs) {
    const place = { personId: id, table: 'persons', column: 'accessibility_needs', rowId: id };
    const sealed = await sealText(tx, place, client.needs);
    await tx.update(persons).set({ accessibilityNeeds: sealed }).where(eq(persons.id, id));
  }
  return id;
}

const yearAgo = () => todayIn().subtract({ days: 365 });
