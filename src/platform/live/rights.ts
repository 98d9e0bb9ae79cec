// Who may hear of a topic now. Asked once per hint and office for all who listen, however many they are.
import type { Tx } from '../tenancy.ts';

/** Somebody listening: a session of a person, and the topics it showed signed tokens for. */
export type Listener = {
  readonly officeId: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly topics: readonly string[];
};

/** Of `personIds`, those who may still see what the topic with this id is about. One query for all of them. */
export type TopicCheck = (tx: Tx, personIds: readonly string[], id: string) => Promise<Set<string>>;

export type LiveRights = {
  /** By the kind of topic: `board` for `board:<id>`. Nobody hears of a kind that is not here. */
  readonly topics: Readonly<Record<string, TopicCheck>>;
  /** Of these sessions, those that still count. */
  sessions(tx: Tx, sessionIds: readonly string[]): Promise<Set<string>>;
};

export type MayHear = ((listener: Listener, topic: string) => boolean) & {
  /** Sessions among the listeners that have ended. */
  ended(listener: Listener): boolean;
};

/** Asks for all listeners and topics at once; all of them belong to the transaction's office. */
export async function mayHear(
  tx: Tx,
  rights: LiveRights,
  listeners: readonly Listener[],
  topics: readonly string[],
): Promise<MayHear> {
  const sessionIds = [...new Set(listeners.map((listener) => listener.sessionId))];
  const open = sessionIds.length > 0 ? await rights.sessions(tx, sessionIds) : new Set<string>();
  const allowed = new Map<string, Set<string>>();
  for (const topic of topics) {
    const [kind = '', ...id] = topic.split(':');
    const check = Object.hasOwn(rights.topics, kind) ? rights.topics[kind] : undefined;
    const persons = new Set<string>();
    for (const listener of listeners)
      if (open.has(listener.sessionId) && listener.topics.includes(topic)) persons.add(listener.personId);
    allowed.set(topic, check && persons.size > 0 ? await check(tx, [...persons], id.join(':')) : new Set());
  }
  return Object.assign(
    (listener: Listener, topic: string) =>
      open.has(listener.sessionId) &&
      listener.topics.includes(topic) &&
      allowed.get(topic)?.has(listener.personId) === true,
    { ended: (listener: Listener) => !open.has(listener.sessionId) },
  );
}
