// The classes of a day, in words.
import { defineTexts } from '../../../platform/language.ts';
import type { DayClass } from './day-classes.ts';

/** The classes of a day as they are called everywhere. */
export const classTexts = defineTexts({
  attended: { fi: 'Läsnä', sv: 'Närvarande', en: 'Present' },
  'not-arranged': {
    fi: 'Palvelua ei järjestetty',
    sv: 'Tjänsten ordnades inte',
    en: 'The service was not arranged',
  },
  swapped: { fi: 'Vaihdettu päivä', sv: 'Bytt dag', en: 'Swapped day' },
  'own-illness': { fi: 'Oma sairaus', sv: 'Egen sjukdom', en: 'Own illness' },
  'child-ill': {
    fi: 'Alle 10-vuotiaan lapsen sairaus',
    sv: 'Sjukt barn under 10 år',
    en: 'Illness of a child under 10',
    selko: 'Lapsi on sairas (alle 10 vuotta)',
  },
  interview: {
    fi: 'Työhaastattelu tai vastaava',
    sv: 'Arbetsintervju eller liknande',
    en: 'Job interview or the like',
  },
  'public-duty': {
    fi: 'Julkinen luottamustehtävä',
    sv: 'Offentligt förtroendeuppdrag',
    en: 'Public duty',
    selko: 'Luottamus-tehtävä (esimerkiksi kunnan valtuusto)',
  },
  'other-absence': { fi: 'Muu poissaolo', sv: 'Annan frånvaro', en: 'Other absence' },
}) satisfies Record<DayClass, unknown>;
