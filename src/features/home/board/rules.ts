// How each client's day stands just now, and who needs somebody first. Pure.

/** From the one who needs somebody most to the one whose day is done. */
export const states = [
  /** Asked for help, and nobody has answered. */
  'help',
  /** Nothing heard for the office's minutes; the silence has been noticed. */
  'silent',
  /** Waits at the door of the room. */
  'waiting',
  /** Was in the room; signs of life have stopped for a moment. */
  'lost',
  /** The day has begun and nothing has been heard yet. */
  'unheard',
  /** The day is over and waits for confirmation. */
  'over',
  'in',
  'place',
  'greeted',
  /** A coach was in touch; nothing of the client's own yet. */
  'reached',
  'ahead',
  'absent',
  'confirmed',
] as const;
export type State = (typeof states)[number];

export type Signs = {
  help: boolean;
  silent: boolean;
  presence: 'in' | 'waiting' | 'lost' | undefined;
  /** Marked as being at the place, or on the phone, just now. */
  place: boolean;
  /** Any sign of the day: a hello, a room, own work, a plan, a diary. */
  heard: boolean;
  /** A coach was in touch with them today. */
  reached: boolean;
  absent: boolean;
  confirmed: 'present' | 'absent' | undefined;
  began: boolean;
  ended: boolean;
};

export function stateOf(signs: Signs): State {
  if (signs.help) return 'help';
  if (signs.confirmed === 'present') return 'confirmed';
  if (signs.presence) return signs.presence;
  if (signs.confirmed === 'absent' || signs.absent) return 'absent';
  if (signs.ended) return 'over';
  if (signs.silent) return 'silent';
  if (signs.place) return 'place';
  if (signs.heard) return 'greeted';
  if (signs.reached) return 'reached';
  return signs.began ? 'unheard' : 'ahead';
}

/** The figures above the table; each row stands in at most one. */
export const shows = ['joined', 'silent', 'help', 'absent'] as const;
export type Show = (typeof shows)[number];

export const isShow = (value: string | undefined): value is Show =>
  (shows as readonly (string | undefined)[]).includes(value);

const showOfState: Record<State, Show | undefined> = {
  help: 'help',
  silent: 'silent',
  unheard: 'silent',
  waiting: 'joined',
  lost: 'joined',
  in: 'joined',
  place: 'joined',
  greeted: 'joined',
  reached: 'joined',
  confirmed: 'joined',
  over: undefined,
  ahead: undefined,
  absent: 'absent',
};

/** The figure that a row is counted in. On a day that is over, whoever was heard was there. */
export function showOf(row: { state: State; heard: boolean }): Show | undefined {
  if (row.state === 'over') return row.heard ? 'joined' : 'silent';
  return showOfState[row.state];
}

/** Worst first, then by name. */
export function inOrder<R extends { state: State; name: string }>(rows: readonly R[]): R[] {
  return [...rows].sort(
    (a, b) => states.indexOf(a.state) - states.indexOf(b.state) || a.name.localeCompare(b.name, 'fi'),
  );
}

export type Held = { startsAt: Temporal.Instant; endsAt: Temporal.Instant; cancelled: boolean };

/** The session that goes on at `at`, else the next one of the day; undefined when none is left. */
export function sessionNow<S extends Held>(sessions: readonly S[], at: Temporal.Instant): S | undefined {
  return sessions
    .filter((one) => !one.cancelled && Temporal.Instant.compare(one.endsAt, at) > 0)
    .sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))[0];
}

type Drawn = { from: number; to: number; state: 'attended' | 'now' | 'missed' | 'coming' };

/**
 * The pieces of a day's arc as the board draws them: nothing goes on for somebody who is away, and for somebody who
 * has not been heard of, what has gone by of the present piece is missed.
 */
export function drawnFor<S extends Drawn>(
  state: State,
  segments: readonly S[],
  now: number | undefined,
): S[] {
  if (state === 'absent') return segments.map((one) => ({ ...one, state: 'coming' }));
  if (state !== 'silent' && state !== 'unheard') return [...segments];
  return segments.flatMap((one): S[] => {
    if (one.state !== 'now' || now === undefined || now <= one.from || now >= one.to) return [one];
    return [
      { ...one, to: now, state: 'missed' },
      { ...one, from: now, state: 'coming' },
    ];
  });
}
