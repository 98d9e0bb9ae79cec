// A fresh database for a test file: a clone of the migrated template, made in a few hundredths of a second.
import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { inject } from 'vitest';
import {
  type DatabaseUrls,
  openDatabaseToRoles,
  urlFor,
  urlsOfRoles,
} from '../src/platform/database-roles.ts';

export const templateDatabase = 'likista_template';

export type TestDatabase = {
  /** As the four roles of the house. Tests of behaviour use `app`, as the real application does. */
  urls: DatabaseUrls;
  /** The superuser in the same database: only to look behind the protection. */
  adminUrl: string;
  /** Ends every connection and drops the database. */
  close(): Promise<void>;
};

/** Clones the template. Call once in `beforeAll`, and `close()` in `afterAll`; each test then makes its own office. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, passwordFile } = inject('database');
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  await asAdmin(adminUrl, async (admin) => {
    await cloneTemplate(admin, name);
    await openDatabaseToRoles(admin, name);
  });
  return {
    urls: urlsOfRoles(adminUrl, name, JSON.parse(await readFile(passwordFile, 'utf8'))),
    adminUrl: urlFor(adminUrl, name),
    close: () =>
      asAdmin(
        adminUrl,
        async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`)),
      ),
  };
}

async function cloneTemplate(admin: Client, name: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await admin.query(`create database ${name} template ${templateDatabase} owner likista_owner`);
      return;
    } catch (error) {
      // 55006: another worker is cloning the template at this moment.
      if ((error as { code?: string }).code !== '55006' || attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 + 10 * attempt));
    }
  }
}

async function asAdmin(adminUrl: string, act: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await act(admin);
  } finally {
    await admin.end();
  }
}
