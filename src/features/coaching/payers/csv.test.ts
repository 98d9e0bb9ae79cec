import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvFile } from './csv.ts';

test.each(['=1+1', '+358', '-2', '@sum', '\tx', '\rx', '＝1+1', '=HYPERLINK("https://example.com")'])(
  'a cell that begins like a formula is made harmless: %j',
  (value) => {
    expect(csvCell(value).startsWith(`"'`)).toBe(true);
  },
);

test('a spreadsheet opens it as UTF-8 with semicolons, whatever the cells hold', () => {
  const cell = fc.string().filter((value) => !/^[=+\-@\t\r\n]/.test(value));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const file = csvFile(rows);
      expect(file.charCodeAt(0)).toBe(0xfeff);
      const width = Math.max(...rows.map((row) => row.length));
      const even = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
      const read = parse(csvFile(even), { bom: true, delimiter: ';', recordDelimiter: '\r\n' });
      expect(read).toEqual(even);
    }),
  );
});
