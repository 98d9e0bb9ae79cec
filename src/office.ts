// The command line of the one who runs the house: makes the key and the first office, and checks the access log.
//   npm run office -- make-key
//   npm run office -- create --slug likijarvi --name-fi … --name-sv … --name-en … --given Antti --family … --email …
//   npm run office -- verify-log [--anchors FILE]
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { createApp } from './app/routes.tsx';
import { fillHolidays, openOffice } from './features/ground/offices/actions.ts';
import { addNewcomer } from './features/ground/people/person/person-actions.ts';
import { makePersonalLink } from './features/ground/sign-in/door.ts';
import { checkAccessLog, readAnchors } from './platform/access-log-check.ts';
import { noAssets } from './platform/assets.ts';
import { boot, readFlags } from './platform/boot.ts';
import { now, todayIn } from './platform/clock.ts';
import { readConfig } from './platform/config.ts';
import { refusedConstraint } from './platform/errors.ts';
import { emailValue, phoneValue } from './platform/form-values.ts';
import { anchorFileOf, type OpenHouse } from './platform/house.ts';
import { type Language, languages } from './platform/language.ts';
import { joinDatabase } from './platform/start-database.ts';

const newOffice = z
  .object({
    slug: z
      .string('--slug is the part of the address that names the office: likijarvi')
      .regex(/^[a-z0-9][a-z0-9-]{0,61}$/, '--slug: small letters a–z, digits and hyphens'),
    host: z
      .string()
      .regex(/^[a-z0-9.-]+$/, '--host: a host name in small letters')
      .optional(),
    'name-fi': z.string('--name-fi is missing').min(1).max(120),
    'name-sv': z.string().min(1).max(120).optional(),
    'name-en': z.string().min(1).max(120).optional(),
    languages: z
      .string()
      .optional()
      .transform((value) => (value ?? languages.join(',')).split(','))
      .pipe(
        z.array(z.enum(languages as [Language, ...Language[]], `--languages: of ${languages.join(', ')}`)),
      ),
    given: z.string('--given is the first name of the first administrator').min(1).max(80),
    family: z.string('--family is the last name of the first administrator').min(1).max(80),
    language: z.enum(languages as [Language, ...Language[]]).default('fi'),
    email: emailValue(),
    phone: phoneValue(),
  })
  .refine((value) => value.email ?? value.phone, '--email or --phone: signing in sends a code there');

export type NewOfficeInput = z.input<typeof newOffice>;
export type Outcome = { ok: true; lines: string[] } | { ok: false; problems: string[] };

/** Opens an office with its first administrator and this and next year's holidays. Gives the lines to print. */
export async function createOffice(house: OpenHouse, input: Record<string, unknown>): Promise<Outcome> {
  const parsed = newOffice.safeParse(input);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(wordsOf) };
  const value = parsed.data;
  if (pathsOfTheHouse(house).has(value.slug)) {
    return { ok: false, problems: [`--slug: /${value.slug} is a page of every office; choose another name`] };
  }
  const officeId = randomUUID();
  try {
    const link = await house.inOffice(officeId, async (tx) => {
      await openOffice(tx, {
        slug: value.slug,
        host: value.host ?? null,
        name: {
          fi: value['name-fi'],
          sv: value['name-sv'] ?? value['name-fi'],
          en: value['name-en'] ?? value['name-fi'],
        },
        languages: value.languages,
      });
      for (const year of [todayIn().year, todayIn().year + 1]) await fillHolidays(tx, undefined, year);
      const personId = await addNewcomer(tx, undefined, {
        givenName: value.given,
        familyName: value.family,
        language: value.language,
        email: value.email ?? null,
        phone: value.phone ?? null,
        channel: value.email ? 'email' : 'sms',
        role: 'administrator',
        unitId: null,
        startsOn: todayIn(),
        invite: false,
      });
      return makePersonalLink(tx, personId, {
        landsOn: '/office',
        expiresAt: now().add({ hours: 7 * 24 }),
        once: true,
      });
    });
    await house.addresses.refresh(true);
    return { ok: true, lines: linesAbout(house, value, link) };
  } catch (error) {
    const taken = { office_addresses_slug_key: '--slug', office_addresses_host_key: '--host' }[
      refusedConstraint(error) ?? ''
    ];
    if (!taken) throw error;
    return { ok: false, problems: [`${taken}: another office has this address`] };
  }
}

// An office named like a page would stand before that page in every address.
function pathsOfTheHouse(house: OpenHouse): Set<string> {
  const app = createApp({ ...house, assets: noAssets });
  return new Set(['assets', ...app.routes.map((route) => route.path.split('/')[1] ?? '')]);
}

