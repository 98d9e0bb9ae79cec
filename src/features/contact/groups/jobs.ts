// What groups do by the clock: every night they expand the programme and settle who is in; rooms are opened as
// sessions come near.
import { houseZone } from '../../../platform/clock.ts';
import { defineJob, jobHandler, type TimedJob } from '../../../platform/jobs.ts';
import { settleChannel } from './actions.ts';
import { holdCoachTimes } from './coach-times.ts';
import { lapseOffers } from './members/waiting-actions.ts';
import { expandSessions, groupsToExpand } from './programme/expansion.ts';
import { openSessionRoom, sessionsWithoutRoom } from './rooms.ts';

const everyNight = defineJob<Record<string, never>>('groups-every-night');
const officeNight = defineJob<{ officeId: string }>('groups-office-night');
/** Brings one group into line: its sessions and its channel. */
export const groupNight = defineJob<{ officeId: string; groupId: string }>('group-night');
const roomsNear = defineJob<Record<string, never>>('group-rooms-near', { retryLimit: 1 });
const officeRooms = defineJob<{ officeId: string }>('group-rooms-of-office', { retryLimit: 2 });

// One job an office and one a group, so that what fails in one is tried again there and holds up nobody else.
const nightHandler = jobHandler(everyNight, async ({ inOffice, offices }) => {
  for (const officeId of await offices())
    await inOffice(officeId, (tx) =>
      tx.outside.jobs.send(tx, officeNight, { officeId }, { singletonKey: officeId }),
    );
});

const officeNightHandler = jobHandler(officeNight, async ({ inOffice }, { officeId }) => {
  await inOffice(officeId, async (tx) => {
    await lapseOffers(tx);
    for (const groupId of await groupsToExpand(tx))
      await tx.outside.jobs.send(tx, groupNight, { officeId, groupId }, { singletonKey: groupId });
  });
});

const groupNightHandler = jobHandler(groupNight, async ({ inOffice }, { officeId, groupId }) => {
  await inOffice(officeId, async (tx) => {
    await expandSessions(tx, groupId);
    await holdCoachTimes(tx, groupId);
    await settleChannel(tx, groupId);
  });
});

const roomsHandler = jobHandler(roomsNear, async ({ inOffice, offices }) => {
  for (const officeId of await offices()) {
    await inOffice(officeId, async (tx) => {
      if ((await sessionsWithoutRoom(tx)).length > 0)
        await tx.outside.jobs.send(tx, officeRooms, { officeId }, { singletonKey: officeId });
    });
  }
});

const officeRoomsHandler = jobHandler(officeRooms, async ({ inOffice }, { officeId }) => {
  const sessions = await inOffice(officeId, sessionsWithoutRoom);
  for (const sessionId of sessions) await inOffice(officeId, (tx) => openSessionRoom(tx, sessionId));
});

export const groupJobs = [
  nightHandler,
  officeNightHandler,
  groupNightHandler,
  roomsHandler,
  officeRoomsHandler,
];

export const timedGroupJobs: readonly TimedJob[] = [
  { kind: everyNight, cron: '20 0 * * *', zone: houseZone },
  { kind: roomsNear, cron: '*/5 * * * *', zone: houseZone },
];
