// Enrolments in words, for coaches and managers.
import { defineTexts } from '../../../platform/language.ts';
import type { Benefit, Payer } from './tables.ts';

export const texts = defineTexts({
  enrolments: { fi: 'Jaksot', sv: 'Perioder', en: 'Enrolments' },
  enrolment: { fi: 'Jakso', sv: 'Period', en: 'Enrolment' },
  newEnrolment: { fi: 'Uusi jakso', sv: 'Ny period', en: 'New enrolment' },
  lead: {
    fi: 'Jakso kertoo, missä palvelussa asiakas on, mistä mihin ja minä päivinä häntä odotetaan.',
    sv: 'Perioden berättar i vilken tjänst klienten är, från när till när och vilka dagar klienten väntas.',
    en: 'An enrolment tells in which service a client is, from when to when, and on which days they are expected.',
  },
  none: { fi: 'Ei jaksoja', sv: 'Inga perioder', en: 'No enrolments' },
  noneText: {
    fi: 'Kun jakso on sovittu, asiakkaan päivät tulevat näkyviin hänelle ja sinulle.',
    sv: 'När en period har avtalats syns klientens dagar för klienten och för dig.',
    en: 'When an enrolment has been agreed, the client’s days show to them and to you.',
  },
  noServices: {
    fi: 'Toimistolla ei ole vielä palveluja, joihin asiakkaita otetaan. Johtaja lisää palvelun ensin.',
    sv: 'Kontoret har ännu inga tjänster som tar emot klienter. Chefen lägger först till en tjänst.',
    en: 'The office has no services that take clients in yet. A manager adds one first.',
  },
  service: { fi: 'Palvelu', sv: 'Tjänst', en: 'Service' },
  group: { fi: 'Ryhmä', sv: 'Grupp', en: 'Group' },
  noGroup: { fi: 'Ei ryhmää', sv: 'Ingen grupp', en: 'No group' },
  time: { fi: 'Aika', sv: 'Tid', en: 'Time' },
  startsOn: { fi: 'Ensimmäinen päivä', sv: 'Första dagen', en: 'First day' },
  endsOn: { fi: 'Viimeinen päivä', sv: 'Sista dagen', en: 'Last day' },
  endsBeforeStart: {
    fi: 'Viimeinen päivä on ennen ensimmäistä. Vaihda toinen niistä.',
    sv: 'Sista dagen är före den första. Ändra en av dem.',
    en: 'The last day is before the first one. Change one of them.',
  },
  weekdays: { fi: 'Sovitut viikonpäivät', sv: 'Överenskomna veckodagar', en: 'Agreed weekdays' },
  weekdaysMissing: {
    fi: 'Valitse vähintään yksi viikonpäivä.',
    sv: 'Välj minst en veckodag.',
    en: 'Choose at least one weekday.',
  },
  hours: { fi: 'Tunteja päivässä', sv: 'Timmar per dag', en: 'Hours a day' },
  hoursHint: { fi: 'Esimerkiksi 4 tai 4,5', sv: 'Till exempel 4 eller 4,5', en: 'For example 4 or 4.5' },
  hoursWrong: {
    fi: 'Kirjoita tunnit lukuna, esimerkiksi 4 tai 4,5. Enintään 12 tuntia.',
    sv: 'Skriv timmarna som ett tal, till exempel 4 eller 4,5. Högst 12 timmar.',
    en: 'Write the hours as a number, for example 4 or 4.5. At most 12 hours.',
  },
  payer: { fi: 'Maksaja', sv: 'Betalare', en: 'Payer' },
  benefit: {
    fi: 'Mitä osallistumispäivästä maksetaan',
    sv: 'Vad betalas för en deltagardag',
    en: 'What a participation day brings',
  },
  days: { fi: 'Päivät', sv: 'Dagar', en: 'Days' },
  state: { fi: 'Tila', sv: 'Läge', en: 'State' },
  going: { fi: 'Käynnissä', sv: 'Pågår', en: 'Going on' },
  coming: { fi: 'Alkaa myöhemmin', sv: 'Börjar senare', en: 'Begins later' },
  over: { fi: 'Päättynyt', sv: 'Avslutad', en: 'Ended' },
  overEarly: { fi: 'Päättyi aiemmin', sv: 'Avslutades tidigare', en: 'Ended early' },
  neverBegan: { fi: 'Ei alkanut', sv: 'Började aldrig', en: 'Never began' },
  start: { fi: 'Aloita jakso', sv: 'Börja perioden', en: 'Start the enrolment' },
  started: { fi: 'Jakso on tallennettu.', sv: 'Perioden är sparad.', en: 'The enrolment has been saved.' },
  weekdaysBetween: {
    fi: 'Palvelussa ollaan {range} päivänä viikossa. Peruste: {source}.',
    sv: 'I tjänsten är man {range} dagar i veckan. Grund: {source}.',
    en: 'In this service a week has {range} days. Basis: {source}.',
  },
  hoursBetween: {
    fi: 'Palvelussa ollaan {range} tuntia päivässä. Peruste: {source}.',
    sv: 'I tjänsten är man {range} timmar per dag. Grund: {source}.',
    en: 'In this service a day has {range} hours. Basis: {source}.',
  },
  fromTo: { fi: '{least}–{most}', sv: '{least}–{most}', en: '{least} to {most}', same: true },
  atLeast: { fi: 'vähintään {least}', sv: 'minst {least}', en: 'at least {least}' },
  atMost: { fi: 'enintään {most}', sv: 'högst {most}', en: 'at most {most}' },
  boundBroken: {
    fi: 'Jakso ei mahdu palvelun rajoihin {day} alkaen',
    sv: 'Perioden ryms inte inom tjänstens gränser från och med {day}',
    en: 'From {day} the enrolment does not fit the bounds of the service',
  },
  boundBrokenDo: {
    fi: 'Päätä jakso ennen sitä ja sovi asiakkaan kanssa uusi jakso, joka mahtuu rajoihin.',
    sv: 'Avsluta perioden tidigare och kom överens med klienten om en ny period som ryms inom gränserna.',
    en: 'End the enrolment early, and agree with the client on a new one within the bounds for the time after it.',
  },
  overlaps: {
    fi: 'Asiakkaalla on jo jakso tänä aikana: {service}, {from}–{to}. Päätä se ensin tai vaihda päiviä.',
    sv: 'Klienten har redan en period under den här tiden: {service}, {from}–{to}. Avsluta den först eller ändra dagarna.',
    en: 'The client already has an enrolment in this time: {service}, {from}–{to}. End it first, or change the days.',
  },
  end: { fi: 'Päätä jakso aiemmin', sv: 'Avsluta perioden tidigare', en: 'End the enrolment early' },
  endShort: { fi: 'Päätä aiemmin', sv: 'Avsluta tidigare', en: 'End early' },
  endLead: {
    fi: 'Jakson sovittu viimeinen päivä on {day}. Sen jälkeiset päivät poistuvat asiakkaalta.',
    sv: 'Periodens överenskomna sista dag är {day}. Dagarna efter den nya sista dagen tas bort.',
    en: 'The agreed last day of the enrolment is {day}. The days after the new last day are taken away.',
  },
  lastOn: { fi: 'Uusi viimeinen päivä', sv: 'Ny sista dag', en: 'New last day' },
  lastOnHint: {
    fi: 'Jos jakso ei alkanut lainkaan, kirjoita päivä ennen ensimmäistä.',
    sv: 'Om perioden aldrig började, skriv dagen före den första.',
    en: 'If it never began, write the day before the first one.',
  },
  endOutside: {
    fi: 'Valitse päivä, joka on ennen sovittua viimeistä päivää {day}.',
    sv: 'Välj en dag före den överenskomna sista dagen {day}.',
    en: 'Choose a day before the agreed last day {day}.',
  },
  daysAfter: {
    fi: 'Päivällä {day} on jo kirjauksia. Valitse viimeiseksi päiväksi se tai myöhempi.',
    sv: 'Dagen {day} har redan anteckningar. Välj den eller en senare dag som sista dag.',
    en: 'Something has been noted on {day} already. Choose that day or a later one as the last day.',
  },
  ended: {
    fi: 'Jakso päättyy nyt {day}.',
    sv: 'Perioden slutar nu {day}.',
    en: 'The enrolment now ends on {day}.',
  },
  toMonths: { fi: 'Asiakkaan päivät', sv: 'Klientens dagar', en: 'The client’s days' },
});

