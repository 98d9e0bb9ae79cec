// What this feature holds about a person, for the person's own copy of their data (GDPR, Articles 15 and 20).
import type { Tx } from '../../../platform/tenancy.ts';
import { serviceById } from '../../offer/services/door.ts';
import { answersOf, checksOf, choicesOf, reasonOf } from './queries.ts';

export async function dataAbout(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  const modeChoices: unknown[] = [];
  for (const choice of await choicesOf(tx, personId)) {
    const service = choice.serviceId ? await serviceById(tx, choice.serviceId) : undefined;
    modeChoices.push({
      chosenAt: choice.chosenAt.toString(),
      service: service?.name.fi ?? null,
      wished: choice.wished,
      second: choice.second,
      reason: (await reasonOf(tx, choice)) ?? null,
      helps: choice.helps,
      reviewOn: choice.reviewOn.toString(),
    });
  }
  const suitabilityChecks: unknown[] = [];
  for (const check of await checksOf(tx, personId))
    suitabilityChecks.push({
      answeredAt: check.answeredAt.toString(),
      questionSet: check.questionSet,
      answers: await answersOf(tx, check),
      suggested: check.suggested,
    });
  return { modeChoices, suitabilityChecks };
}
