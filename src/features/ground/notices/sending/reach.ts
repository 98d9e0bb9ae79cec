// How a person can be reached, as the rules ask it.
import type { Tx } from '../../../../platform/tenancy.ts';
import type { personById } from '../../people/door.ts';
import type { Reach } from '../rules.ts';

type Person = NonNullable<Awaited<ReturnType<typeof personById>>>;

/** What the person has given and what this installation can send; the demonstration can show everything. */
export function reachOf(tx: Tx, person: Person): Reach {
  const { config, mail, sms } = tx.outside;
  return {
    preferred: person.channel,
    phone: person.phone,
    email: person.email,
    hasAddress: person.postalAddress !== null,
    sendsSms: config.demo || sms !== undefined,
    sendsMail: config.demo || mail !== undefined,
  };
}
