// Writings for the sealed columns of coaching days and payers; see canary-writings.ts.
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { confirmDay } from '../src/features/coaching/confirmation/actions.ts';
import { answerObjection, objectToDay } from '../src/features/coaching/confirmation/objections.ts';
import { tellAbsence } from '../src/features/coaching/days/absence-actions.ts';
import { writeDiary, writePlan } from '../src/features/coaching/days/day-actions.ts';
import { askForHelp } from '../src/features/coaching/days/help-actions.ts';
import { addOwnWork } from '../src/features/coaching/days/own-work-actions.ts';
import { dayById } from '../src/features/coaching/enrolments/expected.ts';
import { closePeriod, reopenPeriod } from '../src/features/coaching/payers/actions.ts';
import { answerCheck, chooseMode } from '../src/features/coaching/plans/door.ts';
import { todayIn } from '../src/platform/clock.ts';
import type { Writing } from './canary-writings.ts';
import { enrol, expectDay, testService } from './days.ts';

export const dayWritings: readonly Writing[] = [
  {
    field: 'why a client takes part as they do, and what they answered to the check',
    columns: ['mode_choices.reason', 'suitability_checks.answers'],
    write: async ({ office, client }, canary) => {
      const answers = { device: 'smartphone', safety: 'not-always', alone: 'yes' } as const;
      await office.inOffice(async (tx) => {
        const checkId = await answerCheck(tx, client.actor, client.id, answers);
        const chosen = await chooseMode(tx, client.actor, {
          clientId: client.id,
          serviceId: null,
          wished: 'text',
          second: null,
          helps: [],
          reason: canary,
          checkId,
          reviewInWeeks: 12,
          basedOn: null,
        });
        expect(chosen.ok).toBe(true);
      });
      return [JSON.stringify(answers)];
    },
  },
  {
    field: 'the plan, the diary and the own work of a day',
    columns: ['day_plans.words', 'diaries.words', 'own_works.words', 'own_works.proof'],
    write: async ({ office }, canary) => {
      const client = await office.person('client');
      const enrolmentId = await enrol(office, client, { serviceId: await testService(office) });
      const id = await expectDay(
        office,
        client,
        enrolmentId,
        todayIn().subtract({ days: todayIn().dayOfWeek + 6 }),
      );
      await office.inOffice(async (tx) => {
        const day = await dayById(tx, id);
        if (!day) throw new Error('the day is not there');
        await writePlan(tx, client.actor, day, { templates: [], words: canary });
        await writeDiary(tx, client.actor, day, { words: canary, mood: 3 });
        await addOwnWork(tx, client.actor, day, { what: canary, minutes: 30, proofWords: canary, files: [] });
      });
    },
  },
  {
    field: 'a call for help, an absence, the reason of a confirmation, an objection and its answer',
    columns: [
      'help_requests.words',
      'absences.words',
      'confirmations.reason',
      'objections.words',
      'objections.answer',
    ],
    write: async ({ office, coach }, canary) => {
      const client = await office.person('client');
      const enrolmentId = await enrol(office, client, { serviceId: await testService(office) });
      const monday = todayIn().subtract({ days: todayIn().dayOfWeek + 6 });
      const id = await expectDay(office, client, enrolmentId, monday);
      const awayId = await expectDay(office, client, enrolmentId, monday.add({ days: 1 }));
      await office.inOffice(async (tx) => {
        const [day, away] = [await dayById(tx, id), await dayById(tx, awayId)];
        if (!day || !away) throw new Error('no day');
        await askForHelp(tx, client.actor, { kind: 'call-me', words: canary, day: undefined });
        await tellAbsence(tx, client.actor, away, { class: 'own-illness', words: canary });
        const confirmed = await confirmDay(tx, coach.actor, {
          dayId: id,
          class: 'attended',
          minutes: 250,
          seenSequence: 0,
          suggested: 'counts',
          reason: canary,
        });
        expect(confirmed.ok).toBe(true);
        await objectToDay(tx, client.actor, day, canary);
        const { rows } = await tx.execute<{ id: string }>(
          sql`select id from objections where office_id = ${tx.officeId} and day_id = ${id}`,
        );
        await answerObjection(tx, coach.actor, day, rows[0]?.id ?? '', canary);
      });
    },
  },
  {
    field: 'why a payer’s period was opened again',
    columns: ['payer_periods.reopen_reason'],
    write: ({ office, manager }, canary) =>
      office.inOffice(async (tx) => {
        const closed = await closePeriod(tx, manager.actor, {
          payer: 'other',
          startsOn: Temporal.PlainDate.from('2020-01-01'),
          endsOn: Temporal.PlainDate.from('2020-01-31'),
        });
        if (!closed.ok) throw new Error(closed.reason);
        await reopenPeriod(tx, manager.actor, closed.periodId, canary);
      }),
  },
];
