import { defineTexts } from '../../../platform/language.ts';

export const texts = defineTexts({
  greeting: { fi: 'Hei, {name}', sv: 'Hej {name}', en: 'Hello, {name}' },
  me: { fi: 'Minä', sv: 'Jag', en: 'Me' },
});
