// Rows of signing in that have served their purpose. What is still needed to answer "who was signed in when" stays
// for the year that the access log's questions reach back; see docs/sign-in.md.
import { sql } from 'drizzle-orm';
import { houseZone, now } from '../../../platform/clock.ts';
import { defineJob, jobHandler } from '../../../platform/jobs.ts';
import type { Tx } from '../../../platform/tenancy.ts';

const clearing = defineJob<Record<string, never>>('sign-in-old-rows', { retryLimit: 2 });

/** The job and its hour: every night. */
export const clearSignIn = {
  handler: jobHandler(clearing, async ({ inOffice, offices }) => {
    for (const officeId of await offices()) await inOffice(officeId, clearOldSignIns);
  }),
  timed: { kind: clearing, cron: '41 3 * * *', zone: houseZone },
};

/** Removes spent codes and questions after a day, ended links after a month, ended sessions after a year. */
export async function clearOldSignIns(tx: Tx): Promise<void> {
  const before = (days: number) =>
    sql`${now()
      .subtract({ hours: days * 24 })
      .toString()}::timestamptz`;
  const office = sql`office_id = ${tx.officeId}`;
  await tx.execute(sql`delete from sign_in_codes where ${office} and expires_at < ${before(1)}`);
  await tx.execute(sql`delete from passkey_challenges where ${office} and expires_at < ${before(1)}`);
  await tx.execute(sql`delete from oidc_answers where ${office} and used_at < ${before(1)}`);
  await tx.execute(sql`delete from sign_in_requests where ${office} and created_at < ${before(1)}`);
  await tx.execute(sql`delete from personal_links l where ${office} and expires_at < ${before(30)}
    and not exists (select from sign_in_codes c where c.office_id = l.office_id and c.link_id = l.id)`);
  await tx.execute(sql`delete from sessions s where ${office} and expires_at < ${before(365)}
    and not exists (select from sign_in_codes c where c.office_id = s.office_id and c.session_id = s.id)`);
  await tx.execute(sql`delete from known_devices d where ${office}
    and (expires_at < ${before(1)} or revoked_at < ${before(30)})
    and not exists (select from sessions s where s.office_id = d.office_id and s.device_id = d.id)`);
}
