import { defineTexts } from '../platform/language.ts';

export const texts = defineTexts({
  titleWaits: {
    fi: '({count}) Joku odottaa – {title}',
    sv: '({count}) Någon väntar – {title}',
    en: '({count}) Someone is waiting – {title}',
  },
  notFoundTitle: { fi: 'Sivua ei löytynyt', sv: 'Sidan hittades inte', en: 'Page not found' },
  notFound: {
    fi: 'Sivua ei ole, tai se ei ole sinulle. Tarkista osoite tai palaa etusivulle.',
    sv: 'Sidan finns inte, eller den är inte för dig. Kontrollera adressen eller gå till startsidan.',
    en: 'There is no such page, or it is not for you. Check the address or go to the front page.',
  },
  refusedTitle: {
    fi: 'Pyyntöä ei voitu käsitellä',
    sv: 'Begäran kunde inte behandlas',
    en: 'The request was not accepted',
  },
  refused: {
    fi: 'Avaa sivu uudelleen ja yritä sieltä. Mitään ei tallennettu.',
    sv: 'Öppna sidan på nytt och försök därifrån. Ingenting sparades.',
    en: 'Open the page again and try from there. Nothing was saved.',
  },
  tooLargeTitle: {
    fi: 'Lähetys on liian suuri',
    sv: 'Det du skickade är för stort',
    en: 'That was too large to send',
  },
  tooLarge: {
    fi: 'Palaa takaisin ja lähetä pienempi tiedosto tai lyhyempi teksti. Kirjoittamasi on vielä edellisellä sivulla.',
    sv: 'Gå tillbaka och skicka en mindre fil eller en kortare text. Det du skrev finns kvar på föregående sida.',
    en: 'Go back and send a smaller file or a shorter text. What you wrote is still on the previous page.',
  },
  tooManyTitle: { fi: 'Yrityksiä tuli liian monta', sv: 'För många försök', en: 'Too many tries' },
  tooMany: {
    fi: '{minutes, plural, one {Odota minuutti ja yritä uudelleen.} other {Odota # minuuttia ja yritä uudelleen.}}',
    sv: '{minutes, plural, one {Vänta en minut och försök igen.} other {Vänta # minuter och försök igen.}}',
    en: '{minutes, plural, one {Wait a minute and try again.} other {Wait # minutes and try again.}}',
  },
  brokenTitle: { fi: 'Meillä on häiriö', sv: 'Vi har en störning', en: 'Something is broken here' },
  broken: {
    fi: 'Vika on meillä, ei sinussa. Yritä hetken päästä uudelleen. Jos vika jatkuu, kerro meille numero {number}.',
    sv: 'Felet är vårt, inte ditt. Försök igen om en stund. Om felet fortsätter, berätta numret {number} för oss.',
    en: 'The fault is ours, not yours. Try again in a moment. If it goes on, tell us the number {number}.',
  },
  cannotSaveTitle: {
    fi: 'Tallennus ei nyt onnistu',
    sv: 'Det går inte att spara just nu',
    en: 'Saving does not work just now',
  },
  awayTitle: {
    fi: 'Palvelu on hetken poissa',
    sv: 'Tjänsten är borta en stund',
    en: 'The service is away for a moment',
  },
  troubleIsOurs: {
    fi: 'Vika on meillä, ei sinussa. Se korjaantuu yleensä pian.',
    sv: 'Felet är vårt, inte ditt. Det brukar rätta till sig snart.',
    en: 'The fault is ours, not yours. It usually mends itself soon.',
  },
  nothingLost: {
    fi: 'Kirjoittamasi on tallessa tällä sivulla. Odota hetki ja yritä uudelleen. Se tallentuu vain kerran.',
    sv: 'Det du skrev finns kvar på den här sidan. Vänta en stund och försök igen. Det sparas bara en gång.',
    en: 'What you wrote is kept on this page. Wait a moment and try again. It is saved only once.',
  },
  tryAgain: { fi: 'Yritä uudelleen', sv: 'Försök igen', en: 'Try again' },
  youWrote: { fi: 'Kirjoitit', sv: 'Du skrev', en: 'You wrote' },
  fileAgain: {
    fi: 'Valitse tiedosto uudelleen',
    sv: 'Välj filen på nytt',
    en: 'Choose the file again',
  },
  privacy: { fi: 'Tietosuoja', sv: 'Dataskydd', en: 'Privacy' },
  backHome: { fi: 'Etusivulle', sv: 'Till startsidan', en: 'To the front page' },
});
