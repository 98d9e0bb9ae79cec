import { defineTexts } from '../../../../platform/language.ts';

/** What is said outside the house, and in calendars: the same neutral words for everybody. */
export const linkTexts = defineTexts({
  calendarTitle: { fi: 'Tapaaminen', sv: 'Möte', en: 'Meeting' },
  calendarWords: {
    fi: 'Katso aika tai muuta sitä: {link}',
    sv: 'Se tiden eller ändra den: {link}',
    en: 'See the time or change it: {link}',
  },
  calendarName: {
    fi: 'Kalenterimerkinnät varatuista ajoista sähköpostiin',
    sv: 'Kalendernoteringar om bokade tider per e-post',
    en: 'Calendar entries of booked times by e-mail',
  },
  calendarBody: {
    fi: 'Kalenterimerkintä on tämän viestin liitteenä. Katso aika: {link}',
    sv: 'Kalendernoteringen finns som bilaga. Se tiden: {link}',
    en: 'The calendar entry is attached to this message. See the time: {link}',
    selko: 'Tämän viestin liitteenä on aika kalenteriin. Katso aika: {link}',
  },
  invited: {
    fi: 'Varaa sinulle sopiva aika tästä: {link}',
    sv: 'Boka en tid som passar dig här: {link}',
    en: 'Book a time that suits you here: {link}',
    selko: 'Varaa aika tästä: {link}',
  },
  linkSent: {
    fi: 'Sinulla on varattu aika. Katso se tai muuta sitä: {link}',
    sv: 'Du har en bokad tid. Se den eller ändra den: {link}',
    en: 'You have a time booked. See it or change it: {link}',
    selko: 'Sinulla on aika. Katso aika tästä: {link}',
  },
  seatInvited: {
    fi: 'Sinut on kutsuttu tapaamiseen.',
    sv: 'Du är bjuden till ett möte.',
    en: 'You are invited to a meeting.',
  },
  seatChanged: { fi: 'Tapaaminen on muuttunut.', sv: 'Mötet har ändrats.', en: 'The meeting has changed.' },
  seatCancelled: {
    fi: 'Tapaaminen, johon sinut kutsuttiin, on peruttu.',
    sv: 'Mötet som du var bjuden till har ställts in.',
    en: 'The meeting you were invited to has been cancelled.',
  },
});

