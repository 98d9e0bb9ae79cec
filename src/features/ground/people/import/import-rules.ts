// From rows of text to clients, with what is wrong in each row. Pure; what only the database knows is added after.
import { emailValue, normalPhone, readDay } from '../../../../platform/form-values.ts';
import type { Language, Text, TextValues } from '../../../../platform/language.ts';
import { missingContact } from '../rules.ts';
import type { Channel } from '../tables.ts';
import type { CsvRow } from './csv.ts';
import { importTexts } from './texts-import.ts';

export const importFields = [
  'given',
  'family',
  'preferred',
  'phone',
  'email',
  'born',
  'language',
  'channel',
  'unit',
  'coach',
  'address',
  'distance',
  'needs',
] as const;
export type ImportField = (typeof importFields)[number];

/** What a column may be called, in letters a–z only. */
const names: Record<ImportField, readonly string[]> = {
  given: ['etunimi', 'etunimet', 'fornamn', 'firstname', 'givenname'],
  family: ['sukunimi', 'efternamn', 'lastname', 'familyname', 'surname'],
  preferred: ['kutsumanimi', 'tilltalsnamn', 'preferredname'],
  phone: [
    'puhelin',
    'puhelinnumero',
    'matkapuhelin',
    'gsm',
    'telefon',
    'telefonnummer',
    'mobil',
    'phone',
    'mobile',
  ],
  email: ['sahkoposti', 'sahkopostiosoite', 'epost', 'epostadress', 'email'],
  born: ['syntymaaika', 'syntynyt', 'fodelsedatum', 'fodelsetid', 'dateofbirth', 'born'],
  language: ['kieli', 'asiointikieli', 'sprak', 'language'],
  channel: ['yhteydenotto', 'yhteydenottotapa', 'kanava', 'kontaktsatt', 'kanal', 'channel'],
  unit: ['yksikko', 'enhet', 'unit'],
  coach: ['omavalmentaja', 'valmentaja', 'egencoach', 'coach', 'personalcoach'],
  address: ['postiosoite', 'osoite', 'postadress', 'adress', 'address'],
  distance: ['matkakm', 'matka', 'etaisyys', 'avstandkm', 'avstand', 'distancekm', 'distance'],
  needs: ['mikaauttaa', 'tuentarve', 'vadsomhjalper', 'stodbehov', 'needs', 'whathelps'],
};

const identityCode = /\b\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b/i;

export type Problem = { text: Text; values?: TextValues };
export type Cells = Partial<Record<ImportField, string>>;
export type DraftRow = { line: number; cells: Cells };
export type Draft = { rows: DraftRow[]; unknown: string[]; unitId: string | null; invite: boolean };

export type HeaderRead =
  | { ok: true; columns: (ImportField | undefined)[]; unknown: string[] }
  | { ok: false; reason: 'names-missing' };

/** Finds the columns by their names, in any of our languages; of two alike the first counts. */
export function readHeader(header: readonly string[]): HeaderRead {
  const taken = new Set<ImportField>();
  const columns = header.map((cell) => {
    const plain = letters(cell);
    const field = importFields.find((one) => names[one].includes(plain) && !taken.has(one));
    if (field) taken.add(field);
    return field;
  });
  if (!taken.has('given') || !taken.has('family')) return { ok: false, reason: 'names-missing' };
  const unknown = header.filter((cell, at) => columns[at] === undefined && cell !== '');
  return { ok: true, columns, unknown: unknown.slice(0, 20).map((cell) => cell.slice(0, 40)) };
}

/** The cells of a row by their fields; columns that are not ours are left behind here and kept nowhere. */
export function cellsOf(row: CsvRow, columns: readonly (ImportField | undefined)[]): DraftRow {
  const cells: Cells = {};
  for (const [at, field] of columns.entries()) {
    const text = tidy(row.cells[at] ?? '');
    if (field && text !== '') cells[field] = text;
  }
  return { line: row.line, cells };
}

/** Whether a Finnish personal identity code stands anywhere in the rows. Such a file is not taken at all. */
export function holdsIdentityCode(rows: readonly CsvRow[]): boolean {
  return rows.some((row) => row.cells.some((cell) => identityCode.test(cell)));
}

export type ImportPerson = {
  givenName: string;
  familyName: string;
  preferredName: string | null;
  phone: string | null;
  email: string | null;
  bornOn: Temporal.PlainDate | null;
  language: Language;
  channel: Channel;
  postalAddress: string | null;
  distanceKm: number | null;
  accessibilityNeeds: string | null;
};

