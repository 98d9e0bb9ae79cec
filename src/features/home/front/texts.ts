import { defineTexts } from '../../../platform/language.ts';

export const texts = defineTexts({
  title: { fi: 'Etusivu', sv: 'Startsida', en: 'Front page' },
  hello: { fi: 'Hei, {name}', sv: 'Hej {name}', en: 'Hello, {name}' },
  canDo: { fi: 'Mitä voit tehdä täällä', sv: 'Vad du kan göra här', en: 'What you can do here' },
  administratorLead: {
    fi: 'Pidät huolta toimiston asetuksista ja siitä, kuka pääsee mihinkin.',
    sv: 'Du sköter kontorets inställningar och vem som kommer åt vad.',
    en: 'You look after the settings of the office and who may see what.',
  },
  officerLead: {
    fi: 'Valvot, että ihmisten tietoja käytetään oikein.',
    sv: 'Du övervakar att människors uppgifter används rätt.',
    en: 'You watch over the right use of people’s data.',
  },
  projectLead: {
    fi: 'Näet palvelun ja toimiston perustiedot. Asiakkaiden tietoja et näe.',
    sv: 'Du ser grunduppgifter om tjänsten och kontoret. Du ser inte klienternas uppgifter.',
    en: 'You see the basics of the service and the office. You do not see clients’ data.',
  },
  providerLead: {
    fi: 'Vedät ryhmiä, joihin sinut on kutsuttu. Näet osallistujista vain etunimet.',
    sv: 'Du leder grupper som du har bjudits in till. Av deltagarna ser du bara förnamnen.',
    en: 'You run the groups you have been invited to. Of those who take part you see only first names.',
  },
  partnerLead: {
    fi: 'Saat tästä toimiston yhteystiedot. Asiakkaista kerrotaan sinulle vain, kun laki sen sallii, ja aina erikseen.',
    sv: 'Här finns kontorets kontaktuppgifter. Om klienter får du veta något bara när lagen tillåter det, och alltid separat.',
    en: 'Here are the contacts of the office. You are told of clients only when the law allows it, and always separately.',
  },
  office: {
    fi: 'Toimiston tiedot ja asetukset',
    sv: 'Kontorets uppgifter och inställningar',
    en: 'Details and settings of the office',
  },
  people: { fi: 'Ihmiset ja roolit', sv: 'Personer och roller', en: 'People and roles' },
  accessLog: { fi: 'Käyttöloki', sv: 'Åtkomstloggen', en: 'The access log' },
  publicPage: {
    fi: 'Toimiston julkinen sivu',
    sv: 'Kontorets offentliga sida',
    en: 'The public page of the office',
  },
  services: { fi: 'Palvelut', sv: 'Tjänster', en: 'Services' },
  contact: { fi: 'Yhteystiedot', sv: 'Kontaktuppgifter', en: 'Contacts' },
  sessions: { fi: 'Tulevat tapaamiset', sv: 'Kommande träffar', en: 'Coming sessions' },
  noSessions: { fi: 'Ei tapaamisia', sv: 'Inga träffar', en: 'No sessions' },
  noSessionsText: {
    fi: 'Kun sinut kutsutaan vetämään ryhmää, tapaaminen näkyy tässä.',
    sv: 'När du bjuds in att leda en grupp syns träffen här.',
    en: 'When you are invited to run a group, the session is shown here.',
  },
  openRoom: { fi: 'Avaa huone', sv: 'Öppna rummet', en: 'Open the room' },
  tryDevice: { fi: 'Kokeile laitettasi', sv: 'Prova din apparat', en: 'Try your device' },
  me: { fi: 'Omat tietosi', sv: 'Dina uppgifter', en: 'Your own data' },
  helpTitle: { fi: 'Apua', sv: 'Hjälp', en: 'Help' },
  helpLead: {
    fi: 'Et ole yksin. Valitse, miten autamme.',
    sv: 'Du är inte ensam. Välj hur vi hjälper dig.',
    en: 'You are not alone. Choose how we help.',
  },
  helpCall: { fi: 'Pyydä soittoa', sv: 'Be om ett samtal', en: 'Ask for a call' },
  helpCallText: {
    fi: 'Tekniikka ei toimi tai haluat puhua. Valmentaja soittaa sinulle.',
    sv: 'Tekniken fungerar inte eller du vill prata. Coachen ringer dig.',
    en: 'The technology does not work, or you want to talk. The coach calls you.',
  },
  helpWrite: { fi: 'Kirjoita valmentajalle', sv: 'Skriv till coachen', en: 'Write to the coach' },
  helpPhone: { fi: 'Soita: {phone}', sv: 'Ring: {phone}', en: 'Call: {phone}' },
  helpPeople: { fi: 'Ihmiset, jotka auttavat', sv: 'Människor som hjälper', en: 'People who help' },
  helpSelf: { fi: 'Itse', sv: 'Själv', en: 'By yourself' },
  helpDanger: {
    fi: 'Jos joku on vaarassa, soita heti 112.',
    sv: 'Om någon är i fara, ring genast 112.',
    en: 'If somebody is in danger, call 112 at once.',
  },
});
