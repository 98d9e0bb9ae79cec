import { defineTexts } from '../../../../platform/language.ts';

export const beforeTexts = defineTexts({
  before: { fi: 'Ennen tapaamista', sv: 'Före mötet', en: 'Before the meeting' },
  coachAsks: {
    fi: 'Valmentajasi pyytää',
    sv: 'Din coach ber dig',
    en: 'Your coach asks you',
  },
  askClient: {
    fi: 'Mitä asiakas voi miettiä tai ottaa mukaan?',
    sv: 'Vad kan klienten fundera på eller ta med?',
    en: 'What can the client think about or bring?',
  },
  askClientHint: {
    fi: 'Asiakas näkee tämän omalla sivullaan, kun on kirjautunut.',
    sv: 'Klienten ser det här på sin egen sida efter inloggning.',
    en: 'The client sees this on their own page when signed in.',
  },
  keep: { fi: 'Tallenna', sv: 'Spara', en: 'Save' },
  addFile: { fi: 'Lisää tiedosto', sv: 'Lägg till en fil', en: 'Add a file' },
  file: { fi: 'Tiedosto', sv: 'Fil', en: 'File' },
  fileHint: {
    fi: 'Kuva, ääni tai PDF. Sen näkevät vain asiakas ja valmentaja.',
    sv: 'En bild, ett ljud eller en PDF. Bara klienten och coachen ser den.',
    en: 'A picture, a sound or a PDF. Only the client and the coach see it.',
    selko: 'Voit lisätä kuvan, äänen tai PDF-tiedoston. Vain sinä ja valmentajasi näette sen.',
  },
  fileMissing: { fi: 'Valitse tiedosto.', sv: 'Välj en fil.', en: 'Choose a file.' },
  tooMany: {
    fi: 'Tapaamisessa voi olla kymmenen tiedostoa. Poista ensin jokin omasi.',
    sv: 'Ett möte kan ha tio filer. Ta först bort någon av dina.',
    en: 'A meeting can have ten files. Remove one of yours first.',
  },
  fromClient: { fi: 'asiakkaalta', sv: 'från klienten', en: 'from the client' },
  fromCoach: { fi: 'valmentajalta', sv: 'från coachen', en: 'from the coach' },
  removeFile: { fi: 'Poista', sv: 'Ta bort', en: 'Remove' },
});
