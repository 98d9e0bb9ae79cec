// What a day may be planned from.
import { defineTexts } from '../../../platform/language.ts';

/** What a plan may be picked from; the code words are kept, the words are said in the reader's language. */
export const planTexts = defineTexts({
  'job-search': { fi: 'etsiä työpaikkoja', sv: 'söka lediga jobb', en: 'look for jobs' },
  application: {
    fi: 'kirjoittaa hakemuksen tai CV:n',
    sv: 'skriva en ansökan eller ett cv',
    en: 'write an application or a CV',
  },
  study: { fi: 'opiskella tai harjoitella', sv: 'studera eller öva', en: 'study or practise' },
  errands: { fi: 'hoitaa asioita', sv: 'uträtta ärenden', en: 'run errands' },
  'group-task': { fi: 'tehdä ryhmän tehtävän', sv: 'göra gruppens uppgift', en: 'do the group’s task' },
  movement: { fi: 'liikkua tai ulkoilla', sv: 'röra på mig eller gå ut', en: 'move or go outdoors' },
  home: { fi: 'tehdä kotitöitä', sv: 'göra hushållssysslor', en: 'do housework' },
  hands: { fi: 'tehdä jotain käsilläni', sv: 'göra något med händerna', en: 'make something with my hands' },
});
