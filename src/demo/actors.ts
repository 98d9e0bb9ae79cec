// The people of the demonstration as they act: what a signed-in person is to the features.
import type { Actor, Role } from '../platform/session.ts';
import { clients, firms, staff } from './likijarvi-people.ts';

export type People = ReadonlyMap<string, string>;

/** The actor of a person by key. Throws when the demonstration has no such person. */
export function actorOf(officeId: string, people: People, key: string): Actor {
  const personId = people.get(key);
  if (!personId) throw new Error(`the demonstration has no ${key}`);
  const role: Role =
    staff.find((one) => one.key === key)?.roles[0] ??
    (firms.some((one) => one.key === key) ? 'provider' : 'client');
  const about = [...staff, ...clients].find((one) => one.key === key);
  return {
    officeId,
    personId,
    roles: [{ role, unitId: null }],
    actingAs: role,
    language: about?.language ?? 'fi',
    preferredName: about?.given ?? key,
  };
}
