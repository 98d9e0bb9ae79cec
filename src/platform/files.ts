// Where file bodies rest: a folder beside the data, or an S3-compatible bucket. They arrive here sealed; the store
// knows neither what they are nor whose.
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from './config.ts';

export type FileStore = {
  /** Keeps `body` under `key`; replaces what was there. When it returns, the body survives a loss of power. */
  put(key: string, body: Buffer): Promise<void>;
  /** Gives the body, or undefined when there is none. */
  get(key: string): Promise<Buffer | undefined>;
  /** Removes the body; nothing happens when there is none. */
  remove(key: string): Promise<void>;
  /** Keys that begin with `prefix` and come after `after`, in order, at most 1,000. */
  list(prefix: string, after?: string): Promise<string[]>;
};

/** Opens the store that the configuration names. */
export async function openFiles(config: Config): Promise<FileStore> {
  if (!config.s3) return openFolder(join(config.dataFolder, 'files'));
  // The client of the bucket is large; only those who have one read it.
  const { openBucket } = await import('./files-bucket.ts');
  return openBucket(config.s3);
}

const key = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;
const mostAtOnce = 1_000;

/** Throws for anything that is not plain parts of lower-case letters, digits and `-`, so that no key leads elsewhere. */
export function checkKey(value: string): string {
  if (!key.test(value) || value.length > 200) throw new Error('not the key of a file');
  return value;
}

/** A store in a folder of this machine. */
export function openFolder(folder: string): FileStore {
  const place = (value: string) => join(folder, checkKey(value));
  return {
    async put(value, body) {
      const path = place(value);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const unfinished = `${path}.${crypto.randomUUID()}.part`;
      try {
        const file = await open(unfinished, 'wx', 0o600);
        try {
          await file.writeFile(body);
          await file.sync();
        } finally {
          await file.close();
        }
        // A reader sees the old body or the new one, never a half; the name itself is made lasting after.
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
    },
    get: (value) => readFile(place(value)).catch(unlessMissing),
    remove: (value) => rm(place(value), { force: true }),
    async list(prefix, after = '') {
      const found = await readdir(join(folder, checkKey(prefix)), {
        recursive: true,
        withFileTypes: true,
      }).catch(unlessMissing);
      return (found ?? [])
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .filter((name) => name > after)
        .sort()
        .slice(0, mostAtOnce);
    },
  };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

// Any other trouble of the disk must not pass as "there is no such file".
function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
