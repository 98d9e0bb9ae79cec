// A house for a test file: the real application on a real database, with people to send into it.
import { randomBytes, randomUUID } from 'node:crypto';
import { createApp } from '../src/app/routes.tsx';
import { jobHandlers } from '../src/app/schedule.ts';
import { openOffice } from '../src/features/ground/offices/actions.ts';
import { addPerson, grantRole, startRelation } from '../src/features/ground/people/actions.ts';
import { startSession } from '../src/features/ground/sign-in/door.ts';
import { noAssets } from '../src/platform/assets.ts';
import { todayIn } from '../src/platform/clock.ts';
import { type Config, readConfig } from '../src/platform/config.ts';
import type { FileStore } from '../src/platform/files.ts';
import { openHouse } from '../src/platform/house.ts';
import { type Log, openLog } from '../src/platform/log.ts';
import type { Mail } from '../src/platform/mail.ts';
import { roles as allRoles, type Role, sessionCookie } from '../src/platform/session.ts';
import type { Sms } from '../src/platform/sms.ts';
import type { Tx } from '../src/platform/tenancy.ts';
import { openTestDatabase } from './database.ts';

export type TestHouse = Awaited<ReturnType<typeof openTestHouse>>;
export type TestOffice = Awaited<ReturnType<TestHouse['office']>>;
export type TestPerson = Awaited<ReturnType<TestOffice['person']>>;

export const testOrigin = 'http://localhost:8080';

/**
 * What stands at the outside world: without it there is no mail and no gateway, files rest in memory and nobody
 * listens to the log.
 */
export type TestOutside = { mail?: Mail; sms?: Sms; log?: Log; files?: FileStore };

/** Opens a house on a fresh database. Call in `beforeAll`, and `close()` in `afterAll`. */
export async function openTestHouse(changes: Partial<Config> = {}, outside: TestOutside = {}) {
  const database = await openTestDatabase();
  const read = readConfig({}, { LOG_LEVEL: 'silent' });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  // A test sends more in a minute than an office does in a day.
  const config: Config = { ...read.config, postsPerMinute: 1_000_000, ...changes };
  const stored = new Map<string, Buffer>();
  const files: FileStore = {
    put: async (key, body) => void stored.set(key, body),
    get: async (key) => stored.get(key),
    remove: async (key) => void stored.delete(key),
    list: async (prefix, after = '') =>
      [...stored.keys()].filter((key) => key.startsWith(`${prefix}/`) && key > after).sort(),
  };
  const house = await openHouse({
    config,
    urls: database.urls,
    masterKey: randomBytes(32),
    files,
    log: openLog(config.logLevel),
    ...outside,
  });
  const app = createApp({ ...house, assets: noAssets });
  return {
    ...house,
    app,
    config,
    files: stored,
    urls: database.urls,
    adminUrl: database.adminUrl,
    /** Opens a new office and gives its cast. */
    office: () => openTestOffice(house, app),
    /** Runs the jobs in this process, as the worker does. */
    workJobs: () => house.jobs.work(jobHandlers, [], house.inOffice),
    async close() {
      await house.close();
      await database.close();
    },
  };
}

type House = Awaited<ReturnType<typeof openHouse>>;
type App = ReturnType<typeof createApp>;

async function openTestOffice(house: House, app: App) {
  const officeId = randomUUID();
  const slug = `office-${officeId.slice(0, 8)}`;
  const inOffice = <T>(work: (tx: Tx) => Promise<T>) => house.inOffice(officeId, work);
  await inOffice((tx) =>
    openOffice(tx, { slug, name: { fi: 'Likijärvi', sv: 'Likijärvi', en: 'Likijärvi' } }),
  );
  await house.addresses.refresh(true);
  return {
    officeId,
    slug,
    inOffice,
    /** Adds a person with roles held since last year, signed in. */
    person: (role: Role | readonly Role[], about: Partial<Parameters<typeof addPerson>[2]> = {}) =>
      addTestPerson({ house, app, officeId }, role, about),
    /** Makes `coach` the own coach (or substitute) of `client`. */
    relate: (
      client: { id: string },
      coach: { id: string },
      change: Partial<Parameters<typeof startRelation>[2]> = {},
    ) =>
      inOffice((tx) =>
        startRelation(tx, undefined, {
          clientId: client.id,
          coachId: coach.id,
          kind: 'own-coach',
          startsOn: todayIn().subtract({ days: 100 }),
          ...change,
        }),
      ),
    /** Somebody without a session, at this office's public address. */
    visitor: () => browserOf(app, undefined, `/${slug}`),
  };
}

async function addTestPerson(
  { house, app, officeId }: { house: House; app: App; officeId: string },
  role: Role | readonly Role[],
  about: Partial<Parameters<typeof addPerson>[2]>,
) {
  const held = typeof role === 'string' ? [role] : role;
  return house.inOffice(officeId, async (tx) => {
    const id = await addPerson(tx, undefined, { givenName: 'Aino', familyName: 'Koskela', ...about });
    for (const one of held) {
      await grantRole(tx, undefined, {
        personId: id,
        role: one,
        startsOn: todayIn().subtract({ days: 365 }),
      });
    }
    const staff = held.some((one) => one !== 'client' && allRoles.includes(one));
    const session = await startSession(tx, { personId: id, staff }, { way: 'code', device: 'test' });
    const cookie = `${sessionCookie}=${officeId}.${session.token}`;
    const roles = held.map((one) => ({ role: one, unitId: null }));
    const actor = {
      officeId,
      personId: id,
      sessionId: session.sessionId,
      roles,
      actingAs: held[0] ?? ('client' as Role),
      language: about.language ?? ('fi' as const),
      preferredName: about.preferredName ?? about.givenName ?? 'Aino',
    };
    return { id, cookie, actor, sessionId: session.sessionId, ...browserOf(app, cookie, '') };
  });
}

/** Requests as a browser of this person would send them. Keys are fresh unless the test gives one. */
function browserOf(app: App, cookie: string | undefined, prefix: string) {
  const headers = { ...(cookie ? { cookie } : {}), 'accept-language': 'fi' };
  return {
    get: (path: string, more: Record<string, string> = {}) =>
      app.request(`${testOrigin}${prefix}${path}`, { headers: { ...headers, ...more } }),
    post: (
      path: string,
      fields: Record<string, string | readonly string[] | Blob> = {},
      more: Record<string, string> = {},
    ) =>
      app.request(`${testOrigin}${prefix}${path}`, {
        method: 'POST',
        headers: { ...headers, origin: testOrigin, 'sec-fetch-site': 'same-origin', ...more },
        body: bodyOf(fields),
      }),
  };
}

function bodyOf(fields: Record<string, string | readonly string[] | Blob>): FormData {
  const body = new FormData();
  if (!('_key' in fields)) body.append('_key', randomUUID());
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') body.append(name, value);
    else if (value instanceof Blob) body.append(name, value);
    else for (const one of value) body.append(name, one);
  }
  return body;
}
