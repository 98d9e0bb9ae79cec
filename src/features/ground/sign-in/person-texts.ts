import { defineTexts } from '../../../platform/language.ts';

export const personTexts = defineTexts({
  title: { fi: 'Kirjautuminen: {name}', sv: 'Inloggning: {name}', en: 'Signing in: {name}' },
  pageTitle: { fi: 'Henkilön kirjautuminen', sv: 'Personens inloggning', en: 'How a person signs in' },
  now: { fi: 'Nyt', sv: 'Nu', en: 'Now' },
  sessions: { fi: 'Kirjautuneita laitteita', sv: 'Inloggade enheter', en: 'Devices signed in' },
  passkeys: { fi: 'Pääsyavaimia', sv: 'Nycklar', en: 'Passkeys' },
  identityCode: {
    fi: 'Henkilötunnus tunnistamista varten',
    sv: 'Personbeteckning för igenkänning',
    en: 'Personal identity code for matching',
  },
  isKept: { fi: 'tiiviste on tallessa', sv: 'kontrollsumman är sparad', en: 'its hash is kept' },
  isNotKept: { fi: 'ei ole', sv: 'saknas', en: 'none' },
  ended: {
    fi: 'Kaikki laitteet on kirjattu ulos.',
    sv: 'Alla enheter är utloggade.',
    en: 'All devices are signed out.',
  },
  removed: {
    fi: 'Pääsyavaimet on poistettu.',
    sv: 'Nycklarna är borttagna.',
    en: 'The passkeys are removed.',
  },
  kept: {
    fi: 'Henkilötunnuksen tiiviste on tallessa.',
    sv: 'Kontrollsumman är sparad.',
    en: 'The hash of the code is kept.',
  },
  endAll: { fi: 'Kirjaa kaikki laitteet ulos', sv: 'Logga ut alla enheter', en: 'Sign out all devices' },
  endAllText: {
    fi: 'Kun puhelin on kadonnut tai joku muu käyttää tunnusta. Myös lähetetyt linkit lakkaavat toimimasta.',
    sv: 'När telefonen är borta eller någon annan använder kontot. Också skickade länkar slutar fungera.',
    en: 'When a phone is lost or somebody else uses the account. Links that were sent stop working too.',
  },
  removePasskeys: { fi: 'Poista pääsyavaimet', sv: 'Ta bort nycklarna', en: 'Remove the passkeys' },
  removePasskeysText: {
    fi: 'Kun henkilö on kadottanut avaimensa. Sen jälkeen hän pääsee sisään linkillä ja koodilla. Varmista ensin, kuka pyytää.',
    sv: 'När personen har tappat sin nyckel. Efter det kommer hen in med länk och kod. Kontrollera först vem som ber.',
    en: 'When the person has lost their key. After that they get in with a link and a code. First make sure who is asking.',
  },
  code: { fi: 'Henkilötunnus', sv: 'Personbeteckning', en: 'Personal identity code' },
  codeHint: {
    fi: 'Emme tallenna tunnusta, vain siitä lasketun tiivisteen. Sillä henkilö löytyy, kun hän tunnistautuu vahvasti.',
    sv: 'Vi sparar inte beteckningen, bara en kontrollsumma. Med den hittas personen när hen identifierar sig starkt.',
    en: 'We do not store the code, only a keyed hash of it. By it the person is found when they identify themselves.',
  },
  codeWrong: {
    fi: 'Tarkista henkilötunnus. Sen muoto on 131052-308T.',
    sv: 'Kontrollera personbeteckningen. Den har formen 131052-308T.',
    en: 'Check the personal identity code. Its form is 131052-308T.',
  },
  codeTaken: {
    fi: 'Tämä tunnus on jo toisella henkilöllä tässä toimistossa.',
    sv: 'En annan person på kontoret har redan den här beteckningen.',
    en: 'Another person of this office has this code already.',
  },
  save: { fi: 'Tallenna', sv: 'Spara', en: 'Save' },
  back: { fi: 'Takaisin henkilön sivulle', sv: 'Tillbaka till personens sida', en: 'Back to the person' },
});
