// The access log as people read it: a person their own, the data-protection officer everybody's. What is written
// into it comes through the `access.ts` of each feature (platform/access-log.ts).
import { z } from 'zod';
import { houseZone, todayIn } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { defineSetting, settingInForce } from '../offices/door.ts';
import { byDay } from './grouping.ts';
import type { OwnLog } from './own-log.tsx';
import { entriesPerPage, logEntries, positionFrom } from './queries.ts';
import { texts } from './texts.ts';

const showNames = defineSetting({
  key: 'access-log.show-names',
  title: texts.showNames,
  explanation: texts.showNamesText,
  schema: z.boolean(),
  fallback: {
    value: false,
    validFrom: Temporal.PlainDate.from('2023-06-22'),
    source: 'EU:n tuomioistuin C-579/21 (22.6.2023), tietosuoja-asetus 15 artikla',
  },
});

/** A page of who has looked at a person's data, for that person. `path` is the page's own address. */
export async function ownLogOf(
  tx: Tx,
  personId: string,
  path: string,
  before: string | undefined,
): Promise<OwnLog> {
  const entries = await logEntries(tx, { personId, before: positionFrom(before) });
  const last = entries.at(-1);
  return {
    personId,
    days: byDay(entries, houseZone),
    showNames: (await settingInForce(tx, showNames, todayIn())).value,
    older: entries.length === entriesPerPage && last ? `${path}?before=${last.position}` : undefined,
    newest: before === undefined ? undefined : path,
  };
}

/** Everything the log holds about a person, for the copy of their data; at most the newest 10,000 entries. */
export async function accessesAbout(tx: Tx, personId: string): Promise<Record<string, unknown>[]> {
  const all: Record<string, unknown>[] = [];
  let before: string | undefined;
  while (all.length < 10_000) {
    const entries = await logEntries(tx, { personId, before });
    for (const entry of entries) {
      all.push({
        at: entry.at.toString(),
        role: entry.actorId === personId ? 'self' : entry.actorRole,
        unit: entry.unit?.fi ?? null,
        act: entry.act,
        subject: entry.subject === 'blocked-pair' ? 'person' : entry.subject,
        purpose: entry.purpose,
      });
    }
    before = entries.at(-1)?.position;
    if (entries.length < entriesPerPage) break;
  }
  return all;
}
