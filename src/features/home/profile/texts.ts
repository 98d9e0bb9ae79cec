import { defineTexts } from '../../../platform/language.ts';

export const texts = defineTexts({
  me: { fi: 'Minä', sv: 'Jag', en: 'Me' },
  myDetails: { fi: 'Omat tiedot', sv: 'Mina uppgifter', en: 'My details' },
  change: { fi: 'Muuta tietoja', sv: 'Ändra uppgifter', en: 'Change details' },
  save: { fi: 'Tallenna', sv: 'Spara', en: 'Save' },
  saved: { fi: 'Tallennettu.', sv: 'Sparat.', en: 'Saved.' },
  back: { fi: 'Takaisin', sv: 'Tillbaka', en: 'Back' },
  name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  preferredName: { fi: 'Kutsumanimi', sv: 'Tilltalsnamn', en: 'Preferred name' },
  preferredNameHint: {
    fi: 'Nimi, jolla haluat tulla kutsutuksi. Muut näkevät tämän.',
    sv: 'Namnet du vill bli kallad vid. Andra ser det här.',
    en: 'The name you want to be called by. Others see this one.',
  },
  phone: { fi: 'Puhelin', sv: 'Telefon', en: 'Phone' },
  email: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
  address: { fi: 'Postiosoite', sv: 'Postadress', en: 'Postal address' },
  addressHint: {
    fi: 'Vain kirjeitä varten. Salataan.',
    sv: 'Bara för brev. Krypteras.',
    en: 'For letters only. Encrypted.',
  },
  channel: { fi: 'Miten sinuun saa yhteyden', sv: 'Hur du nås', en: 'How to reach you' },
  language: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
  needs: { fi: 'Mikä auttaa sinua', sv: 'Vad som hjälper dig', en: 'What helps you' },
  needsHint: {
    fi: 'Omin sanoin, esimerkiksi tulkki, suuri teksti tai rauhallinen tahti. Valmentajasi näkee tämän. Salataan.',
    sv: 'Med egna ord, till exempel tolk, stor text eller lugn takt. Din coach ser det här. Krypteras.',
    en: 'In your own words, for example an interpreter, large text or a calm pace. Your coach sees this. Encrypted.',
  },
  notGiven: { fi: 'Ei annettu', sv: 'Inte angivet', en: 'Not given' },
  ownCoach: { fi: 'Omavalmentajasi', sv: 'Din egen coach', en: 'Your personal coach' },
  substitute: { fi: 'Sijainen', sv: 'Vikarie', en: 'Substitute' },
  roles: { fi: 'Roolisi', sv: 'Dina roller', en: 'Your roles' },
  nameFixed: {
    fi: 'Nimesi ja syntymäaikasi muuttaa toimisto. Pyydä sitä, jos niissä on virhe.',
    sv: 'Ditt namn och födelsedatum ändras av kontoret. Be om det om de är fel.',
    en: 'Your name and date of birth are changed by the office. Ask for it if they are wrong.',
  },
  protected: {
    fi: 'Osoitteesi ja yksikkösi on piilotettu muilta, koska sinulle on merkitty turvakielto.',
    sv: 'Din adress och enhet är dolda för andra eftersom du har en spärrmarkering.',
    en: 'Your address and unit are hidden from others because you have a non-disclosure order.',
  },

  control: { fi: 'Tietosi ja turvallisuus', sv: 'Dina uppgifter och säkerhet', en: 'Your data and safety' },
  mode: { fi: 'Miten olen mukana', sv: 'Så här är jag med', en: 'How I take part' },
  modeText: {
    fi: 'Videolla, puhelimella, kirjoittaen vai paikan päällä. Sinä päätät.',
    sv: 'På video, per telefon, i skrift eller på plats. Du bestämmer.',
    en: 'By video, by phone, in writing or in person. You decide.',
  },
  looks: {
    fi: 'Kuka on katsonut tietojani',
    sv: 'Vem har tittat på mina uppgifter',
    en: 'Who has looked at my data',
  },
  looksText: {
    fi: 'Rooli, yksikkö, aika ja syy, heti kun joku avaa tietosi.',
    sv: 'Roll, enhet, tid och orsak, genast när någon öppnar dina uppgifter.',
    en: 'Role, unit, time and reason, as soon as somebody opens your data.',
  },
  data: { fi: 'Kopio tiedoistani', sv: 'En kopia av mina uppgifter', en: 'A copy of my data' },
  dataText: {
    fi: 'Lue tai lataa perustietosi, roolisi, valmentajasi ja katselut.',
    sv: 'Läs eller ladda ner dina grunduppgifter, roller, coacher och läsningar.',
    en: 'Read or download your basic details, roles, coaches and who has looked.',
  },
  sessions: { fi: 'Missä olen kirjautuneena', sv: 'Var jag är inloggad', en: 'Where I am signed in' },
  calendar: { fi: 'Kalenteri', sv: 'Kalender', en: 'Calendar' },
  calendarText: {
    fi: 'Tapaamisesi oman puhelimesi kalenteriin.',
    sv: 'Dina träffar i din egen telefons kalender.',
    en: 'Your sessions in the calendar of your own phone.',
  },
  sessionsText: {
    fi: 'Laitteet, joilla olet sisällä. Voit kirjata ne ulos.',
    sv: 'Enheter där du är inne. Du kan logga ut dem.',
    en: 'Devices where you are signed in. You can sign them out.',
  },
  passkeys: { fi: 'Pääsyavaimet', sv: 'Nycklar', en: 'Passkeys' },
  passkeysText: {
    fi: 'Kirjaudu sormenjäljellä, kasvoilla tai laitteen koodilla.',
    sv: 'Logga in med fingeravtryck, ansikte eller enhetens kod.',
    en: 'Sign in with a fingerprint, your face or the device’s code.',
  },
  notices: { fi: 'Mistä minulle kerrotaan', sv: 'Vad jag får veta', en: 'What I am told about' },
  noticesText: {
    fi: 'Valitse, mistä haluat viestin. Sovituista ajoista ja oikeuksistasi kerrotaan aina.',
    sv: 'Välj vad du vill få meddelande om. Avtalade tider och dina rättigheter meddelas alltid.',
    en: 'Choose what you want messages about. You are always told of agreed times and your rights.',
  },
  noticesChoose: {
    fi: 'Haluan viestin näistä',
    sv: 'Jag vill ha meddelande om dessa',
    en: 'I want messages about these',
  },
  noticesNone: {
    fi: 'Sinulle kerrotaan nyt vain tärkeistä asioista',
    sv: 'Du får nu bara veta det som är viktigt',
    en: 'You are now told only what is necessary',
  },
  noticesNoneText: {
    fi: 'Valittavaa tulee, kun palvelussa on muitakin viestejä.',
    sv: 'Det finns något att välja när tjänsten har andra meddelanden.',
    en: 'There is something to choose when the service has other messages.',
  },

  channelNeedsPhone: {
    fi: 'Tähän tapaan tarvitaan puhelinnumero.',
    sv: 'För detta behövs ett telefonnummer.',
    en: 'This way needs a phone number.',
  },
  channelNeedsEmail: {
    fi: 'Tähän tapaan tarvitaan sähköpostiosoite.',
    sv: 'För detta behövs en e-postadress.',
    en: 'This way needs an e-mail address.',
  },
  channelNeedsAddress: {
    fi: 'Kirjeeseen tarvitaan postiosoite.',
    sv: 'För brev behövs en postadress.',
    en: 'A letter needs a postal address.',
  },

  dataLead: {
    fi: 'Tässä ovat perustietosi, roolisi, valmentajasi ja katselut. Voit ladata ne tiedostona, jonka toinen palvelu osaa lukea.',
    sv: 'Här är dina grunduppgifter, roller, coacher och läsningar. Du kan ladda ner dem som en fil som en annan tjänst kan läsa.',
    en: 'Here are your basic details, roles, coaches and who has looked. You can download them as a file that another service can read.',
  },
  download: { fi: 'Lataa tiedosto (JSON)', sv: 'Ladda ner filen (JSON)', en: 'Download the file (JSON)' },
  correctText: {
    fi: 'Viestit, päivät ja varatut ajat näet omilla sivuillaan. Kopion niistäkin saat pyytämällä toimistolta. Jos jokin on väärin, korjaa yhteystietosi itse tai pyydä toimistoa korjaamaan.',
    sv: 'Meddelanden, dagar och bokade tider ser du på sina egna sidor. En kopia även av dem får du av kontoret på begäran. Om något är fel, rätta dina kontaktuppgifter själv eller be kontoret rätta det.',
    en: 'You see messages, days and booked times on their own pages. The office gives you a copy of those too when you ask. If something is wrong, correct your contact details yourself or ask the office to correct it.',
  },
  logNewest: { fi: 'Katsomiset', sv: 'Läsningar', en: 'Looks' },
  openFiles: { fi: 'Avaa tiedostosi', sv: 'Öppna dina filer', en: 'Open your files' },
  logCount: {
    fi: '{count, plural, =0 {Kukaan ei ole katsonut tietojasi.} one {Yksi merkintä.} other {# merkintää.}}',
    sv: '{count, plural, =0 {Ingen har tittat på dina uppgifter.} one {En anteckning.} other {# anteckningar.}}',
    en: '{count, plural, =0 {Nobody has looked at your data.} one {One entry.} other {# entries.}}',
  },
  yes: { fi: 'kyllä', sv: 'ja', en: 'yes' },
  no: { fi: 'ei', sv: 'nej', en: 'no' },
  none: { fi: '–', sv: '–', en: '–', same: true },
});
