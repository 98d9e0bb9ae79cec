// Builds what the browser gets (dist/client) and the processes (dist/*.js). Does nothing when no source has changed,
// so that starting again is quick.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stampFile = join(root, 'dist', 'built-from');

function stampOfSources(): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\n${size}\n${mtimeMs}\n`);
  };
  for (const folder of ['src', 'public'])
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      add(join(folder, path));
  for (const path of ['vite.config.ts', 'package-lock.json', 'tsconfig.json']) add(path);
  return hash.digest('hex');
}

export async function buildIfChanged(): Promise<boolean> {
  const stamp = stampOfSources();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  // Only now: the builder alone takes longer to load than the sources take to compare.
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
  await build({ root, logLevel: 'warn', build: { ssr: true } });
  writeFileSync(stampFile, stamp);
  return true;
}

if (import.meta.main) await buildIfChanged();
