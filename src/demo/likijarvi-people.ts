// The people of Likijärvi. The town and everyone in it are invented.
import type { Language } from '../platform/language.ts';
import type { Role } from '../platform/session.ts';

export type UnitName = 'own-employment' | 'rehabilitative-work' | 'youth-workshop' | 'open-workshop';

export type DemoStaff = {
  key: string;
  given: string;
  family: string;
  roles: readonly Role[];
  unit: UnitName | null;
  language: Language;
};

export const staff: readonly DemoStaff[] = [
  {
    key: 'mika',
    given: 'Mika',
    family: 'Heikkinen',
    roles: ['coach'],
    unit: 'youth-workshop',
    language: 'fi',
  },
  {
    key: 'raili',
    given: 'Raili',
    family: 'Pesonen',
    roles: ['coach'],
    unit: 'youth-workshop',
    language: 'fi',
  },
  {
    key: 'sanna',
    given: 'Sanna',
    family: 'Törmänen',
    roles: ['coach'],
    unit: 'rehabilitative-work',
    language: 'fi',
  },
  {
    key: 'jonas',
    given: 'Jonas',
    family: 'Lindqvist',
    roles: ['coach'],
    unit: 'open-workshop',
    language: 'sv',
  },
  { key: 'paivi', given: 'Päivi', family: 'Karvonen', roles: ['manager'], unit: null, language: 'fi' },
  { key: 'antti', given: 'Antti', family: 'Moilanen', roles: ['administrator'], unit: null, language: 'fi' },
  {
    key: 'elina',
    given: 'Elina',
    family: 'Juntunen',
    roles: ['project-manager'],
    unit: 'own-employment',
    language: 'fi',
  },
  {
    key: 'tuula',
    given: 'Tuula',
    family: 'Backman',
    roles: ['data-protection-officer'],
    unit: null,
    language: 'sv',
  },
];

export const firms = [
  { key: 'kaarna', firm: 'Liikuntapalvelu Kaarna', given: 'Jenni', family: 'Kaarna' },
  { key: 'tuulenpesa', firm: 'Hyvinvointi Tuulenpesä', given: 'Outi', family: 'Sirviö' },
  { key: 'rautio', firm: 'Luontopolku Rautio', given: 'Pekka', family: 'Rautio' },
] as const;

export const partners = [
  { key: 'county', organisation: 'Pohjoisrannan hyvinvointialue', given: 'Merja', family: 'Saari' },
  { key: 'authority', organisation: 'Likijärven työllisyysalue', given: 'Timo', family: 'Väisänen' },
  { key: 'school', organisation: 'Likijärven ammattiopisto', given: 'Hanna', family: 'Kemppainen' },
  { key: 'kela', organisation: 'Kela, yhteyshenkilö', given: 'Ville', family: 'Aho' },
] as const;

export type Companion = { kind: 'relative' | 'interpreter'; name: string };

export type DemoClient = {
  key: string;
  given: string;
  family: string;
  preferred?: string;
  unit: UnitName;
  coach: 'mika' | 'raili' | 'sanna' | 'jonas';
  age: number;
  gender: 'woman' | 'man' | 'other' | 'untold';
  km: number;
  language: Language;
  channel: 'sms' | 'email' | 'letter' | 'phone';
  protected?: boolean;
  needs?: string;
  /** Who comes along to their next time. */
  comesAlong?: Companion;
};

type Row = [
  string,
  string,
  UnitName,
  DemoClient['coach'],
  number,
  'w' | 'm' | 'o' | 'u',
  number,
  Language,
  DemoClient['channel'],
];

