import { defineTexts } from '../../../../platform/language.ts';

export const importTexts = defineTexts({
  title: {
    fi: 'Tuo asiakkaita tiedostosta',
    sv: 'Importera klienter från en fil',
    en: 'Import clients from a file',
  },
  lead: {
    fi: 'Valitse CSV-tiedosto. Näet ensin, mitä siitä tulisi; mitään ei lisätä ennen kuin vahvistat.',
    sv: 'Välj en CSV-fil. Du ser först vad det skulle bli; ingenting läggs till innan du bekräftar.',
    en: 'Choose a CSV file. First you see what would come of it; nothing is added until you confirm.',
  },
  file: { fi: 'Tiedosto', sv: 'Fil', en: 'File' },
  fileHint: {
    fi: 'Erottimena puolipiste, pilkku tai sarkain. Enintään 500 riviä ja 2 megatavua.',
    sv: 'Avgränsare semikolon, komma eller tabb. Högst 500 rader och 2 megabyte.',
    en: 'Separated by semicolon, comma or tab. At most 500 rows and 2 megabytes.',
  },
  example: { fi: 'Lataa esimerkkitiedosto', sv: 'Ladda ner en exempelfil', en: 'Download an example file' },
  columns: {
    fi: 'Mitä sarakkeita tiedostossa voi olla',
    sv: 'Vilka kolumner filen kan ha',
    en: 'Which columns the file can have',
  },
  columnsText: {
    fi: 'Etunimi ja sukunimi tarvitaan. Muut voivat puuttua, ja järjestys on vapaa. Henkilötunnusta ei tuoda koskaan.',
    sv: 'Förnamn och efternamn behövs. De andra kan saknas och ordningen är fri. Personbeteckningen importeras aldrig.',
    en: 'First and last name are needed. The others may be missing, in any order. Personal identity codes are never imported.',
  },
  startsOn: { fi: 'Asiakkuus alkaa', sv: 'Klientskapet börjar', en: 'They become clients on' },
  unit: {
    fi: 'Yksikkö, jos rivillä ei ole',
    sv: 'Enhet om raden saknar den',
    en: 'Unit when the row has none',
  },
  inviteAll: {
    fi: 'Lähetä kaikille kutsu',
    sv: 'Skicka inbjudan till alla',
    en: 'Send everybody an invitation',
  },
  inviteAllHint: {
    fi: 'Kutsut lähtevät vasta, kun vahvistat tuonnin.',
    sv: 'Inbjudningarna skickas först när du bekräftar importen.',
    en: 'Invitations go out only when you confirm the import.',
  },
  look: { fi: 'Katso ensin', sv: 'Titta först', en: 'Look first' },
  fileMissing: { fi: 'Valitse tiedosto.', sv: 'Välj en fil.', en: 'Choose a file.' },
  fileEmpty: {
    fi: 'Tiedostossa ei ole rivejä.',
    sv: 'Filen har inga rader.',
    en: 'There are no rows in the file.',
  },
  fileTooMany: {
    fi: 'Tiedostossa on yli 500 riviä. Jaa se useampaan.',
    sv: 'Filen har över 500 rader. Dela den i flera.',
    en: 'The file has more than 500 rows. Split it into several.',
  },
  fileBroken: {
    fi: 'Tiedostoa ei voi lukea riviltä {line} eteenpäin. Yleensä lainausmerkki on jäänyt auki.',
    sv: 'Filen går inte att läsa från rad {line}. Oftast saknas ett citattecken.',
    en: 'The file cannot be read from row {line} on. Usually a quotation mark has been left open.',
  },
  fileNotText: {
    fi: 'Tämä ei ole CSV-tiedosto. Tallenna taulukko muodossa CSV.',
    sv: 'Det här är ingen CSV-fil. Spara tabellen i formatet CSV.',
    en: 'This is not a CSV file. Save the table as CSV.',
  },
  namesMissing: {
    fi: 'Sarakkeita etunimi ja sukunimi ei löytynyt ensimmäiseltä riviltä.',
    sv: 'Kolumnerna förnamn och efternamn hittades inte på första raden.',
    en: 'The columns first name and last name were not found on the first row.',
  },
  hasIdentityCodes: {
    fi: 'Tiedostossa on henkilötunnuksia. Poista ne tiedostosta ja valitse se uudelleen.',
    sv: 'Filen innehåller personbeteckningar. Ta bort dem ur filen och välj den på nytt.',
    en: 'The file holds personal identity codes. Remove them from the file and choose it again.',
  },

  preview: {
    fi: 'Näin tiedosto tuotaisiin',
    sv: 'Så här skulle filen importeras',
    en: 'This is how the file would be imported',
  },
  ready: { fi: 'lisätään', sv: 'läggs till', en: 'to be added' },
  wrong: { fi: 'korjattava', sv: 'ska rättas', en: 'to be put right' },
  alike: { fi: 'on jo täällä', sv: 'finns redan', en: 'here already' },
  rowsTotal: { fi: 'riviä', sv: 'rader', en: 'rows' },
  fixFirst: {
    fi: 'Korjaa merkityt rivit tiedostoon ja valitse se uudelleen. Mitään ei ole lisätty.',
    sv: 'Rätta de markerade raderna i filen och välj den på nytt. Ingenting har lagts till.',
    en: 'Put the marked rows right in the file and choose it again. Nothing has been added.',
  },
  nothingToAdd: {
    fi: 'Kaikki rivien ihmiset ovat jo täällä. Mitään ei tarvitse lisätä.',
    sv: 'Alla personer i filen finns redan här. Ingenting behöver läggas till.',
    en: 'Everybody in the file is here already. There is nothing to add.',
  },
  skipped: {
    fi: 'Rivit, joiden ihminen on jo täällä, ohitetaan.',
    sv: 'Rader vars person redan finns här hoppas över.',
    en: 'Rows whose person is here already are skipped.',
  },
  unknownColumns: {
    fi: 'Näitä sarakkeita ei tuoda: {names}',
    sv: 'Dessa kolumner importeras inte: {names}',
    en: 'These columns are not imported: {names}',
  },
  confirm: {
    fi: '{count, plural, one {Lisää yksi asiakas} other {Lisää # asiakasta}}',
    sv: '{count, plural, one {Lägg till en klient} other {Lägg till # klienter}}',
    en: '{count, plural, one {Add one client} other {Add # clients}}',
  },
  drop: { fi: 'Hylkää tiedosto', sv: 'Kasta filen', en: 'Throw the file away' },
  changedMeanwhile: {
    fi: 'Tilanne muuttui sillä välin. Katso rivit uudelleen ja vahvista sitten.',
    sv: 'Läget har ändrats under tiden. Titta på raderna på nytt och bekräfta sedan.',
    en: 'Things have changed meanwhile. Look at the rows again, then confirm.',
  },
  done: {
    fi: '{added, plural, =0 {Ketään ei lisätty.} one {Lisättiin yksi asiakas.} other {Lisättiin # asiakasta.}} {skipped, plural, =0 {} one {Yksi oli jo täällä.} other {# oli jo täällä.}}',
    sv: '{added, plural, =0 {Ingen lades till.} one {En klient lades till.} other {# klienter lades till.}} {skipped, plural, =0 {} one {En fanns redan här.} other {# fanns redan här.}}',
    en: '{added, plural, =0 {Nobody was added.} one {One client was added.} other {# clients were added.}} {skipped, plural, =0 {} one {One was here already.} other {# were here already.}}',
  },
  line: { fi: 'Rivi', sv: 'Rad', en: 'Row' },
  name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  reach: { fi: 'Yhteys', sv: 'Kontakt', en: 'Contact' },
  place: { fi: 'Yksikkö ja valmentaja', sv: 'Enhet och coach', en: 'Unit and coach' },
  state: { fi: 'Tila', sv: 'Läge', en: 'State' },

  nameNeeded: {
    fi: 'Etunimi ja sukunimi tarvitaan.',
    sv: 'Förnamn och efternamn behövs.',
    en: 'First and last name are needed.',
  },
  tooLong: { fi: 'Teksti on liian pitkä.', sv: 'Texten är för lång.', en: 'The text is too long.' },
  badPhone: {
    fi: 'Puhelinnumeroa ei tunnisteta.',
    sv: 'Telefonnumret känns inte igen.',
    en: 'The phone number is not recognised.',
  },
  badEmail: {
    fi: 'Sähköpostiosoitetta ei tunnisteta.',
    sv: 'E-postadressen känns inte igen.',
    en: 'The e-mail address is not recognised.',
  },
  badDay: {
    fi: 'Syntymäaikaa ei tunnisteta.',
    sv: 'Födelsedatumet känns inte igen.',
    en: 'The date of birth is not recognised.',
  },
  badLanguage: {
    fi: 'Kieltä ei tunnisteta.',
    sv: 'Språket känns inte igen.',
    en: 'The language is not recognised.',
  },
  badChannel: {
    fi: 'Yhteydenottotapaa ei tunnisteta.',
    sv: 'Kontaktsättet känns inte igen.',
    en: 'The way of contact is not recognised.',
  },
  badDistance: {
    fi: 'Matkan pitää olla kokonaisluku 0–2000.',
    sv: 'Avståndet ska vara ett heltal 0–2000.',
    en: 'The distance must be a whole number 0–2000.',
  },
  noContact: {
    fi: 'Häneen ei saa yhteyttä: puhelin, sähköposti ja osoite puuttuvat.',
    sv: 'Hen kan inte nås: telefon, e-post och adress saknas.',
    en: 'They cannot be reached: phone, e-mail and address are missing.',
  },
  channelNeeds: {
    fi: 'Valittuun yhteydenottotapaan ei ole tietoa.',
    sv: 'Uppgift för det valda kontaktsättet saknas.',
    en: 'There are no details for the chosen way of contact.',
  },
  noSuchUnit: {
    fi: 'Tällaista yksikköä ei ole.',
    sv: 'Det finns ingen sådan enhet.',
    en: 'There is no such unit.',
  },
  unitNeeded: { fi: 'Yksikkö tarvitaan.', sv: 'Enhet behövs.', en: 'A unit is needed.' },
  noSuchCoach: {
    fi: 'Tällaista valmentajaa ei ole.',
    sv: 'Det finns ingen sådan coach.',
    en: 'There is no such coach.',
  },
  sameAsLine: {
    fi: 'Sama ihminen kuin rivillä {line}.',
    sv: 'Samma person som på rad {line}.',
    en: 'The same person as on row {line}.',
  },
  alikeByPhone: {
    fi: 'Sama puhelinnumero: {name}',
    sv: 'Samma telefonnummer: {name}',
    en: 'The same phone number: {name}',
  },
  alikeByEmail: { fi: 'Sama sähköposti: {name}', sv: 'Samma e-post: {name}', en: 'The same e-mail: {name}' },
  alikeByName: {
    fi: 'Sama nimi ja syntymäaika: {name}',
    sv: 'Samma namn och födelsedatum: {name}',
    en: 'The same name and date of birth: {name}',
  },
  somebodyHere: { fi: 'joku täällä', sv: 'någon här', en: 'somebody here' },

  colGiven: { fi: 'Etunimi', sv: 'Förnamn', en: 'First name' },
  colFamily: { fi: 'Sukunimi', sv: 'Efternamn', en: 'Last name' },
  colPreferred: { fi: 'Kutsumanimi', sv: 'Tilltalsnamn', en: 'Preferred name' },
  colPhone: { fi: 'Puhelin', sv: 'Telefon', en: 'Phone' },
  colEmail: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
  colBorn: { fi: 'Syntymäaika', sv: 'Födelsedatum', en: 'Date of birth' },
  colLanguage: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
  colChannel: { fi: 'Yhteydenotto', sv: 'Kontaktsätt', en: 'Channel' },
  colUnit: { fi: 'Yksikkö', sv: 'Enhet', en: 'Unit' },
  colCoach: { fi: 'Omavalmentaja', sv: 'Egen coach', en: 'Coach' },
  colAddress: { fi: 'Postiosoite', sv: 'Postadress', en: 'Address' },
  colDistance: { fi: 'Matka km', sv: 'Avstånd km', en: 'Distance km' },
  colNeeds: { fi: 'Mikä auttaa', sv: 'Vad som hjälper', en: 'Needs' },
});
