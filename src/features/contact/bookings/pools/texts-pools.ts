import { defineTexts } from '../../../../platform/language.ts';

export const texts = defineTexts({
  shared: { fi: 'Yhteiset ajat ja matkat', sv: 'Gemensamma tider och resor', en: 'Shared times and travel' },
  pools: { fi: 'Yhteiset vapaat ajat', sv: 'Gemensamma lediga tider', en: 'Shared free times' },
  poolsText: {
    fi: 'Asiakas näkee valittujen valmentajien vapaat ajat yhtenä listana. Aika menee omalle valmentajalle, jos hän on vapaa, muuten sille, jolla on viikolla vähiten aikoja.',
    sv: 'Klienten ser de valda coachernas lediga tider som en lista. Tiden går till den egna coachen om hen är ledig, annars till den som har minst tider den veckan.',
    en: 'The client sees the free times of the chosen coaches as one list. The time goes to their own coach if free, else to whoever has fewest times that week.',
  },
  pool: { fi: 'Yhteinen lista', sv: 'Gemensam lista', en: 'Shared list' },
  newPool: { fi: 'Uusi yhteinen lista', sv: 'Ny gemensam lista', en: 'New shared list' },
  coaches: { fi: 'Valmentajat', sv: 'Coacher', en: 'Coaches' },
  coachesMissing: {
    fi: 'Valitse ainakin yksi valmentaja.',
    sv: 'Välj minst en coach.',
    en: 'Choose at least one coach.',
  },
  name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  service: { fi: 'Palvelu', sv: 'Tjänst', en: 'Service' },
  unit: { fi: 'Yksikkö', sv: 'Enhet', en: 'Unit' },
  wholeOffice: { fi: 'Koko toimisto', sv: 'Hela kontoret', en: 'The whole office' },
  closedUnit: { fi: 'Suljettu yksikkö', sv: 'En stängd enhet', en: 'A closed unit' },
  forEveryone: {
    fi: 'Myös niille, joiden oma valmentaja ei ole mukana',
    sv: 'Också för dem vars egen coach inte är med',
    en: 'Also for those whose own coach is not among them',
  },
  save: { fi: 'Tallenna', sv: 'Spara', en: 'Save' },
  end: { fi: 'Lopeta lista', sv: 'Avsluta listan', en: 'End the list' },
  endText: {
    fi: 'Listalta ei voi enää varata. Varatut ajat jäävät voimaan. Kukaan ei enää odota listan aikaa.',
    sv: 'Ingen kan längre boka från listan. Bokade tider gäller. Ingen väntar längre på en tid i listan.',
    en: 'Nobody books from the list any more. Booked times stay. Nobody waits for a time of it any more.',
  },
  noPools: {
    fi: 'Yhteisiä listoja ei ole.',
    sv: 'Det finns inga gemensamma listor.',
    en: 'There are no shared lists.',
  },
  travel: { fi: 'Matkat paikkojen välillä', sv: 'Resor mellan platser', en: 'Travel between places' },
  travelText: {
    fi: 'Kun valmentajalla on peräkkäin tapaamiset eri paikoissa, aikojen väliin jää tämä matka.',
    sv: 'När en coach har möten efter varandra på olika platser lämnas tid för resan mellan dem.',
    en: 'When a coach has meetings one after the other at different places, this time is left between them.',
  },
  from: { fi: 'Mistä', sv: 'Från', en: 'From' },
  to: { fi: 'Mihin', sv: 'Till', en: 'To' },
  minutes: { fi: 'Minuutteja', sv: 'Minuter', en: 'Minutes' },
  samePlace: {
    fi: 'Valitse kaksi eri paikkaa.',
    sv: 'Välj två olika platser.',
    en: 'Choose two different places.',
  },
  placeMissing: { fi: 'Kirjoita paikka.', sv: 'Skriv platsen.', en: 'Write the place.' },
  add: { fi: 'Lisää matka', sv: 'Lägg till resan', en: 'Add the travel' },
  remove: { fi: 'Poista', sv: 'Ta bort', en: 'Remove' },
  noTravel: {
    fi: 'Matkoja ei ole merkitty.',
    sv: 'Inga resor har antecknats.',
    en: 'No travel has been set.',
  },
  withAnybody: {
    fi: 'Näet valmentajan nimen, kun olet varannut ajan.',
    sv: 'Du ser coachens namn när du har bokat tiden.',
    en: 'You see the coach’s name when you have booked the time.',
  },
});
