// The open streams of this process: who listens to what. What is told to whom is decided in telling.ts.
import type { ServerResponse } from 'node:http';
import { openStreams } from '../metrics.ts';
import type { Listener } from './rights.ts';
import { eventText } from './writing.ts';

export type Stream = { readonly listener: Listener; readonly to: ServerResponse; readonly slot: number };

type OfficeStreams = {
  readonly streams: Set<Stream>;
  readonly byTopic: Map<string, Set<Stream>>;
};

export type LiveStreams = {
  readonly offices: ReadonlyMap<string, OfficeStreams>;
  /** Takes a stream in. The seventh of a session ends its first, whose page then asks every now and then. */
  add(listener: Listener, to: ServerResponse): Stream;
  write(stream: Stream, text: string): void;
  end(stream: Stream): void;
  close(): void;
};

/** A browser shares one stream over its tabs; one that cannot gets these many before the oldest must poll. */
const streamsPerSession = 6;
/** Proxies close what is silent for a minute; each stream hears a breath this often. */
const breathSeconds = 25;
/** A reader that takes nothing is let go and asks again when it can. */
const longestBacklog = 64 * 1024;

/** Opens the register. `everyMinute` is called for each office that has streams. */
export function openLiveStreams(everyMinute: (officeId: string) => void): LiveStreams {
  const offices = new Map<string, OfficeStreams>();
  const bySession = new Map<string, Stream[]>();
  let tick = 0;
  let opened = 0;
  let timer: NodeJS.Timeout | undefined;

  const remove = (stream: Stream) => {
    if (!leave(offices, stream)) return;
    openStreams.dec();
    const { sessionId } = stream.listener;
    const rest = bySession.get(sessionId)?.filter((one) => one !== stream) ?? [];
    if (rest.length > 0) bySession.set(sessionId, rest);
    else bySession.delete(sessionId);
  };
  const end = (stream: Stream) => {
    remove(stream);
    stream.to.end();
  };
  const write = (stream: Stream, text: string) => {
    if (stream.to.writableLength <= longestBacklog) stream.to.write(text);
    else {
      remove(stream);
      stream.to.destroy();
    }
  };
  // Each second a twenty-fifth of the streams gets its breath, so that thousands are not written to at once.
  const breathe = () => {
    tick += 1;
    for (const [officeId, { streams }] of offices) {
      for (const stream of streams) if (stream.slot === tick % breathSeconds) write(stream, ':\n\n');
      if (tick % 60 === 0) everyMinute(officeId);
    }
  };

  return {
    offices,
    add(listener, to) {
      const stream = { listener, to, slot: opened++ % breathSeconds };
      join(offices, stream);
      openStreams.inc();
      to.on('close', () => remove(stream));
      const own = [...(bySession.get(listener.sessionId) ?? []), stream];
      bySession.set(listener.sessionId, own);
      if (own.length > streamsPerSession && own[0]) {
        write(own[0], eventText({ event: 'enough', data: '1' }));
        end(own[0]);
      }
      timer ??= setInterval(breathe, 1000).unref();
      return stream;
    },
    write,
    end,
    close() {
      clearInterval(timer);
      for (const { streams } of [...offices.values()]) for (const stream of streams) end(stream);
    },
  };
}

function join(offices: Map<string, OfficeStreams>, stream: Stream): void {
  const { officeId, topics } = stream.listener;
  const office = offices.get(officeId) ?? { streams: new Set(), byTopic: new Map() };
  offices.set(officeId, office);
  office.streams.add(stream);
  for (const topic of topics) {
    const listening = office.byTopic.get(topic);
    if (listening) listening.add(stream);
    else office.byTopic.set(topic, new Set([stream]));
  }
}

/** False when the stream had left before. */
function leave(offices: Map<string, OfficeStreams>, stream: Stream): boolean {
  const { officeId, topics } = stream.listener;
  const office = offices.get(officeId);
  if (!office?.streams.delete(stream)) return false;
  for (const topic of topics) {
    const listening = office.byTopic.get(topic);
    listening?.delete(stream);
    if (listening?.size === 0) office.byTopic.delete(topic);
  }
  if (office.streams.size === 0) offices.delete(officeId);
  return true;
}
