// What must be true before the house opens its doors. Each offence is told in words and the process does not start:
// the break-in at Vastaamo (decision 1150/161/2021) went through an open database whose root had no password.
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Client, Pool } from 'pg';
import type { DatabaseUrls } from './database-roles.ts';

export type BootFacts = {
  /** Where people reach us. */
  baseUrl: string;
  dataFolder: string;
  masterKeyFile: string;
  databaseUrls: DatabaseUrls;
  /** Other secrets by the name that the operator knows them by: `TURN_SECRET`. Unset ones are left out. */
  secrets: Readonly<Record<string, string>>;
};

/** What the database says about itself and about the role that we have connected as. */
export type ServerFacts = {
  /** `server_version_num`: 180004 is 18.4. */
  version: number;
  encrypted: boolean;
  role: string;
  superuser: boolean;
  /** Every role whose rights ours may use (itself first of all), with what makes it too strong. */
  mayAct: readonly { role: string; superuser: boolean; bypassesRowSecurity: boolean; tablesOwned: number }[];
};

const leastLetters = 24;
const leastVersion = 180_000;
const keyBytes = 32;

/**
 * Every reason why the house must not start, in words; empty when it may. `connection` is one of the application's own
 * role (`databaseUrls.app`).
 */
export async function bootProblems(facts: BootFacts, connection: Client | Pool): Promise<string[]> {
  return [
    ...addressProblems(facts.baseUrl),
    ...(await keyProblems(facts.masterKeyFile, facts.dataFolder)),
    ...secretProblems(facts),
    ...roadProblems(facts.databaseUrls),
    ...serverProblems(await readServerFacts(connection), facts.databaseUrls.app),
  ];
}

function addressProblems(baseUrl: string): string[] {
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol === 'https:' || isLoopback(hostname)) return [];
  return [
    `BASE_URL is ${baseUrl}. People's data travels by https only: put a certificate in front and say https.`,
  ];
}

/** RFC 6761 keeps `localhost` and names under it on this machine; RFC 1122 keeps all of 127/8 there. */
function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '');
  return (
    name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d+){3}$/.test(name)
  );
}

async function keyProblems(keyFile: string, dataFolder: string): Promise<string[]> {
  const file = await realpath(keyFile).catch(() => undefined);
  if (file === undefined)
    return [`The master key ${keyFile} is not there. Without it nothing can be read or written.`];
  const problems: string[] = [];
  const folder = await realpath(dataFolder).catch(() => path.resolve(dataFolder));
  const way = path.relative(folder, file);
  if (!way.startsWith('..') && !path.isAbsolute(way)) {
    problems.push(
      `The master key ${keyFile} lies in the data folder, so whoever takes the data or a backup has the key too. Move it.`,
    );
  }
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) {
    problems.push(`The master key ${keyFile} can be read by others on this machine. Set its mode to 600.`);
  }
  const text = await readFile(file, 'utf8').catch((error: Error) => error);
  if (text instanceof Error) problems.push(`The master key ${keyFile} cannot be read: ${text.message}`);
  else if (Buffer.from(text.trim(), 'base64').length !== keyBytes) {
    problems.push(`The master key ${keyFile} is not ${keyBytes} bytes in base64.`);
  }
  return problems;
}

function secretProblems({ databaseUrls, secrets }: BootFacts): string[] {
  const passwords = Object.entries(databaseUrls).map(
    ([role, url]) => [`The password of the database role "${role}"`, passwordIn(url)] as const,
  );
  return [...passwords, ...Object.entries(secrets)].flatMap(([name, secret]) => weakness(name, secret));
}

function passwordIn(url: string): string {
  const { password, searchParams } = new URL(url);
  return decodeURIComponent(password || (searchParams.get('password') ?? ''));
}

function weakness(name: string, secret: string): string[] {
  if (secret === '') return [`${name} is empty.`];
  if (/password|passwd|salasana|changeme|change-me|example|secret|postgres|likista/i.test(secret)) {
    return [`${name} is one that others try first. Make a random one.`];
  }
  if (secret.length < leastLetters)
    return [`${name} has fewer than ${leastLetters} letters. Make a longer, random one.`];
  if (new Set(secret).size < 8) return [`${name} repeats the same few letters. Make a random one.`];
  return [];
}

/** Over a network the server's certificate must be checked too: encryption alone does not tell who is at the other end. */
function roadProblems(urls: DatabaseUrls): string[] {
  return Object.entries(urls).flatMap(([role, url]) => {
    if (staysHere(url) || new URL(url).searchParams.get('sslmode') === 'verify-full') return [];
    return [
      `The database of the role "${role}" is on another machine (${new URL(url).hostname}) without checked TLS. ` +
        'Add sslmode=verify-full to its address.',
    ];
  });
}

/** A loopback address, or a socket in a folder of this machine. */
function staysHere(url: string): boolean {
  const { hostname, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  return host === '' || host.startsWith('/') || isLoopback(host);
}

/** What is wrong with the server or with the role that we have there; `appUrl` is where it was reached. */
export function serverProblems(server: ServerFacts, appUrl: string): string[] {
  const problems: string[] = [];
  if (server.version < leastVersion) {
    const version = `${Math.floor(server.version / 10_000)}.${server.version % 10_000}`;
    problems.push(
      `The database is PostgreSQL ${version}. Version ${leastVersion / 10_000} or newer is needed.`,
    );
  }
  if (!server.encrypted && !staysHere(appUrl)) {
    problems.push('The connection to the database on another machine is not encrypted.');
  }
  if (server.superuser) {
    return [
      ...problems,
      `The application's role ${server.role} is a superuser, so nothing holds offices apart.`,
    ];
  }
  for (const { role, superuser, bypassesRowSecurity, tablesOwned } of server.mayAct) {
    const who =
      role === server.role
        ? `The application's role ${role}`
        : `The application's role ${server.role} may act as ${role}, which`;
    if (superuser) problems.push(`${who} is a superuser, so nothing holds offices apart.`);
    if (bypassesRowSecurity) problems.push(`${who} bypasses row-level security (BYPASSRLS).`);
    if (tablesOwned > 0) problems.push(`${who} owns ${tablesOwned} tables and could lift their protection.`);
  }
  return problems;
}

async function readServerFacts(connection: Client | Pool): Promise<ServerFacts> {
  const { rows } = await connection.query<ServerFacts>(`
    select current_setting('server_version_num')::int as version,
           coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as encrypted,
           me.rolname as role, me.rolsuper as superuser,
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'role', r.rolname, 'superuser', r.rolsuper, 'bypassesRowSecurity', r.rolbypassrls,
                     'tablesOwned', (select count(*) from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')
                                       and c.relnamespace <> 'pg_catalog'::regnamespace))
                     order by r.rolname), '[]')
              from pg_roles r where pg_has_role(me.oid, r.oid, 'member')) as "mayAct"
      from pg_roles me where me.rolname = current_user`);
  const [facts] = rows;
  if (!facts) throw new Error('The database does not know the role that is connected to it.');
  return facts;
}
