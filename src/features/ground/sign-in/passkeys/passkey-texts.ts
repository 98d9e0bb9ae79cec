import { defineTexts } from '../../../../platform/language.ts';

export const passkeyTexts = defineTexts({
  signInWith: { fi: 'Kirjaudu pääsyavaimella', sv: 'Logga in med nyckel', en: 'Sign in with a passkey' },
  noScript: {
    fi: 'Pääsyavain toimii vain, kun selaimen JavaScript on käytössä.',
    sv: 'Nyckeln fungerar bara när JavaScript är på i webbläsaren.',
    en: 'A passkey works only when JavaScript is on in the browser.',
  },
  failed: {
    fi: 'Pääsyavain ei toiminut. Yritä uudelleen tai valitse toinen tapa.',
    sv: 'Nyckeln fungerade inte. Försök igen eller välj ett annat sätt.',
    en: 'The passkey did not work. Try again or choose another way.',
  },
  title: { fi: 'Pääsyavaimet', sv: 'Nycklar', en: 'Passkeys' },
  lead: {
    fi: 'Pääsyavaimella kirjaudut sormenjäljellä, kasvoilla tai laitteen PIN-koodilla.',
    sv: 'Med en nyckel loggar du in med fingeravtryck, ansikte eller enhetens PIN-kod.',
    en: 'With a passkey you sign in by fingerprint, face or the PIN of your device.',
    selko: 'Pääsyavaimella kirjaudut sormella, kasvoilla tai numerokoodilla.',
  },
  make: { fi: 'Tee pääsyavain', sv: 'Skapa en nyckel', en: 'Make a passkey' },
  makeHere: {
    fi: 'Tee pääsyavain tälle laitteelle',
    sv: 'Skapa nyckeln på den här enheten',
    en: 'Make it on this device',
  },
  what: {
    fi: 'Avain jää laitteeseesi. Me emme saa sormenjälkeäsi, kasvojasi emmekä PIN-koodiasi.',
    sv: 'Nyckeln stannar på din enhet. Vi får varken ditt fingeravtryck, ditt ansikte eller din PIN-kod.',
    en: 'The key stays on your device. We get neither your fingerprint, your face nor your PIN.',
  },
  why: {
    fi: 'Sen jälkeen et tarvitse linkkiä etkä koodia tällä laitteella.',
    sv: 'Efter det behöver du varken länk eller kod på den här enheten.',
    en: 'After that you need neither a link nor a code on this device.',
    selko: 'Sen jälkeen et tarvitse linkkiä tai koodia.',
  },
  whyStaff: {
    fi: 'Henkilökunta kirjautuu pääsyavaimella, koska sitä ei voi kalastella. Ilman avainta tarvitset koodin joka kerta.',
    sv: 'Personalen loggar in med nyckel, eftersom den inte kan fiskas. Utan nyckel behöver du en kod varje gång.',
    en: 'Staff sign in with a passkey, because it cannot be phished. Without one you need a code every time.',
  },
  later: { fi: 'Teen sen myöhemmin', sv: 'Jag gör det senare', en: 'I will do it later' },
  cancel: { fi: 'Takaisin', sv: 'Tillbaka', en: 'Back' },
  notMade: {
    fi: 'Pääsyavainta ei tehty. Yritä uudelleen tai jatka ilman sitä.',
    sv: 'Nyckeln skapades inte. Försök igen eller fortsätt utan den.',
    en: 'The passkey was not made. Try again or go on without it.',
  },
  unnamed: { fi: 'Oma laite', sv: 'Egen enhet', en: 'My device' },
  name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  nameMissing: {
    fi: 'Kirjoita nimi, josta tunnet avaimen.',
    sv: 'Skriv ett namn som du känner igen nyckeln på.',
    en: 'Write a name by which you know the key.',
  },
  made: { fi: 'Tehty', sv: 'Skapad', en: 'Made' },
  used: { fi: 'Käytetty viimeksi', sv: 'Senast använd', en: 'Last used' },
  neverUsed: { fi: 'Ei vielä', sv: 'Inte ännu', en: 'Not yet' },
  acts: { fi: 'Toiminnot', sv: 'Åtgärder', en: 'Actions' },
  rename: { fi: 'Nimeä uudelleen', sv: 'Byt namn', en: 'Rename' },
  remove: { fi: 'Poista', sv: 'Ta bort', en: 'Remove' },
  save: { fi: 'Tallenna', sv: 'Spara', en: 'Save' },
  none: { fi: 'Sinulla ei ole pääsyavaimia', sv: 'Du har inga nycklar', en: 'You have no passkeys' },
  noneText: {
    fi: 'Tee avain laitteelle, jota käytät vain itse.',
    sv: 'Skapa en nyckel på en enhet som bara du använder.',
    en: 'Make one on a device that only you use.',
  },
  toSessions: { fi: 'Missä olen kirjautuneena', sv: 'Var jag är inloggad', en: 'Where I am signed in' },
});
