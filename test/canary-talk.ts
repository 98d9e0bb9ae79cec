// Writings for the sealed columns of messages, rooms, bookings and calendars; see canary-writings.ts.
import { askToPrepare } from '../src/features/contact/bookings/before/before-meeting.ts';
import { askBefore } from '../src/features/contact/bookings/detail-actions.ts';
import { bookingById, giveTask } from '../src/features/contact/bookings/door.ts';
import { addParticipant } from '../src/features/contact/bookings/seats/participants.ts';
import { bookings } from '../src/features/contact/bookings/tables.ts';
import { roomById, roomFor } from '../src/features/contact/calls/access.ts';
import { enterAsGuest } from '../src/features/contact/calls/guests/guest-access.ts';
import { liveVisit } from '../src/features/contact/calls/queries.ts';
import { inviteToRoom, openRoom } from '../src/features/contact/calls/room-actions.ts';
import { arrive, writeMessage, writeWaitingNote } from '../src/features/contact/calls/visit-actions.ts';
import { calendarOf, makeCalendar } from '../src/features/contact/groups/calendar.ts';
import { channelFor } from '../src/features/contact/messages/access.ts';
import { postInThread } from '../src/features/contact/messages/actions.ts';
import {
  joinChannel,
  openChannel,
  postInChannel,
  reportMessage,
} from '../src/features/contact/messages/channel-actions.ts';
import { now, todayIn } from '../src/platform/clock.ts';
import type { Cast, Writing } from './canary-writings.ts';

export const talkWritings: readonly Writing[] = [
  {
    field: 'a message to a coach',
    columns: ['messages.body'],
    write: ({ office, client }, canary) =>
      office.inOffice((tx) => postInThread(tx, client.actor, client.id, { text: `Hei, ${canary}` })),
  },
  {
    field: 'a message in a group’s channel, and why it was reported',
    columns: ['messages.body', 'message_reports.words'],
    write: ({ office, client, coach }, canary) =>
      office.inOffice(async (tx) => {
        const channelId = await openChannel(tx, coach.actor, { title: 'Aamuryhmä', hours: [] });
        for (const person of [client, coach])
          await joinChannel(tx, coach.actor, { channelId, personId: person.id });
        const seat = await channelFor(tx, client.actor, channelId);
        const posted = await postInChannel(tx, client.actor, seat, { text: `Huomenta, ${canary}` });
        if (!posted.ok) throw new Error(posted.reason);
        const ids = { messageId: posted.messageId, conversationId: channelId };
        await reportMessage(tx, coach.actor, ids, { reason: 'other', words: `Katso ${canary}` });
      }),
  },
  {
    field: 'a message in a room, and what is written to somebody at its door',
    columns: ['room_messages.body', 'room_waiting_notes.body'],
    write: ({ office, client, coach }, canary) =>
      office.inOffice(async (tx) => {
        const roomId = await openRoom(tx, {
          kind: 'pair',
          opensAt: now().subtract({ minutes: 5 }),
          closesAt: now().add({ hours: 1 }),
          waiting: 'open-door',
          keepsText: true,
        });
        await inviteToRoom(tx, roomId, [
          { personId: coach.id, as: 'host', shownName: 'Mika' },
          { personId: client.id, as: 'guest', shownName: 'Aino' },
        ]);
        await writeWaitingNote(tx, roomId, { waitingId: client.id, authorId: coach.id, text: canary });
        const arrived = await arrive(tx, await roomFor(tx, client.actor, roomId, 'lock'), 'text');
        const visit = arrived.ok ? await liveVisit(tx, roomId, arrived.visitId) : undefined;
        if (!visit) throw new Error('nobody came');
        await writeMessage(tx, visit, canary);
      }),
  },
  {
    field: 'who comes along to a call by a link',
    columns: ['room_guests.name'],
    write: ({ office, client }, canary) =>
      office.inOffice(async (tx) => {
        const opensAt = now();
        const closesAt = opensAt.add({ hours: 1 });
        const kind = 'pair' as const;
        const waiting = 'everyone' as const;
        const roomId = await openRoom(tx, { kind, opensAt, closesAt, waiting, keepsText: false });
        const label = { fi: 'Tulkki', sv: 'Tolk', en: 'Interpreter' };
        const seat = { seatId: crypto.randomUUID(), roomId, clientId: client.id, name: canary, label };
        await enterAsGuest(tx, await roomById(tx, roomId), seat);
      }),
  },
  {
    field: 'a task in the client’s own time',
    columns: ['bookings.task'],
    write: async ({ office, client, coach }, canary) => {
      const dueAt = now().add({ hours: 48 });
      const given = { clientId: client.id, coachId: coach.id, dueAt, task: canary };
      await office.inOffice((tx) => giveTask(tx, coach.actor, given));
    },
  },
  {
    field: 'what client and coach tell each other before a meeting, and who comes along',
    columns: [
      'bookings.question',
      'bookings.preparation',
      'booking_participants.name',
      'booking_participants.email',
      'booking_participants.phone',
    ],
    write: async (cast, canary) => {
      const bookingId = await bookedMeeting(cast);
      await cast.office.inOffice(async (tx) => {
        const booking = await bookingById(tx, bookingId);
        if (!booking) throw new Error('no booking');
        await askBefore(tx, booking, canary);
        await askToPrepare(tx, cast.coach.actor, booking, canary);
        // Written as it stands: no message can go to such an address.
        const address = { email: canary, phone: canary };
        await addParticipant(tx, cast.coach.actor, booking, { kind: 'relative', name: canary, ...address });
      });
    },
  },
  {
    field: 'the secret address of a calendar',
    columns: ['calendar_links.token'],
    write: ({ office, client }) =>
      office.inOffice(async (tx) => {
        await makeCalendar(tx, client.actor, false);
        const made = await calendarOf(tx, client.actor);
        const token = made?.address
          .split('/')
          .at(-1)
          ?.replace(/\.ics$/, '');
        if (!token) throw new Error('the calendar has no secret address');
        return [token];
      }),
  },
];

/** A meeting tomorrow of the client and the coach. Gives its id. */
async function bookedMeeting({ office, client, coach }: Cast): Promise<string> {
  const id = crypto.randomUUID();
  const startsAt = now().add({ hours: 24 });
  await office.inOffice((tx) =>
    tx.insert(bookings).values({
      id,
      clientId: client.id,
      coachId: coach.id,
      day: todayIn().add({ days: 1 }),
      starts: startsAt.toZonedDateTimeISO('Europe/Helsinki').toPlainTime(),
      startsAt,
      endsAt: startsAt.add({ minutes: 30 }),
      busyUntil: startsAt.add({ minutes: 40 }),
      mode: 'video',
      bookedBy: client.id,
    }),
  );
  return id;
}
