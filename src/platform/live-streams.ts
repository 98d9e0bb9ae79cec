// The open streams of this process. Hints of an office that come while one round of questions is under way wait and
// are asked about together, so a burst costs few questions.
import type { ServerResponse } from 'node:http';
import type { News } from './live-news.ts';
import { type Listener, type LiveRights, mayHear } from './live-rights.ts';
import { eventText } from './live-writing.ts';
import type { Log } from './log.ts';
import { openStreams } from './metrics.ts';
import type { InOffice } from './tenancy.ts';

export type Stream = { readonly listener: Listener; readonly to: ServerResponse; readonly slot: number };

type Office = {
  readonly streams: Set<Stream>;
  readonly byTopic: Map<string, Set<Stream>>;
  /** Topics to ask about, with the position of the latest hint. */
  waiting: Map<string, number | null>;
  asking: boolean;
};

/** A browser shares one stream over its tabs; one that cannot gets these many before the oldest must poll. */
const streamsPerSession = 6;
/** Proxies close what is silent for a minute; each stream hears a breath this often. */
const breathSeconds = 25;
const sessionsEverySeconds = 60;
/** A reader that takes nothing is let go and asks again when it can. */
const longestBacklog = 64 * 1024;

type Settings = { log: Log; inOffice: InOffice; rights: () => LiveRights };

export function openLiveStreams({ log, inOffice, rights }: Settings) {
  const offices = new Map<string, Office>();
  const bySession = new Map<string, Stream[]>();
  let tick = 0;
  let timer: NodeJS.Timeout | undefined;

  const remove = (stream: Stream) => {
    const { officeId, sessionId, topics } = stream.listener;
    const office = offices.get(officeId);
    if (!office?.streams.delete(stream)) return;
    openStreams.dec();
    for (const topic of topics) {
      const set = office.byTopic.get(topic);
      set?.delete(stream);
      if (set?.size === 0) office.byTopic.delete(topic);
    }
    if (office.streams.size === 0) offices.delete(officeId);
    const rest = bySession.get(sessionId)?.filter((one) => one !== stream) ?? [];
    if (rest.length > 0) bySession.set(sessionId, rest);
    else bySession.delete(sessionId);
  };
  const end = (stream: Stream) => {
    remove(stream);
    stream.to.end();
  };
  const write = (stream: Stream, text: string) => {
    if (stream.to.writableLength > longestBacklog) {
      remove(stream);
      stream.to.destroy();
    } else stream.to.write(text);
  };

  /** Ends the streams of sessions that are over; passes the topics on to those who may hear of them. */
  const askAndTell = (
    officeId: string,
    office: Office,
    topics: Map<string, number | null>,
    among: Iterable<Stream>,
  ) =>
    inOffice(officeId, async (tx) => {
      const streams = [...among];
      const names = [...topics.keys()];
      const listeners = streams.map((stream) => stream.listener);
      const may = await mayHear(tx, rights(), listeners, names);
      const texts = new Map<string, string>();
      for (const stream of streams) {
        if (may.ended(stream.listener)) end(stream);
        if (!office.streams.has(stream)) continue;
        const heard = names.filter((topic) => may(stream.listener, topic)).join(' ');
        if (heard === '') continue;
        const text = texts.get(heard) ?? eventText({ ...newest(heard, topics), data: heard });
        texts.set(heard, text);
        write(stream, text);
      }
    });

  const work = async (officeId: string, office: Office) => {
    if (office.asking) return;
    office.asking = true;
    while (office.waiting.size > 0) {
      const topics = office.waiting;
      office.waiting = new Map();
      const among = new Set<Stream>();
      for (const topic of topics.keys())
        for (const stream of office.byTopic.get(topic) ?? []) among.add(stream);
      if (among.size === 0) continue;
      try {
        await askAndTell(officeId, office, topics, among);
      } catch (error) {
        // Whoever cannot be asked about hears nothing; opening anew, they get what they missed.
        log.error({ error: (error as Error).name }, 'rights to hints could not be asked');
        for (const stream of among) end(stream);
      }
    }
    office.asking = false;
  };

  const breathe = () => {
    tick += 1;
    for (const [officeId, office] of offices) {
      for (const stream of office.streams) if (stream.slot === tick % breathSeconds) write(stream, ':\n\n');
      if (tick % sessionsEverySeconds === 0)
        askAndTell(officeId, office, new Map(), office.streams).catch(() => {});
    }
    if (offices.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };

  return {
    /** Takes a stream in. The seventh of a session ends its first, whose page then polls. */
    add(listener: Listener, to: ServerResponse): Stream {
      const stream = { listener, to, slot: tick++ % breathSeconds };
      const office = offices.get(listener.officeId) ?? newOffice();
      offices.set(listener.officeId, office);
      office.streams.add(stream);
      for (const topic of listener.topics) {
        const set = office.byTopic.get(topic);
        if (set) set.add(stream);
        else office.byTopic.set(topic, new Set([stream]));
      }
      const own = [...(bySession.get(listener.sessionId) ?? []), stream];
      bySession.set(listener.sessionId, own);
      openStreams.inc();
      to.on('close', () => remove(stream));
      if (own.length > streamsPerSession && own[0]) {
        write(own[0], eventText({ event: 'enough', data: '1' }));
        end(own[0]);
      }
      timer ??= setInterval(breathe, 1000).unref();
      return stream;
    },
    /** Tells a new stream that it is open, from which position on, and what it has missed. */
    greet(stream: Stream, news: News) {
      write(stream, eventText({ event: 'ready', id: news.after, data: '1' }));
      if (news.topics.length > 0) write(stream, eventText({ id: news.after, data: news.topics.join(' ') }));
    },
    hint(hint: { office: string; position: number | null; topics: readonly string[] }) {
      const { office: officeId, position, topics } = hint;
      const office = offices.get(officeId);
      if (!office) return;
      for (const topic of topics) if (office.byTopic.has(topic)) office.waiting.set(topic, position);
      void work(officeId, office);
    },
    /** Which topics somebody here listens to, by office. */
    listenedTo: () => new Map([...offices].map(([id, office]) => [id, () => [...office.byTopic.keys()]])),
    end,
    endOffice(officeId: string) {
      for (const stream of offices.get(officeId)?.streams ?? []) end(stream);
    },
    close() {
      clearInterval(timer);
      for (const office of [...offices.values()]) for (const stream of office.streams) end(stream);
    },
  };
}

const newOffice = (): Office => ({
  streams: new Set(),
  byTopic: new Map(),
  waiting: new Map(),
  asking: false,
});

// Hints that are no recorded events have no position, and do not move the one from which news is asked for later.
function newest(heard: string, topics: Map<string, number | null>): { id?: number } {
  const id = Math.max(...heard.split(' ').map((topic) => topics.get(topic) ?? 0));
  return id > 0 ? { id } : {};
}
