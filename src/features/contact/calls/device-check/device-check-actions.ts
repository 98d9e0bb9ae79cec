import type { z } from 'zod';
import { now } from '../../../../platform/clock.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { deviceChecked } from '../events.ts';
import type { deviceCheckForm } from '../forms.ts';
import { deviceChecks } from '../tables.ts';

/** Keeps what worked on the person's device, for them and their coach. */
export async function keepDeviceCheck(
  tx: Tx,
  actor: Actor,
  results: z.output<typeof deviceCheckForm>,
): Promise<void> {
  await tx.insert(deviceChecks).values({
    personId: actor.personId,
    checkedAt: now(),
    microphone: results.microphone,
    camera: results.camera,
    speaker: results.speaker,
    network: results.network,
    roundTripMs: results.roundTripMs ?? null,
  });
  await recordEvent(tx, deviceChecked({ personId: actor.personId }), { actorId: actor.personId });
}
