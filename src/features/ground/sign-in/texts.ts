import { defineTexts } from '../../../platform/language.ts';

export const texts = defineTexts({
  signIn: { fi: 'Kirjaudu', sv: 'Logga in', en: 'Sign in' },
  signInLead: {
    fi: 'Saat linkin tekstiviestinä tai sähköpostina.',
    sv: 'Du får en länk som sms eller e-post.',
    en: 'We send you a link by text message or e-mail.',
    selko: 'Me lähetämme sinulle linkin. Linkki tulee puhelimeen tai sähköpostiin.',
  },
  address: {
    fi: 'Puhelinnumero tai sähköpostiosoite',
    sv: 'Telefonnummer eller e-postadress',
    en: 'Phone number or e-mail address',
  },
  addressHint: {
    fi: 'Se, jonka olet antanut meille.',
    sv: 'Den som du har gett oss.',
    en: 'The one you have given us.',
    selko: 'Kirjoita numero tai osoite, jonka olet antanut meille.',
  },
  addressMissing: {
    fi: 'Kirjoita puhelinnumero tai sähköpostiosoite.',
    sv: 'Skriv ditt telefonnummer eller din e-postadress.',
    en: 'Write your phone number or e-mail address.',
  },
  sendLink: { fi: 'Lähetä linkki', sv: 'Skicka länken', en: 'Send the link' },
  otherWays: { fi: 'Muut tavat', sv: 'Andra sätt', en: 'Other ways' },
  withProvider: { fi: 'Kirjaudu: {name}', sv: 'Logga in: {name}', en: 'Sign in: {name}' },
  sentTitle: { fi: 'Katso viestisi', sv: 'Läs dina meddelanden', en: 'Check your messages' },
  sentText: {
    fi: 'Jos numero tai osoite on meillä, sinne tulee linkki parissa minuutissa. Linkki on voimassa 30 minuuttia.',
    sv: 'Om vi har numret eller adressen kommer en länk dit inom ett par minuter. Länken gäller i 30 minuter.',
    en: 'If we know the number or address, a link will arrive there in a couple of minutes. It works for 30 minutes.',
    selko: 'Jos me tunnemme numeron tai osoitteen, saat pian linkin. Linkki toimii 30 minuuttia.',
  },
  sentNothing: {
    fi: 'Eikö viestiä tullut? Tarkista numero tai osoite ja yritä uudelleen, tai ota yhteyttä ohjaajaasi.',
    sv: 'Kom inget meddelande? Kontrollera numret eller adressen och försök igen, eller kontakta din coach.',
    en: 'No message? Check the number or address and try again, or contact your coach.',
    selko: 'Eikö viesti tullut? Tarkista, mitä kirjoitit. Yritä uudelleen tai kysy ohjaajalta.',
  },
  tryAgain: { fi: 'Yritä uudelleen', sv: 'Försök igen', en: 'Try again' },

  welcomeTitle: { fi: 'Tervetuloa', sv: 'Välkommen', en: 'Welcome' },
  continueText: {
    fi: 'Tunnemme tämän laitteen. Jatka painamalla nappia.',
    sv: 'Vi känner igen den här enheten. Fortsätt med knappen.',
    en: 'We know this device. Press the button to go on.',
    selko: 'Me tunnemme tämän laitteen. Paina nappia.',
  },
  continueDemonstration: {
    fi: 'Tämä on esittelyn linkki. Se avautuu ilman koodia.',
    sv: 'Det här är en länk för demonstrationen. Den öppnas utan kod.',
    en: 'This is a link of the demonstration. It opens without a code.',
  },
  continueButton: { fi: 'Jatka', sv: 'Fortsätt', en: 'Continue' },
  strangerText: {
    fi: 'Emme tunne tätä laitetta vielä. Lähetämme sinulle kuusinumeroisen koodin, jolla pääset sisään.',
    sv: 'Vi känner inte igen den här enheten ännu. Vi skickar dig en sexsiffrig kod som du loggar in med.',
    en: 'We do not know this device yet. We will send you a six-digit code to sign in with.',
    selko: 'Me emme vielä tunne tätä laitetta. Lähetämme sinulle koodin. Koodissa on kuusi numeroa.',
  },
  staffCodeText: {
    fi: 'Lähetämme sinulle kuusinumeroisen koodin. Kun olet tehnyt pääsyavaimen, koodia ei enää tarvita.',
    sv: 'Vi skickar dig en sexsiffrig kod. När du har skapat en nyckel behövs ingen kod längre.',
    en: 'We will send you a six-digit code. Once you have made a passkey, no code is needed any more.',
  },
  sendCode: { fi: 'Lähetä koodi', sv: 'Skicka koden', en: 'Send the code' },
  needsPasskey: {
    fi: 'Kirjaudu pääsyavaimella, jonka olet tehnyt tälle palvelulle.',
    sv: 'Logga in med den nyckel som du har skapat för den här tjänsten.',
    en: 'Sign in with the passkey you have made for this service.',
  },
  needsPasskeyLost: {
    fi: 'Onko pääsyavain kadonnut? Pyydä pääkäyttäjää poistamaan se, niin pääset sisään koodilla.',
    sv: 'Har du tappat nyckeln? Be administratören ta bort den, så kan du logga in med kod.',
    en: 'Have you lost the passkey? Ask the administrator to remove it, and you can sign in with a code.',
  },
  noChannelTitle: {
    fi: 'Emme voi lähettää koodia',
    sv: 'Vi kan inte skicka koden',
    en: 'We cannot send the code',
  },
  noChannelText: {
    fi: 'Meillä ei ole matkapuhelinnumeroasi eikä sähköpostiosoitettasi. Ota yhteyttä ohjaajaasi, niin pääset sisään.',
    sv: 'Vi har varken ditt mobilnummer eller din e-postadress. Kontakta din coach för att komma in.',
    en: 'We have neither your mobile number nor your e-mail address. Contact your coach to get in.',
    selko: 'Meillä ei ole puhelinnumeroasi eikä sähköpostiosoitettasi. Kysy ohjaajalta.',
  },
  deadLinkTitle: {
    fi: 'Linkki ei enää toimi',
    sv: 'Länken fungerar inte längre',
    en: 'The link no longer works',
  },
  deadLinkText: {
    fi: 'Linkki on vanhentunut, käytetty tai peruttu. Saat uuden kirjautumissivulta.',
    sv: 'Länken är för gammal, använd eller återkallad. Du får en ny på inloggningssidan.',
    en: 'The link is too old, used already or taken back. You get a new one on the sign-in page.',
    selko: 'Linkki on vanha tai käytetty. Saat uuden linkin kirjautumissivulta.',
  },
  newLink: { fi: 'Pyydä uusi linkki', sv: 'Be om en ny länk', en: 'Ask for a new link' },

  codeTitle: { fi: 'Kirjoita koodi', sv: 'Skriv koden', en: 'Write the code' },
  codeBySms: {
    fi: 'Lähetimme koodin tekstiviestinä. Se on voimassa 10 minuuttia.',
    sv: 'Vi skickade koden som sms. Den gäller i 10 minuter.',
    en: 'We sent the code by text message. It works for 10 minutes.',
    selko: 'Lähetimme koodin puhelimeesi. Koodi toimii 10 minuuttia.',
  },
  codeByEmail: {
    fi: 'Lähetimme koodin sähköpostina. Se on voimassa 10 minuuttia.',
    sv: 'Vi skickade koden med e-post. Den gäller i 10 minuter.',
    en: 'We sent the code by e-mail. It works for 10 minutes.',
    selko: 'Lähetimme koodin sähköpostiisi. Koodi toimii 10 minuuttia.',
  },
  code: { fi: 'Koodi', sv: 'Kod', en: 'Code' },
  codeHint: { fi: 'Kuusi numeroa', sv: 'Sex siffror', en: 'Six digits' },
  codeMissing: {
    fi: 'Kirjoita koodin kuusi numeroa.',
    sv: 'Skriv kodens sex siffror.',
    en: 'Write the six digits of the code.',
  },
  codeWrong: {
    fi: 'Koodi ei ole oikea. Tarkista numerot viestistä.',
    sv: 'Koden stämmer inte. Kontrollera siffrorna i meddelandet.',
    en: 'The code is not right. Check the digits in the message.',
  },
  codeGoneTitle: {
    fi: 'Koodi ei enää kelpaa',
    sv: 'Koden gäller inte längre',
    en: 'The code no longer works',
  },
  codeGoneText: {
    fi: 'Koodi on vanhentunut, käytetty tai yritetty liian monta kertaa, tai se lähetettiin toista selainta varten. Avaa linkkisi uudelleen tai pyydä uusi.',
    sv: 'Koden är för gammal, använd eller prövad för många gånger, eller den skickades för en annan webbläsare. Öppna din länk igen eller be om en ny.',
    en: 'The code is too old, used, tried too many times, or was sent for another browser. Open your link again or ask for a new one.',
    selko: 'Koodi on vanha tai käytetty. Avaa linkki uudelleen tai pyydä uusi linkki.',
  },
  sharedDevice: {
    fi: 'Tätä laitetta käyttävät muutkin',
    sv: 'Andra använder också den här enheten',
    en: 'Other people use this device too',
  },
  sharedDeviceHint: {
    fi: 'Emme muista laitetta, ja istunto päättyy puolen tunnin tauon jälkeen.',
    sv: 'Vi kommer inte ihåg enheten, och du loggas ut efter en halvtimmes paus.',
    en: 'We do not remember the device, and you are signed out after half an hour’s pause.',
    selko: 'Silloin sinut kirjataan ulos, kun et käytä laitetta puoleen tuntiin.',
  },

  newDeviceNotice: {
    fi: 'Tilillesi kirjauduttiin uudella laitteella. Jos se et ollut sinä, kirjaa laite ulos: {link}',
    sv: 'Någon loggade in på ditt konto med en ny enhet. Om det inte var du, logga ut enheten: {link}',
    en: 'Someone signed in to your account on a new device. If it was not you, sign the device out: {link}',
    selko: 'Joku kirjautui tilillesi uudella laitteella. Jos se et ollut sinä, kirjaa laite ulos: {link}',
  },
  newPasskeyNotice: {
    fi: 'Tilillesi tehtiin uusi pääsyavain. Jos se et ollut sinä, poista se: {link}',
    sv: 'En ny nyckel skapades för ditt konto. Om det inte var du, ta bort den: {link}',
    en: 'A new passkey was made for your account. If it was not you, remove it: {link}',
    selko: 'Tilillesi tehtiin uusi pääsyavain. Jos se et ollut sinä, poista se: {link}',
  },
});
