// Drop-in: hours in which clients come without a time, each queue with its numbers. Later features ask here what came
// of a turn, and whether somebody waits.

import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { dropInsFor } from './access.ts';
import { anyPlace } from './queries.ts';
import type { Mode } from './rules.ts';

export { inDropIn } from './access.ts';
export { askCallback, callNext, endPlace, takeNumber } from './actions.ts';
export { dataAbout } from './data-about.ts';
export { dropInById } from './queries.ts';
export { makeDropIn } from './setting-actions.ts';

/** Whether there is anything to which a client may come without an appointment. */
export const mayDropIn = async (tx: Tx, actor: Actor): Promise<boolean> =>
  (await dropInsFor(tx, actor)).length > 0;

export type ServedTurn = {
  sourceId: string;
  clientId: string;
  mode: Mode;
  fromAt: Temporal.Instant;
  toAt: Temporal.Instant;
  roomId: string | null;
  toldBy: string;
};

/** A turn in which a client was served, with when it went on; undefined for any other place in a queue. */
export async function servedTurn(tx: Tx, placeId: string): Promise<ServedTurn | undefined> {
  const place = await anyPlace(tx, placeId);
  if (place?.outcome !== 'served' || !place.calledAt || !place.endedAt || !place.calledBy) return undefined;
  const { clientId, mode, calledAt: fromAt, endedAt: toAt, roomId, calledBy: toldBy } = place;
  return { sourceId: placeId, clientId, mode, fromAt, toAt, roomId, toldBy };
}
