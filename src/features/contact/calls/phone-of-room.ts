// The number to call for whoever cannot come in.
import { asc } from 'drizzle-orm';
import { todayIn } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { thisOffice, unitById } from '../../ground/offices/door.ts';
import { unitOfCoach } from '../../ground/people/door.ts';
import { hosts } from './access.ts';
import { roomInvitations } from './tables.ts';

/** The phone number of the unit where the room's host works, else of the office; undefined when neither has one. */
export async function phoneOfRoom(tx: Tx, roomId: string): Promise<string | undefined> {
  const [host] = await tx
    .select({ personId: roomInvitations.personId })
    .from(roomInvitations)
    .where(hosts(tx, roomId))
    .orderBy(asc(roomInvitations.shownName))
    .limit(1);
  const unitId = host && (await unitOfCoach(tx, host.personId, todayIn()));
  const unit = unitId ? await unitById(tx, unitId) : undefined;
  return unit?.contacts.phone ?? (await thisOffice(tx)).contacts.phone;
}
