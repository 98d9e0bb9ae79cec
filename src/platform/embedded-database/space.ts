// Watches the disk under the embedded database. PostgreSQL panics when it cannot write its log, so before that the
// ballast file is let go and the cluster is made read-only; it writes again when there is room.
import { open, readFile, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { askServer } from './server.ts';

const mebibyte = 1024 * 1024;

/** All in bytes. Below `stopWritingBelow` of free space the server only reads; above `writeAgainAbove` it writes. */
export type SpaceLimits = { ballast: number; stopWritingBelow: number; writeAgainAbove: number };

export const usualLimits: SpaceLimits = {
  ballast: 64 * mebibyte,
  stopWritingBelow: 128 * mebibyte,
  writeAgainAbove: 320 * mebibyte,
};

/** Free bytes on the disk that holds `folder`. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

export function inMebibytes(bytes: number): string {
  return `${Math.round(bytes / mebibyte)} MiB`;
}

const ballastFile = (folder: string) => path.join(folder, 'ballast');

/** Lays down the ballast. Bytes are random, so that no file system stores them in less room than they claim. */
export async function layBallast(folder: string, bytes: number): Promise<void> {
  const there = await stat(ballastFile(folder)).catch(() => undefined);
  if (bytes === 0 || there?.size === bytes) return;
  const file = await open(ballastFile(folder), 'w', 0o600);
  try {
    const block = crypto.getRandomValues(new Uint8Array(Math.min(bytes, 65_536)));
    for (let written = 0; written < bytes; written += block.length) {
      await file.write(block, 0, Math.min(block.length, bytes - written));
    }
  } finally {
    await file.close();
  }
}

export async function releaseBallast(folder: string): Promise<void> {
  await rm(ballastFile(folder), { force: true });
}

/** New transactions of every session become read-only (or writable) within a moment; error 25006 tells them why. */
export async function setReadOnly(adminUrl: string, readOnly: boolean): Promise<void> {
  const change = readOnly ? 'set default_transaction_read_only = on' : 'reset default_transaction_read_only';
  await askServer(adminUrl, `alter system ${change}`, 'select pg_reload_conf()');
}

/** Whether the cluster was made read-only, perhaps by a process before this one. */
export async function isReadOnly(cluster: string): Promise<boolean> {
  const settings = await readFile(path.join(cluster, 'postgresql.auto.conf'), 'utf8').catch(() => '');
  return /^default_transaction_read_only\s*=\s*'?on/m.test(settings);
}
