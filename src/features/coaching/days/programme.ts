// The group sessions of clients' days.
import type { Tx } from '../../../platform/tenancy.ts';
import { type GroupSession, groupsOfClients, sessionsOn } from '../../contact/groups/door.ts';

/** The sessions of each client's day, by the groups they are in: one question a group, not one a client. */
export async function programmeOf(
  tx: Tx,
  clientIds: readonly string[],
  day: Temporal.PlainDate,
): Promise<Map<string, GroupSession[]>> {
  const groups = await groupsOfClients(tx, clientIds, day);
  const groupIds = [...new Set([...groups.values()].flat())];
  const sessions = new Map<string, GroupSession[]>(
    await Promise.all(
      groupIds.map(async (groupId) => [groupId, await sessionsOn(tx, { groupId }, day)] as const),
    ),
  );
  return new Map(
    clientIds.map((clientId) => [
      clientId,
      (groups.get(clientId) ?? [])
        .flatMap((groupId) => sessions.get(groupId) ?? [])
        .sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt)),
    ]),
  );
}
