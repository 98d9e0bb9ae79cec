// Everybody who may come to a door: each role of one office with each tie to one client, those whose session is over,
// somebody without one, and the same roles of another office.
import { setClock } from '../../src/platform/clock.ts';
import { roles as allRoles, type Role } from '../../src/platform/session.ts';
import type { TestHouse, TestOffice, TestPerson } from '../cast.ts';
import { at, coachingDay, openCoachingDay } from '../coaching-day.ts';

export type Come = {
  name: string;
  /** Held today; nobody's when the session is over. */
  roles: readonly Role[];
  office: 'here' | 'elsewhere';
  signedIn: boolean;
  cookie: string | undefined;
  /** The first part of the path that names the office: pages open to all are asked for there. */
  slug: string;
  /** The person, when there is one in this office. */
  id: string | undefined;
};

export type Place = Awaited<ReturnType<typeof openPlace>>;

/** The clock stands still on a Tuesday morning, in the middle of a coaching day. */
export const morning = at('10:00');

/** Opens the office with its people and another one beside it. The clock must stand at `morning`. */
export async function openPlace(house: TestHouse) {
  const day = await openCoachingDay(house);
  const { office, aino, mika } = day;
  const ville = await office.person('client', { givenName: 'Ville', familyName: 'Niemi' });
  const substitute = await office.person('coach', { givenName: 'Raili' });
  await office.relate(aino, substitute, { kind: 'substitute', startsOn: coachingDay, endsOn: coachingDay });
  const former = await office.person('coach', { givenName: 'Eeva' });
  await office.relate(aino, former, { kind: 'substitute', endsOn: coachingDay.subtract({ days: 1 }) });
  const unrelated = await office.person('coach', { givenName: 'Olli' });
  await office.relate(ville, unrelated);
  const manager = await office.person('manager', { givenName: 'Leena' });
  const administrator = await office.person('administrator', { givenName: 'Sari' });
  const come = (name: string, person: TestPerson, roles: readonly Role[]): Come => ({
    name,
    roles,
    office: 'here',
    signedIn: true,
    cookie: person.cookie,
    slug: office.slug,
    id: person.id,
  });
  const here: Come[] = [
    come('the client', aino, ['client']),
    come('another client', ville, ['client']),
    come('the own coach', mika, ['coach']),
    come('the substitute coach', substitute, ['coach']),
    come('a coach whose relation has ended', former, ['coach']),
    come('an unrelated coach', unrelated, ['coach']),
    come('a manager', manager, ['manager']),
    come('an administrator', administrator, ['administrator']),
  ];
  for (const role of ['provider', 'partner', 'project-manager', 'data-protection-officer'] as const) {
    here.push(come(`a ${role}`, await office.person(role), [role]));
  }
  const gone = await comeTooLate(office, aino, come);
  const out: Come = {
    name: 'somebody signed out',
    roles: [],
    office: 'here',
    signedIn: false,
    cookie: undefined,
    slug: office.slug,
    id: undefined,
  };
  const elsewhere = await comeFromElsewhere(house);
  const actors = [...here, ...gone, out, ...elsewhere.actors];
  return { ...day, ville, manager, administrator, actors, strangers: elsewhere.ids };
}

/** Held every role and the client, and would be let in everywhere if the end of the session went unnoticed. */
async function comeTooLate(
  office: TestOffice,
  client: TestPerson,
  come: (name: string, person: TestPerson, roles: readonly Role[]) => Come,
): Promise<Come[]> {
  const powerful = ['manager', 'coach', 'administrator', 'data-protection-officer'] as const;
  const deactivated = await office.person(powerful, { givenName: 'Arvo' });
  await office.relate(client, deactivated, { kind: 'substitute' });
  const restore = setClock(() => morning.subtract({ hours: 1 }));
  const idle = await office.person(powerful, { givenName: 'Unto' });
  await office.relate(client, idle, { kind: 'substitute' });
  restore();
  const ender = await office.person('administrator', { givenName: 'Tuija' });
  const ended = await ender.post(`/people/${deactivated.id}/deactivation`);
  if (ended.status !== 303) throw new Error(`deactivation answered ${ended.status}`);
  const left = await office.person(powerful, { givenName: 'Lasse' });
  await office.relate(client, left, { kind: 'substitute' });
  await left.post('/sign-out');
  return [
    come('a deactivated person', deactivated, []),
    come('somebody idle for an hour', idle, []),
    come('somebody who has signed out', left, []),
  ].map((one) => ({ ...one, signedIn: false }));
}

/** The same roles of another office, and the ids of its people. */
async function comeFromElsewhere(house: TestHouse): Promise<{ actors: Come[]; ids: string[] }> {
  const elsewhere = await house.office();
  const actors: Come[] = [];
  const people = new Map<Role, TestPerson>();
  for (const role of allRoles) {
    const person = await elsewhere.person(role, { givenName: 'Kaino' });
    people.set(role, person);
    actors.push({
      name: `a ${role} of another office`,
      roles: [role],
      office: 'elsewhere',
      signedIn: true,
      cookie: person.cookie,
      slug: elsewhere.slug,
      id: undefined,
    });
  }
  const client = people.get('client');
  const coach = people.get('coach');
  if (client && coach) await elsewhere.relate(client, coach);
  return { actors, ids: [...people.values()].map((person) => person.id) };
}
