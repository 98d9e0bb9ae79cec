// Asking for a sign-in link on the public page. The visitor gets the same words after the same work whether anybody
// was found or not; whom it concerned is seen only in a job, and by who receives the link.
import { and, eq } from 'drizzle-orm';
import { now } from '../../../platform/clock.ts';
import { defineJob, jobHandler } from '../../../platform/jobs.ts';
import { hashOfToken } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { sendSecret } from '../notices/door.ts';
import { mayAskFor, maySendLink } from './limits.ts';
import { makePersonalLink } from './links/links.ts';
import { personsAt, phoneForms, signerById } from './queries.ts';
import { knownDeviceByHash } from './sessions/devices.ts';
import { signInRequests } from './tables.ts';

export const linkMinutes = 30;

export const sendSignInLinks = defineJob<{ officeId: string; requestId: string }>('sign-in-links', {
  retryLimit: 3,
});

/** Takes a request for a link. `address` is a phone number or an e-mail address as it was written. */
export async function requestLink(
  tx: Tx,
  asked: { address: string; landsOn: string; remoteAddress: string; device: string | undefined },
): Promise<void> {
  const address = asked.address.trim().toLowerCase();
  const personIds = await personsAt(tx, address);
  // However the number is written, it is one address.
  const counted = address.includes('@') ? address : (phoneForms(address)[0] ?? address);
  if (!(await mayAskFor(tx, counted, asked.remoteAddress))) return;
  const requestId = crypto.randomUUID();
  await tx.insert(signInRequests).values({
    id: requestId,
    personIds,
    deviceHash: asked.device === undefined ? null : hashOfToken(asked.device),
    landsOn: asked.landsOn,
    createdAt: now(),
  });
  await tx.outside.jobs.send(tx, sendSignInLinks, { officeId: tx.officeId, requestId });
}

/** Sends the links of a request. The request is removed with them, so a repeated job sends nothing twice. */
export const sendLinks = jobHandler(sendSignInLinks, async ({ inOffice }, { officeId, requestId }) => {
  await inOffice(officeId, async (tx) => {
    const [request] = await tx
      .delete(signInRequests)
      .where(and(eq(signInRequests.officeId, tx.officeId), eq(signInRequests.id, requestId)))
      .returning();
    for (const personId of request?.personIds ?? []) {
      if (!(await signerById(tx, personId))) continue;
      const deviceId = request?.deviceHash
        ? await knownDeviceByHash(tx, personId, request.deviceHash)
        : undefined;
      if (!(await maySendLink(tx, personId, deviceId))) continue;
      const path = await makePersonalLink(tx, personId, {
        landsOn: request?.landsOn ?? '/',
        expiresAt: now().add({ minutes: linkMinutes }),
        once: true,
      });
      await sendSecret(tx, personId, 'sign-in-link', `${tx.outside.config.baseUrl}${path}`);
    }
  });
});
