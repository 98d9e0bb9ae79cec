// The words of the fields that make up a service.
import { defineTexts } from '../../../../platform/language.ts';

export const texts = defineTexts({
  finnish: { fi: 'Suomeksi', sv: 'På finska', en: 'In Finnish' },
  swedish: { fi: 'Ruotsiksi', sv: 'På svenska', en: 'In Swedish' },
  english: { fi: 'Englanniksi', sv: 'På engelska', en: 'In English' },
  easyFinnish: { fi: 'Selkosuomeksi', sv: 'På lätt finska', en: 'In Easy Finnish' },
  tooLong: {
    fi: 'Teksti on liian pitkä. Lyhennä sitä.',
    sv: 'Texten är för lång. Förkorta den.',
    en: 'The text is too long. Make it shorter.',
  },
  brackets: {
    fi: 'Poista aaltosulkeet tekstistä.',
    sv: 'Ta bort klamrarna ur texten.',
    en: 'Take the curly brackets out of the text.',
  },

  name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  nameHint: {
    fi: 'Sama nimi, jolla palvelusta puhutaan.',
    sv: 'Samma namn som man talar om tjänsten med.',
    en: 'The name that people use when they speak of it.',
  },
  nameMissing: {
    fi: 'Kirjoita nimi suomeksi.',
    sv: 'Skriv namnet på finska.',
    en: 'Write the name in Finnish.',
  },
  summary: { fi: 'Tiivistys', sv: 'Sammanfattning', en: 'Summary' },
  summaryHint: {
    fi: 'Yksi tai kaksi virkettä luetteloon.',
    sv: 'En eller två meningar till förteckningen.',
    en: 'One or two sentences for the list.',
  },
  about: { fi: 'Mistä on kyse', sv: 'Vad det handlar om', en: 'What it is about' },
  aboutHint: {
    fi: 'Mitä palvelussa tehdään. Tyhjä rivi aloittaa uuden kappaleen.',
    sv: 'Vad man gör i tjänsten. En tom rad börjar ett nytt stycke.',
    en: 'What is done in the service. An empty line begins a new paragraph.',
  },
  suits: { fi: 'Kenelle se sopii', sv: 'Vem den passar', en: 'Who it suits' },
  price: { fi: 'Hinta asiakkaalle', sv: 'Pris för klienten', en: 'Price to the client' },
  priceHint: {
    fi: 'Esimerkiksi: Maksuton. Saat matkakulut.',
    sv: 'Till exempel: Avgiftsfri. Du får resekostnaderna.',
    en: 'For example: Free. Travel costs are paid.',
  },

  legalBasis: {
    fi: 'Laki, johon palvelu perustuu',
    sv: 'Lagen som tjänsten grundar sig på',
    en: 'The act it rests on',
  },
  legalBasisHint: {
    fi: 'Lain nimi ja numero. Jätä tyhjäksi, jos palvelu ei perustu lakiin.',
    sv: 'Lagens namn och nummer. Lämna tomt om tjänsten inte grundar sig på en lag.',
    en: 'Name and number of the act. Leave empty when it rests on none.',
  },
  controller: { fi: 'Rekisterinpitäjä', sv: 'Personuppgiftsansvarig', en: 'Controller' },
  controllerHint: {
    fi: 'Kuka vastaa asiakkaan tiedoista, kuten kunta tai hyvinvointialue.',
    sv: 'Vem som ansvarar för klientens uppgifter, till exempel kommunen eller välfärdsområdet.',
    en: 'Who is responsible for the client’s data, such as the municipality or the wellbeing services county.',
  },
  payer: { fi: 'Kuka maksaa', sv: 'Vem betalar', en: 'Who pays' },
  producerKind: { fi: 'Kuka tuottaa', sv: 'Vem producerar', en: 'Who produces it' },
  own: { fi: 'Me itse', sv: 'Vi själva', en: 'We ourselves' },
  bought: { fi: 'Ostettu tuottajalta', sv: 'Köpt av en producent', en: 'Bought from a producer' },
  producerName: { fi: 'Tuottajan nimi', sv: 'Producentens namn', en: 'Name of the producer' },
  needs: { fi: 'Mihin palvelu auttaa', sv: 'Vad tjänsten hjälper med', en: 'What it helps with' },
  needsHint: {
    fi: 'Ihminen rajaa palveluja näillä.',
    sv: 'Med de här avgränsar man tjänster.',
    en: 'People narrow the list by these.',
  },

  phone: { fi: 'Puhelinnumero', sv: 'Telefonnummer', en: 'Phone number' },
  phoneHint: {
    fi: 'Näkyy aina palvelun sivulla.',
    sv: 'Syns alltid på tjänstens sida.',
    en: 'Always shown on the page of the service.',
  },
  email: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
  contactText: { fi: 'Miten meidät tavoittaa', sv: 'Hur man når oss', en: 'How to reach us' },
  contactTextHint: {
    fi: 'Esimerkiksi: Soita arkisin klo 9–15 tai lähetä tekstiviesti.',
    sv: 'Till exempel: Ring vardagar kl. 9–15 eller skicka ett textmeddelande.',
    en: 'For example: Call on weekdays from 9 to 15, or send a text message.',
  },
  places: { fi: 'Paikat', sv: 'Platser', en: 'Places' },
  placesHint: {
    fi: 'Missä palvelu on. Tyhjennä nimi ja osoite, kun haluat poistaa paikan.',
    sv: 'Var tjänsten finns. Töm namn och adress när du vill ta bort en plats.',
    en: 'Where the service is. Empty the name and the address to remove a place.',
  },
  placeName: { fi: 'Paikan {n} nimi', sv: 'Namn på plats {n}', en: 'Name of place {n}' },
  placeAddress: { fi: 'Osoite', sv: 'Adress', en: 'Address' },
  placePosition: { fi: 'Sijainti kartalla', sv: 'Läge på kartan', en: 'Position on the map' },
  placePositionHint: {
    fi: 'Leveys ja pituus asteina, esimerkiksi 65.361, 26.984. Näin etäisyyden voi laskea.',
    sv: 'Latitud och longitud i grader, till exempel 65.361, 26.984. Så kan avståndet räknas.',
    en: 'Latitude and longitude in degrees, for example 65.361, 26.984. Distances are counted from it.',
  },
  placeNameMissing: { fi: 'Anna paikalle nimi.', sv: 'Ge platsen ett namn.', en: 'Give the place a name.' },
  placeAddressMissing: {
    fi: 'Kirjoita paikan osoite.',
    sv: 'Skriv platsens adress.',
    en: 'Write the address of the place.',
  },
  placePositionWrong: {
    fi: 'Kirjoita sijainti kahtena lukuna, esimerkiksi 65.361, 26.984.',
    sv: 'Skriv läget som två tal, till exempel 65.361, 26.984.',
    en: 'Write the position as two numbers, for example 65.361, 26.984.',
  },

  modeNeeds: { fi: 'Mitä asiakas tarvitsee', sv: 'Vad klienten behöver', en: 'What the client needs' },
  modeNeedsHint: {
    fi: 'Esimerkiksi: Puhelin ja rauhallinen paikka.',
    sv: 'Till exempel: En telefon och ett lugnt ställe.',
    en: 'For example: A phone and a quiet place.',
  },
  modeInstructions: { fi: 'Miten se tapahtuu', sv: 'Hur det går till', en: 'How it is done' },

  stepKind: { fi: 'Millainen askel', sv: 'Vilket slags steg', en: 'What kind of step' },
  stepTitle: { fi: 'Otsikko', sv: 'Rubrik', en: 'Title' },
  stepWhat: { fi: 'Mitä tapahtuu', sv: 'Vad som händer', en: 'What happens' },
  stepWhatHint: {
    fi: 'Kirjoita asiakkaalle: mitä sinä teet, mitä valmentaja tekee.',
    sv: 'Skriv till klienten: vad du gör, vad coachen gör.',
    en: 'Write to the client: what you do, what the coach does.',
  },
  stepMode: { fi: 'Tavallinen tapa', sv: 'Vanligaste sättet', en: 'The usual way' },
  stepAlternatives: { fi: 'Muut tavat', sv: 'Andra sätt', en: 'Other ways' },
  stepWho: { fi: 'Kuka tekee', sv: 'Vem gör', en: 'Who acts' },
  stepMaterials: { fi: 'Materiaalit', sv: 'Material', en: 'Materials' },
  stepMaterialsHint: {
    fi: 'Jätä tyhjäksi, jos materiaaleja ei tarvita.',
    sv: 'Lämna tomt om inget material behövs.',
    en: 'Leave empty when none are needed.',
  },
  stepAmount: { fi: 'Kesto', sv: 'Längd', en: 'How long' },
  stepAmountHint: {
    fi: 'Luku. Jätä tyhjäksi, jos kesto vaihtelee.',
    sv: 'Ett tal. Lämna tomt om längden varierar.',
    en: 'A number. Leave empty when it varies.',
  },
  stepAmountWrong: {
    fi: 'Kirjoita kesto kokonaislukuna 1–1000.',
    sv: 'Skriv längden som ett heltal 1–1000.',
    en: 'Write how long as a whole number from 1 to 1000.',
  },
  stepUnit: { fi: 'Keston yksikkö', sv: 'Längdens enhet', en: 'Unit of time' },

  kind: { fi: 'Palvelun laji', sv: 'Tjänstens slag', en: 'Kind of service' },
  unit: { fi: 'Yksikkö', sv: 'Enhet', en: 'Unit' },
  chooseUnit: {
    fi: 'Valitse yksikkö luettelosta.',
    sv: 'Välj enheten i listan.',
    en: 'Choose a unit from the list.',
  },
  wholeOffice: { fi: 'Koko toimisto', sv: 'Hela kontoret', en: 'The whole office' },
  stage: { fi: 'Vaihe', sv: 'Skede', en: 'Stage' },
  stageNote: { fi: 'Miksi vaihe muuttuu', sv: 'Varför skedet ändras', en: 'Why the stage changes' },
});
