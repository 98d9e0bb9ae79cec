// The programme on wall-clock time: from weekly entries and one-off changes to dated sessions. Pure: no database,
// no clock. Wall time is kept through both clock changes; the instants follow from the office's zone.
import type { Text } from '../../../../platform/language.ts';

export const sessionKinds = ['live', 'own-work', 'contact-point', 'meal', 'free'] as const;
export type SessionKind = (typeof sessionKinds)[number];

export const ways = ['on-site', 'video', 'voice', 'phone', 'text'] as const;
export type Way = (typeof ways)[number];

export type Entry = {
  id: string;
  /** 1 is Monday, 7 Sunday (ISO 8601). */
  weekday: number;
  starts: Temporal.PlainTime;
  ends: Temporal.PlainTime;
  kind: SessionKind;
  title: Text;
  description: Text | null;
  hostId: string | null;
  ways: readonly Way[];
  place: string | null;
  validFrom: Temporal.PlainDate;
  validUntil: Temporal.PlainDate | null;
};

/** One day of an entry that goes otherwise; null means "as in the entry". */
export type Change = {
  entryId: string;
  day: Temporal.PlainDate;
  cancelled: boolean;
  starts: Temporal.PlainTime | null;
  ends: Temporal.PlainTime | null;
  title: Text | null;
  hostId: string | null;
  ways: readonly Way[] | null;
  place: string | null;
  reason: string | null;
};

export type Planned = {
  entryId: string;
  day: Temporal.PlainDate;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  kind: SessionKind;
  title: Text;
  description: Text | null;
  hostId: string | null;
  ways: readonly Way[];
  place: string | null;
  cancelled: boolean;
  changed: boolean;
  reason: string | null;
};

export type Programme = {
  entries: readonly Entry[];
  changes: readonly Change[];
  /** ISO days on which the office is closed: nothing happens then. */
  closedDays: ReadonlySet<string>;
  zone: string;
};

/**
 * Every session of a programme between two days, both included, in order of time. A closed day has none; a
 * cancelled one is there with its mark, because those who expected it must see that it is off.
 */
export function expandProgramme(
  programme: Programme,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Planned[] {
  const changes = new Map(programme.changes.map((change) => [`${change.entryId} ${change.day}`, change]));
  const sessions: Planned[] = [];
  for (const entry of programme.entries) {
    for (const day of daysOf(entry, from, to)) {
      if (programme.closedDays.has(day.toString())) continue;
      sessions.push(planned(entry, changes.get(`${entry.id} ${day}`), day, programme.zone));
    }
  }
  return sessions.sort(
    (a, b) =>
      Temporal.Instant.compare(a.startsAt, b.startsAt) ||
      Temporal.Instant.compare(a.endsAt, b.endsAt) ||
      (a.entryId < b.entryId ? -1 : 1),
  );
}

/** The days of an entry between two days, both included. */
function* daysOf(entry: Entry, from: Temporal.PlainDate, to: Temporal.PlainDate) {
  const first = laterOf(from, entry.validFrom);
  const last = entry.validUntil ? earlierOf(to, entry.validUntil) : to;
  let day = first.add({ days: (entry.weekday - first.dayOfWeek + 7) % 7 });
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    yield day;
    day = day.add({ days: 7 });
  }
}

function planned(entry: Entry, change: Change | undefined, day: Temporal.PlainDate, zone: string): Planned {
  const { startsAt, endsAt } = instantsOf(
    day,
    change?.starts ?? entry.starts,
    change?.ends ?? entry.ends,
    zone,
  );
  return {
    entryId: entry.id,
    day,
    startsAt,
    endsAt,
    kind: entry.kind,
    title: change?.title ?? entry.title,
    description: entry.description,
    hostId: change?.hostId ?? entry.hostId,
    ways: change?.ways ?? entry.ways,
    place: change?.place ?? entry.place,
    cancelled: change?.cancelled ?? false,
    changed: change !== undefined,
    reason: change?.reason ?? null,
  };
}

/**
 * The instants of a wall-clock span. In the hour that a spring night lacks, a time moves forward as clocks do; if
 * that would put the end before the start, the session keeps its length instead.
 */
export function instantsOf(
  day: Temporal.PlainDate,
  starts: Temporal.PlainTime,
  ends: Temporal.PlainTime,
  zone: string,
): { startsAt: Temporal.Instant; endsAt: Temporal.Instant } {
  const startsAt = day.toZonedDateTime({ timeZone: zone, plainTime: starts }).toInstant();
  const endsAt = day.toZonedDateTime({ timeZone: zone, plainTime: ends }).toInstant();
  if (Temporal.Instant.compare(endsAt, startsAt) > 0) return { startsAt, endsAt };
  return { startsAt, endsAt: startsAt.add(starts.until(ends)) };
}

/**
 * Whether a session has a call room: something is done together there, and one can be there from afar. A contact
 * point that is only a phone call or a message needs none.
 */
export function hasRoom(session: { kind: SessionKind; ways: readonly Way[] }): boolean {
  const called = session.ways.includes('video') || session.ways.includes('voice');
  if (session.kind === 'contact-point') return called;
  return session.kind === 'live' && (called || session.ways.includes('text'));
}

type Dated = Omit<Planned, 'entryId' | 'day'>;

/** Whether a session that stands differs from what the programme now says of its day. */
export function differs(session: Dated, plan: Dated): boolean {
  return facts(session) !== facts(plan);
}

function facts(session: Dated): string {
  const { startsAt, endsAt, kind, title, description, hostId, ways: by, place, cancelled, reason } = session;
  return JSON.stringify([
    startsAt.epochMilliseconds,
    endsAt.epochMilliseconds,
    kind,
    words(title),
    words(description),
    hostId,
    [...by].sort(),
    place,
    cancelled,
    reason,
  ]);
}

// PostgreSQL keeps a JSON object's keys in an order of its own.
const words = (text: Text | null) => text && [text.fi, text.sv, text.en, text.selko ?? null];

function laterOf(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) >= 0 ? a : b;
}

export function earlierOf(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}

/** Seats left in a group: members of the day and open offers each hold one. Undefined when seats are not limited. */
export function seatsLeft(seats: number | null, taken: { members: number; offers: number }) {
  return seats === null ? undefined : Math.max(0, seats - taken.members - taken.offers);
}
