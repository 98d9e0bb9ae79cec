// Pure: by which channel, when, and how often something is told.
import type { Channel } from '../people/door.ts';

export type DeliveryState = 'queued' | 'sent' | 'delivered' | 'failed' | 'given-up' | 'withdrawn';
/** What a delivery carries beside its words. `contact-changed` carries the former address that it goes to. */
export type SecretKind = 'sign-in-link' | 'sign-in-code' | 'contact-changed';

/** What is known of how a person can be reached, and what this installation can send. */
export type Reach = {
  preferred: Channel;
  phone: string | null;
  email: string | null;
  hasAddress: boolean;
  /** False where no gateway or mail server is set up. */
  sendsSms: boolean;
  sendsMail: boolean;
};

// After the person's own choice: what costs them least to notice, and people last, because people are few.
const order: readonly Channel[] = ['sms', 'email', 'letter', 'phone'];

/**
 * The channels by which a person can be told, best first. `only` narrows them to what suits the notice. When nothing
 * else is left, staff must find a way: the phone list takes everybody, with or without a number.
 */
export function channelsFor(reach: Reach, only: readonly Channel[] = order): Channel[] {
  const works: Record<Channel, boolean> = {
    sms: reach.sendsSms && smsNumber(reach.phone) !== undefined,
    email: reach.sendsMail && reach.email !== null,
    letter: reach.hasAddress,
    phone: true,
  };
  const wanted = [reach.preferred, ...order.filter((channel) => channel !== reach.preferred)];
  // Someone who asked for calls but gave no number is better reached otherwise first.
  const ranked = reach.phone === null ? [...wanted.filter((c) => c !== 'phone'), 'phone' as const] : wanted;
  return ranked.filter((channel) => works[channel] && only.includes(channel));
}

/** Channels that can carry a sign-in secret at once. */
export const secretChannels: readonly Channel[] = ['sms', 'email'];

/**
 * A phone number as the gateway takes it (E.164): `040 123 4567` becomes `+358401234567`. Undefined when it cannot
 * receive a text message: too short, not a number, or a Finnish landline.
 */
export function smsNumber(phone: string | null): string | undefined {
  const plain = (phone ?? '').replace(/[\s().-]/g, '').replace(/^00/, '+');
  const number = plain.startsWith('0') ? `+358${plain.slice(1)}` : plain;
  if (!/^\+[1-9]\d{6,14}$/.test(number)) return undefined;
  // Finnish mobile numbers begin with 4 or 50 (Traficom's numbering); everything else at home is a landline or a service.
  if (number.startsWith('+358') && !/^\+358(4|50)/.test(number)) return undefined;
  return number;
}

const noticeWaits = ['PT1M', 'PT5M', 'PT15M', 'PT1H', 'PT3H'];
const secretWaits = ['PT10S', 'PT30S'];

/** How long to wait after the attempt number `attempts` failed; undefined when it is time to give up. */
export function waitAfter(attempts: number, secret: boolean): Temporal.Duration | undefined {
  const wait = (secret ? secretWaits : noticeWaits)[attempts - 1];
  return wait === undefined ? undefined : Temporal.Duration.from(wait);
}

/** A call that was not answered is tried again on later days; after the third it is given up. */
export const callTries = 3;

/** Hours in which nothing that can wait is sent. `from` may be later than `to`: the night between. */
export type QuietHours = { from: string; to: string };

/** The first instant at or after `at` outside the quiet hours, on the wall clock of `zone`. */
export function afterQuietHours(at: Temporal.Instant, quiet: QuietHours, zone: string): Temporal.Instant {
  const here = at.toZonedDateTimeISO(zone);
  const from = Temporal.PlainTime.from(quiet.from);
  const to = Temporal.PlainTime.from(quiet.to);
  const time = here.toPlainTime();
  const before = (a: Temporal.PlainTime, b: Temporal.PlainTime) => Temporal.PlainTime.compare(a, b) < 0;
  if (Temporal.PlainTime.compare(from, to) === 0) return at;
  const overMidnight = before(to, from);
  const quietNow = overMidnight
    ? !before(time, from) || before(time, to)
    : !before(time, from) && before(time, to);
  if (!quietNow) return at;
  const day = overMidnight && !before(time, from) ? here.toPlainDate().add({ days: 1 }) : here.toPlainDate();
  return day.toZonedDateTime({ timeZone: zone, plainTime: to }).toInstant();
}

/** How long a digest stays open for more. */
export const digestWait = Temporal.Duration.from('PT10M');

/** States from which a delivery may still be sent. */
export const mayBeSent = (state: DeliveryState): boolean => state === 'queued' || state === 'failed';