function linesAbout(
  house: OpenHouse,
  value: { slug: string; given: string; family: string; email?: string | undefined },
  link: string,
): string[] {
  const { config } = house.outside;
  const way = value.email ? 'e-mail' : 'text message';
  const ready = value.email ? config.mail !== undefined : config.sms !== undefined;
  return [
    `The office is open at ${config.baseUrl}/${value.slug}/`,
    `Personal link of ${value.given} ${value.family}, for one sign-in within a week:`,
    `  ${config.baseUrl}${link}`,
    ready
      ? `The link asks for a code, which comes by ${way}.`
      : `The link asks for a code, which comes by ${way}: set that up first (${value.email ? 'SMTP_URL, MAIL_FROM' : 'SMS_GATEWAY_URL, SMS_GATEWAY_KEY'}).`,
  ];
}

/** Checks every office's access log against its chain and the anchors told outside. */
export async function verifyLogs(house: OpenHouse, anchorFile: string): Promise<Outcome> {
  const anchors = await readAnchors(anchorFile);
  await house.addresses.refresh(true);
  const lines: string[] = [];
  const problems: string[] = [];
  for (const { officeId, slug } of house.addresses.all()) {
    const check = await checkAccessLog(house.chain.pool, officeId, anchors);
    if (check.ok) {
      lines.push(`${slug}: ${check.entries} entries hold; the end is ${check.end}`);
      continue;
    }
    const where = [
      check.seq !== undefined ? `link ${check.seq}` : undefined,
      check.entryId ? `entry ${check.entryId}` : undefined,
      check.at ? `of ${check.at}` : undefined,
    ];
    problems.push(`${slug}: ${faults[check.kind]}: ${where.filter(Boolean).join(', ')}`);
  }
  return problems.length > 0 ? { ok: false, problems: [...problems, ...lines] } : { ok: true, lines };
}

const faults = {
  altered: 'an entry has been altered',
  missing: 'an entry or a link is missing',
  reordered: 'entries are not in the order in which they were sealed',
  unsealed: 'an entry has waited for its seal too long; is the worker running',
  rewritten: 'the chain is not the one that was told outside the database',
  cut: 'the end of the chain is gone',
} as const;

function wordsOf(issue: z.core.$ZodIssue): string {
  try {
    return `--${issue.path.join('.')}: ${JSON.parse(issue.message).en}`;
  } catch {
    return issue.message.startsWith('--') ? issue.message : `--${issue.path.join('.')}: ${issue.message}`;
  }
}

/** Makes the master key where the configuration looks for it. Never writes over one. */
export function makeKey(file: string): Outcome {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    const there = code === 'EEXIST' && syscall === 'open';
    const problem = there ? 'is there already. It is left as it is.' : `cannot be written (${message}).`;
    return { ok: false, problems: [`${file} ${problem}`] };
  }
  return {
    ok: true,
    lines: [
      `The master key is in ${file}.`,
      'Keep a copy somewhere else: without it nothing that is sealed can be read again.',
    ],
  };
}

async function run(): Promise<Outcome> {
  const { values, positionals } = readFlags({
    allowPositionals: true,
    options: {
      slug: { type: 'string' },
      host: { type: 'string' },
      'name-fi': { type: 'string' },
      'name-sv': { type: 'string' },
      'name-en': { type: 'string' },
      languages: { type: 'string' },
      given: { type: 'string' },
      family: { type: 'string' },
      language: { type: 'string' },
      email: { type: 'string' },
      phone: { type: 'string' },
      anchors: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const { data, anchors, ...office } = values;
  const changes = { dataFolder: data };
  const command = positionals[0];
  if (command === 'make-key') {
    const read = readConfig(changes);
    return read.ok ? makeKey(read.config.masterKeyFile) : read;
  }
  if (command !== 'create' && command !== 'verify-log') {
    return { ok: false, problems: ['Say what to do: make-key, create or verify-log.'] };
  }
  const { house, config, close } = await boot(join(import.meta.dirname, '..'), changes, {
    open: joinDatabase,
  });
  try {
    if (command === 'create') return await createOffice(house, office);
    return await verifyLogs(house, anchors ?? anchorFileOf(config));
  } finally {
    await close();
  }
}

if (import.meta.main) {
  const outcome = await run();
  for (const line of outcome.ok ? outcome.lines : outcome.problems) {
    if (outcome.ok) console.log(line);
    else console.error(line);
  }
  process.exit(outcome.ok ? 0 : 1);
}
