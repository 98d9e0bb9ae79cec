import { defineEvent } from '../../../platform/events.ts';

type InRoom = { roomId: string; personId: string; visitId: string };

type GuestInRoom = { roomId: string; guestId: string; visitId: string };

export const roomOpened = defineEvent<{ roomId: string }>('room.opened');
export const roomWaiting = defineEvent<InRoom>('room.waiting');
export const roomJoined = defineEvent<InRoom>('room.joined');
export const roomLeft = defineEvent<InRoom>('room.left');
// Guests by a link have events of their own: whoever counts days and attendance never hears of them.
export const guestWaiting = defineEvent<GuestInRoom>('room.guest-waiting');
export const guestJoined = defineEvent<GuestInRoom>('room.guest-joined');
export const guestLeft = defineEvent<GuestInRoom>('room.guest-left');
export const roomClosed = defineEvent<{ roomId: string }>('room.closed');
export const deviceChecked = defineEvent<{ personId: string }>('device.checked');
