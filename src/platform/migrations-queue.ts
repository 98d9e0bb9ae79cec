// The job queue's own tables (pg-boss, schema `pgboss`) are made by the owner, so that neither the application nor the
// workers may change them; each gets just the rights that its part of the queue needs.
import type { Client } from 'pg';
import { PgBoss } from 'pg-boss';

/** Installs or upgrades the queue's schema and grants its rights. Safe to repeat. */
export async function prepareQueue(client: Client, ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false });
  boss.on('error', () => {});
  await boss.start();
  try {
    await waitForIndexes(client);
  } finally {
    await boss.stop({ graceful: false });
  }
  await client.query(queueRights);
}

/** After an upgrade pg-boss builds new indexes in the background, which only the owner may do: stay until it has. */
async function waitForIndexes(client: Client): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const { rows } = await client.query<{ open: number }>(
      `select count(*)::int as open from pgboss.bam where status <> 'completed'`,
    );
    if (rows[0]?.open === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(
    'The job queue is still building indexes after five minutes. Start again to go on with it.',
  );
}

/**
 * Sending a job inside an application's transaction needs: the queue's options, one insert, the new job's id.
 * What a job carries can be read by workers only.
 */
const queueRights = `
  revoke all on schema pgboss from public;
  grant usage on schema pgboss to likista_app, likista_jobs;
  revoke all on all tables in schema pgboss from public;
  grant select on pgboss.version, pgboss.queue to likista_app;
  grant insert, select (id, name, start_after, singleton_key, state) on pgboss.job, pgboss.job_common to likista_app;
  grant select, insert, update, delete, maintain on all tables in schema pgboss to likista_jobs;
  grant execute on all functions in schema pgboss to likista_jobs;
  grant execute on function pgboss.job_now to likista_app;
  grant execute on function pgboss.job_now() to likista_app;
  grant execute on all functions in schema pgboss to likista_jobs;
  alter default privileges in schema pgboss grant select, insert, update, delete, maintain on tables to likista_jobs;
`;
