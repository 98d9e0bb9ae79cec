// Hints for open pages: "this topic may have changed", never data. A page may listen only to topics it was given a
// signed token for, and before each hint is passed on it is asked again whether the session and the right still stand.
import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { listenForHints } from './live-hints.ts';
import { latestNews, type News, overlapSeconds, type Since, topicsSince } from './live-news.ts';
import { type Listener, type LiveRights, mayHear } from './live-rights.ts';
import { openLiveStreams } from './live-streams.ts';
import type { Log } from './log.ts';
import { type Actor, sameBytes } from './session.ts';
import type { InOffice } from './tenancy.ts';

export type Live = {
  /** A token with which a page of this session may listen to a topic. */
  token(actor: Actor | undefined, topic: string): string;
  /** Who asks again before a hint is passed on. Given once, by the application. */
  checkBy(rights: LiveRights): void;
  /** The listener that these tokens (with commas between) make of an actor. Others' and forged tokens are left out. */
  listener(actor: Actor, tokens: string): Listener;
  /** Keeps `to` open and writes hints to it, first those missed. Its head must have been written. */
  hold(listener: Listener, since: Since, to: ServerResponse): void;
  /** What a listener without a stream has missed. */
  news(listener: Listener, since: Since): Promise<News>;
  /** Ends all streams and stops listening. */
  close(): Promise<void>;
};

export type LiveSettings = { url: string; signingKey: Buffer; log: Log; inOffice: InOffice };

const nobody: LiveRights = { topics: {}, sessions: async () => new Set() };
/** A page has a few topics and a browser a few pages; more would only make long addresses. */
const mostTopics = 60;

/** Signs a topic for one session, so that a page can only ask for topics it was given. */
export function signTopic(key: Buffer, sessionId: string, topic: string): string {
  return `${topic}.${markOf(key, sessionId, topic)}`;
}

const markOf = (key: Buffer, sessionId: string, topic: string) =>
  createHmac('sha256', key).update(`${sessionId}\n${topic}`).digest('base64url').slice(0, 22);

/** The topic of a token when it was signed for this session, else undefined. */
export function topicOfToken(key: Buffer, sessionId: string, token: string): string | undefined {
  const dot = token.lastIndexOf('.');
  const topic = token.slice(0, Math.max(dot, 0));
  const signed = sameBytes(Buffer.from(token.slice(dot + 1)), Buffer.from(markOf(key, sessionId, topic)));
  return signed && /^[\w-]+:[\w.:-]+$/.test(topic) ? topic : undefined;
}

/** Opens the hub of this process. It listens to the database from the first stream on. */
export function openLive({ url, signingKey, log, inOffice }: LiveSettings): Live {
  let rights = nobody;
  let closed = false;
  let hints: ReturnType<typeof listenForHints> | undefined;
  const streams = openLiveStreams({ log, inOffice, rights: () => rights });

  const missedBy = (listener: Listener, since: Since) =>
    inOffice(listener.officeId, async (tx) => {
      const news = await latestNews(tx, listener, since);
      const may = await mayHear(tx, rights, [listener], news.topics);
      return { after: news.after, topics: news.topics.filter((topic) => may(listener, topic)) };
    });

  /** Asks the table what an office has been hinted of lately, when the hints themselves did not come. */
  const lookUp = (officeId: string, topics: readonly string[], ageSeconds: number) => {
    inOffice(officeId, (tx) => topicsSince(tx, topics, { ageSeconds }))
      .then((news) => streams.hint({ office: officeId, position: news.after, topics: news.topics }))
      .catch(() => streams.endOffice(officeId));
  };
  const listen = () => {
    hints ??= listenForHints({
      url,
      log,
      onHint: (hint) => {
        const listened = streams.listenedTo().get(hint.office);
        if (!listened) return;
        // Very many topics do not fit into a notification of the database.
        if (hint.topics === null) lookUp(hint.office, listened(), overlapSeconds);
        else streams.hint({ ...hint, topics: hint.topics });
      },
      onGap: (seconds) => {
        for (const [officeId, topics] of streams.listenedTo())
          lookUp(officeId, topics(), seconds + overlapSeconds);
      },
    });
    return hints.ready;
  };

  return {
    token: (actor, topic) => (actor?.sessionId ? signTopic(signingKey, actor.sessionId, topic) : ''),
    checkBy(given) {
      rights = given;
    },
    listener(actor, tokens) {
      const sessionId = actor.sessionId ?? '';
      const topics = tokens
        .split(',', mostTopics)
        .map((token) => topicOfToken(signingKey, sessionId, token))
        .filter((topic) => topic !== undefined);
      return { officeId: actor.officeId, personId: actor.personId, sessionId, topics: [...new Set(topics)] };
    },
    hold(listener, since, to) {
      if (closed) {
        to.end();
        return;
      }
      // It hears new hints before it is told the old ones, so nothing falls between.
      const stream = streams.add(listener, to);
      listen()
        .then(() => missedBy(listener, since))
        .then((news) => streams.greet(stream, news))
        .catch((error: unknown) => {
          log.warn({ error: String((error as Error).name) }, 'a stream could not be begun');
          streams.end(stream);
        });
    },
    news: missedBy,
    async close() {
      closed = true;
      streams.close();
      await hints?.close();
    },
  };
}
