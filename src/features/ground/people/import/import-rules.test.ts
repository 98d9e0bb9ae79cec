import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine, readCsv } from './csv.ts';
import { type Cells, cellsOf, holdsIdentityCode, importFields, readHeader, readRow } from './import-rules.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) =>
  Uint8Array.from([...text].map((sign) => windows1252[sign] ?? sign.charCodeAt(0)));
const windows1252: Record<string, number> = { '€': 0x80, '–': 0x96, Š: 0x8a };
const utf16 = (text: string) =>
  new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
const today = Temporal.PlainDate.from('2026-11-24');
const usual = { language: 'fi' as const, today };

describe('files as they come', () => {
  const table = 'Etunimi;Sukunimi;Sähköposti\r\nÅsa;Öhman;asa@example.fi\r\n';
  test.each<[string, Uint8Array]>([
    ['UTF-8', bytes(table)],
    ['UTF-8 with its mark', bytes(`\uFEFF${table}`)],
    ['Windows-1252', latin(table)],
    ['UTF-16 of Excel', utf16(table.replaceAll(';', '\t'))],
    ['commas', bytes(table.replaceAll(';', ','))],
    ['tabs', bytes(table.replaceAll(';', '\t'))],
    ['line feeds only', bytes(table.replaceAll('\r\n', '\n'))],
    ['old carriage returns', bytes(table.replaceAll('\r\n', '\r'))],
    ['quotes around everything', bytes(table.replace(/[^;\r\n]+/g, '"$&"'))],
    ['empty lines and rows', bytes(table.replaceAll('\r\n', '\r\n\r\n;;\r\n'))],
    ['no break at the end', bytes(table.trimEnd())],
    ['spaces around', bytes(table.replaceAll(';', ' ; '))],
  ])('%s', (_, file) => {
    const read = readCsv(file);
    expect(read.ok && [read.header, read.rows.map((row) => row.cells)]).toEqual([
      ['Etunimi', 'Sukunimi', 'Sähköposti'],
      [['Åsa', 'Öhman', 'asa@example.fi']],
    ]);
  });

  test('quotes hold separators, quotes and line breaks, and rows keep the line they stand on', () => {
    const read = readCsv(bytes('a;b\n"x;""y""\nz";2\n3;4\n'));
    expect(read.ok && read.rows).toEqual([
      { line: 3, cells: ['x;"y"\nz', '2'] },
      { line: 4, cells: ['3', '4'] },
    ]);
  });

  test.each([
    ['', 'empty'],
    ['   \n\n', 'empty'],
    ['Etunimi;Sukunimi\n', 'empty'],
    ['a;b\n"auki;2\n', 'broken'],
    ['a;b\nx "y" z";2\n"1" 2;3', 'broken'],
    ['PK\u0003\u0004\u0000\u0000;x\n1;2', 'not-text'],
    [`a;b\n${'1;2\n'.repeat(501)}`, 'too-many'],
    [`a;b\n"${'x'.repeat(200_000)}";2`, 'broken'],
  ])('%#: what cannot be read is said', (text, reason) => {
    expect(readCsv(bytes(text))).toMatchObject({ ok: false, reason });
  });

  test('no bytes break the reading', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (file) => typeof readCsv(file).ok === 'boolean'),
    );
  });

  test('what we write reads back the same', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replaceAll('\r', '').trim());
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
        fc.pre(cells.some((one) => one !== '') && !cells.some((one) => one.includes('\u0000')));
        const header = cells.map((_, at) => `c${at}`);
        const read = readCsv(bytes(csvLine(header) + csvLine(cells)));
        expect(read.ok && read.rows[0]?.cells).toEqual(cells);
      }),
    );
  });
});

