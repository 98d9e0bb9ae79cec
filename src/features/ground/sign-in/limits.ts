// How often the ways in may be tried. Networks are limited because one attacker has one (or many addresses of one
// /64); persons are limited because one victim has many attackers. What only a person's own browser or own link can
// use up is counted apart, so that others' tries never lock anybody out.
import { BadRequest } from '../../../platform/errors.ts';
import { dayWindow, type Limit, networkOf } from '../../../platform/rate-limits.ts';
import { hashOfToken } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';

const minute = 60;
// An office and its clients may share one address, so a network has room for a morning rush.
const networkLimits = {
  request: { limit: 60, windowSeconds: 10 * minute },
  link: { limit: 120, windowSeconds: 10 * minute },
  code: { limit: 120, windowSeconds: 10 * minute },
  passkey: { limit: 120, windowSeconds: 10 * minute },
  oidc: { limit: 120, windowSeconds: 10 * minute },
  logout: { limit: 600, windowSeconds: minute },
} satisfies Record<string, Limit>;

/** Counts one try from this network. Throws 429 when there have been too many. */
export async function limitNetwork(
  tx: Tx,
  what: keyof typeof networkLimits,
  remoteAddress: string,
): Promise<void> {
  const taken = await tx.outside.limits.take(
    `sign-in:${what}:${networkOf(remoteAddress)}`,
    networkLimits[what],
  );
  if (!taken.ok) throw new BadRequest(429, 'too many tries from one network', taken.retryAfterSeconds);
}

/** Whether this network may ask for a link to this address once more. The answer to the visitor is the same. */
export async function mayAskFor(tx: Tx, address: string, remoteAddress: string): Promise<boolean> {
  const key = `sign-in:asked:${hashOfToken(`${tx.officeId}\n${address}`).toString('base64url')}:${networkOf(remoteAddress)}`;
  return (await tx.outside.limits.take(key, { limit: 5, windowSeconds: 15 * minute })).ok;
}

/** Whether one more link may be sent to a person. Their own known browser is not held back by what others ask. */
export async function maySendLink(tx: Tx, personId: string, deviceId: string | undefined): Promise<boolean> {
  const taken = deviceId
    ? await tx.outside.limits.take(`sign-in:link-to-device:${deviceId}`, {
        limit: 10,
        windowSeconds: 15 * minute,
      })
    : await tx.outside.limits.take(`sign-in:link-to:${personId}`, { limit: 20, windowSeconds: 60 * minute });
  return taken.ok;
}

/** Counts one code sent to a person. Only who holds the person's link can ask for one. Throws 429. */
export async function limitCodesTo(tx: Tx, personId: string): Promise<void> {
  const taken = await tx.outside.limits.take(`sign-in:codes:${personId}`, {
    limit: 10,
    windowSeconds: 60 * minute,
  });
  if (!taken.ok) throw new BadRequest(429, 'too many codes for one person', taken.retryAfterSeconds);
}

/** Counts one code tried for a person; in a day 50 of a million can be tried. Throws 429. */
export async function limitTriesFor(tx: Tx, personId: string): Promise<void> {
  const taken = await tx.outside.limits.take(`sign-in:tries:${personId}`, {
    limit: 50,
    windowSeconds: dayWindow,
  });
  if (!taken.ok) throw new BadRequest(429, 'too many codes tried for one person', taken.retryAfterSeconds);
}

/** The person has proved themselves: what was tried before counts no more. */
export async function forgetTries(tx: Tx, personId: string): Promise<void> {
  await tx.outside.limits.forget(`sign-in:tries:${personId}`);
}
