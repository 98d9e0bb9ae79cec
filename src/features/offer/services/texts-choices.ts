// How staff read the code words of a service: stages, kinds of steps, who acts, units of time. What the public reads
// too (kinds, modes, needs, payers) stands in texts-catalogue.ts.
import { defineTexts, type Text } from '../../../platform/language.ts';
import type { DurationUnit, ServiceStage, StepActor, StepKind } from './content.ts';

export const stageTexts: Readonly<Record<ServiceStage, Text>> = defineTexts({
  idea: { fi: 'Idea', sv: 'Idé', en: 'Idea', same: true },
  prototype: { fi: 'Prototyyppi', sv: 'Prototyp', en: 'Prototype' },
  pilot: { fi: 'Pilotti', sv: 'Pilot', en: 'Pilot', same: true },
  'in-use': { fi: 'Käytössä', sv: 'I bruk', en: 'In use' },
  retired: { fi: 'Päättynyt', sv: 'Avslutad', en: 'Retired' },
});

export const stepKindTexts: Readonly<Record<StepKind, Text>> = defineTexts({
  'first-contact': { fi: 'Ensimmäinen yhteys', sv: 'Första kontakten', en: 'First contact' },
  'start-interview': { fi: 'Alkuhaastattelu', sv: 'Inledande intervju', en: 'Start interview' },
  plan: { fi: 'Suunnitelma', sv: 'Plan', en: 'Plan', same: true },
  rhythm: { fi: 'Viikkorytmi', sv: 'Veckorytm', en: 'Weekly rhythm' },
  'check-in': { fi: 'Välitapaaminen', sv: 'Avstämning', en: 'Check-in' },
  'follow-up': { fi: 'Seuranta', sv: 'Uppföljning', en: 'Follow-up' },
  exit: { fi: 'Päätös ja jatko', sv: 'Avslut och fortsättning', en: 'Ending and what comes next' },
  other: { fi: 'Muu askel', sv: 'Annat steg', en: 'Another step' },
});

export const actorTexts: Readonly<Record<StepActor, Text>> = defineTexts({
  client: { fi: 'Asiakas itse', sv: 'Klienten själv', en: 'The client' },
  coach: { fi: 'Valmentaja', sv: 'Coachen', en: 'The coach' },
  both: { fi: 'Asiakas ja valmentaja', sv: 'Klienten och coachen', en: 'The client and the coach' },
  other: { fi: 'Joku muu', sv: 'Någon annan', en: 'Somebody else' },
});

export const unitTexts: Readonly<Record<DurationUnit, Text>> = defineTexts({
  minutes: { fi: 'minuuttia', sv: 'minuter', en: 'minutes' },
  days: { fi: 'päivää', sv: 'dagar', en: 'days' },
  weeks: { fi: 'viikkoa', sv: 'veckor', en: 'weeks' },
  months: { fi: 'kuukautta', sv: 'månader', en: 'months' },
});
