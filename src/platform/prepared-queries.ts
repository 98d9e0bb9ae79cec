// Statements that come back are prepared once per connection: on a page of small queries the database otherwise spends
// more on reading the SQL than on answering it.

// A text with a list of changing length is another statement each time; only texts seen before are prepared, and only
// so many, so that a connection's memory stays bounded.
const preparedLimit = 1_000;
const names = new Map<string, string>();
const seenOnce = new Set<string>();

/** The name under which a connection keeps the statement; undefined for one that may never come back. */
export function preparedName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= preparedLimit) return known;
  if (!seenOnce.has(text)) {
    if (seenOnce.size > preparedLimit * 4) seenOnce.clear();
    seenOnce.add(text);
    return undefined;
  }
  seenOnce.delete(text);
  const name = `q${names.size}`;
  names.set(text, name);
  return name;
}
