// Pure: how large a file may be, what it is called, and how long an address to it is good.
import type { FileKind } from '../../../platform/file-kinds.ts';

const megabyte = 1024 * 1024;

/** The largest body of each kind as it arrives. */
export const largestBytes: Record<FileKind, number> = {
  image: 20 * megabyte,
  audio: 25 * megabyte,
  pdf: 15 * megabyte,
};

/** The `bodyLimit` of a route that takes one file: the largest kind and room for the form around it. */
export const fileBodyLimit = 26 * megabyte;

// Direction marks can make a name read backwards ("kuva‮gpj.exe"); controls and separators can leave a folder.
const unwanted = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;
const longestName = 80;

/** A name to show and to save under: no path, no controls or direction marks, and the ending of what it really is. */
export function cleanFileName(given: string, extension: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(unwanted, '')
    .replace(/[<>:"|?*%]/g, ' ')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const name = [...plain].slice(0, longestName).join('').trim();
  return `${name === '' ? 'file' : name}.${extension}`;
}

const stepMinutes = 5;

/**
 * When an address made now ends: between 5 and 10 minutes away, on a whole step of five, so that a page opened again
 * names the same address and the browser need not fetch the file again.
 */
export function endOfAddress(at: Temporal.Instant): Temporal.Instant {
  const step = stepMinutes * 60_000;
  const steps = Math.floor(at.epochMilliseconds / step) + 2;
  return Temporal.Instant.fromEpochMilliseconds(steps * step);
}

export type ByteRange = { from: number; to: number };

/**
 * The one range that a `Range` header asks for (RFC 9110, section 14), both ends included; `unsatisfiable` when it lies
 * outside. Undefined for no header and for what we need not understand: then the whole is sent.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(header ?? '');
  if (!match) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from >= size || from > to ? 'unsatisfiable' : { from, to };
}
