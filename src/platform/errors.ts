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

/** The name of the database constraint that refused a write, when that is what `error` is; else undefined. */
export function refusedConstraint(error: unknown): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const constraint = (cause as { constraint?: unknown }).constraint;
    if (typeof constraint === 'string') return constraint;
  }
  return undefined;
}
