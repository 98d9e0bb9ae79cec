// Three kinds of error exist (STYLE.md). A "no" the user can act on is a returned value, never one of these.

/** Not there, or not yours: the same answer for both, so that nobody learns what exists. Thrown by `access.ts`. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** The person may do this after proving again who they are (step-up, ASVS 7.5.3). */
export class StepUpNeeded extends Error {
  override name = 'StepUpNeeded';
}

/** The request itself is unusable: a broken body, a missing key, one too many. Carries its HTTP status. */
export class BadRequest extends Error {
  override name = 'BadRequest';
  readonly status: 400 | 403 | 413 | 415 | 429;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: 400 | 403 | 413 | 415 | 429, message: string, retryAfterSeconds?: number) {
    super(message);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Nothing can be saved now (the disk is full), or the database does not answer at all. It passes by itself. */
export type Trouble = 'cannot-save' | 'away';

// PostgreSQL's classes of errors, appendix A of its manual: 53100 disk full, 25006 read-only transaction; 08 lost
// connection, 57P0x shutting down or starting, 53300 too many connections.
const cannotSave = /^(53100|25006|ENOSPC|EROFS|EDQUOT)$/;
const away = /^(08...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/** Whether `error` is the database's passing trouble and none of ours. */
export function troubleOf(error: unknown): Trouble | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = String((cause as { code?: unknown }).code ?? '');
    if (cannotSave.test(code)) return 'cannot-save';
    // The pool's own errors carry no code.
    if (
      away.test(code) ||
      /^Connection terminated|timeout exceeded when trying to connect/.test(cause.message)
    )
      return 'away';
  }
  return undefined;
}

/** The name of the database constraint that refused a write, when that is what `error` is; else undefined. */
export function refusedConstraint(error: unknown): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const constraint = (cause as { constraint?: unknown }).constraint;
    if (typeof constraint === 'string') return constraint;
  }
  return undefined;
}
