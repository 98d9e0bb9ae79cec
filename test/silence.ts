// Pairs of questions whose answers must be alike: one about a person whom the asker may not know of, the other about
// somebody who is not there at all. What the test compares byte by byte, the long test compares by the time it takes.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { addUnit } from '../src/features/ground/offices/actions.ts';
import { grantRole } from '../src/features/ground/people/actions.ts';
import { linkOf, makePersonalLink, useLink } from '../src/features/ground/sign-in/links/links.ts';
import { now, todayIn } from '../src/platform/clock.ts';
import type { TestHouse, TestOffice, TestPerson } from './cast.ts';
import { groupWith, setBlock } from './group.ts';

type Answer = Response | Promise<Response>;

/** One question as two askings; `n` tells apart the askings of a kind, so that no limit of tries is met. */
export type Silence = {
  name: string;
  hidden(n: number): Answer;
  absent(n: number): Answer;
};

/** How many askings of a kind have a person of their own to ask about. */
export const silentPersons = 200;

/** Opens an office with hidden persons and gives the pairs. The house must believe one proxy about addresses. */
export async function openSilence(house: TestHouse): Promise<Silence[]> {
  const { office, groupId, mika, aino } = await groupWith(house);
  const { theirs, links } = await hiddenPersons(office);
  const minna = await managerOfOneUnit(office);
  const kept = await keptApart(office, aino);
  const person = (n: number) => theirs[n % silentPersons] as Hidden;
  return [
    ...waysIn(office, person, links),
    ...people(minna, mika, person, kept),
    ...acts(mika, groupId, aino, person, kept),
  ];
}

type Hidden = { id: string; email: string; phone: string };
const today = () => todayIn().toString();
const noName = 'Eikukaan';

/** Protected persons whom nobody in the tests may know of, each with a link that has been used. */
async function hiddenPersons(office: TestOffice) {
  const theirs: Hidden[] = [];
  const links: string[] = [];
  await office.inOffice(async (tx) => {
    for (let n = 0; n < silentPersons; n++) {
      const email = `piilossa.${n}@example.fi`;
      const phone = `+35840${String(5_000_000 + n)}`;
      const { rows } = await tx.execute<{ id: string }>(sql`
        insert into persons (given_name, family_name, email, phone, protected)
        values ('Pii', ${`Piilonen${n}`}, ${email}, ${phone}, true) returning id`);
      const id = rows[0]?.id ?? '';
      await grantRole(tx, undefined, {
        personId: id,
        role: 'client',
        startsOn: todayIn().subtract({ days: 9 }),
      });
      theirs.push({ id, email, phone });
      const expiresAt = now().add({ hours: 1 });
      const link = await makePersonalLink(tx, id, { landsOn: '/', expiresAt, once: true });
      const found = await linkOf(tx, link.split('/').at(-1) ?? '');
      if (found) await useLink(tx, found.id);
      links.push(link);
    }
  });
  return { theirs, links };
}

async function managerOfOneUnit(office: TestOffice): Promise<TestPerson> {
  const minna = await office.person([], { givenName: 'Minna' });
  await office.inOffice(async (tx) => {
    const unitId = await addUnit(
      tx,
      { name: { fi: 'Verstas', sv: 'Verkstad', en: 'Workshop' }, kind: 'youth-workshop' },
      undefined,
    );
    await grantRole(tx, undefined, {
      personId: minna.id,
      role: 'manager',
      unitId,
      startsOn: todayIn().subtract({ days: 9 }),
    });
  });
  return minna;
}

/** A coach who must never meet Aino. */
async function keptApart(office: TestOffice, aino: TestPerson): Promise<TestPerson> {
  const coach = await office.person('coach', { givenName: 'Eero', familyName: 'Erossa' });
  await setBlock(office, aino, coach);
  return coach;
}

