import { defineTexts } from '../../../../platform/language.ts';

export const placeTexts = defineTexts({
  openMap: { fi: 'Katso reitti kartalta', sv: 'Se vägen på kartan', en: 'See the way on a map' },
  places: { fi: 'Paikat ja reitit', sv: 'Platser och vägar', en: 'Places and ways there' },
  placesText: {
    fi: 'Asiakas näkee nämä tiedot, kun tapaaminen on paikan päällä.',
    sv: 'Klienten ser uppgifterna när mötet är på plats.',
    en: 'The client sees these when the meeting is in person.',
  },
  noPlaces: {
    fi: 'Paikkoja ei ole vielä kuvattu',
    sv: 'Inga platser är beskrivna ännu',
    en: 'No places described yet',
  },
  noPlacesText: {
    fi: 'Kuvaa ensin paikka, joka on tapaamisajoissasi.',
    sv: 'Beskriv först en plats som finns i dina mötestider.',
    en: 'First describe a place that stands in your hours.',
  },
  toDescribe: { fi: 'Vielä ilman reittiä', sv: 'Ännu utan väg', en: 'Still without a way there' },
  name: { fi: 'Paikan nimi', sv: 'Platsens namn', en: 'Name of the place' },
  nameHint: {
    fi: 'Täsmälleen kuten se on tapaamisajoissa.',
    sv: 'Exakt som den står i mötestiderna.',
    en: 'Exactly as it stands in the hours.',
  },
  nameMissing: {
    fi: 'Kirjoita paikan nimi.',
    sv: 'Skriv platsens namn.',
    en: 'Write the name of the place.',
  },
  address: { fi: 'Katuosoite', sv: 'Gatuadress', en: 'Street address' },
  directions: { fi: 'Miten sinne pääsee', sv: 'Hur man kommer dit', en: 'How to get there' },
  directionsHint: {
    fi: 'Sisäänkäynti, bussi, pysäköinti ja esteettömyys.',
    sv: 'Ingång, buss, parkering och tillgänglighet.',
    en: 'Entrance, bus, parking and accessibility.',
  },
  point: { fi: 'Koordinaatit', sv: 'Koordinater', en: 'Coordinates' },
  pointHint: {
    fi: 'Esimerkiksi 65.3621, 26.9962',
    sv: 'Till exempel 65.3621, 26.9962',
    en: 'Such as 65.3621, 26.9962',
  },
  pointWrong: {
    fi: 'Kirjoita leveys ja pituus asteina, esimerkiksi 65.3621, 26.9962.',
    sv: 'Skriv latitud och longitud i grader, till exempel 65.3621, 26.9962.',
    en: 'Write latitude and longitude in degrees, such as 65.3621, 26.9962.',
  },
  keep: { fi: 'Tallenna paikka', sv: 'Spara platsen', en: 'Save the place' },
  change: { fi: 'Muuta', sv: 'Ändra', en: 'Change' },
  forget: { fi: 'Poista', sv: 'Ta bort', en: 'Remove' },
});
