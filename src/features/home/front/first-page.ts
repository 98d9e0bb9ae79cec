// Where each role's day begins. Pure.
import { type Actor, hasRole } from '../../../platform/session.ts';

/** The address of the first page of a signed-in person. With several roles, the one with people waiting comes first. */
export function firstPageOf(actor: Actor): string {
  if (hasRole(actor, 'coach')) return '/board';
  if (hasRole(actor, 'manager')) return '/overview';
  if (hasRole(actor, 'client')) return '/today';
  return '/start';
}
