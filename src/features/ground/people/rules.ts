// What may be done to whom. Pure, so that each rule can be tried as a table.
import type { Role } from '../../../platform/session.ts';
import type { Channel } from './tables.ts';

const managersGive: readonly Role[] = ['client', 'coach', 'provider', 'partner'];
const administratorsGive: readonly Role[] = [
  ...managersGive,
  'manager',
  'project-manager',
  'data-protection-officer',
  'administrator',
];

/** The roles that a holder of `roles` may give and end. Nobody gives more than their own work needs. */
export function rolesGivenBy(roles: readonly Role[]): readonly Role[] {
  if (roles.includes('administrator')) return administratorsGive;
  return roles.includes('manager') ? managersGive : [];
}

/**
 * Whether a holder of `mine` may change somebody who holds `theirs`. Who could change an administrator's address could
 * have the administrator's link sent to themselves, so nobody changes a person with a role they could not give.
 */
export function mayChangeHolder(mine: readonly Role[], theirs: readonly Role[]): boolean {
  const given = rolesGivenBy(mine);
  return given.length > 0 && theirs.every((role) => given.includes(role));
}

/** The contact that a channel needs and that is missing; undefined when the channel can be used. */
export function missingContact(
  channel: Channel,
  contacts: { phone: boolean; email: boolean; address: boolean },
): 'phone' | 'email' | 'address' | undefined {
  const needed = { sms: 'phone', phone: 'phone', email: 'email', letter: 'address' } as const;
  return contacts[needed[channel]] ? undefined : needed[channel];
}

type Period = { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate | null };

/** Whether two periods have a day in common; both ends belong to them. */
export function overlap(one: Period, other: Period): boolean {
  const { compare } = Temporal.PlainDate;
  const startsInTime = (a: Period, b: Period) => b.endsOn === null || compare(a.startsOn, b.endsOn) <= 0;
  return startsInTime(one, other) && startsInTime(other, one);
}

export function inForce(period: Period, day: Temporal.PlainDate): boolean {
  return overlap(period, { startsOn: day, endsOn: day });
}

/**
 * Of the earlier own coaches' periods, those that the new one ends (they began before it), or a conflict when one
 * begins in the same time or later.
 */
export function endedByNewCoach<P extends Period>(
  earlier: readonly P[],
  coming: Period,
): { ok: true; ended: P[] } | { ok: false } {
  const meeting = earlier.filter((one) => overlap(one, coming));
  const before = meeting.filter((one) => Temporal.PlainDate.compare(one.startsOn, coming.startsOn) < 0);
  return before.length === meeting.length ? { ok: true, ended: before } : { ok: false };
}

/** An office must never be left without anybody who can let people in. */
export function leavesNoAdministrator(administrators: readonly string[], leaving: string): boolean {
  return administrators.includes(leaving) && administrators.every((personId) => personId === leaving);
}
