// Personal links: made, found, used. A link alone opens nothing on a strange browser, so one that was forwarded, read
// by a mail scanner or found in somebody else's hand is of no use.
import { sql } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { hashOfToken, newToken } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { ownPath } from '../../../../platform/web.ts';
import { thisOffice } from '../../offices/door.ts';
import { personalLinks } from '../tables.ts';

export type NewLink = {
  /** The page it leads to, a path of our own: `/rooms/<id>`. */
  landsOn: string;
  expiresAt: Temporal.Instant;
  /** Opens without a code, in the demonstration only. */
  demonstration?: boolean;
  /** Opens one sign-in only; a visit's link opens until it expires. */
  once?: boolean;
};

/** Makes a link of one person to one page. Gives its path, `/<office>/l/<token>`; only a hash of it is kept. */
export async function makePersonalLink(tx: Tx, personId: string, link: NewLink): Promise<string> {
  const token = newToken();
  await tx.insert(personalLinks).values({
    personId,
    tokenHash: hashOfToken(token),
    purpose: link.once ? 'sign-in' : 'visit',
    landsOn: ownPath(link.landsOn),
    demonstration: link.demonstration ?? false,
    createdAt: now(),
    expiresAt: link.expiresAt,
  });
  return `/${(await thisOffice(tx)).slug}/l/${token}`;
}

export type FoundLink = {
  id: string;
  personId: string;
  landsOn: string;
  demonstration: boolean;
  used: boolean;
};

/** The link with this token while it is in force; `used` tells that it has done its one sign-in already. */
export async function linkOf(
  tx: Tx,
  token: string,
  options: { lock?: boolean } = {},
): Promise<FoundLink | undefined> {
  const { rows } = await tx.execute<{
    id: string;
    person_id: string;
    lands_on: string;
    demonstration: boolean;
    used: boolean;
  }>(sql`
    select id, person_id, lands_on, demonstration, purpose = 'sign-in' and used_count > 0 as used
    from personal_links where office_id = ${tx.officeId} and token_hash = ${hashOfToken(token)}
      and revoked_at is null and expires_at > ${now().toString()}::timestamptz
    ${options.lock ? sql`for no key update` : sql``}`);
  const row = rows[0];
  // The demonstration's links open without a code, so outside a demonstration there are none.
  if (!row || (row.demonstration && !tx.outside.config.demo)) return undefined;
  return {
    id: row.id,
    personId: row.person_id,
    landsOn: row.lands_on,
    demonstration: row.demonstration,
    used: row.used,
  };
}

/** Counts a use. Gives false when the link has already done its one sign-in, also in a race of two. */
export async function useLink(tx: Tx, linkId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`update personal_links set used_count = used_count + 1
    where office_id = ${tx.officeId} and id = ${linkId} and revoked_at is null
      and (purpose = 'visit' or used_count = 0) returning id`);
  return rows.length > 0;
}
