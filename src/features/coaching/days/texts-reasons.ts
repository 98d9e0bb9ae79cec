// What a day holds and how it counts, in words that client and coach both read.
import { defineTexts } from '../../../platform/language.ts';

export const reasonTexts = defineTexts({
  inGroup: {
    fi: 'Olit ryhmässä {from}–{to}: {sum}.',
    sv: 'Du var med i gruppen {from}–{to}: {sum}.',
    en: 'You were in the group {from}–{to}: {sum}.',
  },
  inGroupAgain: {
    fi: 'Olit ryhmässä {spans}: yhteensä {sum}.',
    sv: 'Du var med i gruppen {spans}: sammanlagt {sum}.',
    en: 'You were in the group {spans}: {sum} altogether.',
  },
  byText: {
    fi: 'Olit mukana kirjoittamalla {spans}: {sum}.',
    sv: 'Du var med genom att skriva {spans}: {sum}.',
    en: 'You took part by writing {spans}: {sum}.',
  },
  byPhone: {
    fi: 'Olit mukana puhelimella {spans}: {sum}.',
    sv: 'Du var med per telefon {spans}: {sum}.',
    en: 'You took part by phone {spans}: {sum}.',
  },
  onSite: {
    fi: 'Olit paikan päällä {spans}: {sum}.',
    sv: 'Du var på plats {spans}: {sum}.',
    en: 'You were on site {spans}: {sum}.',
  },
  liveWeighed: {
    fi: 'Siitä lasketaan {sum}.',
    sv: 'Av detta räknas {sum}.',
    en: 'Of this, {sum} count.',
  },
  ownWork: {
    fi: 'Omat tehtävät: {sum}.',
    sv: 'Egna uppgifter: {sum}.',
    en: 'Own work: {sum}.',
  },
  ownWorkWeighed: {
    fi: 'Omat tehtävät: {sum}, joista lasketaan {counted}.',
    sv: 'Egna uppgifter: {sum}, av dem räknas {counted}.',
    en: 'Own work: {sum}, of which {counted} count.',
  },
  ownWorkCapped: {
    fi: 'Omat tehtävät: {sum}, joista lasketaan enintään {counted}.',
    sv: 'Egna uppgifter: {sum}, av dem räknas högst {counted}.',
    en: 'Own work: {sum}, of which at most {counted} count.',
  },
  diary: {
    fi: 'Päiväkirja: {sum}.',
    sv: 'Dagboken: {sum}.',
    en: 'Diary: {sum}.',
  },
  contacts: {
    fi: '{count, plural, one {Yhteydenpito} other {Yhteydenpito # kertaa}}: {sum}.',
    sv: '{count, plural, one {Kontakt} other {Kontakt # gånger}}: {sum}.',
    en: '{count, plural, one {Keeping in touch} other {Keeping in touch # times}}: {sum}.',
  },
  together: {
    fi: 'Yhteensä {sum}. Päivä lasketaan, kun koossa on {enough}.',
    sv: 'Sammanlagt {sum}. Dagen räknas när det finns {enough}.',
    en: '{sum} altogether. The day counts when there are {enough}.',
    selko: 'Sinulla on nyt {minutes} minuuttia. Päivä lasketaan, kun sinulla on {minimum} minuuttia.',
  },
  nothingYet: {
    fi: 'Vielä ei ole mitään laskettavaa. Päivä lasketaan, kun koossa on {enough}.',
    sv: 'Än finns det inget att räkna. Dagen räknas när det finns {enough}.',
    en: 'There is nothing to count yet. The day counts when there are {enough}.',
    selko: 'Sinulla ei ole vielä minuutteja. Päivä lasketaan, kun sinulla on {minimum} minuuttia.',
  },
  missing: {
    fi: 'Vielä tarvitaan {sum}.',
    sv: 'Ännu behövs {sum}.',
    en: '{sum} more is needed.',
    selko: 'Tarvitset vielä {minutes} minuuttia.',
  },
  // Of a day that is over.
  togetherOver: {
    fi: 'Yhteensä {sum}. Päivään tarvittiin {enough}.',
    sv: 'Sammanlagt {sum}. För dagen behövdes {enough}.',
    en: '{sum} altogether. The day needed {enough}.',
    selko: 'Sinulla oli {minutes} minuuttia. Päivään tarvittiin {minimum} minuuttia.',
  },
  nothingOver: {
    fi: 'Päivältä ei ole mitään laskettavaa. Päivään tarvittiin {enough}.',
    sv: 'För dagen finns det inget att räkna. Det behövdes {enough}.',
    en: 'There is nothing to count for the day. The day needed {enough}.',
    selko: 'Sinulla ei ole minuutteja tältä päivältä. Päivään tarvittiin {minimum} minuuttia.',
  },
  missingOver: {
    fi: 'Päivästä jäi puuttumaan {sum}.',
    sv: 'Det saknades {sum}.',
    en: '{sum} was missing.',
    selko: 'Päivästä puuttui {minutes} minuuttia.',
  },
});

export const arcTexts = defineTexts({
  label: { fi: 'Päivän kaari', sv: 'Dagens båge', en: 'The arc of the day' },
  ownDay: { fi: 'Oma päivä', sv: 'Egen dag', en: 'Own day' },
});

/** How a piece of the day stands, in the list beside the arc. */
export const itemTexts = defineTexts({
  attended: { fi: 'olit mukana', sv: 'du var med', en: 'you were there' },
  missed: { fi: 'jäi väliin', sv: 'missades', en: 'missed' },
  now: { fi: 'nyt', sv: 'nu', en: 'now' },
  cancelled: { fi: 'peruttu', sv: 'inställd', en: 'cancelled' },
  guest: { fi: 'Vetäjänä {name}.', sv: 'Leds av {name}.', en: 'Led by {name}.' },
  place: { fi: 'Paikka: {place}.', sv: 'Plats: {place}.', en: 'Place: {place}.' },
});
