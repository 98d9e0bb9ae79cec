// Passkeys (WebAuthn level 3). A question is asked by the server, kept until it is answered once, and bound to what it
// was asked for. The device always checks the user itself (fingerprint, face, PIN), so a passkey is two factors.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { now } from '../../../../platform/clock.ts';
import { recordEvent } from '../../../../platform/events.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { notify } from '../../notices/door.ts';
import { passkeyAdded, passkeyRemoved } from '../events.ts';
import { newPasskey } from '../notices.ts';
import { passkeyChallenges, passkeys } from '../tables.ts';

const answerMinutes = 5;

/** Where passkeys of this office belong: the host they are bound to, and the origin that may use them. */
export type PasskeyPlace = { rpId: string; origin: string };

type Purpose = (typeof passkeyChallenges.$inferInsert)['purpose'];

async function keepChallenge(tx: Tx, challenge: string, purpose: Purpose, personId: string | null) {
  await tx
    .insert(passkeyChallenges)
    .values({ challenge, purpose, personId, expiresAt: now().add({ minutes: answerMinutes }) });
}

/** Takes the question away: true once for a question of ours that is not too old. */
async function takeChallenge(
  tx: Tx,
  challenge: string,
  purpose: Purpose,
  personId: string | null,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`delete from passkey_challenges
    where office_id = ${tx.officeId} and challenge = ${challenge} and purpose = ${purpose}
      and person_id is not distinct from ${personId}::uuid and expires_at > ${now().toString()}::timestamptz
    returning challenge`);
  return rows.length > 0;
}

/** A person's passkeys, the latest first. */
export function passkeysOf(tx: Tx, personId: string) {
  return tx
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.officeId, tx.officeId), eq(passkeys.personId, personId)))
    .orderBy(desc(passkeys.createdAt))
    .limit(50);
}

/** The question for making a passkey, as the browser takes it. */
export async function askToRegister(tx: Tx, actor: Actor, place: PasskeyPlace, officeName: string) {
  const options = await generateRegistrationOptions({
    rpName: officeName,
    rpID: place.rpId,
    userID: new TextEncoder().encode(actor.personId),
    userName: actor.preferredName,
    userDisplayName: actor.preferredName,
    attestationType: 'none',
    excludeCredentials: (await passkeysOf(tx, actor.personId)).map((one) => ({ id: one.credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(tx, options.challenge, 'register', actor.personId);
  return options;
}

/** Keeps a new passkey under `name`. Gives false when the answer is not one to a question of ours. */
export async function registerPasskey(
  tx: Tx,
  actor: Actor,
  place: PasskeyPlace,
  answer: { response: unknown; name: string },
): Promise<boolean> {
  const response = registrationAnswer.safeParse(answer.response);
  if (!response.success) return false;
  const verified = await verifyRegistrationResponse({
    response: response.data as never,
    expectedChallenge: (challenge) => takeChallenge(tx, challenge, 'register', actor.personId),
    expectedOrigin: place.origin,
    expectedRPID: place.rpId,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) return false;
  const { credential } = verified.registrationInfo;
  await tx.insert(passkeys).values({
    personId: actor.personId,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    name: answer.name.slice(0, 80),
    createdAt: now(),
  });
  await recordEvent(tx, passkeyAdded({ personId: actor.personId }), { actorId: actor.personId });
  await notify(tx, actor.personId, newPasskey, {});
  return true;
}

/** The question for signing in, or for proving oneself again when `personId` is given. */
export async function askToSign(tx: Tx, place: PasskeyPlace, personId: string | null) {
  const own = personId ? await passkeysOf(tx, personId) : [];
  const options = await generateAuthenticationOptions({
    rpID: place.rpId,
    userVerification: 'required',
    allowCredentials: own.map((one) => ({ id: one.credentialId, transports: one.transports as never })),
  });
  await keepChallenge(tx, options.challenge, personId ? 'prove' : 'sign-in', personId);
  return options;
}

/**
 * Whose passkey signed the question; undefined when it is not one of ours, the question was not ours or is used, or
 * the counter went backwards (a copied key). With `personId` only that person's passkey is accepted.
 */
export async function signedBy(
  tx: Tx,
  place: PasskeyPlace,
  answer: unknown,
  personId: string | null,
): Promise<string | undefined> {
  const response = signatureAnswer.safeParse(answer);
  if (!response.success) return undefined;
  const [known] = await tx
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.officeId, tx.officeId), eq(passkeys.credentialId, response.data.id)))
    .for('no key update');
  if (!known || (personId !== null && known.personId !== personId)) return undefined;
  const handle = response.data.response.userHandle;
  if (handle && Buffer.from(handle, 'base64url').toString() !== known.personId) return undefined;
  const verified = await verifyAuthenticationResponse({
    response: response.data as never,
    expectedChallenge: (challenge) => takeChallenge(tx, challenge, personId ? 'prove' : 'sign-in', personId),
    expectedOrigin: place.origin,
    expectedRPID: place.rpId,
    credential: {
      id: known.credentialId,
      publicKey: new Uint8Array(known.publicKey),
      counter: known.counter,
    },
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) return undefined;
  await tx
    .update(passkeys)
    .set({ counter: verified.authenticationInfo.newCounter, usedAt: now() })
    .where(and(eq(passkeys.officeId, tx.officeId), eq(passkeys.id, known.id)));
  return known.personId;
}

/** Gives one's own passkey another name. Gives false when it is not there. */
export async function renamePasskey(tx: Tx, actor: Actor, id: string, name: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`update passkeys set name = ${name.slice(0, 80)}
    where office_id = ${tx.officeId} and id = ${id} and person_id = ${actor.personId} returning id`);
  return rows.length > 0;
}

/** Removes one's own passkey. Gives false when it is not there. */
export async function removePasskey(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`delete from passkeys
    where office_id = ${tx.officeId} and id = ${id} and person_id = ${actor.personId} returning id`);
  if (rows.length > 0)
    await recordEvent(tx, passkeyRemoved({ personId: actor.personId }), { actorId: actor.personId });
  return rows.length > 0;
}

/** Removes every passkey of a person who has lost theirs; they come in with a link and a code again. */
export async function removeAllPasskeys(tx: Tx, actor: Actor, personId: string): Promise<void> {
  await tx.execute(sql`delete from passkeys where office_id = ${tx.officeId} and person_id = ${personId}`);
  await recordEvent(tx, passkeyRemoved({ personId }), { actorId: actor.personId });
}

const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(20_000);
const answerParts = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
};
const registrationAnswer = z.object({
  ...answerParts,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
});
const signatureAnswer = z.object({
  ...answerParts,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: z
      .string()
      .max(200)
      .nullish()
      .transform((handle) => handle ?? undefined),
  }),
});