export const linkPageTexts = defineTexts({
  yourTime: { fi: 'Varattu aika', sv: 'Bokad tid', en: 'Your time', selko: 'Sinun aikasi' },
  withCoach: { fi: 'Aika: {name}', sv: 'Tid: {name}', en: 'Time with {name}' },
  areYouComing: { fi: 'Tuletko?', sv: 'Kommer du?', en: 'Are you coming?' },
  answered: { fi: 'Vastauksesi', sv: 'Ditt svar', en: 'Your answer' },
  thanks: { fi: 'Kerroit, että tulet', sv: 'Du har sagt att du kommer', en: 'You said you are coming' },
  thanksText: {
    fi: 'Kiitos! Jos tulee este, kerro se tässä.',
    sv: 'Tack! Om du får förhinder, berätta det här.',
    en: 'Thank you! If something comes up, tell it here.',
    selko: 'Kiitos! Jos et voi tulla, kerro se tässä.',
  },
  tellBefore: {
    fi: 'Kysy tai kerro jotain etukäteen',
    sv: 'Fråga eller berätta något i förväg',
    en: 'Ask or tell something beforehand',
    selko: 'Kysy jotain ennen tapaamista',
  },
  questionHint: {
    fi: 'Vain valmentajasi näkee tämän. Aiempi viestisi ei näy tässä, ja uusi tulee sen tilalle.',
    sv: 'Bara din coach ser det här. Det du skrev tidigare visas inte här, och det nya ersätter det.',
    en: 'Only your coach sees this. What you wrote before is not shown here, and the new replaces it.',
    selko: 'Vain valmentajasi näkee tämän.',
  },
  questionKept: {
    fi: 'Viestisi on nyt valmentajallasi.',
    sv: 'Din coach har nu ditt meddelande.',
    en: 'Your coach now has your message.',
  },
  roomText: {
    fi: 'Puhelu avautuu selaimessa. Varmistamme vielä, että olet sinä.',
    sv: 'Samtalet öppnas i webbläsaren. Vi kontrollerar ännu att det är du.',
    en: 'The call opens in your browser. We still make sure that it is you.',
    selko: 'Puhelu aukeaa tässä laitteessa. Ensin tarkistamme, että se olet sinä.',
  },
  otherTime: { fi: 'Toinen aika', sv: 'En annan tid', en: 'Another time' },
  otherTimeText: {
    fi: 'Voit siirtää ajan itsellesi paremmin sopivaksi.',
    sv: 'Du kan flytta tiden så att den passar dig bättre.',
    en: 'You can move the time so that it suits you better.',
    selko: 'Voit vaihtaa aikaa.',
  },
  noFreeText: {
    fi: 'Katso seuraavaa viikkoa tai soita toimistoon.',
    sv: 'Titta på nästa vecka eller ring kontoret.',
    en: 'Look at the next week or call the office.',
  },
  questions: { fi: 'Kysyttävää? Soita', sv: 'Frågor? Ring', en: 'Questions? Call' },
  linkOfClient: { fi: 'Asiakkaan linkki', sv: 'Klientens länk', en: 'The client’s link' },
  linkOfClientText: {
    fi: 'Asiakas vastaa ja muuttaa aikaa linkistä kirjautumatta. Linkki näyttää vain tämän ajan.',
    sv: 'Klienten svarar och ändrar tiden via länken utan att logga in. Länken visar bara den här tiden.',
    en: 'The client answers and changes the time by the link without signing in. It shows only this time.',
  },
  linkProtected: {
    fi: 'Tämä asiakas kirjautuu aina, joten linkki avautuu vasta tunnistautumisen jälkeen.',
    sv: 'Den här klienten loggar alltid in, så länken öppnas först efter identifiering.',
    en: 'This client always signs in, so the link opens only after that.',
  },
  sendLink: { fi: 'Lähetä linkki', sv: 'Skicka länken', en: 'Send the link' },
  stopLink: { fi: 'Lopeta linkki', sv: 'Stoppa länken', en: 'Stop the link' },
  inviteClient: {
    fi: 'Pyydä asiakasta varaamaan itse',
    sv: 'Be klienten boka själv',
    en: 'Ask the client to book',
  },
  invitedNow: {
    fi: 'Linkki varaamiseen on lähetetty asiakkaalle.',
    sv: 'Länken för bokning har skickats till klienten.',
    en: 'The link for booking has been sent to the client.',
  },
});

