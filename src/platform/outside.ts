// What an action may reach beside its transaction. Built once per process and carried by every transaction,
// so that nothing is ambient and tests can put a fake at the outside world only.
import type { AccessLogChain } from './access-log-chain.ts';
import type { Config } from './config.ts';
import type { Keys } from './encryption.ts';
import type { FileStore } from './files.ts';
import type { Jobs } from './jobs.ts';
import type { Log } from './log.ts';
import type { Mail } from './mail.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Sms } from './sms.ts';

export type Outside = {
  readonly config: Config;
  readonly jobs: Jobs;
  /** Seals the access log; as a role of its own, beside the transaction. */
  readonly chain: AccessLogChain;
  readonly keys: Keys;
  readonly files: FileStore;
  readonly log: Log;
  /** How often something may be tried. Counts stay when the transaction rolls back. */
  readonly limits: RateLimits;
  /** Undefined where none is set up; the demonstration shows its messages on a page instead. */
  readonly mail: Mail | undefined;
  readonly sms: Sms | undefined;
};
