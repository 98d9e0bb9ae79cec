// The words in which a service is shown to everybody: its kinds, ways of taking part, needs, payers and steps, and the
// page itself.
import { defineTexts, type Text } from '../../../platform/language.ts';
import type { DurationUnit, PayerKind, ServiceKind, ServiceMode, ServiceNeed, StepActor } from './content.ts';

export const kindTexts: Readonly<Record<ServiceKind, Text>> = defineTexts({
  'rehabilitative-work': {
    fi: 'Kuntouttava työtoiminta',
    sv: 'Arbetsverksamhet i rehabiliteringssyfte',
    en: 'Rehabilitative work activity',
  },
  'youth-workshop': { fi: 'Nuorten työpaja', sv: 'Ungdomsverkstad', en: 'Youth workshop' },
  'open-workshop': { fi: 'Avoin työpaja', sv: 'Öppen verkstad', en: 'Open workshop' },
  'individual-coaching': { fi: 'Yksilövalmennus', sv: 'Individuell coachning', en: 'Individual coaching' },
  'work-coaching': { fi: 'Työvalmennus', sv: 'Arbetscoachning', en: 'Work coaching' },
  'job-coaching': { fi: 'Työhönvalmennus', sv: 'Jobbcoachning', en: 'Job coaching' },
  'group-coaching': { fi: 'Ryhmävalmennus', sv: 'Gruppcoachning', en: 'Group coaching' },
  'career-coaching': { fi: 'Uravalmennus', sv: 'Karriärcoachning', en: 'Career coaching' },
  'digital-support': { fi: 'Digituki', sv: 'Digitalt stöd', en: 'Digital support' },
  purchased: { fi: 'Ostettu palvelu', sv: 'Köpt tjänst', en: 'Purchased service' },
  other: { fi: 'Muu palvelu', sv: 'Annan tjänst', en: 'Other service' },
});

export const modeTexts: Readonly<Record<ServiceMode, Text>> = defineTexts({
  'in-person': { fi: 'Paikan päällä', sv: 'På plats', en: 'In person' },
  video: { fi: 'Videolla', sv: 'På video', en: 'By video' },
  voice: { fi: 'Äänipuhelu netissä', sv: 'Ljudsamtal på nätet', en: 'Voice call online' },
  phone: { fi: 'Puhelimella', sv: 'Per telefon', en: 'By phone' },
  text: { fi: 'Kirjoittaen', sv: 'I skrift', en: 'In writing' },
  'own-time': { fi: 'Omaan tahtiin', sv: 'I egen takt', en: 'In your own time' },
  hybrid: { fi: 'Osin etänä', sv: 'Delvis på distans', en: 'Partly remote' },
});

export const needTexts: Readonly<Record<ServiceNeed, Text>> = defineTexts({
  rhythm: { fi: 'Rytmiä päiviin', sv: 'Rytm i vardagen', en: 'Rhythm for the days' },
  'job-search': { fi: 'Apua työnhakuun', sv: 'Hjälp att söka jobb', en: 'Help with finding a job' },
  'work-trial': { fi: 'Työn kokeilua', sv: 'Prova på arbete', en: 'Trying out work' },
  education: { fi: 'Suunta opintoihin', sv: 'Vägen till studier', en: 'The way to studies' },
  confidence: { fi: 'Rohkeutta', sv: 'Mod och självförtroende', en: 'Confidence' },
  health: { fi: 'Jaksamista', sv: 'Ork och välmående', en: 'Energy and wellbeing' },
  company: { fi: 'Muiden seuraa', sv: 'Gemenskap', en: 'Company of others' },
  digital: { fi: 'Apua digiasioihin', sv: 'Hjälp med det digitala', en: 'Help with digital things' },
  language: { fi: 'Suomen kieltä', sv: 'Finska språket', en: 'Finnish language' },
  everyday: { fi: 'Arjen asioita', sv: 'Vardagens ärenden', en: 'Everyday matters' },
});

export const payerTexts: Readonly<Record<PayerKind, Text>> = defineTexts({
  municipality: { fi: 'Kunta', sv: 'Kommunen', en: 'The municipality' },
  'wellbeing-county': { fi: 'Hyvinvointialue', sv: 'Välfärdsområdet', en: 'The wellbeing services county' },
  state: { fi: 'Valtio', sv: 'Staten', en: 'The state' },
  kela: { fi: 'Kela', sv: 'FPA', en: 'Kela', same: true },
  project: { fi: 'Hanke', sv: 'Ett projekt', en: 'A project' },
  client: { fi: 'Asiakas itse', sv: 'Klienten själv', en: 'The client' },
  other: { fi: 'Muu', sv: 'Någon annan', en: 'Somebody else' },
});

