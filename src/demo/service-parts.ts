// What the services of Likijärvi have in common: ways of taking part, places, the office's own words.
import type { PathStep, ServiceContent, ServiceMode } from '../features/offer/services/door.ts';
import type { Text } from '../platform/language.ts';

/** A text in Finnish, Swedish and English, and in Easy Finnish where it is written. */
export function words(fi: string, sv: string, en: string, selko?: string): Text {
  return selko === undefined ? { fi, sv, en } : { fi, sv, en, selko };
}

type Way = ServiceContent['modes'][number];

const ways: Readonly<Record<ServiceMode, Omit<Way, 'mode'>>> = {
  'in-person': {
    needs: words(
      'ei mitään, tule sellaisena kuin olet',
      'ingenting, kom som du är',
      'nothing, come as you are',
      'et mitään',
    ),
    instructions: words(
      'Sovimme ajan ja paikan etukäteen. Jos kyyti on ongelma, kerro siitä: katsotaan bussi, kimppakyyti tai etäpäivä.',
      'Vi kommer överens om tid och plats på förhand. Om skjutsen är ett problem, säg till: vi ser på buss, samåkning eller en dag på distans.',
      'We agree on a time and place beforehand. If getting there is a problem, tell us: we look for a bus, a lift or a remote day.',
      'Sovimme ajan ja paikan etukäteen. Jos sinulla ei ole kyytiä, kerro siitä. Autamme.',
    ),
  },
  video: {
    needs: words(
      'puhelin tai tietokone ja nettiyhteys',
      'telefon eller dator och internet',
      'a phone or computer and an internet connection',
      'puhelimen tai tietokoneen. Siinä pitää olla netti.',
    ),
    instructions: words(
      'Saat tekstiviestin, jossa on linkki. Napauta linkkiä, niin olet perillä. Tunnuksia ei tarvita. Kuvan voit pitää pois päältä.',
      'Du får ett sms med en länk. Tryck på länken så är du framme. Du behöver inga koder. Bilden kan du ha avstängd.',
      'You get a text message with a link. Tap the link and you are there. No passwords are needed. You can keep your camera off.',
      'Saat tekstiviestin. Viestissä on linkki. Paina linkkiä. Salasanaa ei tarvita. Kuva voi olla pois päältä.',
    ),
  },
  voice: {
    needs: words(
      'puhelin ja nettiyhteys',
      'telefon och internet',
      'a phone and an internet connection',
      'puhelimen, jossa on netti',
    ),
    instructions: words(
      'Sama linkki kuin videossa, mutta pelkkä ääni. Toimii hitaallakin yhteydellä.',
      'Samma länk som för video, men bara ljud. Fungerar också med långsam förbindelse.',
      'The same link as for video, but sound only. It works on a slow connection too.',
      'Saat tekstiviestin. Viestissä on linkki. Paina linkkiä. Kuulette toistenne äänen. Kuvaa ei ole.',
    ),
  },
  phone: {
    needs: words(
      'mikä tahansa puhelin',
      'vilken telefon som helst',
      'any phone at all',
      'puhelimen. Kaikki puhelimet käyvät.',
    ),
    instructions: words(
      'Valmentaja soittaa sinulle sovittuun aikaan. Puhelu ei maksa sinulle mitään.',
      'Coachen ringer dig på avtalad tid. Samtalet kostar dig ingenting.',
      'The coach calls you at the agreed time. The call costs you nothing.',
      'Valmentaja soittaa sinulle. Puhelu ei maksa sinulle mitään.',
    ),
  },
  text: {
    needs: words(
      'puhelin ja nettiyhteys',
      'telefon och internet',
      'a phone and an internet connection',
      'puhelimen, jossa on netti',
    ),
    instructions: words(
      'Kirjoitat omaan viestiketjuusi, kun sinulle sopii. Vastaamme arkena klo 9–15. Pelkkä kirjoittaminen on täysi osallistuminen.',
      'Du skriver i din egen meddelandetråd när det passar dig. Vi svarar vardagar kl. 9–15. Att bara skriva är att delta fullt ut.',
      'You write in your own message thread when it suits you. We answer on weekdays from 9 to 15. Writing only is taking part in full.',
      'Kirjoitat meille viestin. Vastaamme arkena kello 9–15. Sinun ei tarvitse puhua.',
    ),
  },
  'own-time': {
    needs: words(
      'tehtävän mukaan, usein pelkkä puhelin',
      'beror på uppgiften, ofta bara en telefon',
      'depends on the task, often just a phone',
      'usein vain puhelimen',
    ),
    instructions: words(
      'Teet tehtävän omaan tahtiin ja näytät sen kuvalla, äänellä tai muutamalla sanalla.',
      'Du gör uppgiften i din egen takt och visar den med en bild, med ljud eller med några ord.',
      'You do the task in your own time and show it with a picture, a recording or a few words.',
      'Teet tehtävän silloin, kun sinulle sopii. Kerrot siitä kuvalla, äänellä tai kirjoittamalla.',
    ),
  },
  hybrid: {
    needs: words(
      'puhelin etäpäiviä varten',
      'en telefon för dagarna på distans',
      'a phone for the remote days',
      'puhelimen niitä päiviä varten, kun olet kotona',
    ),
    instructions: words(
      'Osa päivistä on pajalla, osa kotoa. Sovimme rytmin yhdessä ja muutamme sitä, jos se ei toimi.',
      'En del av dagarna är i verkstaden, en del hemifrån. Vi bestämmer rytmen tillsammans och ändrar den om den inte fungerar.',
      'Some days are at the workshop, some from home. We set the rhythm together and change it if it does not work.',
      'Olet joskus pajalla ja joskus kotona. Sovimme päivät yhdessä. Voimme muuttaa niitä.',
    ),
  },
};

