// What matters now: from the programme, what has been done and the clock to the one thing that Today offers. Pure.

export type Piece = {
  id: string;
  kind: 'live' | 'own-work' | 'contact-point' | 'meal' | 'free';
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  cancelled: boolean;
  /** Can be joined by video, voice or text. */
  remote: boolean;
};

export type Done = {
  absent: boolean;
  greeted: boolean;
  midday: boolean;
  planned: boolean;
  works: number;
  diary: boolean;
  /** The day has what the rule asks for, or somebody has decided about it. */
  enough: boolean;
};

export type Step<P extends Piece = Piece> =
  /** An absence has been told: nothing is asked of the day. */
  | { kind: 'absent' }
  /** The doors of a live session are open. */
  | { kind: 'join'; piece: P }
  /** A live session goes on where it cannot be joined from afar. */
  | { kind: 'place'; piece: P }
  /** The day is about to begin, or has begun without a hello. */
  | { kind: 'greet'; piece: P | undefined }
  /** Hours before the day: nothing to do yet. */
  | { kind: 'early'; piece: P }
  | { kind: 'touch'; piece: P }
  | { kind: 'break'; piece: P; next: P | undefined }
  | { kind: 'plan'; piece: P | undefined }
  | { kind: 'work'; piece: P | undefined }
  | { kind: 'diary' }
  | { kind: 'done' };

/** The doors of a room open this long before its time. */
const doorsOpenMinutes = 15;
/** A hello is taken this long before the day begins. */
const helloBeforeMinutes = 60;

/** The one thing now. `hours` are the day's first and last moment, also for a day without a programme. */
export function stepNow<P extends Piece>(
  pieces: readonly P[],
  hours: { startsAt: Temporal.Instant; endsAt: Temporal.Instant },
  done: Done,
  at: Temporal.Instant,
): Step<P> {
  if (done.absent) return { kind: 'absent' };
  const held = pieces
    .filter((piece) => !piece.cancelled)
    .sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  // Where two overlap, people who wait come first, and then what began last.
  const present = held.filter((piece) => isWithin(piece, at));
  const now = present.find((piece) => piece.kind === 'live') ?? present.at(-1);
  const next = held.find((piece) => isBefore(at, piece.startsAt));
  if (now?.kind === 'live' && now.remote) return { kind: 'join', piece: now };
  if (!done.greeted && isBefore(at, hours.endsAt)) return greeting(hours, now ?? next, at);
  if (now?.kind === 'live') return { kind: 'place', piece: now };
  if (now?.kind === 'contact-point' && !done.midday) return { kind: 'touch', piece: now };
  if (next?.kind === 'live' && next.remote && doorsOpen(next, at)) return { kind: 'join', piece: next };
  if (now?.kind === 'meal' || now?.kind === 'free') return { kind: 'break', piece: now, next };
  if (isBefore(at, hours.endsAt)) {
    if (isBefore(at, hours.startsAt) && next && done.planned) return { kind: 'early', piece: next };
    return { kind: done.planned ? 'work' : 'plan', piece: now ?? next };
  }
  if (!done.diary) return { kind: 'diary' };
  return done.enough ? { kind: 'done' } : { kind: 'work', piece: undefined };
}

function greeting<P extends Piece>(
  hours: { startsAt: Temporal.Instant },
  piece: P | undefined,
  at: Temporal.Instant,
): Step<P> {
  if (piece && doorsOpen(piece, at) && piece.kind === 'live' && piece.remote) return { kind: 'join', piece };
  const early = isBefore(at, hours.startsAt.subtract({ minutes: helloBeforeMinutes }));
  return early && piece ? { kind: 'early', piece } : { kind: 'greet', piece };
}

function doorsOpen(piece: Piece, at: Temporal.Instant): boolean {
  return !isBefore(at, piece.startsAt.subtract({ minutes: doorsOpenMinutes })) && isBefore(at, piece.endsAt);
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
const isWithin = (piece: Piece, at: Temporal.Instant) =>
  !isBefore(at, piece.startsAt) && isBefore(at, piece.endsAt);

/** Which greeting the hour of the day asks for. */
export function greetingAt(hour: number): 'morning' | 'day' | 'evening' {
  if (hour < 11) return 'morning';
  return hour < 17 ? 'day' : 'evening';
}
