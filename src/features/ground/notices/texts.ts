import { defineTexts } from '../../../platform/language.ts';

// What is sent. Neutral on purpose: a message may be seen on a locked screen, by anybody.
export const messages = defineTexts({
  subject: { fi: 'Sinulle on viesti', sv: 'Du har ett meddelande', en: 'You have a message' },
  neutral: {
    fi: 'Sinulle on viesti. Avaa se tästä: {link}',
    sv: 'Du har ett meddelande. Öppna det här: {link}',
    en: 'You have a message. Open it here: {link}',
  },
  digest: {
    fi: 'Sinulle on {count} uutta viestiä. Avaa ne tästä: {link}',
    sv: 'Du har {count} nya meddelanden. Öppna dem här: {link}',
    en: 'You have {count} new messages. Open them here: {link}',
  },
  signInLinkSubject: { fi: 'Linkkisi', sv: 'Din länk', en: 'Your link' },
  signInLink: {
    fi: 'Pääset sisään tästä: {link} Linkki on vain sinulle. Älä anna sitä muille.',
    sv: 'Här kommer du in: {link} Länken är bara för dig. Ge den inte till andra.',
    en: 'Here is your way in: {link} The link is only for you. Do not pass it on.',
    selko: 'Avaa tämä linkki: {link} Linkki on vain sinulle. Älä anna sitä muille.',
  },
  signInCodeSubject: { fi: 'Koodisi', sv: 'Din kod', en: 'Your code' },
  signInCode: {
    fi: 'Koodisi on {code}. Kukaan meiltä ei kysy sitä sinulta.',
    sv: 'Din kod är {code}. Ingen av oss frågar dig efter den.',
    en: 'Your code is {code}. Nobody from us will ever ask you for it.',
  },
  contactChangedSubject: {
    fi: 'Yhteystieto vaihtui',
    sv: 'En kontaktuppgift har bytts',
    en: 'Contact details were changed',
  },
  // It may reach somebody else who has the number now: no name, and no way in.
  contactChanged: {
    fi: 'Tämä yhteystieto poistettiin palvelusta tai vaihdettiin toiseen. Jos et tehnyt sitä itse, ota meihin yhteyttä: {link}',
    sv: 'Den här kontaktuppgiften togs bort ur tjänsten eller byttes ut. Om du inte gjorde det själv, kontakta oss: {link}',
    en: 'This contact was removed from the service or replaced. If it was not you who did it, contact us: {link}',
  },
  mailEnd: {
    fi: 'Tähän viestiin ei voi vastata.',
    sv: 'Det här meddelandet går inte att svara på.',
    en: 'This message cannot be answered.',
  },
  decline: {
    fi: 'En halua tällaisia viestejä: {link}',
    sv: 'Jag vill inte ha sådana meddelanden: {link}',
    en: 'I do not want messages like this: {link}',
  },
  decliningShort: { fi: 'Ei enää näitä: {link}', sv: 'Inga fler: {link}', en: 'No more of these: {link}' },
});