export const payerTexts = defineTexts({
  kela: { fi: 'Kela', sv: 'FPA', en: 'Kela', same: true },
  'unemployment-fund': { fi: 'Työttömyyskassa', sv: 'Arbetslöshetskassa', en: 'Unemployment fund' },
  municipality: {
    fi: 'Kunta tai hyvinvointialue',
    sv: 'Kommunen eller välfärdsområdet',
    en: 'Municipality or wellbeing county',
  },
  other: { fi: 'Muu maksaja', sv: 'Annan betalare', en: 'Another payer' },
}) satisfies Record<Payer, unknown>;

export const benefitTexts = defineTexts({
  'expense-allowance': {
    fi: 'Kulukorvaus (työttömyysetuuden lisäksi)',
    sv: 'Kostnadsersättning (utöver arbetslöshetsförmånen)',
    en: 'Expense allowance (on top of unemployment benefit)',
  },
  'activity-allowance': {
    fi: 'Toimintaraha (toimeentulotuen lisäksi)',
    sv: 'Sysselsättningspenning (utöver utkomststödet)',
    en: 'Activity allowance (on top of social assistance)',
  },
  none: { fi: 'Ei erillistä korvausta', sv: 'Ingen separat ersättning', en: 'No separate allowance' },
}) satisfies Record<Benefit, unknown>;