/** The ways with what they need and how they go. */
export const taking = (...modes: readonly ServiceMode[]): Way[] =>
  modes.map((mode) => ({ mode, ...ways[mode] }));

type StepAbout = {
  kind: PathStep['kind'];
  mode: ServiceMode;
  or?: readonly ServiceMode[];
  who: PathStep['who'];
  takes?: [number, NonNullable<PathStep['duration']>['unit']];
  materials?: Text;
};

/** A step of a path. */
export function step(title: Text, what: Text, about: StepAbout): PathStep {
  return {
    kind: about.kind,
    title,
    what,
    mode: about.mode,
    alternatives: [...(about.or ?? [])],
    materials: about.materials ?? null,
    who: about.who,
    duration: about.takes ? { amount: about.takes[0], unit: about.takes[1] } : null,
  };
}

export const places = {
  office: {
    name: 'Työllisyyspalvelut',
    address: 'Rantatie 4, 99999 Likijärvi',
    latitude: 65.372,
    longitude: 27.011,
  },
  rehabilitative: {
    name: 'Sahan työpaja',
    address: 'Sahantie 12, 99999 Likijärvi',
    latitude: 65.381,
    longitude: 27.034,
  },
  youth: {
    name: 'Nuorten työpaja',
    address: 'Asematie 7, 99999 Likijärvi',
    latitude: 65.369,
    longitude: 27.002,
  },
  open: {
    name: 'Avoin työpaja',
    address: 'Asematie 9, 99999 Likijärvi',
    latitude: 65.369,
    longitude: 27.003,
  },
  village: {
    name: 'Hirvaskylän kylätalo',
    address: 'Kylätie 40, 99998 Hirvaskylä',
    latitude: 65.634,
    longitude: 27.482,
  },
} as const;

const office = 'Likijärven työllisyyspalvelut';
export const own: ServiceContent['producer'] = { kind: 'own', name: office };
export const free = words('Maksuton.', 'Avgiftsfri.', 'Free of charge.', 'Palvelu ei maksa sinulle mitään.');
export const controlledByTown = words('Likijärven kaupunki', 'Likijärvi stad', 'The town of Likijärvi');
export const controlledByCounty = words(
  'Pohjoisrannan hyvinvointialue',
  'Norra kustens välfärdsområde',
  'The wellbeing services county of Pohjoisranta',
);

/** How to reach a unit: its number and when it answers. */
export function reached(phone: string, email: string): ServiceContent['contact'] {
  return {
    phone,
    email,
    text: words(
      'Soita tai lähetä tekstiviesti arkena klo 9–15. Jos emme ehdi vastata, soitamme takaisin saman päivän aikana.',
      'Ring eller skicka sms vardagar kl. 9–15. Om vi inte hinner svara ringer vi upp samma dag.',
      'Call or send a text message on weekdays from 9 to 15. If we miss your call, we call you back the same day.',
      'Soita tai lähetä tekstiviesti. Vastaamme arkena kello 9–15. Jos emme vastaa, soitamme sinulle takaisin.',
    ),
  };
}
