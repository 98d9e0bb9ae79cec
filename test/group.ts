// A group with a coach and two clients, for tests: Aino ("Kuutti") and Ville in Mika's group.
import { sql } from 'drizzle-orm';
import { addMember, makeGroup, membersOf } from '../src/features/contact/groups/door.ts';
import { todayIn } from '../src/platform/clock.ts';
import type { TestHouse, TestOffice, TestPerson } from './cast.ts';

/** Makes an office with the group. `members` says who of the two are in it from last month on. */
export async function groupWith(
  house: TestHouse,
  about: { members?: readonly ('aino' | 'ville')[]; seats?: number } = {},
) {
  const office = await house.office();
  const mika = await office.person('coach', { givenName: 'Mika', familyName: 'Lahtinen' });
  const aino = await office.person('client', { givenName: 'Aino', familyName: 'Koskela' });
  const ville = await office.person('client', { givenName: 'Ville', familyName: 'Niemi' });
  await office.relate(aino, mika);
  await office.relate(ville, mika);
  const groupId = await office.inOffice((tx) =>
    makeGroup(tx, mika.actor, {
      name: 'Aamuryhmä',
      seats: about.seats ?? null,
      channelHours: [],
      coachId: mika.id,
    }),
  );
  const joinsOn = todayIn().subtract({ days: 30 });
  for (const [name, client, nickname] of [
    ['aino', aino, 'Kuutti'],
    ['ville', ville, null],
  ] as const) {
    if (!(about.members ?? ['aino', 'ville']).includes(name)) continue;
    await office.inOffice((tx) =>
      addMember(tx, mika.actor, { groupId, clientId: client.id, nickname, joinsOn }),
    );
  }
  return {
    office,
    groupId,
    mika,
    aino,
    ville,
    membershipOf: async (client: TestPerson) => {
      const { rows } = await office.inOffice((tx) =>
        tx.execute<{ id: string }>(sql`select id from group_memberships where office_id = ${tx.officeId}
          and group_id = ${groupId} and client_id = ${client.id}`),
      );
      return rows[0]?.id ?? '';
    },
    members: () => office.inOffice((tx) => membersOf(tx, groupId, todayIn())),
  };
}

/** Marks two persons as a pair that must never meet. */
export const setBlock = (office: TestOffice, a: TestPerson, b: TestPerson) =>
  office.inOffice((tx) =>
    tx.execute(sql`insert into blocked_pairs (office_id, first_id, second_id)
      values (${tx.officeId}, least(${a.id}::uuid, ${b.id}::uuid), greatest(${a.id}::uuid, ${b.id}::uuid))`),
  );
