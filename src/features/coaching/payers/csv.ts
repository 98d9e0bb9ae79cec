// Comma-separated values (RFC 4180) as a spreadsheet of these parts opens them: UTF-8 with a byte order mark,
// semicolons between cells, and no cell that a spreadsheet would take for a formula.

/** Beginnings that make a spreadsheet calculate (OWASP, CSV injection); the full-width ones are read as the plain. */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** One cell: made harmless by an apostrophe before a formula's first character, and quoted. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = formula.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** A whole file from its rows. */
export function csvFile(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`;
}
