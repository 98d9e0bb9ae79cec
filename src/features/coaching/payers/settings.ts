// How often each payer is told: periods of whole weeks from a given Monday on.
import { z } from 'zod';
import type { Text } from '../../../platform/language.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { defineSetting, settingInForce } from '../../ground/offices/door.ts';
import type { Payer } from '../enrolments/door.ts';
import type { Rhythm } from './rules.ts';
import { payerNames, payerTexts as texts } from './texts.ts';

export const payers: readonly Payer[] = ['kela', 'unemployment-fund', 'municipality', 'other'];

export const isPayer = (value: string | undefined): value is Payer =>
  (payers as readonly (string | undefined)[]).includes(value);

const validFrom = Temporal.PlainDate.from('2020-01-01');
const source = 'Kela: poissaoloista ilmoitetaan vähintään 2 viikon välein';

const withPayer = (text: Text, payer: Payer): Text => ({
  fi: text.fi.replace('{payer}', payerNames[payer].fi),
  sv: text.sv.replace('{payer}', payerNames[payer].sv),
  en: text.en.replace('{payer}', payerNames[payer].en),
});

const isMonday = (value: string) => {
  try {
    return Temporal.PlainDate.from(value).dayOfWeek === 1;
  } catch {
    return false;
  }
};

const weeks = Object.fromEntries(
  payers.map((payer) => [
    payer,
    defineSetting({
      key: `days.period-weeks-${payer}`,
      title: withPayer(texts.periodWeeks, payer),
      explanation: texts.periodWeeksWhy,
      schema: z.number().int().min(1).max(8),
      fallback: { value: 2, validFrom, source },
      field: { kind: 'number', unit: texts.weeks },
    }),
  ]),
);

const firstMondays = Object.fromEntries(
  payers.map((payer) => [
    payer,
    defineSetting({
      key: `days.period-first-monday-${payer}`,
      title: withPayer(texts.firstMonday, payer),
      explanation: texts.firstMondayWhy,
      schema: z
        .string()
        .regex(/^\d{4}-\d\d-\d\d$/)
        .refine(isMonday),
      fallback: { value: '2026-01-05', validFrom, source: 'Likistä' },
    }),
  ]),
);

/** The rhythm in which a payer is told, as it is on `day`. */
export async function rhythmOf(tx: Tx, payer: Payer, day: Temporal.PlainDate): Promise<Rhythm> {
  const [length, first] = [weeks[payer], firstMondays[payer]];
  if (!length || !first) throw new Error(`no rhythm for ${payer}`);
  const inForce = await settingInForce(tx, length, day);
  return {
    weeks: inForce.value,
    firstDay: Temporal.PlainDate.from((await settingInForce(tx, first, day)).value),
  };
}
