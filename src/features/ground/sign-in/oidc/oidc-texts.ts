import { defineTexts } from '../../../../platform/language.ts';

export const oidcTexts = defineTexts({
  unknownTitle: { fi: 'Emme löytäneet sinua', sv: 'Vi hittade dig inte', en: 'We did not find you' },
  unknownText: {
    fi: 'Tunnistautuminen onnistui, mutta sinulla ei ole vielä tunnusta tässä toimistossa.',
    sv: 'Identifieringen lyckades, men du har ännu inget konto på det här kontoret.',
    en: 'You were identified, but you do not have an account in this office yet.',
    selko: 'Tunnistautuminen onnistui. Sinulla ei ole vielä tunnusta täällä.',
  },
  unknownNext: {
    fi: 'Tunnuksen saat kutsusta. Kysy sitä ohjaajaltasi. Emme tallentaneet tietojasi.',
    sv: 'Du får ett konto genom en inbjudan. Fråga din coach. Vi sparade inga uppgifter om dig.',
    en: 'You get an account by invitation. Ask your coach. We did not store your data.',
    selko: 'Kysy ohjaajalta kutsu. Emme tallentaneet tietojasi.',
  },
  otherWay: { fi: 'Kirjaudu toisella tavalla', sv: 'Logga in på ett annat sätt', en: 'Sign in another way' },
  failedTitle: {
    fi: 'Tunnistautuminen ei onnistunut',
    sv: 'Identifieringen lyckades inte',
    en: 'You could not be identified',
  },
  failedText: {
    fi: 'Se kesti liian kauan, keskeytyi tai avattiin toisessa selaimessa. Mitään ei tallennettu.',
    sv: 'Det tog för länge, avbröts eller öppnades i en annan webbläsare. Ingenting sparades.',
    en: 'It took too long, was interrupted or was opened in another browser. Nothing was stored.',
    selko: 'Se kesti liian kauan tai keskeytyi. Yritä uudelleen.',
  },
  signedOutTitle: { fi: 'Olet kirjautunut ulos', sv: 'Du är utloggad', en: 'You are signed out' },
  signedOutText: {
    fi: 'Voit sulkea selaimen.',
    sv: 'Du kan stänga webbläsaren.',
    en: 'You can close the browser.',
  },
  signedOutThere: {
    fi: 'Sinut kirjataan ulos myös täältä: {name}.',
    sv: 'Du loggas ut också här: {name}.',
    en: 'You are being signed out here too: {name}.',
  },
  signInAgain: { fi: 'Kirjaudu uudelleen', sv: 'Logga in igen', en: 'Sign in again' },
});
