import { defineTexts, type Text } from '../../../platform/language.ts';
import type { FileRefusal } from './actions.ts';

const texts = defineTexts({
  empty: {
    fi: 'Tiedosto on tyhjä. Valitse se uudelleen.',
    sv: 'Filen är tom. Välj den på nytt.',
    en: 'The file is empty. Choose it again.',
  },
  tooLarge: {
    fi: 'Tiedosto on liian suuri. Kuva saa olla 20, ääni 25 ja PDF 15 megatavua.',
    sv: 'Filen är för stor. En bild får vara 20, ett ljud 25 och en PDF 15 megabyte.',
    en: 'The file is too large. A picture may be 20, a sound 25 and a PDF 15 megabytes.',
  },
  wrongKind: {
    fi: 'Tällaista tiedostoa ei voi lisätä tähän. Ota kuva tai valitse toinen tiedosto.',
    sv: 'En sådan fil kan inte läggas till här. Ta en bild eller välj en annan fil.',
    en: 'This kind of file cannot be added here. Take a picture or choose another file.',
  },
  unreadable: {
    fi: 'Tiedosto ei aukea. Kokeile toista tiedostoa.',
    sv: 'Filen går inte att öppna. Prova en annan fil.',
    en: 'The file cannot be opened. Try another file.',
  },
});

/** What to say to the sender of a file that was not taken. */
export const refusalTexts: Record<FileRefusal, Text> = {
  empty: texts.empty,
  'too-large': texts.tooLarge,
  'wrong-kind': texts.wrongKind,
  unreadable: texts.unreadable,
};
