// The rows of guests who came by a link, with the names they are shown by.
import { and, eq, isNotNull } from 'drizzle-orm';
import { openText } from '../../../../platform/encryption.ts';
import { type Language, say, type Text } from '../../../../platform/language.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { roomGuests } from '../tables.ts';

export type Guest = { id: string; seatId: string; clientId: string; name: string; label: Text };

/** How somebody is called on a room's pages: a guest by their name and as what they come. */
export const sayName = (language: Language, { name, label }: { name: string; label?: Text | undefined }) =>
  label ? `${name} · ${say(language, label)}` : name;

export const placeOfGuestName = (clientId: string, rowId: string) => ({
  personId: clientId,
  table: 'room_guests',
  column: 'name',
  rowId,
});

/** The guests of a room by their ids; nothing is asked where `ids` are of persons only. */
export async function guestsIn(
  tx: Tx,
  roomId: string,
  ids: readonly (string | null)[],
): Promise<Map<string, Guest>> {
  if (ids.every((one) => one === null)) return new Map();
  const rows = await tx
    .select()
    .from(roomGuests)
    .where(and(eq(roomGuests.officeId, tx.officeId), eq(roomGuests.roomId, roomId)))
    .limit(50);
  const guests = new Map<string, Guest>();
  for (const { id, seatId, clientId, label, name } of rows)
    guests.set(id, {
      id,
      seatId,
      clientId,
      label,
      name: await openText(tx, placeOfGuestName(clientId, id), name),
    });
  return guests;
}

/** Whether a host has put this guest out of a room; then none of the meeting's rooms is there for them. */
export async function isPutOut(tx: Tx, seatId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: roomGuests.id })
    .from(roomGuests)
    .where(
      and(
        eq(roomGuests.officeId, tx.officeId),
        eq(roomGuests.seatId, seatId),
        isNotNull(roomGuests.barredAt),
      ),
    )
    .limit(1);
  return row !== undefined;
}
