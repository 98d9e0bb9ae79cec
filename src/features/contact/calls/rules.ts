// What a room allows and how presence becomes attendance. Pure, so pages, actions and the browser ask the same rule.

/** How somebody takes part: with a picture, with voice, or by writing only. */
export type Way = 'video' | 'voice' | 'text';
export const ways: readonly Way[] = ['video', 'voice', 'text'];

export type LeftWhy = 'left' | 'moved' | 'silent' | 'removed' | 'uninvited' | 'closed';
export type CheckResult = 'good' | 'failed' | 'skipped';
export type NetworkResult = CheckResult | 'slow';

/** The doors open this long before the room's time, so that nobody stands outside at the hour. */
export const doorsOpenMinutes = 15;
/** A talk may run over by this much; then the room closes by itself. */
const overrunMinutes = 60;

export type RoomTimes = {
  opensAt: Temporal.Instant;
  closesAt: Temporal.Instant;
  closedAt: Temporal.Instant | null;
};

/** Whether the doors are open at `at`: `early` before them, `over` when the room is closed or its time has run out. */
export function doorAt(room: RoomTimes, at: Temporal.Instant): 'early' | 'open' | 'over' {
  if (room.closedAt) return 'over';
  if (Temporal.Instant.compare(at, room.opensAt.subtract({ minutes: doorsOpenMinutes })) < 0) return 'early';
  return Temporal.Instant.compare(at, lastMoment(room)) < 0 ? 'open' : 'over';
}

/** When a room that nobody has ended closes by itself. */
export function lastMoment(room: { closesAt: Temporal.Instant }): Temporal.Instant {
  return room.closesAt.add({ minutes: overrunMinutes });
}

/** How many may send a picture or a voice when browsers speak straight to each other, without a media server. */
export const pictureSeats = 4;
export const voiceSeats = 8;
/** How many pages hold a direct line to each other at all (real-time text, hands); the rest have messages. */
export const lineSeats = 12;

/** Who of those in a room, in the order they came in, others have a direct line to. */
export const holdsLine = (one: { direct: boolean }, place: number): boolean =>
  one.direct && place < lineSeats;

export type Place = { way: Way; because?: 'pictures-full' | 'voices-full' };

/**
 * The way in which one more may take part among `others`, and why when it is less than `wanted`. Each browser sends
 * to every other, so a fifth picture would make all of them worse for everybody.
 */
export function placeFor(wanted: Way, others: readonly Way[], mediaServer: boolean): Place {
  if (mediaServer || wanted === 'text') return { way: wanted };
  const pictures = others.filter((way) => way === 'video').length;
  const voices = others.filter((way) => way !== 'text').length;
  if (voices >= voiceSeats) return { way: 'text', because: 'voices-full' };
  if (wanted === 'video' && pictures >= pictureSeats) return { way: 'voice', because: 'pictures-full' };
  return { way: wanted };
}

export type Arriving = {
  invitedAs: 'host' | 'guest';
  waiting: 'everyone' | 'open-door';
  locked: boolean;
  /** Has been admitted to this room before. */
  known: boolean;
  /** Somebody who must never be met is in the room. */
  apart: boolean;
  /** Persons in the room, and how many it may hold; undefined when any number. */
  present: number;
  maxSeats: number | undefined;
};

/** Whether somebody who arrives comes straight in or waits. A host never waits, but for whom must not be met. */
export function arrival(who: Arriving): 'in' | 'waits' {
  if (who.apart) return 'waits';
  if (who.invitedAs === 'host') return 'in';
  if (who.maxSeats !== undefined && who.present >= who.maxSeats) return 'waits';
  if (who.known) return 'in';
  if (who.locked) return 'waits';
  return who.waiting === 'open-door' ? 'in' : 'waits';
}

/** `none`: no line between browsers at all, so writing through the server only. */
export type ConnectionPolicy = 'all' | 'relay' | 'none';

/**
 * Whether a person's browser may give its network address to the others. A protected person's whereabouts are told to
 * nobody: without a relay their browser opens no line.
 */
export function connectionPolicy(about: {
  rule: 'relay-when-possible' | 'relay-always' | 'direct';
  relay: boolean;
  protectedPerson: boolean;
}): ConnectionPolicy {
  if (about.protectedPerson || about.rule === 'relay-always') return about.relay ? 'relay' : 'none';
  return about.rule === 'relay-when-possible' && about.relay ? 'relay' : 'all';
}

/** The number of the first line of a visit; 0 while no script has one. */
export const firstLine = 1;
/** A page tells every so often that it is there. */
export const beatSeconds = 10;
/** How long the server holds a page's question for signals at most; proxies end a silence of a minute. */
export const heldSeconds = 25;
/** A silence this long is an outage: nothing is taken from attendance and nobody loses their place. */
export const graceSeconds = 60;
/** Without script a person shows signs of life only by sending something; reading takes a while. */
const formGraceSeconds = 15 * 60;

/** How long a visit may be silent before it has ended, in seconds. */
export function graceOf(visit: { line: number }): number {
  return visit.line > 0 ? graceSeconds : formGraceSeconds;
}

/** How a visit looks to others: the line is `lost` when signs of life have stopped but the grace is not over. */
export function presenceAt(
  visit: { line: number; seenAt: Temporal.Instant; admittedAt: Temporal.Instant | null },
  at: Temporal.Instant,
): 'in' | 'waiting' | 'lost' | 'gone' {
  const silent = at.since(visit.seenAt).total('seconds');
  if (silent > graceOf(visit)) return 'gone';
  if (visit.line > 0 && silent > 2.5 * beatSeconds) return 'lost';
  return visit.admittedAt ? 'in' : 'waiting';
}

export type Stretch = {
  roomId: string;
  personId: string;
  way: Way;
  from: Temporal.Instant;
  to: Temporal.Instant;
};

const strength: Record<Way, number> = { video: 3, voice: 2, text: 1 };

/**
 * Turns stretches, which overlap when one person has two pages open, into intervals that never overlap for one
 * person: no minute is counted twice, the fuller way counts while two go on, and touching alike intervals are one.
 */
export function mergeStretches(stretches: readonly Stretch[]): Stretch[] {
  const persons = new Map<string, Stretch[]>();
  for (const one of stretches) {
    if (Temporal.Instant.compare(one.from, one.to) >= 0) continue;
    persons.set(one.personId, [...(persons.get(one.personId) ?? []), one]);
  }
  return [...persons.values()]
    .flatMap(mergeOfPerson)
    .sort((a, b) => Temporal.Instant.compare(a.from, b.from) || a.personId.localeCompare(b.personId));
}

function mergeOfPerson(stretches: readonly Stretch[]): Stretch[] {
  const moments = [...new Set(stretches.flatMap((one) => [one.from, one.to]).map((m) => m.epochNanoseconds))]
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((n) => Temporal.Instant.fromEpochNanoseconds(n));
  const merged: Stretch[] = [];
  for (const [at, from] of moments.entries()) {
    const to = moments[at + 1];
    if (!to) break;
    const strongest = stretches
      .filter(
        (one) => Temporal.Instant.compare(one.from, from) <= 0 && Temporal.Instant.compare(one.to, to) >= 0,
      )
      .sort((a, b) => strength[b.way] - strength[a.way] || a.roomId.localeCompare(b.roomId))[0];
    if (!strongest) continue;
    const last = merged.at(-1);
    if (last?.to.equals(from) && last.way === strongest.way && last.roomId === strongest.roomId) {
      last.to = to;
    } else {
      merged.push({ ...strongest, from, to });
    }
  }
  return merged;
}
