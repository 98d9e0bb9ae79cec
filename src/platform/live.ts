// Hints for open pages: "this topic may have changed", never data.
import { createHmac } from 'node:crypto';
import type { Log } from './log.ts';
import type { Actor } from './session.ts';

export type Live = {
  /** A token with which a page of this session may listen to a topic. */
  token(actor: Actor | undefined, topic: string): string;
  close(): Promise<void>;
};

/** Signs a topic for one session, so that a page can only ask for topics it was given. */
export function signTopic(key: Buffer, sessionId: string, topic: string): string {
  const mark = createHmac('sha256', key).update(`${sessionId}\n${topic}`).digest('base64url').slice(0, 22);
  return `${topic}.${mark}`;
}

/** Opens the hub of this process. */
export async function openLive(settings: { url: string; signingKey: Buffer; log: Log }): Promise<Live> {
  return {
    token: (actor, topic) => (actor?.sessionId ? signTopic(settings.signingKey, actor.sessionId, topic) : ''),
    close: async () => {},
  };
}
