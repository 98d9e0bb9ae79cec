// Which office an address belongs to: by host name, by the first part of the path, or because there is only one.
// Kept in memory and read again when it is older than a few seconds or the name is unknown.
import type pg from 'pg';
import { stopwatch } from './clock.ts';
import type { OfficeAddress } from './web.ts';

export type OfficeAddresses = {
  /** Reads the directory when it is stale, or `anew` when an office was opened in this process just now. */
  refresh(anew?: boolean): Promise<void>;
  /** Separates a first path part that names an office from the rest: `/likijarvi/services` → `/services`. */
  split(pathname: string): { slug: string | undefined; path: string };
  /** The office at this host and first path part; undefined when there is none. */
  find(host: string, slug: string | undefined): OfficeAddress | undefined;
  readonly all: () => readonly { officeId: string; slug: string }[];
};

type Row = { office_id: string; slug: string; host: string | null };
const staleMilliseconds = 5_000;

export function openOfficeAddresses(pool: pg.Pool): OfficeAddresses {
  let rows: Row[] = [];
  let bySlug = new Map<string, Row>();
  let byHost = new Map<string, Row>();
  let age = () => Number.POSITIVE_INFINITY;
  let reading: Promise<void> | undefined;

  const read = async () => {
    const result = await pool.query<Row>(
      'select office_id, slug, host from house.office_addresses order by slug',
    );
    rows = result.rows;
    bySlug = new Map(rows.map((row) => [row.slug, row]));
    byHost = new Map(rows.filter((row) => row.host).map((row) => [row.host as string, row]));
    age = stopwatch();
  };

  return {
    async refresh(anew = false) {
      if (!anew && age() < staleMilliseconds) return;
      reading ??= read().finally(() => {
        reading = undefined;
      });
      await reading;
    },
    split(pathname) {
      const [, first = '', ...rest] = pathname.split('/');
      return bySlug.has(first)
        ? { slug: first, path: `/${rest.join('/')}` }
        : { slug: undefined, path: pathname };
    },
    find(host, slug) {
      const named = slug === undefined ? undefined : bySlug.get(slug);
      if (named) return { officeId: named.office_id, slug: named.slug, pathPrefix: `/${named.slug}` };
      const hosted = byHost.get(host.split(':')[0] ?? '');
      const only = rows.length === 1 ? rows[0] : undefined;
      const found = hosted ?? only;
      return found ? { officeId: found.office_id, slug: found.slug, pathPrefix: '' } : undefined;
    },
    all: () => rows.map((row) => ({ officeId: row.office_id, slug: row.slug })),
  };
}
