import { defineTexts } from '../../../platform/language.ts';

export const texts = defineTexts({
  new: { fi: 'Uusi aukiolo', sv: 'Ny öppettid', en: 'New open hours' },
  settings: { fi: 'Asetukset', sv: 'Inställningar', en: 'Settings' },
  modes: { fi: 'Miten voi jutella', sv: 'Hur man kan prata', en: 'How one can talk' },
  modesMissing: {
    fi: 'Valitse ainakin yksi tapa.',
    sv: 'Välj minst ett sätt.',
    en: 'Choose at least one way.',
  },
  place: { fi: 'Paikka', sv: 'Plats', en: 'Place' },
  placeHint: {
    fi: 'Tarvitaan, kun voi tulla paikan päälle.',
    sv: 'Behövs när man kan komma på plats.',
    en: 'Needed when one can come in person.',
  },
  placeMissing: { fi: 'Kirjoita paikka.', sv: 'Skriv platsen.', en: 'Write the place.' },
  usual: {
    fi: 'Kuinka monta minuuttia yksi kestää',
    sv: 'Hur många minuter en tar',
    en: 'How many minutes one takes',
  },
  usualHint: {
    fi: 'Odotus arvioidaan tästä, kunnes tiedetään, kuinka kauan on kestänyt.',
    sv: 'Väntan uppskattas enligt detta tills vi vet hur länge det har tagit.',
    en: 'The wait is reckoned from this until it is known how long it takes.',
  },
  hours: { fi: 'Aukioloajat', sv: 'Öppettider', en: 'Opening hours' },
  hoursHint: {
    fi: 'Kirjoita esimerkiksi 9–11, 12–15. Tyhjä on kiinni.',
    sv: 'Skriv till exempel 9–11, 12–15. Tomt är stängt.',
    en: 'Write for example 9–11, 12–15. Empty is closed.',
  },
  coaches: { fi: 'Ketkä palvelevat', sv: 'Vilka betjänar', en: 'Who serves' },
  closedFi: { fi: 'Viesti, kun on kiinni', sv: 'Meddelande när det är stängt', en: 'Message when closed' },
  closedSv: {
    fi: 'Sama viesti ruotsiksi',
    sv: 'Samma meddelande på svenska',
    en: 'The same message in Swedish',
  },
  closedEn: {
    fi: 'Sama viesti englanniksi',
    sv: 'Samma meddelande på engelska',
    en: 'The same message in English',
  },
  save: { fi: 'Tallenna', sv: 'Spara', en: 'Save' },
  end: { fi: 'Lopeta aukiolo', sv: 'Avsluta öppettiden', en: 'End these hours' },
  endText: {
    fi: 'Numeroita ei enää anneta. Ne, jotka odottavat, saavat tiedon ja voivat pyytää soiton.',
    sv: 'Inga nummer ges mer. De som väntar får veta det och kan be om ett samtal.',
    en: 'No more numbers are given. Those who wait are told and can ask for a call.',
  },
});
