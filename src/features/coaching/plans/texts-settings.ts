import { defineTexts } from '../../../platform/language.ts';

export const settingTexts = defineTexts({
  reviewAfter: {
    fi: 'Osallistumistapa tarkistetaan',
    sv: 'Sättet att delta ses över',
    en: 'The way of taking part is reviewed',
  },
  reviewAfterWhy: {
    fi: 'Näin monen viikon päästä valinnasta katsotaan, sopiiko tapa. Lomake ehdottaa tätä, ja asiakas voi valita toisin.',
    sv: 'Så många veckor efter valet ser ni om sättet passar. Formuläret föreslår detta, och klienten kan välja annat.',
    en: 'So many weeks after the choice it is looked at whether the way suits. The form suggests this, and the client may choose otherwise.',
  },
  weeks: { fi: 'viikkoa', sv: 'veckor', en: 'weeks' },
  inWeeks: {
    fi: '{weeks, plural, one {Viikon kuluttua} other {# viikon kuluttua}}',
    sv: '{weeks, plural, one {Om en vecka} other {Om # veckor}}',
    en: '{weeks, plural, one {In a week} other {In # weeks}}',
  },
});
