import { defineTexts } from '../../../platform/language.ts';

export const texts = defineTexts({
  nameFi: { fi: 'Nimi suomeksi', sv: 'Namn på finska', en: 'Name in Finnish' },
  nameSv: { fi: 'Nimi ruotsiksi', sv: 'Namn på svenska', en: 'Name in Swedish' },
  nameEn: { fi: 'Nimi englanniksi', sv: 'Namn på engelska', en: 'Name in English' },
  nameMissing: { fi: 'Kirjoita nimi.', sv: 'Skriv ett namn.', en: 'Write a name.' },
  unit: { fi: 'Yksikkö', sv: 'Enhet', en: 'Unit' },
  wholeOffice: { fi: 'Koko toimisto', sv: 'Hela kontoret', en: 'The whole office' },
  unitMissing: { fi: 'Valitse yksikkö.', sv: 'Välj enhet.', en: 'Choose a unit.' },
  service: { fi: 'Palvelu', sv: 'Tjänst', en: 'Service' },
  serviceHint: {
    fi: 'Asiakas näkee palvelun nimen omalla kielellään.',
    sv: 'Klienten ser tjänstens namn på sitt eget språk.',
    en: 'The client sees the name of the service in their own language.',
  },
  noService: { fi: 'Ei mikään palvelu', sv: 'Ingen tjänst', en: 'No service' },
  serviceMissing: {
    fi: 'Tätä palvelua ei enää ole. Valitse toinen.',
    sv: 'Tjänsten finns inte längre. Välj en annan.',
    en: 'That service is no longer there. Choose another.',
  },
});
