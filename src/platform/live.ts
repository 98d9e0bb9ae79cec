// Hints for open pages: "this topic may have changed", never data. A page may listen only to topics it was given a
// signed token for, and before each hint is passed on it is asked again whether the session and the right still stand.
import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { listenForHints } from './live/hints.ts';
import { latestNews, type News, overlapSeconds, type Since, topicsSince } from './live/news.ts';
import { type Listener, type LiveRights, mayHear } from './live/rights.ts';
import { type LiveStreams, openLiveStreams, type Stream } from './live/streams.ts';
import { openTelling } from './live/telling.ts';
import { type LiveWaiting, openWaiting } from './live/waiting.ts';
import { eventText } from './live/writing.ts';
import { errorForLog, type Log } from './log.ts';
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
  /** Holds a question until a hint says that there may be an answer. */
  readonly findWhenHinted: LiveWaiting['findWhenHinted'];
  /** Ends all streams and stops listening. */
  close(): Promise<void>;
};

type LiveSettings = { url: string; signingKey: Buffer; log: Log; inOffice: InOffice };

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
function topicOfToken(key: Buffer, sessionId: string, token: string): string | undefined {
  const dot = token.lastIndexOf('.');
  const topic = token.slice(0, Math.max(dot, 0));
  const signed = sameBytes(Buffer.from(token.slice(dot + 1)), Buffer.from(markOf(key, sessionId, topic)));
  return signed && /^[\w-]+:[\w.:-]+$/.test(topic) ? topic : undefined;
}

function listenerOf(key: Buffer, actor: Actor, tokens: string): Listener {
  const { officeId, personId, sessionId = '' } = actor;
  const topics = tokens
    .split(',', mostTopics)
    .map((token) => topicOfToken(key, sessionId, token))
    .filter((topic) => topic !== undefined);
  return { officeId, personId, sessionId, topics: [...new Set(topics)] };
}

/** Opens the hub of this process. It listens to the database from the first stream on. */
export function openLive({ url, signingKey, log, inOffice }: LiveSettings): Live {
  let rights = nobody;
  let closed = false;
  let source: ReturnType<typeof listenForHints> | undefined;
  const streams = openLiveStreams((officeId) => telling.endOver(officeId));
  const telling = openTelling({ log, inOffice, rights: () => rights, streams });

  const news = (listener: Listener, since: Since) =>
    inOffice(listener.officeId, async (tx) => {
      const found = await latestNews(tx, listener, since);
      const may = await mayHear(tx, rights, [listener], found.topics);
      return { after: found.after, topics: found.topics.filter((topic) => may(listener, topic)) };
    });
  const listening = () => {
    source ??= listenForHints({
      url,
      log,
      ...sourceInto({ streams, waiting, hint: telling.hint, inOffice }),
    });
    return source.ready;
  };
  const waiting = openWaiting(listening);

  return {
    token: (actor, topic) => (actor?.sessionId ? signTopic(signingKey, actor.sessionId, topic) : ''),
    checkBy(given) {
      rights = given;
    },
    listener: (actor, tokens) => listenerOf(signingKey, actor, tokens),
    hold(listener, since, to) {
      if (closed) {
        to.end();
        return;
      }
      // It hears new hints before it is told the old ones, so nothing falls between.
      const stream = streams.add(listener, to);
      listening()
        .then(() => news(listener, since))
        .then((missed) => greet(streams, stream, missed))
        .catch((error: unknown) => {
          log.warn({ error: errorForLog(error) }, 'a stream could not be begun');
          streams.end(stream);
        });
    },
    news,
    findWhenHinted: waiting.findWhenHinted,
    async close() {
      closed = true;
      waiting.close();
      streams.close();
      await source?.close();
    },
  };
}

/** Tells a new stream that it is open, from which position on, and what it has missed. */
function greet(streams: LiveStreams, stream: Stream, { after, topics }: News): void {
  streams.write(stream, eventText({ event: 'ready', id: after, data: '1' }));
  if (topics.length > 0) streams.write(stream, eventText({ id: after, data: topics.join(' ') }));
}

/** What is done with hints, and with the lack of them, when the connection was down or they did not fit. */
function sourceInto({
  streams,
  waiting,
  hint,
  inOffice,
}: {
  streams: LiveStreams;
  waiting: LiveWaiting;
  hint: ReturnType<typeof openTelling>['hint'];
  inOffice: InOffice;
}): Pick<Parameters<typeof listenForHints>[0], 'onHint' | 'onGap'> {
  const lookUp = (office: string, ageSeconds: number) => {
    const topics = [...(streams.offices.get(office)?.byTopic.keys() ?? [])];
    inOffice(office, (tx) => topicsSince(tx, topics, { ageSeconds }))
      .then((news) => hint({ office, position: news.after, topics: news.topics }))
      // Opening anew, their pages get what they missed.
      .catch(() => streams.offices.get(office)?.streams.forEach(streams.end));
  };
  return {
    onHint({ office, position, topics }) {
      waiting.wake(office, topics);
      if (!streams.offices.has(office)) return;
      // Very many topics do not fit into a notification of the database.
      if (topics === null) lookUp(office, overlapSeconds);
      else hint({ office, position, topics });
    },
    onGap(seconds) {
      waiting.wakeAll();
      for (const office of streams.offices.keys()) lookUp(office, seconds + overlapSeconds);
    },
  };
}
