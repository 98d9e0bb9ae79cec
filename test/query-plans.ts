// What a page asks of the database and what the answers cost, for tests that hold plans flat as tables grow.
import { Client } from 'pg';
import { expect } from 'vitest';

type Asked = { text: string; values: unknown[] };
type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Plan[];
};

/** The SELECTs that a page asks, with their values. */
export async function askedBy(load: () => Response | Promise<Response>): Promise<Asked[]> {
  const asked: Asked[] = [];
  const { query } = Client.prototype;
  Client.prototype.query = function (this: Client, ...parts: unknown[]) {
    // What is asked together travels in one message; the queue of jobs asks its own questions meanwhile.
    const [{ statements = [] }] = parts as [{ statements?: readonly Partial<Asked>[] }];
    for (const { text = '', values = [] } of statements)
      if (/^\s*(select|with)\b/i.test(text) && /office_id/.test(text) && !/\binsert\b/i.test(text))
        asked.push({ text, values: [...values] });
    return (query as (...all: unknown[]) => unknown).apply(this, parts);
  } as typeof query;
  try {
    const answer = await load();
    expect(answer.status).toBe(200);
    await answer.text();
  } finally {
    Client.prototype.query = query;
  }
  return asked;
}

type Cost = { text: string; rows: number; endToEnd: string[] };

/** How the database answers each question as the application's own role; small tables may be read from end to end. */
export async function costsOf(
  url: string,
  officeId: string,
  asked: readonly Asked[],
  smallTables: ReadonlySet<string>,
): Promise<Cost[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`begin; select set_config('app.office', '${officeId}', true)`);
    const costs: Cost[] = [];
    for (const { text, values } of asked) {
      const { rows } = await client.query(`explain (analyze, format json) ${text}`, values as unknown[]);
      const plan = (rows[0] as { 'QUERY PLAN': { Plan: Plan }[] })['QUERY PLAN'][0]?.Plan;
      if (!plan) throw new Error('no plan');
      costs.push({ text: text.replaceAll(/\s+/g, ' ').slice(0, 200), ...sumOf(plan, smallTables) });
    }
    return costs;
  } finally {
    await client.end();
  }
}

/** Rows that the scans of a plan touch, and the growing tables that it reads from end to end. */
function sumOf(plan: Plan, smallTables: ReadonlySet<string>): { rows: number; endToEnd: string[] } {
  const table = plan['Relation Name'];
  const touched =
    (plan['Actual Rows'] +
      (plan['Rows Removed by Filter'] ?? 0) +
      (plan['Rows Removed by Index Recheck'] ?? 0)) *
    plan['Actual Loops'];
  const whole = /Seq Scan/.test(plan['Node Type']) && table && !smallTables.has(table) ? [table] : [];
  const below = (plan.Plans ?? []).map((one) => sumOf(one, smallTables));
  return {
    rows: (/Scan/.test(plan['Node Type']) ? touched : 0) + below.reduce((sum, one) => sum + one.rows, 0),
    endToEnd: [...whole, ...below.flatMap((one) => one.endToEnd)],
  };
}