/** For somebody who comes too. Their language is not known, so the page follows their browser. */
export const seatTexts = defineTexts({
  invited: {
    fi: 'Kutsu tapaamiseen',
    sv: 'Inbjudan till ett möte',
    en: 'Invitation to a meeting',
  },
  minutes: { fi: 'Kesto {minutes} min', sv: 'Tid {minutes} min', en: '{minutes} minutes' },
  areYouComing: { fi: 'Jos et pääse', sv: 'Om du inte kan', en: 'If you cannot come' },
  onlyIfNot: {
    fi: 'Odotamme sinua. Kerro vain, jos et pääse.',
    sv: 'Vi väntar dig. Säg till bara om du inte kan.',
    en: 'We expect you. Tell us only if you cannot come.',
  },
  youCannot: { fi: 'Et pääse', sv: 'Du kan inte', en: 'You cannot come' },
  told: {
    fi: 'Kiitos, tieto on perillä.',
    sv: 'Tack, det har kommit fram.',
    en: 'Thank you, we know.',
  },
  canAfterAll: { fi: 'Pääsenkin', sv: 'Jag kan ändå', en: 'I can come after all' },
  comeThere: {
    fi: 'Tule paikalle hieman ennen alkua.',
    sv: 'Kom till platsen lite före.',
    en: 'Come to the place a little before it begins.',
  },
  askPlace: {
    fi: 'Paikkaa ei näytetä tässä. Kysy se toimistosta tai siltä, jonka mukana tulet.',
    sv: 'Platsen visas inte här. Fråga kontoret eller den som du kommer med.',
    en: 'The place is not shown here. Ask the office, or the one you come with.',
  },
  roomHere: {
    fi: 'Tapaaminen avautuu tässä selaimessa ilman tunnuksia. Voit kokeilla laitettasi etukäteen. Valmentaja päästää sinut sisään.',
    sv: 'Mötet öppnas i den här webbläsaren utan konto. Du kan prova enheten i förväg. Coachen släpper in dig.',
    en: 'The meeting opens in this browser without an account. You can try your device beforehand. The coach lets you in.',
  },
  roomOver: {
    fi: 'Tapaaminen on päättynyt.',
    sv: 'Mötet är slut.',
    en: 'The meeting is over.',
  },
  enterVideo: {
    fi: 'Siirry videotapaamiseen',
    sv: 'Gå till videomötet',
    en: 'Go to the video meeting',
  },
  enterVoice: {
    fi: 'Siirry äänitapaamiseen',
    sv: 'Gå till röstmötet',
    en: 'Go to the voice meeting',
  },
  room: {
    fi: 'Tapaaminen on verkossa. Osallistu saman laitteen ääressä kuin se, jonka mukana tulet.',
    sv: 'Mötet är på nätet. Delta vid samma apparat som den du kommer med.',
    en: 'The meeting is online. Take part at the same device as the one you come with.',
  },
  roomCall: {
    fi: 'Tapaaminen on verkossa. Osallistu saman laitteen ääressä kuin se, jonka mukana tulet. Jos olette eri paikoissa, soita toimistoon: otamme sinut mukaan puhelimella.',
    sv: 'Mötet är på nätet. Delta vid samma apparat som den du kommer med. Om ni är på olika ställen, ring kontoret: vi tar med dig per telefon.',
    en: 'The meeting is online. Take part at the same device as the one you come with. If you are in different places, call the office: we take you along by phone.',
  },
  phone: {
    fi: 'Tapaaminen on puhelu. Sinulle soitetaan, tai olet saman puhelimen ääressä.',
    sv: 'Mötet är ett telefonsamtal. Någon ringer dig, eller så är ni vid samma telefon.',
    en: 'The meeting is a phone call. You are called, or you are at the same phone.',
  },
  phoneCall: {
    fi: 'Tapaaminen on puhelu. Sinulle soitetaan, tai olet saman puhelimen ääressä. Jos numerosi puuttuu meiltä, soita toimistoon.',
    sv: 'Mötet är ett telefonsamtal. Någon ringer dig, eller så är ni vid samma telefon. Ring kontoret om vi saknar ditt nummer.',
    en: 'The meeting is a phone call. You are called, or you are at the same phone. Call the office if we lack your number.',
  },
  email: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
  phoneNumber: { fi: 'Puhelinnumero', sv: 'Telefonnummer', en: 'Phone number' },
  contactHint: {
    fi: 'Lähetämme kutsun ja kerromme muutoksista. Ilman osoitetta anna linkki itse.',
    sv: 'Vi skickar inbjudan och berättar om ändringar. Ge länken själv om adressen saknas.',
    en: 'We send the invitation and tell of changes. Without an address give the link yourself.',
  },
  emailWrong: {
    fi: 'Kirjoita yksi sähköpostiosoite, esimerkiksi nimi@esimerkki.fi.',
    sv: 'Skriv en e-postadress, till exempel namn@exempel.fi.',
    en: 'Write one e-mail address, such as name@example.fi.',
  },
  phoneWrong: {
    fi: 'Kirjoita matkapuhelinnumero, esimerkiksi 040 123 4567.',
    sv: 'Skriv ett mobilnummer, till exempel 040 123 4567.',
    en: 'Write a mobile number, such as 040 123 4567.',
  },
  ownLink: { fi: 'Oma linkki', sv: 'Egen länk', en: 'Own link' },
  cannotCome: { fi: 'Ei pääse', sv: 'Kan inte', en: 'Cannot come' },
  sent: { fi: 'Kutsu lähetetty', sv: 'Inbjudan skickad', en: 'Invitation sent' },
});
