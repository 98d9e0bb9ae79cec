// From the bytes of a file to rows of text. Files come from Excel, from other systems and from typing, so the
// separator and the encoding are found out rather than asked.
import { CsvError, parse } from 'csv-parse/sync';

export type CsvRow = { line: number; cells: string[] };
export type CsvRead =
  | { ok: true; header: string[]; rows: CsvRow[] }
  | { ok: false; reason: 'empty' | 'too-many' | 'broken' | 'not-text'; line?: number };

const mostRows = 500;

/** Reads a CSV file: UTF-8, UTF-16 with its mark, or Windows-1252; separated by semicolon, comma or tab (RFC 4180). */
export function readCsv(bytes: Uint8Array): CsvRead {
  const text = decode(bytes);
  if (text.trim() === '') return { ok: false, reason: 'empty' };
  if (text.includes('\u0000')) return { ok: false, reason: 'not-text' };
  try {
    const records = parse(text, {
      delimiter: separatorOf(text),
      info: true,
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 100_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const [header, ...rows] = records;
    if (!header || rows.length === 0) return { ok: false, reason: 'empty' };
    if (rows.length > mostRows) return { ok: false, reason: 'too-many' };
    return {
      ok: true,
      header: header.record,
      rows: rows.map((row) => ({ line: row.info.lines, cells: row.record })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as { lines?: number }).lines;
    return { ok: false, reason: 'broken', ...(line === undefined ? {} : { line }) };
  }
}

/** One line of a file, with quotes where they are needed (RFC 4180). */
export function csvLine(cells: readonly string[], separator = ';'): string {
  const quoted = cells.map((cell) => (/[";,\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(separator)}\r\n`;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Excel in Finland still saves plain CSV in the old encoding of Windows; every byte means something in it.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

// The header has no reason to hold a separator inside quotes, so the sign that stands there most often is it.
function separatorOf(text: string): string {
  const header = text.trimStart().split(/\r|\n/, 1)[0] ?? '';
  const count = (sign: string) => header.split(sign).length - 1;
  const [best] = [';', ',', '\t'].sort((a, b) => count(b) - count(a));
  return best ?? ';';
}