// Somebody signed out tries addresses and links. Each asking comes from a network of its own.
function waysIn(office: TestOffice, person: (n: number) => Hidden, links: readonly string[]): Silence[] {
  const visitor = office.visitor();
  let network = 0;
  const from = () => ({
    'x-forwarded-for': `10.${(network >> 16) & 255}.${(network >> 8) & 255}.${network++ & 255}`,
  });
  const ask = (address: string) => visitor.post('/sign-in', { address }, from());
  const open = (link: string) => visitor.get(`/l/${link.split('/').at(-1)}`, from());
  const noLink = () => randomUUID().replaceAll('-', '').slice(0, 22);
  return [
    {
      name: 'signing in by e-mail',
      hidden: (n) => ask(person(n).email),
      absent: (n) => ask(`poissaolo.${n}@example.fi`),
    },
    {
      name: 'signing in by phone',
      hidden: (n) => ask(person(n).phone),
      absent: (n) => ask(`+35840${String(7_000_000 + n)}`),
    },
    {
      name: 'a personal link that has been used',
      hidden: (n) => open(links[n % silentPersons] ?? ''),
      absent: () => open(noLink()),
    },
  ];
}

// Staff look for somebody outside their reach.
function people(
  minna: TestPerson,
  mika: TestPerson,
  person: (n: number) => Hidden,
  kept: TestPerson,
): Silence[] {
  return [
    {
      name: 'search of people, manager of another unit',
      hidden: (n) => minna.get(`/people?search=Piilonen${n % silentPersons}`),
      absent: (n) => minna.get(`/people?search=${noName}n${n % silentPersons}`),
    },
    {
      name: 'search among own clients',
      hidden: (n) => mika.get(`/people/mine?search=Piilonen${n % silentPersons}`),
      absent: (n) => mika.get(`/people/mine?search=${noName}n${n % silentPersons}`),
    },
    {
      name: 'a person’s page',
      hidden: (n) => minna.get(`/people/${person(n).id}`),
      absent: () => minna.get(`/people/${randomUUID()}`),
    },
    {
      name: 'times for a client, by a coach kept apart',
      hidden: (n) => kept.get(`/times/new?client=${person(n).id}`),
      absent: () => kept.get(`/times/new?client=${randomUUID()}`),
    },
  ];
}

// Acts that name somebody: into a group and its line, a time with a coach, a wish for one.
function acts(
  mika: TestPerson,
  groupId: string,
  aino: TestPerson,
  person: (n: number) => Hidden,
  kept: TestPerson,
): Silence[] {
  const at = `${todayIn().add({ days: 7 })}T07:00:00Z`;
  const add = (client: string) => mika.post(`/groups/${groupId}/members`, { client, joinsOn: today() });
  const wait = (client: string) => mika.post(`/groups/${groupId}/waiting`, { client });
  const book = (client: string) => mika.post('/times', { client, coach: mika.id, at, mode: 'video' });
  const meet = (coach: string) => aino.post('/times', { coach, at, mode: 'video' });
  const wish = (coach: string) => aino.post('/times/wishes', { coach });
  const pair = (name: string, ask: (id: string) => Answer, whom: (n: number) => string): Silence => ({
    name,
    hidden: (n) => ask(whom(n)),
    absent: () => ask(randomUUID()),
  });
  const client = (n: number) => person(n).id;
  const coach = () => kept.id;
  return [
    pair('adding to a group', add, client),
    pair('the line of a group', wait, client),
    pair('booking for a client', book, client),
    pair('free times of a coach kept apart', (id) => aino.get(`/times/new?coach=${id}`), coach),
    pair('booking a coach kept apart', meet, coach),
    pair('waiting for a coach kept apart', wish, coach),
  ];
}

/** What of an answer could tell anything: its status, its headers and its body, without what is new in every answer. */
export async function toldBy(answer: Response): Promise<string> {
  const always = [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  const text = JSON.stringify([answer.status, always, await answer.text()]);
  return text
    .replaceAll(/nonce(-|=\\?["'])[A-Za-z0-9+/_=-]+/g, 'nonce')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
    .replaceAll(/\/l\/[A-Za-z0-9_-]{22}/g, '/l/token')
    .replaceAll(/(Piilonen|Eikukaann|piilossa\.|poissaolo\.)\d+/g, 'name')
    .replaceAll(/\+?35840\d{7}/g, 'phone');
}
