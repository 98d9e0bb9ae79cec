// How the code words of a service's content are said: kinds, stages, modes, needs, payers, steps.
import { defineTexts, type Text } from '../../../platform/language.ts';
import type {
  DurationUnit,
  PayerKind,
  ServiceKind,
  ServiceMode,
  ServiceNeed,
  ServiceStage,
  StepActor,
  StepKind,
} from './content.ts';

export const kindTexts: Readonly<Record<ServiceKind, Text>> = defineTexts({
  'rehabilitative-work': {
    fi: 'Kuntouttava työtoiminta',
    sv: 'Arbetsverksamhet i rehabiliteringssyfte',
    en: 'Rehabilitative work activity',
  },
  'youth-workshop': { fi: 'Nuorten työpaja', sv: 'Ungdomsverkstad', en: 'Youth workshop' },
  'open-workshop': { fi: 'Avoin työpaja', sv: 'Öppen verkstad', en: 'Open workshop' },
  'individual-coaching': { fi: 'Yksilövalmennus', sv: 'Individuell träning', en: 'Individual coaching' },
  'work-coaching': { fi: 'Työvalmennus', sv: 'Arbetsträning', en: 'Work coaching' },
  'job-coaching': { fi: 'Työhönvalmennus', sv: 'Jobbcoachning', en: 'Job coaching' },
  'group-coaching': { fi: 'Ryhmävalmennus', sv: 'Gruppträning', en: 'Group coaching' },
  'career-coaching': { fi: 'Uravalmennus', sv: 'Karriärträning', en: 'Career coaching' },
  'digital-support': { fi: 'Digituki', sv: 'Digitalt stöd', en: 'Digital support' },
  purchased: { fi: 'Ostettu palvelu', sv: 'Köpt tjänst', en: 'Purchased service' },
  other: { fi: 'Muu palvelu', sv: 'Annan tjänst', en: 'Another service' },
});

export const stageTexts: Readonly<Record<ServiceStage, Text>> = defineTexts({
  idea: { fi: 'Idea', sv: 'Idé', en: 'Idea', same: true },
  prototype: { fi: 'Kokeilu', sv: 'Prototyp', en: 'Prototype' },
  pilot: { fi: 'Pilotti', sv: 'Pilot', en: 'Pilot', same: true },
  'in-use': { fi: 'Käytössä', sv: 'I bruk', en: 'In use' },
  retired: { fi: 'Päättynyt', sv: 'Avslutad', en: 'Retired' },
});

/** The name of a mode by itself; for a booked time see contact/bookings. */
export const modeTexts: Readonly<Record<ServiceMode, Text>> = defineTexts({
  'in-person': { fi: 'Paikan päällä', sv: 'På plats', en: 'In person' },
  video: { fi: 'Video', sv: 'Video', en: 'Video', same: true },
  voice: { fi: 'Ääni verkossa', sv: 'Röst på nätet', en: 'Voice online' },
  phone: { fi: 'Puhelin', sv: 'Telefon', en: 'Phone' },
  text: { fi: 'Kirjoittaen', sv: 'I skrift', en: 'In writing' },
  'own-time': { fi: 'Omaan aikaan', sv: 'På egen tid', en: 'In your own time' },
  hybrid: { fi: 'Paikalla ja etänä', sv: 'På plats och på distans', en: 'On site and remotely' },
});

export const needTexts: Readonly<Record<ServiceNeed, Text>> = defineTexts({
  rhythm: {
    fi: 'Rytmiä päiviin',
    sv: 'Rytm i vardagen',
    en: 'A rhythm for my days',
    selko: 'Haluan rytmiä päiviin',
  },
  'job-search': { fi: 'Apua työnhakuun', sv: 'Hjälp att söka jobb', en: 'Help with finding work' },
  'work-trial': { fi: 'Kokeilla työtä', sv: 'Prova på ett arbete', en: 'To try out work' },
  education: { fi: 'Opiskelupaikka', sv: 'En studieplats', en: 'A place to study' },
  confidence: {
    fi: 'Rohkeutta ja itseluottamusta',
    sv: 'Mod och självförtroende',
    en: 'Courage and confidence',
  },
  health: { fi: 'Hyvinvointia ja terveyttä', sv: 'Välmående och hälsa', en: 'Wellbeing and health' },
  company: { fi: 'Muita ihmisiä', sv: 'Sällskap', en: 'Other people' },
  digital: { fi: 'Apua laitteiden kanssa', sv: 'Hjälp med digitala apparater', en: 'Help with devices' },
  language: { fi: 'Oppia suomea', sv: 'Lära mig finska', en: 'To learn Finnish' },
  everyday: { fi: 'Apua arjen asioihin', sv: 'Hjälp i vardagen', en: 'Help with everyday matters' },
});

export const payerTexts: Readonly<Record<PayerKind, Text>> = defineTexts({
  municipality: { fi: 'Kunta', sv: 'Kommunen', en: 'The municipality' },
  'wellbeing-county': { fi: 'Hyvinvointialue', sv: 'Välfärdsområdet', en: 'The wellbeing services county' },
  state: { fi: 'Valtio', sv: 'Staten', en: 'The state' },
  kela: { fi: 'Kela', sv: 'FPA', en: 'Kela, the Social Insurance Institution' },
  project: { fi: 'Hanke', sv: 'Ett projekt', en: 'A project' },
  client: { fi: 'Asiakas', sv: 'Klienten', en: 'The client' },
  other: { fi: 'Muu maksaja', sv: 'Annan betalare', en: 'Another payer' },
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

/** With a number: "45 minuuttia". */
export const durationTexts: Readonly<Record<DurationUnit, Text>> = defineTexts({
  minutes: {
    fi: '{amount, plural, one {# minuutti} other {# minuuttia}}',
    sv: '{amount, plural, one {# minut} other {# minuter}}',
    en: '{amount, plural, one {# minute} other {# minutes}}',
  },
  days: {
    fi: '{amount, plural, one {# päivä} other {# päivää}}',
    sv: '{amount, plural, one {# dag} other {# dagar}}',
    en: '{amount, plural, one {# day} other {# days}}',
  },
  weeks: {
    fi: '{amount, plural, one {# viikko} other {# viikkoa}}',
    sv: '{amount, plural, one {# vecka} other {# veckor}}',
    en: '{amount, plural, one {# week} other {# weeks}}',
  },
  months: {
    fi: '{amount, plural, one {# kuukausi} other {# kuukautta}}',
    sv: '{amount, plural, one {# månad} other {# månader}}',
    en: '{amount, plural, one {# month} other {# months}}',
  },
});
