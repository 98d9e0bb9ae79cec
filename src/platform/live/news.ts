// What somebody who was not listening has missed, from the table of events.
import { sql } from 'drizzle-orm';
import type { Tx } from '../tenancy.ts';
import type { Listener } from './rights.ts';

/** Since the event at a position, or since so many seconds ago (when the page was asked for). */
export type Since = { after?: number | undefined; ageSeconds?: number | undefined };

/** Topics that may have changed, and the position from which to ask the next time. */
export type News = { after: number; topics: readonly string[] };

/** Transactions may commit in another order than their positions, so what came shortly before is told again. */
export const overlapSeconds = 30;
/** Who has been away longer is told that everything may have changed. */
const longestGapSeconds = 3600;

/** The news on these topics. Telling something twice is harmless; a page is then merely fetched once more. */
export async function topicsSince(
  tx: Tx,
  topics: readonly string[],
  since: Since,
  ownId: string | null = null,
): Promise<News> {
  const list = JSON.stringify(topics);
  const { rows } = await tx.execute<{ after: string; everything: boolean; topics: string[] }>(sql`
    with asked as (select case when ${since.after ?? null}::bigint is null
        then clock_timestamp() - make_interval(secs => ${since.ageSeconds ?? longestGapSeconds * 2})
        else (select recorded_at - make_interval(secs => ${overlapSeconds}) from events
               where office_id = ${tx.officeId} and position = ${since.after ?? null}::bigint) end as at),
    start as (select at, coalesce(at < clock_timestamp() - make_interval(secs => ${longestGapSeconds}), true) as long
       from asked)
    select coalesce((select max(position) from events where office_id = ${tx.officeId}), 0)::text as after,
      start.long as everything,
      array(select distinct topic from events e cross join unnest(e.topics) as topic
        where not start.long and e.office_id = ${tx.officeId}
          and e.recorded_at > start.at - interval '5 seconds'
          and (e.recorded_at > start.at or e.actor_id is distinct from ${ownId}::uuid)
          and topic in (select jsonb_array_elements_text(${list}::jsonb))) as topics
    from start`);
  const row = rows[0];
  if (!row) throw new Error('no news could be read');
  return { after: Number(row.after), topics: row.everything ? topics : row.topics };
}

/**
 * The news for one listener. A page asked for just after the person's own act shows that act already, so own acts
 * shortly before it are not told.
 */
export function latestNews(tx: Tx, listener: Listener, since: Since): Promise<News> {
  return topicsSince(tx, listener.topics, since, listener.personId);
}
