import { defineEvent } from '../../../platform/events.ts';

type InRoom = { roomId: string; personId: string; visitId: string };

export const roomOpened = defineEvent<{ roomId: string }>('room.opened');
export const roomWaiting = defineEvent<InRoom>('room.waiting');
export const roomJoined = defineEvent<InRoom>('room.joined');
export const roomLeft = defineEvent<InRoom>('room.left');
export const roomClosed = defineEvent<{ roomId: string }>('room.closed');
export const deviceChecked = defineEvent<{ personId: string }>('device.checked');
