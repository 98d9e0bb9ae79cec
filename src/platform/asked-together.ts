// Questions that are asked in one breath travel in one message and are answered in one: on a page of many small
// questions, sending each by itself costs more than answering it. PostgreSQL's protocol foresees it ("Extended Query",
// "Pipelining"): statement after statement, then one Sync. `pg` sends a Sync, and so an answer, with each statement.
import pg from 'pg';
import { preparedName } from './prepared-queries.ts';

type Question = { text: string; name?: string };
type Answered = (error: Error | null, result?: pg.QueryResult) => void;

/** What `pg` keeps to itself of a statement on its way (pg/lib/query.js). */
type Statement = Omit<pg.Query, 'submit'> & {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: unknown[] | undefined;
  readonly callback: Answered;
  /** Our own mark: nothing more is awaited for it. */
  answered?: boolean;
  readonly _result: { _types?: unknown };
  prepare(wire: pg.Connection): void;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: pg.Connection): void;
  handleReadyForQuery(wire: pg.Connection): void;
};
type Wire = pg.Connection & { submittedNamedStatements: Record<string, string> };

type AskedTogether = {
  /** The connection for drizzle, which calls `query(config, values)`. */
  readonly client: pg.PoolClient;
  /** Asks one thing; what is asked before the next answer can be heard goes with it. */
  query(question: Question | string, values?: unknown[]): Promise<pg.QueryResult>;
  /** Refuses whatever is asked from now on: the transaction is over, and the connection may be another's. */
  close(): void;
};

/** Gathers the questions of one transaction on `client`; their order stays. */
export function askTogether(client: pg.PoolClient): AskedTogether {
  let waiting: Statement[] = [];
  let underWay = false;
  let closed = false;

  const send = () => {
    if (underWay || waiting.length === 0) return;
    underWay = true;
    const message = inOneMessage(waiting, () => {
      underWay = false;
      send();
    });
    waiting = [];
    client.query(message);
  };

  const query = (question: Question | string, values?: unknown[]) =>
    new Promise<pg.QueryResult>((resolve, reject) => {
      if (closed) return reject(new Error('asked after the end of the transaction'));
      const asked = typeof question === 'string' ? { text: question } : question;
      const name = asked.name ?? preparedName(asked.text);
      waiting.push(
        statement(client, { ...asked, ...(name ? { name } : {}) }, values, (error, result) =>
          error ? reject(error) : resolve(result as pg.QueryResult),
        ),
      );
      // All that is asked in the same turn, also behind promises that are settled already, comes before this.
      if (waiting.length === 1) queueMicrotask(() => process.nextTick(send));
    });

  return {
    client: new Proxy(client, { get: (target, key) => (key === 'query' ? query : Reflect.get(target, key)) }),
    query,
    close() {
      closed = true;
      for (const one of waiting.splice(0))
        one.callback(new Error('the transaction ended before this was asked'));
    },
  };
}

function statement(
  client: pg.PoolClient,
  config: Question,
  values: unknown[] | undefined,
  answered: Answered,
): Statement {
  const hear: Answered = (error, result) => {
    made.answered = true;
    answered(error, result);
  };
  const made = new pg.Query(config, values as unknown[], hear as never) as unknown as Statement;
  made._result._types ??= (client as unknown as { _types: unknown })._types;
  return made;
}

/**
 * What `pg` sends and hears as if it were one query. When a statement fails, the database skips those behind it up to
 * the Sync; they fail with the same error, as in a failed transaction they would.
 */
function inOneMessage(asked: readonly Statement[], over: () => void): pg.Submittable {
  let sent = asked;
  let at = 0;
  return {
    /** What it carries, for whoever listens to what a page asks. */
    statements: asked,
    get name() {
      return sent[at]?.name;
    },
    get text() {
      return sent[at]?.text;
    },
    submit(wire: pg.Connection) {
      const withoutSync: pg.Connection = Object.create(wire, { sync: { value: () => {} } });
      wire.stream.cork();
      // A value that cannot be sent fails its own question only: `pg` answers it at once and sends no execution.
      sent = asked.filter((one) => {
        one.prepare(withoutSync);
        return !one.answered;
      });
      wire.sync();
      wire.stream.uncork();
      return null;
    },
    handleRowDescription: (message: unknown) => sent[at]?.handleRowDescription(message),
    handleDataRow: (message: unknown) => sent[at]?.handleDataRow(message),
    handleCommandComplete(message: unknown, wire: pg.Connection) {
      sent[at]?.handleCommandComplete(message, wire);
      at++;
    },
    handleEmptyQuery() {
      at++;
    },
    handleReadyForQuery(wire: pg.Connection) {
      for (const one of sent) one.handleReadyForQuery(wire);
      over();
    },
    handleError(error: Error, wire: Wire) {
      for (const one of sent.slice(0, at)) one.handleReadyForQuery(wire);
      for (const one of sent.slice(at)) {
        // Of a skipped statement nothing is known at the other end.
        if (one.name) delete wire.submittedNamedStatements[one.name];
        one.callback(error);
      }
      over();
    },
  } as pg.Submittable;
}
