import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { openAllDay } from '../../../../test/queue.ts';
import { callNext, takeNumber } from './actions.ts';
import { dropInById } from './queries.ts';
import { reactions } from './reactions.ts';
import type { Mode } from './rules.ts';
import { makeDropIn } from './setting-actions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

/** Aino waits for a turn of this kind, and Mika calls her. */
async function calledBy(mode: Mode) {
  const office = await house.office();
  const mika = await office.person('coach');
  const aino = await office.person('client', { phone: '+358401234567' });
  const placeId = await office.inOffice(async (tx) => {
    const id = await makeDropIn(tx, mika.actor, openAllDay({ coachIds: [mika.id] }));
    const dropIn = await dropInById(tx, id);
    if (!dropIn) throw new Error('no drop-in');
    const taken = await takeNumber(tx, aino.actor, dropIn, mode);
    await callNext(tx, mika.actor, dropIn);
    return taken.ok ? taken.placeId : '';
  });
  return { office, aino, placeId };
}

type Office = Awaited<ReturnType<typeof calledBy>>['office'];

async function reactTwice(office: Office, name: string, payload: Record<string, string>): Promise<void> {
  const reaction = reactions.find((one) => one.name === name);
  if (!reaction) throw new Error(name);
  const event = { id: crypto.randomUUID(), actorId: null, payload: payload as never };
  for (let run = 0; run < 2; run++) await office.inOffice((tx) => reaction.run(tx, event));
}

const told = async (office: Office) => {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ kind: string }>(sql`select kind from notices order by kind`),
  );
  return rows.map((row) => row.kind);
};

test('whose turn comes by video is told once; whoever is called by phone hears it from a person', async () => {
  const video = await calledBy('video');
  await reactTwice(video.office, 'tellTurn', { placeId: video.placeId });
  expect(await told(video.office)).toEqual(['drop-in-turn']);
  const phone = await calledBy('phone');
  await reactTwice(phone.office, 'tellTurn', { placeId: phone.placeId });
  expect(await told(phone.office)).toEqual([]);
});

test('whom the hours ended before is told once', async () => {
  const { office, placeId } = await calledBy('phone');
  await office.inOffice((tx) =>
    tx.execute(
      sql`update queue_places set called_at = null, called_by = null, ended_at = now(), outcome = 'closed'`,
    ),
  );
  await reactTwice(office, 'tellHoursEnded', { placeId });
  expect(await told(office)).toEqual(['drop-in-ended']);
});

test.each(['leaveQueueForErased', 'leaveQueueForDeactivated'])(
  'who is not here any more waits for nothing (%s)',
  async (name) => {
    const { office, aino } = await calledBy('phone');
    await reactTwice(office, name, { personId: aino.id });
    const { rows } = await office.inOffice((tx) => tx.execute(sql`select outcome from queue_places`));
    expect(rows).toEqual([{ outcome: 'left' }]);
  },
);
