// What a day holds and how it counts, in words that client and coach both read.
import { defineTexts } from '../../../platform/language.ts';

export const reasonTexts = defineTexts({
  inGroup: {
    fi: 'Olit ryhmässä {from}–{to}: {minutes} min.',
    sv: 'Du var med i gruppen {from}–{to}: {minutes} min.',
    en: 'You were in the group {from}–{to}: {minutes} min.',
  },
  inGroupAgain: {
    fi: 'Olit ryhmässä {spans}: yhteensä {minutes} min.',
    sv: 'Du var med i gruppen {spans}: sammanlagt {minutes} min.',
    en: 'You were in the group {spans}: {minutes} min altogether.',
  },
  byText: {
    fi: 'Olit mukana kirjoittamalla {spans}: {minutes} min.',
    sv: 'Du var med genom att skriva {spans}: {minutes} min.',
    en: 'You took part by writing {spans}: {minutes} min.',
  },
  byPhone: {
    fi: 'Olit mukana puhelimella {spans}: {minutes} min.',
    sv: 'Du var med per telefon {spans}: {minutes} min.',
    en: 'You took part by phone {spans}: {minutes} min.',
  },
  onSite: {
    fi: 'Olit paikan päällä {spans}: {minutes} min.',
    sv: 'Du var på plats {spans}: {minutes} min.',
    en: 'You were on site {spans}: {minutes} min.',
  },
  liveWeighed: {
    fi: 'Siitä lasketaan {minutes} min.',
    sv: 'Av detta räknas {minutes} min.',
    en: 'Of this, {minutes} min count.',
  },
  ownWork: {
    fi: 'Omat tehtävät: {minutes} min.',
    sv: 'Egna uppgifter: {minutes} min.',
    en: 'Own work: {minutes} min.',
  },
  ownWorkWeighed: {
    fi: 'Omat tehtävät: {minutes} min, joista lasketaan {counted} min.',
    sv: 'Egna uppgifter: {minutes} min, av dem räknas {counted} min.',
    en: 'Own work: {minutes} min, of which {counted} min count.',
  },
  ownWorkCapped: {
    fi: 'Omat tehtävät: {minutes} min, joista lasketaan enintään {counted} min.',
    sv: 'Egna uppgifter: {minutes} min, av dem räknas högst {counted} min.',
    en: 'Own work: {minutes} min, of which at most {counted} min count.',
  },
  diary: {
    fi: 'Päiväkirja: {minutes} min.',
    sv: 'Dagboken: {minutes} min.',
    en: 'Diary: {minutes} min.',
  },
  contacts: {
    fi: '{count, plural, one {Yhteydenpito} other {Yhteydenpito # kertaa}}: {minutes} min.',
    sv: '{count, plural, one {Kontakt} other {Kontakt # gånger}}: {minutes} min.',
    en: '{count, plural, one {Keeping in touch} other {Keeping in touch # times}}: {minutes} min.',
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
