// A client's month in words.
import { defineTexts } from '../../../platform/language.ts';

export const monthTexts = defineTexts({
  sums: { fi: 'Kuukausi yhteensä', sv: 'Månaden sammanlagt', en: 'The month in sum' },
  attended: { fi: 'läsnä', sv: 'närvarande', en: 'present' },
  open: { fi: 'vahvistamatta', sv: 'obekräftade', en: 'not confirmed' },
  absent: { fi: 'poissa', sv: 'frånvarande', en: 'absent' },
  allowance: { fi: 'korvausta', sv: 'i ersättning', en: 'in allowances' },
  absenceTold: { fi: 'Poissaolo kerrottu', sv: 'Frånvaro meddelad', en: 'Absence told' },
  ahead: { fi: 'Tulossa', sv: 'Kommer', en: 'To come' },
  waitsFull: {
    fi: 'Koossa, odottaa vahvistusta',
    sv: 'Full, väntar på bekräftelse',
    en: 'Complete, waits to be confirmed',
  },
  waitsPartly: {
    fi: 'Kesken, odottaa vahvistusta',
    sv: 'Ofullständig, väntar',
    en: 'Partly, waits to be confirmed',
  },
  waitsEmpty: { fi: 'Ei kirjauksia vielä', sv: 'Inget antecknat än', en: 'Nothing noted yet' },
  noDays: { fi: 'Ei päiviä tässä kuussa', sv: 'Inga dagar den här månaden', en: 'No days in this month' },
  noDaysText: {
    fi: 'Sovitut päivät näkyvät tässä kahden viikon päähän.',
    sv: 'Överenskomna dagar visas här två veckor framåt.',
    en: 'Agreed days are shown here two weeks ahead.',
  },
  ways: { fi: 'Tavat olla mukana', sv: 'Sätt att delta', en: 'Ways of taking part' },
  way: { fi: 'Tapa', sv: 'Sätt', en: 'Way' },
  minuteUnit: { fi: 'min', sv: 'min', en: 'min', same: true },
  byVideo: { fi: 'Kuvalla', sv: 'Med bild', en: 'By video' },
  byVoice: { fi: 'Äänellä', sv: 'Med röst', en: 'By voice' },
  byText: { fi: 'Kirjoittamalla', sv: 'Genom att skriva', en: 'By writing' },
  byPhone: { fi: 'Puhelimella', sv: 'Per telefon', en: 'By phone' },
  onSite: { fi: 'Paikan päällä', sv: 'På plats', en: 'On site' },
  otherMonths: { fi: 'Muut kuukaudet', sv: 'Andra månader', en: 'Other months' },
});
