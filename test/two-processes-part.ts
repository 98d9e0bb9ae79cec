// One process of the house, started twice by two-processes.test.ts. It does what its parent tells it to and says what
// it has done. It imports the platform only, so Node runs it as it is.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { closeOnSignal } from '../src/platform/closing.ts';
import { readConfig } from '../src/platform/config.ts';
import type { DatabaseUrls } from '../src/platform/database-roles.ts';
import { defineEvent, reaction, recordEvent, runReaction } from '../src/platform/events.ts';
import { openHouse } from '../src/platform/house.ts';
import type { JobHandler } from '../src/platform/jobs.ts';
import { openLog } from '../src/platform/log.ts';
import { reactionHandlers } from '../src/platform/reacting.ts';

export type Order =
  | { order: 'open'; urls: DatabaseUrls; masterKey: string }
  | { order: 'make-office'; officeId: string }
  | { order: 'record'; officeId: string; topics: string[] }
  | { order: 'serve'; officeId: string; topic: string }
  /** Where the work stands still: for ever, or until told to go on. */
  | { order: 'work'; hang: 'before-commit' | 'after-commit' | 'until-told' | 'never' }
  | { order: 'go-on' };

const workWanted = defineEvent<{ thing: string }>('test.work-wanted');
const effectSeen = defineEvent<{ thing: string }>('test.effect');
const tell = (word: string, more: object = {}) => void process.send?.({ word, ...more });
let goOn = () => {};
const toldToGoOn = new Promise<void>((resolve) => {
  goOn = resolve;
});
const forever = () => new Promise<never>(() => setInterval(() => {}, 60_000));

const read = readConfig({}, { LOG_LEVEL: 'silent' });
if (!read.ok) throw new Error(read.problems.join('\n'));
const { config } = read;
// The usual patience with a silent worker is half a minute; the shortest that the queue knows is ten seconds.
Object.assign(runReaction, { silenceSeconds: 10, retryDelaySeconds: 1 });
let house: Awaited<ReturnType<typeof openHouse>>;

const orders: { [K in Order['order']]: (order: Extract<Order, { order: K }>) => Promise<void> } = {
  async open({ urls, masterKey }) {
    const files = {
      put: async () => {},
      get: async () => undefined,
      remove: async () => {},
      list: async () => [],
    };
    const log = openLog('silent');
    const key = Buffer.from(masterKey, 'base64');
    house = await openHouse({ config, urls, masterKey: key, files, log, lookAfterSeconds: 1 });
    house.live.checkBy({
      topics: { page: async (_, personIds) => new Set(personIds) },
      sessions: async (_, sessionIds) => new Set(sessionIds),
    });
    tell('open');
  },
  async 'make-office'({ officeId }) {
    await house.inOffice(officeId, (tx) =>
      tx.execute(sql`insert into offices (office_id, slug, name)
        values (${officeId}, ${`o-${officeId}`}, '{"fi": "A", "sv": "B", "en": "C"}')`),
    );
    tell('made');
  },
  async record({ officeId, topics }) {
    await house.inOffice(officeId, (tx) => recordEvent(tx, workWanted({ thing: 'x' }), { topics }));
    tell('recorded');
  },
  async serve({ officeId, topic }) {
    const listener = {
      officeId,
      personId: crypto.randomUUID(),
      sessionId: crypto.randomUUID(),
      topics: [topic],
    };
    const server = createServer(async (request, response) => {
      if (request.url === '/slow') {
        tell('request-begun');
        await toldToGoOn;
        response.end('answered');
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      house.live.hold(listener, { ageSeconds: 0 }, response);
    });
    server.listen(0, '127.0.0.1', () => tell('serving', { port: (server.address() as AddressInfo).port }));
    closeOnSignal(server, house.close, house.live.close);
  },
  async 'go-on'() {
    goOn();
  },
  async work({ hang }) {
    const effect = reaction(workWanted, 'leaveAnEffect', async (tx) => {
      await recordEvent(tx, effectSeen({ thing: 'y' }));
      if (hang === 'never' || hang === 'after-commit') return;
      tell('in-the-middle', { officeId: tx.officeId });
      await (hang === 'until-told' ? toldToGoOn : forever());
    });
    const [dispatch, react] = reactionHandlers([effect]);
    const hanging = {
      job: react.job,
      async run(context: Parameters<typeof react.run>[0], payload: Parameters<typeof react.run>[1]) {
        await react.run(context, payload);
        tell(hang === 'after-commit' ? 'in-the-middle' : 'done', { officeId: payload.officeId });
        if (hang === 'after-commit') await forever();
      },
    };
    // biome-ignore lint/suspicious/noExplicitAny: each handler knows the payload of its own kind of job.
    await house.jobs.work([dispatch, hanging] as JobHandler<any>[], [], house.inOffice);
    tell('working');
  },
};

process.on('message', (order: Order) => {
  (orders[order.order] as (order: Order) => Promise<void>)(order).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.on('disconnect', () => process.exit(0));
