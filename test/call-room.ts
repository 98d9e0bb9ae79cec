// A room with a host and guests, and what people do at its pages, for tests of calls.
import { expect } from 'vitest';
import { inviteToRoom, openRoom } from '../src/features/contact/calls/door.ts';
import type { News } from '../src/features/contact/calls/news.browser.ts';
import type { NewRoom } from '../src/features/contact/calls/room-actions.ts';
import { now } from '../src/platform/clock.ts';
import type { TestOffice, TestPerson } from './cast.ts';

/** Opens a group's room from now on for two hours, whose door waits for the host unless told otherwise. */
export async function roomOf(
  office: TestOffice,
  host: TestPerson,
  guests: readonly TestPerson[],
  change: Partial<NewRoom> = {},
): Promise<string> {
  const opensAt = now();
  return office.inOffice(async (tx) => {
    const id = await openRoom(tx, {
      title: 'Aamun aloitus',
      kind: 'group',
      opensAt,
      closesAt: opensAt.add({ hours: 2 }),
      waiting: 'everyone',
      keepsText: false,
      ...change,
    });
    await inviteToRoom(tx, id, [
      { personId: host.id, as: 'host', shownName: host.actor.preferredName },
      ...guests.map((guest) => ({
        personId: guest.id,
        as: 'guest' as const,
        shownName: guest.actor.preferredName,
      })),
    ]);
    return id;
  });
}

/** Goes to the room's door by the form of its page. Gives the id of the visit. */
export async function arrive(person: TestPerson, roomId: string, way = 'voice'): Promise<string> {
  const answer = await person.post(`/rooms/${roomId}/visits`, { way });
  expect(answer.status).toBe(303);
  return (answer.headers.get('location') as string).split('/').at(-1) as string;
}

/** Comes in by a page whose script takes the line along. Gives the id of the visit. */
export async function arriveByScript(person: TestPerson, roomId: string): Promise<string> {
  const answer = await person.post(`/rooms/${roomId}/visits`, { way: 'video', line: 'direct' });
  return (answer.headers.get('location') as string).split('/').at(-1) as string;
}

/** What a page in the room hears when it asks. */
export async function news(person: TestPerson, roomId: string, visit: string): Promise<News> {
  const answer = await person.get(`/rooms/${roomId}/visits/${visit}/news?messages=0`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as News;
}

/** The address of an act of a visit. */
export const rooms = (roomId: string, visit: string, act: string) =>
  `/rooms/${roomId}/visits/${visit}/${act}`;
