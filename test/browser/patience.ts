// How tests wait: for what a person would see, as long as it takes on a machine however busy.
import { stopwatch } from '../../src/platform/clock.ts';

/** Milliseconds after which something that is waited for will not come any more. */
export const patience = 60_000;

/** Waits until `met`, and gives how many milliseconds it took. Throws after `milliseconds`. */
export async function until(
  what: string,
  met: () => Promise<boolean>,
  milliseconds = patience,
): Promise<number> {
  const elapsed = stopwatch();
  let cause: unknown;
  const tried = () =>
    met().catch((error) => {
      cause = error;
      return false;
    });
  while (elapsed() < milliseconds) {
    if (await tried()) return elapsed();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${what}: not within ${milliseconds} ms`, { cause });
}