describe('columns', () => {
  test.each([
    [['Etunimi', 'Sukunimi', 'Puhelin', 'Sähköposti-osoite', 'Matka (km)']],
    [['FÖRNAMN', 'efternamn', 'Telefon', 'E-postadress', 'Avstånd km']],
    [['First name', 'Last name', 'phone', 'E-mail', 'Distance km']],
  ])('are known by their names in %j', (header) => {
    expect(readHeader(header)).toEqual({
      ok: true,
      columns: ['given', 'family', 'phone', 'email', 'distance'],
      unknown: [],
    });
  });

  test('that are not ours are named and left behind', () => {
    const read = readHeader(['Sukunimi', 'Kengännumero', 'Etunimi', 'Etunimi']);
    expect(read).toEqual({
      ok: true,
      columns: ['family', undefined, 'given', undefined],
      unknown: ['Kengännumero', 'Etunimi'],
    });
    if (!read.ok) return;
    expect(cellsOf({ line: 2, cells: ['Salo', '43', 'Ninni', 'x'] }, read.columns)).toEqual({
      line: 2,
      cells: { family: 'Salo', given: 'Ninni' },
    });
  });

  test('without names are refused', () => {
    expect(readHeader(['Nimi', 'Puhelin'])).toEqual({ ok: false, reason: 'names-missing' });
  });
});

test.each([
  ['131052-308T', true],
  ['131052A308T', true],
  ['asia 010594Y9032 tms', true],
  ['040 123 4567', false],
  ['010203-1', false],
])('a personal identity code is noticed in %j: %s', (cell, found) => {
  expect(holdsIdentityCode([{ line: 2, cells: ['x', cell] }])).toBe(found);
});

describe('rows', () => {
  const ninni: Cells = { given: 'Ninni', family: 'Salo', phone: '040 123 4567' };
  const problemsOf = (cells: Cells) => readRow(cells, usual).problems.map((one) => one.text.fi);

  test('a short row is enough, and the way to reach follows from what there is', () => {
    expect(readRow(ninni, usual)).toMatchObject({
      person: { phone: '+358401234567', channel: 'sms', language: 'fi', bornOn: null },
      problems: [],
    });
    expect(readRow({ given: 'A', family: 'B', email: 'a@b.fi' }, usual).person.channel).toBe('email');
    expect(readRow({ given: 'A', family: 'B', address: 'Tie 1' }, usual).person.channel).toBe('letter');
  });

  test('a full row is read in any of our languages', () => {
    const full: Cells = {
      ...ninni,
      born: '1.2.2001',
      language: 'Svenska',
      channel: 'Textmeddelande',
      distance: '42 km',
      needs: 'Tulkki',
    };
    expect(readRow(full, usual)).toMatchObject({
      person: { language: 'sv', channel: 'sms', distanceKm: 42, accessibilityNeeds: 'Tulkki' },
      problems: [],
    });
  });

  test.each<[Cells, RegExp]>([
    [{ ...ninni, given: '' }, /Etunimi ja sukunimi/],
    [{ ...ninni, phone: 'soita äidille' }, /Puhelinnumeroa/],
    [{ ...ninni, email: 'a@' }, /Sähköpostiosoitetta/],
    [{ ...ninni, born: '31.2.2001' }, /Syntymäaikaa/],
    [{ ...ninni, born: '1.1.2030' }, /Syntymäaikaa/],
    [{ ...ninni, language: 'klingon' }, /Kieltä/],
    [{ ...ninni, channel: 'savumerkki' }, /Yhteydenottotapaa/],
    [{ ...ninni, channel: 'kirje' }, /Valittuun yhteydenottotapaan/],
    [{ ...ninni, distance: '-3' }, /Matkan/],
    [{ ...ninni, family: 'x'.repeat(81) }, /liian pitkä/],
    [{ given: 'A', family: 'B' }, /ei saa yhteyttä/],
  ])('%j is told what is wrong', (cells, words) => {
    expect(problemsOf(cells).join(' ')).toMatch(words);
  });

  test('whatever stands in the cells, a row without problems is one that the database takes', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.constantFrom('', '0401234567', 'a@b.fi', '1.1.2000', 'sms', 'fi'),
    );
    const row = fc.array(cell, { minLength: importFields.length, maxLength: importFields.length });
    fc.assert(
      fc.property(row, (cells) => {
        const { cells: kept } = cellsOf({ line: 2, cells }, importFields);
        const { person, problems } = readRow(kept, usual);
        expect(JSON.stringify(kept)).not.toContain('\\u0000');
        if (problems.length > 0) return;
        expect(person.givenName.length).toBeGreaterThan(0);
        expect(person.givenName.length).toBeLessThanOrEqual(80);
        expect(person.phone ?? person.email ?? person.postalAddress).toBeTruthy();
      }),
    );
  });
});
