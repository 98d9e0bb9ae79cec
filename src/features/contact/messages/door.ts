// Messages: one thread that follows each client, shared with their coaches, and channels for groups. Later features
// say something in a thread, open channels and let people in and out, and ask how much waits unread.
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { postInThread } from './actions.ts';
import { inboxOf } from './queries.ts';

export { inChannel, inThread } from './access.ts';
export {
  endChannel,
  joinChannel,
  leaveChannel,
  openChannel,
  renameChannel,
  setChannelHours,
} from './channel-actions.ts';
export { dataAbout } from './data-about.ts';
export { type Inbox, inboxOf, postedAtOf, unreadCountOf } from './queries.ts';
export type { Hours } from './rules.ts';

/** Says something in a client's thread. Gives the message's id. The caller has checked that the actor may. */
export async function postToThread(tx: Tx, actor: Actor, clientId: string, text: string): Promise<string> {
  const posted = await postInThread(tx, actor, clientId, { text });
  if (!posted.ok) throw new Error('a text without a file is always taken');
  return posted.messageId;
}

/** The address of a client's thread, the same for the client and for their coaches. */
export const threadHref = (clientId: string): string => `/messages/${clientId}#newest`;

/** The address of a channel. */
export const channelHref = (channelId: string): string => `/channels/${channelId}#newest`;

/** How many messages a person has not read, and where they are. The pages that show it listen to `inbox:<person>`. */
export async function unreadOf(tx: Tx, personId: string) {
  const unread = (await inboxOf(tx, personId)).filter((one) => one.unread > 0);
  return { count: unread.reduce((sum, one) => sum + one.unread, 0), conversations: unread };
}
