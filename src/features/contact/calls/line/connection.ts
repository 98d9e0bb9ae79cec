// How a participant's browser may reach the others: through which servers, and whether straight or only by a relay.
import { createHmac, randomBytes } from 'node:crypto';
import { now, todayIn } from '../../../../platform/clock.ts';
import type { Config } from '../../../../platform/config.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { settingInForce } from '../../../ground/offices/door.ts';
import { personById } from '../../../ground/people/door.ts';
import type { Participant } from '../access.ts';
import { type ConnectionPolicy, connectionPolicy } from '../rules.ts';
import { addressRule } from '../settings.ts';

export type Connection = {
  policy: ConnectionPolicy;
  servers: { urls: string[]; username?: string; credential?: string }[];
};

/** How long a relay accepts new connections with one credential. */
const credentialMinutes = 10;

/** The connection of one participant, asked anew for each room and each new start of a line. */
export async function connectionOf(tx: Tx, who: Pick<Participant, 'id' | 'guest'>): Promise<Connection> {
  const { turn } = tx.outside.config;
  // A guest is nobody whose whereabouts this house protects; a protected client beside them hides behind the relay.
  const isProtected = who.guest ? false : ((await personById(tx, who.id))?.protected ?? true);
  const rule = (await settingInForce(tx, addressRule, todayIn())).value;
  const policy = connectionPolicy({
    rule,
    relay: turn !== undefined,
    protectedPerson: isProtected,
  });
  return { policy, servers: turn && policy !== 'none' ? [relayFor(turn)] : [] };
}

/**
 * A credential as the relay's REST interface has it (coturn, `use-auth-secret`): the user name is the end of its life
 * and a random word that leads to nobody, the password an HMAC-SHA1 of that.
 */
function relayFor(turn: NonNullable<Config['turn']>) {
  const until = Math.floor(now().add({ minutes: credentialMinutes }).epochMilliseconds / 1000);
  const username = `${until}:${randomBytes(9).toString('base64url')}`;
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
  return { urls: [...turn.urls], username, credential };
}

/** The addresses at which a device check may ask how it looks from outside, without any credential. */
export function askingServers(turn: Config['turn']): { urls: string[] }[] {
  const urls = (turn?.urls ?? [])
    .filter((url) => /^turn:[^?]+$/.test(url))
    .map((url) => url.replace(/^turn:/, 'stun:'));
  return urls.length > 0 ? [{ urls }] : [];
}