export const actorTexts: Readonly<Record<StepActor, Text>> = defineTexts({
  client: { fi: 'sinä itse', sv: 'du själv', en: 'you yourself' },
  coach: { fi: 'valmentaja', sv: 'coachen', en: 'the coach' },
  both: { fi: 'sinä ja valmentaja', sv: 'du och coachen', en: 'you and the coach' },
  other: { fi: 'mukana myös muita', sv: 'också andra är med', en: 'others are there too' },
});

/** With the amount as `n`. */
export const durationTexts: Readonly<Record<DurationUnit, Text>> = defineTexts({
  minutes: { fi: '{n} min', sv: '{n} min', en: '{n} min', same: true },
  days: {
    fi: '{n, plural, one {# päivä} other {# päivää}}',
    sv: '{n, plural, one {# dag} other {# dagar}}',
    en: '{n, plural, one {# day} other {# days}}',
  },
  weeks: {
    fi: '{n, plural, one {# viikko} other {# viikkoa}}',
    sv: '{n, plural, one {# vecka} other {# veckor}}',
    en: '{n, plural, one {# week} other {# weeks}}',
  },
  months: {
    fi: '{n, plural, one {# kuukausi} other {# kuukautta}}',
    sv: '{n, plural, one {# månad} other {# månader}}',
    en: '{n, plural, one {# month} other {# months}}',
  },
});

export const viewTexts = defineTexts({
  pilot: { fi: 'Kokeilu käynnissä', sv: 'På försök', en: 'Being tried out' },
  callUs: { fi: 'Soita {phone}', sv: 'Ring {phone}', en: 'Call {phone}' },
  phone: { fi: 'Puhelin', sv: 'Telefon', en: 'Phone' },
  email: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
  ways: { fi: 'Miten voit olla mukana', sv: 'Så kan du vara med', en: 'How you can take part' },
  waysLead: {
    fi: 'Sinä valitset. Voit vaihtaa tapaa myöhemmin.',
    sv: 'Du väljer. Du kan byta sätt senare.',
    en: 'You choose. You can change the way later.',
  },
  needed: { fi: 'Tarvitset: {what}', sv: 'Du behöver: {what}', en: 'You need: {what}' },
  howItGoes: { fi: 'Näin se käy', sv: 'Så går det till', en: 'How it works' },
  about: { fi: 'Mitä palvelu on', sv: 'Vad tjänsten är', en: 'What the service is' },
  suits: { fi: 'Kenelle', sv: 'För vem', en: 'Who it is for' },
  path: { fi: 'Polku askel askeleelta', sv: 'Vägen steg för steg', en: 'The path, step by step' },
  pathPicture: {
    fi: '{n, plural, one {Kuva polusta, jossa on # askel.} other {Kuva polusta, jossa on # askelta.}} Samat askeleet ovat luettelona kuvan vieressä.',
    sv: '{n, plural, one {Bild av vägen med # steg.} other {Bild av vägen med # steg.}} Samma steg finns som lista bredvid bilden.',
    en: '{n, plural, one {A picture of the path with # step.} other {A picture of the path with # steps.}} The same steps are in the list beside it.',
  },
  or: { fi: 'tai {ways}', sv: 'eller {ways}', en: 'or {ways}' },
  roughly: { fi: 'noin {time}', sv: 'cirka {time}', en: 'about {time}' },
  materials: { fi: 'Mukana: {what}', sv: 'Material: {what}', en: 'Materials: {what}' },
  goodToKnow: { fi: 'Hyvä tietää', sv: 'Bra att veta', en: 'Good to know' },
  price: { fi: 'Hinta sinulle', sv: 'Pris för dig', en: 'Price to you' },
  producer: { fi: 'Tuottaja', sv: 'Producent', en: 'Produced by' },
  bought: {
    fi: '{name}, ostettu palvelu',
    sv: '{name}, köpt tjänst',
    en: '{name}, a purchased service',
  },
  payer: { fi: 'Palvelun maksaa', sv: 'Tjänsten betalas av', en: 'Paid for by' },
  legalBasis: { fi: 'Perustuu', sv: 'Grundar sig på', en: 'Based on' },
  controller: {
    fi: 'Tiedoistasi vastaa',
    sv: 'För dina uppgifter ansvarar',
    en: 'Responsible for your data',
  },
  places: { fi: 'Missä', sv: 'Var', en: 'Where' },
  contact: { fi: 'Ota yhteyttä', sv: 'Ta kontakt', en: 'Get in touch' },
  plainFinnish: {
    fi: 'Tämä kohta ei ole selkosuomea',
    sv: 'Den här texten är inte på lätt finska',
    en: 'This text is not in Easy Finnish',
    selko: 'Tämä ei ole selkosuomea',
  },
  updated: { fi: 'Päivitetty {day}', sv: 'Uppdaterad {day}', en: 'Updated {day}' },
});

/** Said of a service that is a trial. */
export const pilotText = viewTexts.pilot;
