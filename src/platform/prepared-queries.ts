// Statements that come back are prepared once per connection: on a page of small queries the database otherwise spends
// more on reading the SQL than on answering it.
import type pg from 'pg';

// A text with a list of changing length is another statement each time; only texts seen before are prepared, and only
// so many, so that a connection's memory stays bounded.
const preparedLimit = 1_000;
const names = new Map<string, string>();
const seenOnce = new Set<string>();

function nameOf(text: string): string | undefined {
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

type Query = { text: string; name?: string };

/** The same connection, its statements prepared. For drizzle, which calls `query(config, values)`. */
export function withPreparedQueries(client: pg.PoolClient): pg.PoolClient {
  const query = (config: Query | string, values?: unknown[]) => {
    if (typeof config === 'string') return client.query(config, values);
    const name = config.name ?? nameOf(config.text);
    return client.query(name === undefined ? config : { ...config, name }, values);
  };
  return new Proxy(client, { get: (target, key) => (key === 'query' ? query : Reflect.get(target, key)) });
}
