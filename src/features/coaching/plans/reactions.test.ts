import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { now, setClock } from '../../../platform/clock.ts';
import type { HappenedEvent } from '../../../platform/events.ts';
import { openLog } from '../../../platform/log.ts';
import { personErased } from '../../ground/people/events.ts';
import { chooseMode, keepChoice, startReview } from './actions.ts';
import { planJobs } from './jobs.ts';
import { choiceById } from './queries.ts';
import { reactions } from './reactions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

/** Runs every reaction twice for every recorded event, as a worker that died in between would. */
async function reactTwice(office: TestOffice) {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string; name: string; payload: never; actor_id: string }>(
      sql`select id, name, payload, actor_id from events order by position`,
    ),
  );
  for (const row of rows) {
    const event: HappenedEvent<never> = { id: row.id, actorId: row.actor_id, payload: row.payload };
    for (const reaction of reactions.filter((one) => one.event === row.name))
      for (const _ of [1, 2]) await office.inOffice((tx) => reaction.run(tx, event));
  }
}

async function told(office: TestOffice): Promise<string[]> {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ kind: string; person_id: string }>(
      sql`select kind, person_id from notices order by kind, person_id`,
    ),
  );
  return rows.map((row) => `${row.kind} ${row.person_id}`);
}

async function cast() {
  const office = await house.office();
  const aino = await office.person('client', {
    givenName: 'Aino',
    email: 'aino@posti.example',
    channel: 'email',
  });
  const mika = await office.person('coach', {
    givenName: 'Mika',
    email: 'mika@tyo.example',
    channel: 'email',
  });
  const raili = await office.person('coach', {
    givenName: 'Raili',
    email: 'raili@tyo.example',
    channel: 'email',
  });
  await office.relate(aino, mika);
  await office.relate(aino, raili, { kind: 'substitute' });
  return { office, aino, mika };
}

function choose(office: TestOffice, actor: TestPerson, client: TestPerson, basedOn: string | null = null) {
  return office.inOffice(async (tx) => {
    const made = await chooseMode(tx, actor.actor, {
      clientId: client.id,
      serviceId: null,
      wished: 'phone',
      second: null,
      helps: [],
      reason: undefined,
      checkId: null,
      reviewInWeeks: 4,
      basedOn,
    });
    if (!made.ok) throw new Error(made.reason);
    return made.choiceId;
  });
}

test('the own coach hears once of what the client chose, and the client of what the coach wrote down', async () => {
  const { office, aino, mika } = await cast();
  const first = await choose(office, aino, aino);
  await reactTwice(office);
  expect(await told(office)).toEqual([`mode-changed ${mika.id}`]);
  await choose(office, mika, aino, first);
  await reactTwice(office);
  expect(await told(office)).toEqual([`mode-changed ${mika.id}`, `mode-noted ${aino.id}`]);
});

test('a client is told once that a review has begun, and nobody that all stays as it was', async () => {
  const { office, aino, mika } = await cast();
  const choiceId = await choose(office, mika, aino);
  await office.inOffice(async (tx) => {
    const choice = await choiceById(tx, choiceId);
    if (!choice) throw new Error('choice');
    await startReview(tx, mika.actor, choice);
    await keepChoice(tx, aino.actor, choice);
  });
  await reactTwice(office);
  expect(await told(office)).toEqual([`mode-noted ${aino.id}`, `mode-review-started ${aino.id}`]);
});

test('of a client who was erased no usual way stays', async () => {
  const { office, aino } = await cast();
  await choose(office, aino, aino);
  const erased = reactions.find((one) => one.event === personErased.event);
  const event = { id: crypto.randomUUID(), actorId: null, payload: { personId: aino.id } };
  for (const _ of [1, 2]) await office.inOffice(async (tx) => erased?.run(tx, event as never));
  const { rows } = await office.inOffice((tx) => tx.execute(sql`select 1 from usual_modes`));
  expect(rows).toEqual([]);
});

async function runJob(office: TestOffice, others: readonly string[] = []) {
  const [job] = planJobs;
  const offices = async () => [...others, office.officeId];
  await job?.run({ inOffice: house.inOffice, offices, log: openLog('silent'), jobId: 'test' }, {});
}

test('on the review day client and own coach are reminded, once, also when another office is in trouble', async () => {
  const { office, aino, mika } = await cast();
  await choose(office, aino, aino);
  await runJob(office);
  expect(await told(office)).toEqual([]);
  const then = now().add({ hours: 24 * 28 + 12 });
  const putBack = setClock(() => then);
  try {
    for (const _ of [1, 2]) await runJob(office, ['11111111-1111-4111-8111-111111111111']);
    expect(await told(office)).toEqual([`mode-review-due ${aino.id}`, `mode-review-due-staff ${mika.id}`]);
    const { rows } = await office.inOffice((tx) => tx.execute<{ ids: object }>(sql`select ids from notices`));
    expect(JSON.stringify(rows)).not.toContain('Aino');
  } finally {
    putBack();
  }
});

test('whoever has chosen again before the review day is not reminded of the old choice', async () => {
  const { office, aino } = await cast();
  const first = await choose(office, aino, aino);
  const later = now().add({ hours: 24 * 20 });
  const putBack = setClock(() => later);
  try {
    await choose(office, aino, aino, first);
  } finally {
    putBack();
  }
  const then = now().add({ hours: 24 * 28 + 12 });
  const back = setClock(() => then);
  try {
    await runJob(office);
    expect(await told(office)).toEqual([]);
  } finally {
    back();
  }
});
