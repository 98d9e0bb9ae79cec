import { defineTexts } from '../../../../platform/language.ts';

export const sessionTexts = defineTexts({
  title: { fi: 'Missä olen kirjautuneena', sv: 'Var jag är inloggad', en: 'Where I am signed in' },
  lead: {
    fi: 'Jos jokin laite ei ole sinun, kirjaa se ulos. Sen jälkeen se ei pääse sisään ilman uutta koodia.',
    sv: 'Om någon enhet inte är din, logga ut den. Efter det kommer den inte in utan en ny kod.',
    en: 'If a device is not yours, sign it out. After that it cannot get in without a new code.',
    selko: 'Onko listassa laite, joka ei ole sinun? Kirjaa se ulos.',
  },
  device: { fi: 'Laite', sv: 'Enhet', en: 'Device' },
  unknownDevice: { fi: 'Tuntematon selain', sv: 'Okänd webbläsare', en: 'Unknown browser' },
  thisDevice: { fi: 'tämä laite', sv: 'den här enheten', en: 'this device' },
  way: { fi: 'Tapa', sv: 'Sätt', en: 'With' },
  started: { fi: 'Kirjautunut', sv: 'Inloggad', en: 'Since' },
  seen: { fi: 'Käytetty viimeksi', sv: 'Senast använd', en: 'Last used' },
  acts: { fi: 'Toiminnot', sv: 'Åtgärder', en: 'Actions' },
  signOutDevice: { fi: 'Kirjaa ulos', sv: 'Logga ut', en: 'Sign out' },
  signOutOthers: {
    fi: 'Kirjaa muut laitteet ulos',
    sv: 'Logga ut andra enheter',
    en: 'Sign out the other devices',
  },
  othersText: {
    fi: 'Tämä päättää myös lähettämämme linkit ja unohtaa muut laitteesi.',
    sv: 'Det här avslutar också länkarna som vi har skickat och glömmer dina andra enheter.',
    en: 'This also ends the links we have sent and forgets your other devices.',
  },
  othersEnded: {
    fi: 'Muut laitteet on kirjattu ulos.',
    sv: 'De andra enheterna är utloggade.',
    en: 'The other devices are signed out.',
  },
  oneEnded: { fi: 'Laite on kirjattu ulos.', sv: 'Enheten är utloggad.', en: 'The device is signed out.' },
  toPasskeys: { fi: 'Pääsyavaimet', sv: 'Nycklar', en: 'Passkeys' },
  byLink: { fi: 'linkki', sv: 'länk', en: 'a link' },
  byCode: { fi: 'linkki ja koodi', sv: 'länk och kod', en: 'a link and a code' },
  byPasskey: { fi: 'pääsyavain', sv: 'nyckel', en: 'a passkey' },
  byOidc: { fi: 'tunnistuspalvelu', sv: 'identifieringstjänst', en: 'an identity provider' },
  byDemonstration: { fi: 'esittelyn linkki', sv: 'demonstrationens länk', en: 'a link of the demonstration' },

  proveTitle: { fi: 'Vahvista, että olet sinä', sv: 'Bekräfta att det är du', en: 'Confirm that it is you' },
  proveLead: {
    fi: 'Tämä toiminto on tärkeä, joten kysymme uudelleen, kuka olet. Vahvistus on voimassa 10 minuuttia.',
    sv: 'Det här är viktigt, så vi frågar på nytt vem du är. Bekräftelsen gäller i 10 minuter.',
    en: 'This matters, so we ask again who you are. The confirmation counts for 10 minutes.',
    selko: 'Kysymme uudelleen, kuka olet. Tämä suojaa tietojasi.',
  },
  proveWithPasskey: {
    fi: 'Vahvista pääsyavaimella',
    sv: 'Bekräfta med nyckel',
    en: 'Confirm with a passkey',
  },
  proveWithCode: { fi: 'Lähetä minulle koodi', sv: 'Skicka mig en kod', en: 'Send me a code' },
  proveInDemonstration: {
    fi: 'Jatka (esittelyssä ilman koodia)',
    sv: 'Fortsätt (utan kod i demonstrationen)',
    en: 'Go on (no code in the demonstration)',
  },
  prove: { fi: 'Vahvista', sv: 'Bekräfta', en: 'Confirm' },
});
