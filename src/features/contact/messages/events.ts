import { defineEvent } from '../../../platform/events.ts';

type Message = { messageId: string; conversationId: string };

/** `clientId` when it was said in the client's thread; null in a channel. */
export const messagePosted = defineEvent<Message & { clientId: string | null }>('message.posted');
export const messageDeleted = defineEvent<Message>('message.deleted');
export const messagePinned = defineEvent<Message & { pinned: boolean }>('message.pinned');
export const messageReported = defineEvent<Message & { reportId: string }>('message.reported');
export const reportHandled = defineEvent<Message & { outcome: string }>('message.report-handled');
export const channelOpened = defineEvent<{ channelId: string }>('channel.opened');
export const channelHoursSet = defineEvent<{ channelId: string }>('channel.hours-set');
export const channelClosedNow = defineEvent<{ channelId: string; closed: boolean }>('channel.closed-now');
export const channelEnded = defineEvent<{ channelId: string }>('channel.ended');
export const channelJoined = defineEvent<{ channelId: string; personId: string }>('channel.joined');
export const channelLeft = defineEvent<{ channelId: string; personId: string }>('channel.left');
export const memberMuted = defineEvent<{ channelId: string; personId: string; muted: boolean }>(
  'channel.member-muted',
);
