// The only ways to a room for a guest: through the seat that another feature has checked just now, and to a
// visit with the pass that this browser alone was given. Ended, put out, taken away, another room and a made-up
// address look alike.
import { and, eq, isNull } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { sealText } from '../../../../platform/encryption.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Text } from '../../../../platform/language.ts';
import { hashOfToken, newToken } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { type Entered, type Room, roomById, type Visit, visitIn } from '../access.ts';
import { endVisits } from '../room-actions.ts';
import { doorAt } from '../rules.ts';
import { roomGuests, roomVisits } from '../tables.ts';
import { isPutOut, placeOfGuestName } from './guest-rows.ts';

/** Somebody who may come to a room's door by a link, as the feature that knows them says at this moment. */
export type GuestSeat = {
  seatId: string;
  roomId: string;
  /** With whom they come. */
  clientId: string;
  name: string;
  /** As what they come, for those in the room: interpreter. */
  label: Text;
};

const ofSeat = (tx: Tx, seat: Pick<GuestSeat, 'seatId' | 'roomId'>) =>
  and(
    eq(roomGuests.officeId, tx.officeId),
    eq(roomGuests.roomId, seat.roomId),
    eq(roomGuests.seatId, seat.seatId),
  );

/** The room before whose door a guest stands, before the door opens or while it is open. */
export async function roomOfGuest(tx: Tx, seat: GuestSeat, lock?: 'lock'): Promise<Room> {
  const room = await roomById(tx, seat.roomId, lock);
  if (doorAt(room, now()) === 'over') throw new NotFound('room');
  const [guest] = await tx.select().from(roomGuests).where(ofSeat(tx, seat)).limit(1);
  if (guest?.removedAt || (await isPutOut(tx, seat.seatId))) throw new NotFound('guest');
  return room;
}

/** The guest of this seat in the room, made when they come for the first time. The room's row must be locked. */
export async function enterAsGuest(tx: Tx, room: Room, seat: GuestSeat): Promise<Entered> {
  const [known] = await tx.select({ id: roomGuests.id }).from(roomGuests).where(ofSeat(tx, seat)).limit(1);
  const id = known?.id ?? crypto.randomUUID();
  if (!known) {
    const { roomId, seatId, clientId, label } = seat;
    const name = await sealText(tx, placeOfGuestName(clientId, id), seat.name);
    await tx.insert(roomGuests).values({ id, roomId, seatId, clientId, label, name });
  }
  return { room, isHost: false, me: { id, shownName: seat.name, guest: { clientId: seat.clientId } } };
}

/** The pass of this browser: the one it holds, when it has been here as this guest before, or a new one. */
export async function passOf(tx: Tx, guestId: string, held: string | undefined): Promise<string> {
  const [known] = await tx
    .select({ id: roomVisits.id })
    .from(roomVisits)
    .where(
      and(
        eq(roomVisits.officeId, tx.officeId),
        eq(roomVisits.guestId, guestId),
        eq(roomVisits.passHash, hashOfToken(held ?? '')),
      ),
    )
    .limit(1);
  return held && known ? held : newToken();
}

/** A guest's own visit, for the browser that began it. One that a host has closed can still be looked at. */
export async function visitOfGuest(
  tx: Tx,
  seat: GuestSeat,
  at: { visitId: string | undefined; pass: string | undefined },
  lock?: 'lock',
): Promise<Entered & { visit: Visit }> {
  const room = await roomById(tx, seat.roomId, lock);
  const visit = await visitIn(tx, room.id, at.visitId);
  const [guest] = await tx.select().from(roomGuests).where(ofSeat(tx, seat)).limit(1);
  const mine = guest && visit.guestId === guest.id && at.pass && visit.passHash;
  if (!mine || !visit.passHash?.equals(hashOfToken(at.pass ?? ''))) throw new NotFound('visit');
  if (guest.removedAt || (await isPutOut(tx, seat.seatId))) throw new NotFound('guest');
  if (doorAt(room, now()) === 'over' && visit.leftWhy !== 'closed') throw new NotFound('room');
  const me = { id: guest.id, shownName: seat.name, guest: { clientId: guest.clientId } };
  return { room, me, isHost: false, visit };
}

/** Takes out of their rooms all who came with somebody, when that person may not come any more. */
export async function endGuestsOf(tx: Tx, clientId: string): Promise<void> {
  const guests = await tx
    .select({ id: roomGuests.id, roomId: roomGuests.roomId })
    .from(roomGuests)
    .innerJoin(roomVisits, and(eq(roomVisits.officeId, tx.officeId), eq(roomVisits.guestId, roomGuests.id)))
    .where(
      and(eq(roomGuests.officeId, tx.officeId), eq(roomGuests.clientId, clientId), isNull(roomVisits.leftAt)),
    )
    .limit(50);
  for (const { id, roomId } of guests) await endVisits(tx, roomId, 'uninvited', { whoId: id });
}

/** Takes a guest out of whatever room they are in, for good. Does nothing for somebody who never came. */
export async function removeGuest(tx: Tx, seatId: string): Promise<void> {
  const removed = await tx
    .update(roomGuests)
    .set({ removedAt: now() })
    .where(and(eq(roomGuests.officeId, tx.officeId), eq(roomGuests.seatId, seatId)))
    .returning({ id: roomGuests.id, roomId: roomGuests.roomId });
  for (const { id, roomId } of removed) await endVisits(tx, roomId, 'uninvited', { whoId: id });
}
