import { defineTexts } from '../../../platform/language.ts';

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
});