// given, family, unit, coach, age, gender, kilometres to the unit, language, channel
const rows: readonly Row[] = [
  ['Aino', 'Koskela', 'youth-workshop', 'mika', 20, 'w', 42, 'fi', 'sms'],
  ['Eetu', 'Mikkonen', 'youth-workshop', 'mika', 22, 'm', 17, 'fi', 'sms'],
  ['Noora', 'Sipola', 'youth-workshop', 'mika', 19, 'w', 68, 'fi', 'sms'],
  ['Samuel', 'Peltola', 'youth-workshop', 'mika', 24, 'm', 31, 'fi', 'email'],
  ['Tiina', 'Rantala', 'youth-workshop', 'mika', 27, 'w', 8, 'fi', 'sms'],
  ['Otso', 'Laine', 'youth-workshop', 'mika', 18, 'm', 3, 'fi', 'sms'],
  ['Ella', 'Nyman', 'youth-workshop', 'mika', 23, 'w', 55, 'sv', 'email'],
  ['Amir', 'Hosseini', 'youth-workshop', 'mika', 25, 'm', 6, 'en', 'sms'],
  ['Veera', 'Kangas', 'youth-workshop', 'raili', 21, 'w', 74, 'fi', 'sms'],
  ['Joona', 'Hiltunen', 'youth-workshop', 'raili', 26, 'm', 12, 'fi-simple', 'sms'],
  ['Kaisu', 'Alatalo', 'youth-workshop', 'raili', 19, 'o', 39, 'fi', 'email'],
  ['Niko', 'Vuorinen', 'youth-workshop', 'raili', 28, 'm', 92, 'fi', 'phone'],
  ['Siiri', 'Manninen', 'youth-workshop', 'raili', 20, 'w', 26, 'fi', 'sms'],
  ['Markku', 'Leinonen', 'rehabilitative-work', 'sanna', 52, 'm', 33, 'fi', 'sms'],
  ['Anja', 'Kokkonen', 'rehabilitative-work', 'sanna', 58, 'w', 61, 'fi', 'letter'],
  ['Pentti', 'Hyvönen', 'rehabilitative-work', 'sanna', 61, 'm', 47, 'fi-simple', 'phone'],
  ['Sirpa', 'Turunen', 'rehabilitative-work', 'sanna', 44, 'w', 9, 'fi', 'sms'],
  ['Jari', 'Kemppi', 'rehabilitative-work', 'sanna', 39, 'm', 21, 'fi', 'sms'],
  ['Marjo', 'Haapala', 'rehabilitative-work', 'sanna', 47, 'w', 83, 'fi', 'email'],
  ['Risto', 'Oinonen', 'rehabilitative-work', 'sanna', 55, 'm', 14, 'fi', 'phone'],
  ['Katri', 'Suomela', 'rehabilitative-work', 'sanna', 35, 'w', 28, 'fi', 'sms'],
  ['Harri', 'Ollila', 'rehabilitative-work', 'sanna', 50, 'm', 70, 'fi', 'sms'],
  ['Fatima', 'Yusuf', 'open-workshop', 'jonas', 33, 'w', 5, 'en', 'sms'],
  ['Kalle', 'Sundberg', 'open-workshop', 'jonas', 41, 'm', 36, 'sv', 'email'],
  ['Minna', 'Keränen', 'open-workshop', 'jonas', 29, 'w', 19, 'fi', 'sms'],
  ['Tapio', 'Juvonen', 'open-workshop', 'jonas', 63, 'm', 58, 'fi', 'letter'],
  ['Hanna', 'Öberg', 'open-workshop', 'jonas', 37, 'w', 44, 'sv', 'sms'],
  ['Petri', 'Määttä', 'open-workshop', 'jonas', 48, 'm', 11, 'fi', 'sms'],
  ['Leena', 'Savolainen', 'own-employment', 'sanna', 54, 'w', 25, 'fi', 'email'],
  ['Oleksandr', 'Koval', 'own-employment', 'jonas', 30, 'm', 4, 'en', 'sms'],
  ['Riikka', 'Parviainen', 'own-employment', 'sanna', 32, 'w', 50, 'fi', 'sms'],
  ['Seppo', 'Väyrynen', 'own-employment', 'sanna', 59, 'u', 88, 'fi', 'phone'],
  ['Sofia', 'Berg', 'own-employment', 'jonas', 26, 'w', 16, 'sv', 'sms'],
];

const genders = { w: 'woman', m: 'man', o: 'other', u: 'untold' } as const;

const more: Record<string, Partial<DemoClient>> = {
  aino: { needs: 'Luen mieluummin lyhyitä tekstejä. Soitto tulee yllätyksenä, laita ensin viesti.' },
  kaisu: { preferred: 'Kai' },
  pentti: { needs: 'Kuulen huonosti. Puhelin kovalla, kirjoitus auttaa.' },
  hanna: { needs: 'Jag behöver större text på skärmen.' },
  veera: { protected: true },
  amir: {
    needs: 'I speak Dari at home. In meetings about money and plans I need an interpreter.',
    comesAlong: { kind: 'interpreter', name: 'Laura Rinne, dari' },
  },
  fatima: { comesAlong: { kind: 'interpreter', name: 'Hodan Ali, somali' } },
  noora: { comesAlong: { kind: 'relative', name: 'Äiti' } },
};

export const clients: readonly DemoClient[] = rows.map(
  ([given, family, unit, coach, age, g, km, language, channel]) => {
    const key = given.toLowerCase();
    return { key, given, family, unit, coach, age, gender: genders[g], km, language, channel, ...more[key] };
  },
);

/** Two persons of the demonstration who must never meet. */
export const blocked: readonly [string, string] = ['niko', 'veera'];
