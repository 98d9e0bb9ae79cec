// Makes the database and its four roles. The application's own role is deliberately weak: it owns nothing, cannot pass
// row-level security, and cannot empty a table, so an error in our code cannot show one office's rows to another.
import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** One connection URL per role. `owner` migrates, `app` serves, `jobs` works the queue, `audit` seals the access log. */
export type DatabaseUrls = { owner: string; app: string; jobs: string; audit: string };

const roles = ['owner', 'app', 'jobs', 'audit'] as const;
type Role = (typeof roles)[number];

/** The name of a role in PostgreSQL. Roles belong to the whole server, so databases on one server share them. */
export const roleName = (role: Role) => `likista_${role}`;

/** A request never waits long: a stuck statement or lock is an error in seconds. Jobs may read for longer. */
const roleSettings: Record<Role, Record<string, string>> = {
  owner: { lock_timeout: '30s' },
  app: { statement_timeout: '15s', lock_timeout: '5s', idle_in_transaction_session_timeout: '30s' },
  jobs: { statement_timeout: '120s', lock_timeout: '10s', idle_in_transaction_session_timeout: '60s' },
  audit: { statement_timeout: '60s', lock_timeout: '10s', idle_in_transaction_session_timeout: '60s' },
};

/**
 * Creates what is missing and sets every password to the one in `passwordFile` (JSON, 0600, made on first use).
 * `adminUrl` is of a superuser, to any database of the server. Safe to repeat.
 */
export async function prepareRoles(
  adminUrl: string,
  database: string,
  passwordFile: string,
): Promise<DatabaseUrls> {
  const passwords = await rolePasswords(passwordFile);
  const admin = await connect(adminUrl);
  try {
    // Two processes that start at once would change the same rows of the catalogue. The lock ends with the connection.
    await admin.query(`select pg_advisory_lock(hashtext('likista roles'))`);
    for (const role of roles) await prepareRole(admin, role, passwords[role]);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) {
      await admin.query(`create database ${escapeIdentifier(database)} owner ${roleName('owner')}`);
    }
    await openDatabaseToRoles(admin, database);
  } finally {
    await admin.end();
  }
  await prepareExtensions(urlFor(adminUrl, database));
  return urlsOfRoles(adminUrl, database, passwords);
}

/** The URLs of the roles in `database`, on the server that `url` names. */
export function urlsOfRoles(url: string, database: string, passwords: Record<Role, string>): DatabaseUrls {
  const of = (role: Role) => urlFor(url, database, roleName(role), passwords[role]);
  return { owner: of('owner'), app: of('app'), jobs: of('jobs'), audit: of('audit') };
}

/** The same URL for another database and, when given, another role. */
export function urlFor(url: string, database: string, user?: string, password?: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  if (user !== undefined) changed.username = user;
  if (password !== undefined) changed.password = password;
  return changed.href;
}

/** Only our roles may connect. A database cloned from a template starts open to all, so it needs this again. */
export async function openDatabaseToRoles(admin: Client, database: string): Promise<void> {
  const name = escapeIdentifier(database);
  await admin.query(`revoke all on database ${name} from public`);
  await admin.query(`grant connect on database ${name} to ${roles.map(roleName).join(', ')}`);
}

async function prepareRole(admin: Client, role: Role, password: string): Promise<void> {
  const name = roleName(role);
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [name]);
  if (rowCount === 0) await admin.query(`create role ${name}`);
  await admin.query(
    `alter role ${name} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
       password ${escapeLiteral(password)}`,
  );
  for (const [setting, value] of Object.entries(roleSettings[role])) {
    await admin.query(`alter role ${name} set ${setting} = ${escapeLiteral(value)}`);
  }
}

/** Exclusion constraints over a person and a time need btree_gist. Only an administrator may add extensions. */
async function prepareExtensions(adminUrl: string): Promise<void> {
  const admin = await connect(adminUrl);
  try {
    const { rows } = await admin.query<{ name: string }>(
      `select name from pg_available_extensions
        where name in ('btree_gist', 'pgcrypto') and installed_version is null`,
    );
    for (const { name } of rows)
      await admin.query(`create extension if not exists ${escapeIdentifier(name)}`);
  } finally {
    await admin.end();
  }
}

async function rolePasswords(file: string): Promise<Record<Role, string>> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const known = JSON.parse(text) as Partial<Record<Role, string>>;
  const made = () => randomBytes(32).toString('base64url');
  const all = Object.fromEntries(roles.map((role) => [role, known[role] ?? made()])) as Record<Role, string>;
  if (roles.some((role) => known[role] === undefined)) {
    // Renamed into place, so that a crash leaves the old file or the new one, never half of one.
    await writeFile(`${file}.new`, JSON.stringify(all, null, 2), { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
  return all;
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  return client;
}
