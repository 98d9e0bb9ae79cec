// Browsers on which a person has proved who they are. Such a browser opens the person's own links without a code.
import { sql } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { hashOfToken, newToken } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';

/** The id of the person's known device with this token; undefined when it is unknown, revoked or too old. */
export async function knownDevice(
  tx: Tx,
  personId: string,
  token: string | undefined,
): Promise<string | undefined> {
  return token === undefined ? undefined : knownDeviceByHash(tx, personId, hashOfToken(token));
}

/** The same by the hash of the token. */
export async function knownDeviceByHash(
  tx: Tx,
  personId: string,
  tokenHash: Buffer,
): Promise<string | undefined> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from known_devices where office_id = ${tx.officeId} and person_id = ${personId}
      and token_hash = ${tokenHash} and revoked_at is null and expires_at > ${now().toString()}::timestamptz`);
  return rows[0]?.id;
}

/**
 * Makes this browser known for the person, with a fresh token: a token that somebody planted in the browser
 * beforehand gains nothing. Others known on this browser move along.
 */
export async function rememberDevice(
  tx: Tx,
  personId: string,
  device: string,
  oldToken: string | undefined,
): Promise<{ token: string; deviceId: string }> {
  const token = newToken();
  const at = now();
  if (oldToken !== undefined) {
    await tx.execute(sql`update known_devices set token_hash = ${hashOfToken(token)}
      where office_id = ${tx.officeId} and token_hash = ${hashOfToken(oldToken)} and person_id <> ${personId}`);
    await tx.execute(sql`update known_devices set revoked_at = ${at.toString()}::timestamptz
      where office_id = ${tx.officeId} and token_hash = ${hashOfToken(oldToken)} and person_id = ${personId}`);
  }
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into known_devices (office_id, person_id, token_hash, device, created_at, expires_at)
    values (${tx.officeId}, ${personId}, ${hashOfToken(token)}, ${device.slice(0, 120)},
      ${at.toString()}::timestamptz, ${at.add({ hours: 365 * 24 }).toString()}::timestamptz)
    returning id`);
  const deviceId = rows[0]?.id;
  if (!deviceId) throw new Error('the device was not remembered');
  return { token, deviceId };
}

/** Makes a device a stranger again. */
export async function forgetDevice(tx: Tx, deviceId: string): Promise<void> {
  await tx.execute(sql`update known_devices set revoked_at = ${now().toString()}::timestamptz
    where office_id = ${tx.officeId} and id = ${deviceId} and revoked_at is null`);
}

const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** A browser in words a person knows it by: "Chrome, Android"; empty when it says nothing of itself. */
export function deviceInWords(userAgent: string | undefined): string {
  const named = (list: readonly [RegExp, string][]) => list.find(([form]) => form.test(userAgent ?? ''))?.[1];
  return [named(browsers), named(systems)].filter((part) => part !== undefined).join(', ');
}
