import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { at, type CoachingDay, coachingDay, dayRow, openCoachingDay } from '../../../../test/coaching-day.ts';
import { setClock } from '../../../platform/clock.ts';
import type { JobContext } from '../../../platform/jobs.ts';
import { openLog } from '../../../platform/log.ts';
import type { SmsMessage } from '../../../platform/sms.ts';
import { daysBetween } from '../enrolments/expected.ts';
import { enrolmentJobs } from '../enrolments/jobs.ts';
import { watchJobs } from './jobs.ts';

const sent: SmsMessage[] = [];
let house: TestHouse;
let day: CoachingDay;
let time = at('08:00');
let putBack = () => {};

beforeAll(async () => {
  const send = async (message: SmsMessage) => {
    sent.push(message);
    return { ok: true } as const;
  };
  house = await openTestHouse({}, { sms: { send } });
});
afterAll(() => house.close());
beforeEach(async () => {
  time = at('08:00');
  putBack = setClock(() => time);
  day = await openCoachingDay(house);
});
afterEach(() => putBack());

function run(job: string, context: Partial<JobContext> = {}): Promise<void> {
  const handler = [...enrolmentJobs, ...watchJobs].find((one) => one.job === job);
  if (!handler) throw new Error(job);
  const offices = async () => [day.office.officeId];
  const usual = { inOffice: house.inOffice, offices, log: openLog('silent'), jobId: 'test' };
  return handler.run({ ...usual, ...context }, {});
}

test('each night the days stand ready two weeks ahead, however often it runs', async () => {
  const ahead = () =>
    day.office.inOffice(async (tx) => {
      const days = await daysBetween(tx, day.aino.id, coachingDay, coachingDay.add({ days: 60 }));
      return [days.length, days.at(-1)?.day.toString()];
    });
  expect(await ahead()).toEqual([9, '2026-12-08']);
  time = at('02:10', coachingDay.add({ days: 7 }));
  await run('days-ahead');
  await run('days-ahead');
  expect(await ahead()).toEqual([13, '2026-12-15']);
});

test('the trouble of one office does not leave another office’s silent ones unnoticed', async () => {
  time = at('09:45');
  const broken = '11111111-1111-4111-8111-111111111111';
  const offices = async () => [broken, day.office.officeId];
  await run('days-watch', { offices });
  expect((await dayRow(day.office, day.aino)).silentSince).not.toBeNull();
});

test('the morning’s text message tells the time and carries a personal link, and nothing else of the day', async () => {
  time = at('08:30');
  await run('days-watch');
  await house.workJobs();
  await expect.poll(() => sent.length).toBe(1);
  expect(sent[0]?.text).toMatch(/^Päiväsi alkaa klo 9\.00\. Avaa tästä: http\S+/);
  expect(sent[0]?.text).not.toContain('Aino');
  expect(sent[0]?.text).not.toContain('työpaja');
  const { rows } = await day.office.inOffice((tx) =>
    tx.execute(sql`select 1 from notices where kind = 'day-starts'`),
  );
  expect(rows).toHaveLength(1);
});
