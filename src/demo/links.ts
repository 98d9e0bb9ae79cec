// One printed link per role; valid in the demonstration only.
import { and, eq, like } from 'drizzle-orm';
import { persons } from '../features/ground/people/tables.ts';
import { makePersonalLink } from '../features/ground/sign-in/door.ts';
import { now } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { OpenHouse } from '../platform/house.ts';
import type { Role } from '../platform/session.ts';
import type { Tx } from '../platform/tenancy.ts';

export type DemoLink = { role: Role; name: string; link: string; who: string };

// Key, role, and who that is in one line.
const shown: readonly [string, Role, string][] = [
  ['aino', 'client', 'Aino, 20, client of the youth workshop, 42 km away, takes part by video'],
  ['eetu', 'client', 'Eetu, 22, client, takes part by text only'],
  ['ella', 'client', 'Ella, 23, client, in Swedish'],
  ['amir', 'client', 'Amir, 25, client, in English'],
  ['mika', 'coach', 'Mika, coach of the youth workshop'],
  ['raili', 'coach', 'Raili, coach and Mika’s substitute'],
  ['paivi', 'manager', 'Päivi, employment services manager'],
  ['antti', 'administrator', 'Antti, administrator'],
  ['tuula', 'data-protection-officer', 'Tuula, data-protection officer, in Swedish'],
  ['elina', 'project-manager', 'Elina, project manager'],
  ['kaarna', 'provider', 'Jenni, a local wellbeing entrepreneur (Liikuntapalvelu Kaarna)'],
  ['county', 'partner', 'Merja, partner at the wellbeing services county'],
];

/** Makes fresh links for one person of each role (and a few more clients). */
export async function linksFor(house: OpenHouse, config: Config, officeId: string): Promise<DemoLink[]> {
  return house.inOffice(officeId, async (tx) => {
    const links: DemoLink[] = [];
    for (const [key, role, who] of shown) {
      const person = await personOfKey(tx, key);
      if (!person) continue;
      const path = await makePersonalLink(tx, person.id, {
        landsOn: '/',
        expiresAt: now().add({ hours: 24 * 30 }),
        demonstration: true,
      });
      links.push({
        role,
        who,
        name: `${person.givenName} ${person.familyName}`,
        link: `${config.baseUrl}${path}`,
      });
    }
    return links;
  });
}

// The demonstration's addresses begin with the person's key.
async function personOfKey(tx: Tx, key: string) {
  const [person] = await tx
    .select()
    .from(persons)
    .where(and(eq(persons.officeId, tx.officeId), like(persons.email, `${key}%.example`)))
    .limit(1);
  return person;
}