export const texts = defineTexts({
  title: { fi: 'Lähetykset', sv: 'Utskick', en: 'Deliveries' },
  lead: {
    fi: 'Näin ihmisille on kerrottu asioista. Kirjeet ja soitot odottavat sinua.',
    sv: 'Så här har personer fått veta. Brev och samtal väntar på dig.',
    en: 'How people have been told. Letters and calls wait for you.',
  },
  tabs: { fi: 'Lähetysten näkymät', sv: 'Vyer för utskick', en: 'Views of deliveries' },
  failures: { fi: 'Ei perille', sv: 'Kom inte fram', en: 'Not arrived' },
  letters: { fi: 'Kirjeet', sv: 'Brev', en: 'Letters' },
  calls: { fi: 'Soitot', sv: 'Samtal', en: 'Calls' },

  noFailures: { fi: 'Kaikki on mennyt perille', sv: 'Allt har kommit fram', en: 'Everything has arrived' },
  noFailuresText: {
    fi: 'Tässä näkyvät viestit, jotka eivät menneet perille viimeisten 30 päivän aikana.',
    sv: 'Här syns meddelanden som inte har kommit fram under de senaste 30 dagarna.',
    en: 'Messages of the last 30 days that did not arrive are shown here.',
  },
  person: { fi: 'Kenelle', sv: 'Till vem', en: 'To whom' },
  channel: { fi: 'Tapa', sv: 'Sätt', en: 'Channel' },
  reason: { fi: 'Mikä esti', sv: 'Vad hindrade', en: 'What prevented it' },
  when: { fi: 'Milloin', sv: 'När', en: 'When' },
  next: { fi: 'Mitä seuraavaksi', sv: 'Vad händer nu', en: 'What happens next' },
  sms: { fi: 'tekstiviesti', sv: 'sms', en: 'text message' },
  email: { fi: 'sähköposti', sv: 'e-post', en: 'e-mail' },
  letter: { fi: 'kirje', sv: 'brev', en: 'letter' },
  phone: { fi: 'soitto', sv: 'samtal', en: 'call' },
  retried: {
    fi: 'Yritetään uudelleen {when}.',
    sv: 'Ett nytt försök görs {when}.',
    en: 'Tried again {when}.',
  },
  movedToSms: { fi: 'Lähetetään tekstiviestinä.', sv: 'Skickas som sms.', en: 'Sent as a text message.' },
  movedToEmail: { fi: 'Lähetetään sähköpostina.', sv: 'Skickas som e-post.', en: 'Sent by e-mail.' },
  movedToLetter: { fi: 'Siirtyi kirjeisiin.', sv: 'Flyttades till breven.', en: 'Moved to the letters.' },
  movedToPhone: { fi: 'Siirtyi soittoihin.', sv: 'Flyttades till samtalen.', en: 'Moved to the calls.' },
  askPerson: {
    fi: 'Kysy toinen tapa tavoittaa ja korjaa yhteystiedot.',
    sv: 'Fråga efter ett annat sätt att nå personen och rätta kontaktuppgifterna.',
    en: 'Ask for another way to reach them and correct the contact details.',
  },
  secretLapsed: {
    fi: 'Kirjautumisviestin voi tilata uudelleen.',
    sv: 'Inloggningsmeddelandet kan beställas på nytt.',
    en: 'The sign-in message can be asked for again.',
  },

  reasonAddress: {
    fi: 'Osoite tai numero ei toimi.',
    sv: 'Adressen eller numret fungerar inte.',
    en: 'The address or number does not work.',
  },
  reasonRefused: {
    fi: 'Viestiä ei otettu vastaan.',
    sv: 'Meddelandet togs inte emot.',
    en: 'The message was not accepted.',
  },
  reasonUnreachable: {
    fi: 'Lähetyspalvelu ei vastannut.',
    sv: 'Sändningstjänsten svarade inte.',
    en: 'The sending service did not answer.',
  },
  reasonPhone: {
    fi: 'Puhelin ei saanut viestiä.',
    sv: 'Telefonen fick inte meddelandet.',
    en: 'The phone did not receive it.',
  },
  reasonNotReached: {
    fi: 'Ei vastannut puhelimeen.',
    sv: 'Svarade inte i telefon.',
    en: 'Did not answer the phone.',
  },
  reasonNotSetUp: {
    fi: 'Tätä tapaa ei ole otettu käyttöön.',
    sv: 'Det här sättet har inte tagits i bruk.',
    en: 'This channel has not been set up.',
  },

  noLetters: { fi: 'Ei postitettavia kirjeitä', sv: 'Inga brev att posta', en: 'No letters to post' },
  noLettersText: {
    fi: 'Kun joku haluaa tiedon kirjeenä, kirje tulee tähän tulostettavaksi.',
    sv: 'När någon vill få besked per brev kommer brevet hit för utskrift.',
    en: 'When somebody wants to be told by letter, the letter comes here to be printed.',
  },
  printAll: { fi: 'Näytä tulostettavaksi', sv: 'Visa för utskrift', en: 'Show for printing' },
  print: { fi: 'Avaa', sv: 'Öppna', en: 'Open' },
  posted: { fi: 'Postitettu', sv: 'Postat', en: 'Posted' },
  printHow: {
    fi: 'Tulosta sivu selaimesta: jokainen kirje tulee omalle arkilleen. Merkitse kirjeet sitten postitetuiksi.',
    sv: 'Skriv ut sidan från webbläsaren: varje brev kommer på ett eget ark. Märk sedan breven som postade.',
    en: 'Print the page from the browser: each letter comes on its own sheet. Then mark the letters as posted.',
  },
  allPosted: {
    fi: '{count, plural, one {Merkitse kirje postitetuksi} other {Merkitse # kirjettä postitetuiksi}}',
    sv: '{count, plural, one {Märk brevet som postat} other {Märk # brev som postade}}',
    en: '{count, plural, one {Mark the letter as posted} other {Mark # letters as posted}}',
  },
  postedDone: { fi: 'Merkittiin postitetuksi.', sv: 'Märktes som postat.', en: 'Marked as posted.' },
  lettersBack: { fi: 'Takaisin kirjeisiin', sv: 'Tillbaka till breven', en: 'Back to the letters' },
  since: { fi: 'Tullut', sv: 'Kom', en: 'Came' },
  acts: { fi: 'Toiminnot', sv: 'Åtgärder', en: 'Actions' },
  protectedMark: { fi: 'turvakielto', sv: 'spärrmarkering', en: 'protected' },
  noAddress: { fi: 'Osoite puuttuu', sv: 'Adressen saknas', en: 'The address is missing' },
  dear: { fi: 'Hei {name}', sv: 'Hej {name}', en: 'Dear {name}' },
  letterWay: {
    fi: 'Voit myös soittaa omalle valmentajallesi.',
    sv: 'Du kan också ringa din egen coach.',
    en: 'You can also call your own coach.',
  },

  noCalls: { fi: 'Kaikki soitot on soitettu', sv: 'Alla samtal är ringda', en: 'All calls have been made' },
  noCallsText: {
    fi: 'Kun joku haluaa tiedon puhelimitse tai muu tapa ei toimi, hän tulee tähän listaan.',
    sv: 'När någon vill få besked per telefon eller inget annat sätt fungerar kommer personen på den här listan.',
    en: 'When somebody wants to be told by phone, or no other channel works, they come on this list.',
  },
  number: { fi: 'Numero', sv: 'Nummer', en: 'Number' },
  noNumber: { fi: 'ei numeroa', sv: 'inget nummer', en: 'no number' },
  tries: { fi: 'Yrityksiä', sv: 'Försök', en: 'Tries' },
  openCall: { fi: 'Soita', sv: 'Ring', en: 'Call' },
  callTitle: { fi: 'Soita: {name}', sv: 'Ring: {name}', en: 'Call: {name}' },
  callLead: {
    fi: 'Varmista ensin, että puhut oikean ihmisen kanssa. Älä jätä asiaa vastaajaan.',
    sv: 'Kontrollera först att du talar med rätt person. Lämna inte ärendet på svararen.',
    en: 'First make sure that you speak with the right person. Do not leave the matter on an answering machine.',
  },
  callNumber: { fi: 'Soita numeroon {number}', sv: 'Ring numret {number}', en: 'Call {number}' },
  callNoNumber: {
    fi: 'Numeroa ei ole. Kerro asia seuraavan kerran, kun tapaat hänet, ja kysy numero.',
    sv: 'Det finns inget nummer. Berätta nästa gång du träffar personen och fråga efter numret.',
    en: 'There is no number. Tell it the next time you meet, and ask for the number.',
  },
  tellThis: { fi: 'Kerro tämä', sv: 'Berätta detta', en: 'Tell this' },
  earlierNote: { fi: 'Aiempi merkintä', sv: 'Tidigare anteckning', en: 'Earlier note' },
  note: { fi: 'Merkintä soitosta', sv: 'Anteckning om samtalet', en: 'Note about the call' },
  noteHint: {
    fi: 'Esimerkiksi milloin kannattaa soittaa uudelleen.',
    sv: 'Till exempel när det lönar sig att ringa på nytt.',
    en: 'For example when to call again.',
  },
  reached: { fi: 'Puhuimme', sv: 'Vi talade', en: 'We spoke' },
  notReached: { fi: 'Ei vastannut', sv: 'Svarade inte', en: 'No answer' },
  reachedDone: { fi: 'Soitto on merkitty.', sv: 'Samtalet är antecknat.', en: 'The call is noted.' },
  notReachedDone: {
    fi: 'Merkittiin, ettei vastannut. Hän pysyy listalla, kunnes kolme yritystä on tehty.',
    sv: 'Antecknades som obesvarat. Personen står kvar på listan tills tre försök har gjorts.',
    en: 'Noted as not answered. They stay on the list until three tries have been made.',
  },
  noWords: {
    fi: 'Pyydä häntä ottamaan yhteyttä.',
    sv: 'Be personen ta kontakt.',
    en: 'Ask them to get in touch.',
  },

  declineTitle: {
    fi: 'Etkö halua näitä viestejä?',
    sv: 'Vill du inte ha de här meddelandena?',
    en: 'Do you not want these messages?',
  },
  declineText: {
    fi: 'Emme enää lähetä sinulle tällaisia viestejä. Tärkeät viestit tulevat silti: sovitut ajat ja muutokset niihin.',
    sv: 'Vi skickar inte längre sådana meddelanden till dig. Viktiga meddelanden kommer ändå: avtalade tider och ändringar i dem.',
    en: 'We will no longer send you messages like this. Important ones still come: agreed times and changes to them.',
  },
  declineAct: { fi: 'En halua näitä viestejä', sv: 'Jag vill inte ha dem', en: 'I do not want them' },
  declinedTitle: {
    fi: 'Näitä viestejä ei enää tule',
    sv: 'De här meddelandena kommer inte längre',
    en: 'These messages will not come any more',
  },
  declinedText: {
    fi: 'Voit ottaa ne takaisin omista asetuksistasi.',
    sv: 'Du kan ta tillbaka dem i dina egna inställningar.',
    en: 'You can take them back in your own settings.',
  },

  outboxTitle: { fi: 'Lähteneet viestit', sv: 'Skickade meddelanden', en: 'Sent messages' },
  outboxLead: {
    fi: 'Esittelyssä mikään viesti ei lähde oikeasti. Tässä näet, mitä puhelimeen ja sähköpostiin tulisi.',
    sv: 'I demonstrationen skickas inget på riktigt. Här ser du vad som skulle komma till telefonen och e-posten.',
    en: 'In the demonstration nothing is really sent. Here you see what would come to the phone and the mailbox.',
  },
  outboxPhone: { fi: 'Puhelin', sv: 'Telefon', en: 'Phone' },
  outboxMailbox: { fi: 'Sähköposti', sv: 'E-post', en: 'Mailbox' },
  outboxNoSms: { fi: 'Ei tekstiviestejä vielä', sv: 'Inga sms än', en: 'No text messages yet' },
  outboxNoMail: { fi: 'Ei sähköposteja vielä', sv: 'Ingen e-post än', en: 'No e-mails yet' },
  outboxEmpty: {
    fi: 'Kun esittelyssä tapahtuu jotain, mistä kerrotaan, viesti tulee tähän.',
    sv: 'När något som ska berättas händer i demonstrationen kommer meddelandet hit.',
    en: 'When something worth telling happens in the demonstration, the message comes here.',
  },
});