export type ReadRow = { person: ImportPerson; problems: Problem[] };

/** Reads one row. The person is complete only when there are no problems. */
export function readRow(cells: Cells, usual: { language: Language; today: Temporal.PlainDate }): ReadRow {
  const problems: Problem[] = [];
  const given = <T>(value: T | undefined, field: ImportField, text: Text): T | null => {
    if (value === undefined && cells[field] !== undefined) problems.push({ text });
    return value ?? null;
  };
  if (!cells.given || !cells.family) problems.push({ text: importTexts.nameNeeded });
  if (lengths.some(([field, most]) => (cells[field]?.length ?? 0) > most)) {
    problems.push({ text: importTexts.tooLong });
  }
  const phone = given(cells.phone ? normalPhone(cells.phone) : undefined, 'phone', importTexts.badPhone);
  const email = given(readEmail(cells.email), 'email', importTexts.badEmail);
  const bornOn = given(readBirthday(cells.born, usual.today), 'born', importTexts.badDay);
  const language = given(meaning(languageWords, cells.language), 'language', importTexts.badLanguage);
  const distanceKm = given(readDistance(cells.distance), 'distance', importTexts.badDistance);
  const asked = given(meaning(channelWords, cells.channel), 'channel', importTexts.badChannel);
  const contacts = { phone: phone !== null, email: email !== null, address: cells.address !== undefined };
  const channel = asked ?? usualChannel(contacts);
  if (!channel) problems.push({ text: importTexts.noContact });
  else if (missingContact(channel, contacts)) problems.push({ text: importTexts.channelNeeds });
  const person: ImportPerson = {
    givenName: cells.given ?? '',
    familyName: cells.family ?? '',
    preferredName: cells.preferred ?? null,
    phone,
    email,
    bornOn,
    language: language ?? usual.language,
    channel: channel ?? 'sms',
    postalAddress: cells.address ?? null,
    distanceKm,
    accessibilityNeeds: cells.needs ?? null,
  };
  return { person, problems };
}

const lengths: readonly [ImportField, number][] = [
  ['given', 80],
  ['family', 80],
  ['preferred', 80],
  ['address', 400],
  ['needs', 4000],
];

const languageWords: Record<Language, readonly string[]> = {
  fi: ['fi', 'suomi', 'finska', 'finnish'],
  sv: ['sv', 'ruotsi', 'svenska', 'swedish'],
  en: ['en', 'englanti', 'engelska', 'english'],
  'fi-simple': ['fisimple', 'selko', 'selkosuomi', 'selkokieli', 'lattlastfinska', 'easyfinnish'],
};

const channelWords: Record<Channel, readonly string[]> = {
  sms: ['sms', 'tekstiviesti', 'textmeddelande', 'textmessage'],
  email: ['email', 'sahkoposti', 'epost'],
  letter: ['letter', 'kirje', 'posti', 'brev', 'post'],
  phone: ['phone', 'puhelu', 'puhelin', 'soitto', 'samtal', 'telefon', 'call', 'phonecall'],
};

function meaning<K extends string>(
  words: Record<K, readonly string[]>,
  cell: string | undefined,
): K | undefined {
  if (cell === undefined) return undefined;
  const plain = letters(cell);
  return (Object.keys(words) as K[]).find((key) => words[key].includes(plain));
}

function usualChannel(contacts: { phone: boolean; email: boolean; address: boolean }): Channel | undefined {
  return (['sms', 'email', 'letter'] as const).find((channel) => !missingContact(channel, contacts));
}

function readEmail(cell: string | undefined): string | undefined {
  const parsed = emailValue().safeParse(cell ?? '');
  return parsed.success ? parsed.data : undefined;
}

function readBirthday(cell: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const day = cell === undefined ? undefined : readDay(cell);
  return day && Temporal.PlainDate.compare(day, today) <= 0 ? day : undefined;
}

function readDistance(cell: string | undefined): number | undefined {
  const figures = /^(\d{1,4})\s*(km)?$/i.exec(cell ?? '')?.[1];
  return figures !== undefined && Number(figures) <= 2000 ? Number(figures) : undefined;
}

/** Only letters a–z, without accents: "Sähköposti-osoite" becomes "sahkopostiosoite". */
export function letters(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

// Control characters have no meaning in a name or an address; line breaks in a cell stay.
function tidy(cell: string): string {
  return cell
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/[\p{Cc}--\n]/gv, '')
    .trim();
}
