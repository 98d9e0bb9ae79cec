// npm run new-migration add-bookings: makes the next migration, migrations/NNNN-add-bookings.sql.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readMigrations } from '../src/platform/migrations.ts';

const beginning = `-- Why this change is made, in a sentence or two.

-- create table things (
--   office_id uuid not null references offices (office_id),
--   id uuid not null default uuidv7(),
--   primary key (office_id, id)
-- );
-- call protect_table('things');
`;

/** Writes the next migration in `folder` and returns its path. `name` is words in lower case, joined by hyphens. */
export async function newMigration(folder: string, name: string): Promise<string> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new Error(
      'Say what the migration does in lower case with hyphens: npm run new-migration add-bookings',
    );
  }
  const files = await readMigrations(folder);
  const next = Math.max(0, ...files.map((file) => Number(file.name.slice(0, 4)))) + 1;
  const file = path.join(folder, `${String(next).padStart(4, '0')}-${name}.sql`);
  // `wx` refuses to write over a file that somebody made a moment ago.
  await writeFile(file, beginning, { flag: 'wx' });
  return file;
}

if (import.meta.main) {
  try {
    console.log(
      await newMigration(path.join(import.meta.dirname, '..', 'migrations'), process.argv[2] ?? ''),
    );
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
