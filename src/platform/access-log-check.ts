// Walks the chain of the access log and names the first place where it no longer holds. Reads as likista_audit.
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { type Anchor, beginning, entryColumns, linkHash, type SealedEntry } from './access-log-chain.ts';

type ChainFault = {
  /**
   * `altered`: the entry's words are not those that were sealed. `missing`: a link has no entry, or a link itself is
   * gone. `reordered`: links or entries have changed places. `unsealed`: an entry has waited too long for its link.
   * `rewritten`: the chain is not the one that was told outside the database. `cut`: its end is gone.
   */
  kind: 'altered' | 'missing' | 'reordered' | 'unsealed' | 'rewritten' | 'cut';
  seq: number | undefined;
  entryId: string | undefined;
  /** The entry's moment, when it is still there. */
  at: string | undefined;
};

export type ChainCheck = { ok: true; entries: number; end: string } | ({ ok: false } & ChainFault);

type LinkRow = {
  seq: string;
  entry_id: string;
  previous_hash: Buffer;
  link_hash: Buffer;
} & { [Column in keyof SealedEntry]: SealedEntry[Column] };

const batch = 5_000;

/** Checks an office's whole chain, and against the anchors told outside, when there are any. */
export async function checkAccessLog(
  pool: pg.Pool,
  officeId: string,
  anchors: readonly Anchor[] = [],
): Promise<ChainCheck> {
  const told = hashesTold(anchors, officeId);
  let previous: Buffer = beginning;
  let seq = 0;
  for (;;) {
    const rows = await linksAfter(pool, officeId, seq);
    for (const row of rows) {
      const fault = faultOf(row, seq, previous, rows);
      if (fault) return { ok: false, ...fault };
      seq = Number(row.seq);
      previous = row.link_hash;
      const hash = previous.toString('hex');
      if (told.get(seq)?.some((one) => one !== hash)) {
        return { ok: false, kind: 'rewritten', seq, entryId: row.entry_id, at: row.at ?? undefined };
      }
    }
    if (rows.length < batch) break;
  }
  const furthest = Math.max(0, ...told.keys());
  if (furthest > seq) return { ok: false, kind: 'cut', seq: seq + 1, entryId: undefined, at: undefined };
  const waiting = await unsealed(pool, officeId);
  return waiting ?? { ok: true, entries: seq, end: previous.toString('hex') };
}

/** The anchors of a file, one JSON object a line. A file that is not there has none. */
export async function readAnchors(file: string): Promise<Anchor[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Anchor);
}

// A chain that was written anew tells its new end too, so all that was ever told of a link must agree.
function hashesTold(anchors: readonly Anchor[], officeId: string): Map<number, string[]> {
  const told = new Map<number, string[]>();
  for (const anchor of anchors) {
    if (anchor.officeId !== officeId) continue;
    told.set(anchor.seq, [...(told.get(anchor.seq) ?? []), anchor.hash]);
  }
  return told;
}

function faultOf(
  row: LinkRow,
  before: number,
  previous: Buffer,
  neighbours: readonly LinkRow[],
): ChainFault | undefined {
  const seq = Number(row.seq);
  const named = { seq, entryId: row.entry_id, at: row.at ?? undefined };
  if (seq !== before + 1) {
    return { kind: 'missing', seq: before + 1, entryId: undefined, at: undefined };
  }
  if (!row.previous_hash.equals(previous)) return { kind: 'reordered', ...named };
  if (row.id === null) return { kind: 'missing', ...named };
  if (linkHash(previous, row).equals(row.link_hash)) return undefined;
  const elsewhere = neighbours.some((other) => other.id && linkHash(previous, other).equals(row.link_hash));
  return { kind: elsewhere ? 'reordered' : 'altered', ...named };
}

async function linksAfter(pool: pg.Pool, officeId: string, seq: number): Promise<LinkRow[]> {
  const { rows } = await pool.query<LinkRow>(
    `select c.seq, c.entry_id::text, c.previous_hash, c.hash as link_hash, ${entryColumns}
       from access_log_chain c
       left join access_log l on l.office_id = c.office_id and l.id = c.entry_id
      where c.office_id = $1 and c.seq > $2 order by c.seq limit ${batch}`,
    [officeId, seq],
  );
  return rows;
}

// The database's own clock wrote the entries, so it also says how old they are.
async function unsealed(pool: pg.Pool, officeId: string): Promise<ChainCheck | undefined> {
  const { rows } = await pool.query<SealedEntry>(
    `select ${entryColumns} from access_log l
      where l.office_id = $1 and l.at < now() - interval '10 minutes'
        and not exists (select from access_log_chain c where c.office_id = l.office_id and c.entry_id = l.id)
      order by l.position limit 1`,
    [officeId],
  );
  const row = rows[0];
  if (!row) return undefined;
  return {
    ok: false,
    kind: 'unsealed',
    seq: undefined,
    entryId: row.id ?? undefined,
    at: row.at ?? undefined,
  };
}
