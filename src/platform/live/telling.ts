// Passing hints on to the streams that may hear them. Hints of an office that come while one round of questions is
// under way wait and are asked about together, so a burst costs few questions.

import { errorForLog, type Log } from '../log.ts';
import type { InOffice } from '../tenancy.ts';
import { type Listener, type LiveRights, mayHear } from './rights.ts';
import type { LiveStreams, Stream } from './streams.ts';
import { eventText } from './writing.ts';

/** `position` is null for what is no recorded event. */
type Told = { office: string; position: number | null; topics: readonly string[] };
/** Topics to ask about, with the position of the latest hint. */
type Waiting = Map<string, number | null>;

type Settings = { log: Log; inOffice: InOffice; rights: () => LiveRights; streams: LiveStreams };

export function openTelling({ log, inOffice, rights, streams }: Settings) {
  const waiting = new Map<string, Waiting>();
  const asking = new Set<string>();

  /** Ends the streams of sessions that are over; passes the topics on to those who may hear of them. */
  const askAndTell = (officeId: string, topics: Waiting, among: readonly Stream[]) =>
    inOffice(officeId, async (tx) => {
      const listeners = among.map((stream): Listener => stream.listener);
      const may = await mayHear(tx, rights(), listeners, [...topics.keys()]);
      for (const stream of among) {
        if (!streams.offices.get(officeId)?.streams.has(stream)) continue;
        if (may.ended(stream.listener)) {
          streams.end(stream);
          continue;
        }
        const heard = [...topics.keys()].filter((topic) => may(stream.listener, topic));
        if (heard.length > 0) streams.write(stream, hintText(heard, topics));
      }
    });

  const work = async (officeId: string) => {
    if (asking.has(officeId)) return;
    asking.add(officeId);
    for (let topics = waiting.get(officeId); topics; topics = waiting.get(officeId)) {
      waiting.delete(officeId);
      const among = listeningTo(streams, officeId, topics.keys());
      if (among.length === 0) continue;
      try {
        await askAndTell(officeId, topics, among);
      } catch (error) {
        // Whoever cannot be asked about hears nothing; opening anew, they get what they missed.
        log.error({ error: errorForLog(error) }, 'rights to hints could not be asked');
        for (const stream of among) streams.end(stream);
      }
    }
    asking.delete(officeId);
  };

  return {
    hint({ office, position, topics }: Told): void {
      const listened = streams.offices.get(office)?.byTopic;
      const heard = topics.filter((topic) => listened?.has(topic));
      if (heard.length === 0) return;
      const queue = waiting.get(office) ?? new Map();
      waiting.set(office, queue);
      for (const topic of heard) queue.set(topic, position);
      void work(office);
    },
    /** Ends the streams of sessions that are over, also where no hint comes. */
    endOver(officeId: string): void {
      const all = [...(streams.offices.get(officeId)?.streams ?? [])];
      askAndTell(officeId, new Map(), all).catch((error) =>
        log.error({ error: errorForLog(error) }, 'sessions of streams could not be asked'),
      );
    },
  };
}

function listeningTo(streams: LiveStreams, officeId: string, topics: Iterable<string>): Stream[] {
  const byTopic = streams.offices.get(officeId)?.byTopic;
  const found = new Set<Stream>();
  for (const topic of topics) for (const stream of byTopic?.get(topic) ?? []) found.add(stream);
  return [...found];
}

// Hints that are no recorded events have no position, and do not move the one from which news is asked for later.
function hintText(heard: readonly string[], topics: Waiting): string {
  const id = Math.max(...heard.map((topic) => topics.get(topic) ?? 0));
  return eventText({ ...(id > 0 ? { id } : {}), data: heard.join(' ') });
}
