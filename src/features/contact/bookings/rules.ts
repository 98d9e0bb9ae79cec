// Pure: which times are free, and what may still be done to a booked one. Hours are wall-clock time; a time that the
// clock skips in spring does not exist, and one that comes twice in autumn is the first of the two.

export const modes = ['in-person', 'video', 'voice', 'phone', 'text'] as const;
/** A task in the client's own time has a due time and takes nobody else's: it is never among the free times. */
export type Mode = (typeof modes)[number] | 'own-time';

/** Modes that take place in a call room. */
export const hasRoom = (mode: Mode): boolean => mode === 'video' || mode === 'voice' || mode === 'text';

export type WeeklyHours = {
  /** 1 is Monday, 7 Sunday (ISO 8601). */
  weekday: number;
  starts: Temporal.PlainTime;
  ends: Temporal.PlainTime;
  modes: readonly Mode[];
  place: string | null;
  validFrom: Temporal.PlainDate;
  validUntil: Temporal.PlainDate | null;
};

export type HoursException = {
  day: Temporal.PlainDate;
  kind: 'away' | 'extra';
  /** Null for the whole day. */
  starts: Temporal.PlainTime | null;
  ends: Temporal.PlainTime | null;
  modes: readonly Mode[];
  place: string | null;
};

export type Terms = {
  minutes: number;
  bufferMinutes: number;
  noticeHours: number;
  aheadDays: number;
  dailyMost: number;
};

export const usualTerms: Terms = {
  minutes: 30,
  bufferMinutes: 10,
  noticeHours: 2,
  aheadDays: 60,
  dailyMost: 8,
};

/**
 * A stretch in which the coach, the client or a place is taken; `group` is the coach in a group that they lead. `until`
 * has the coach's pause in it, `ends` has not.
 */
export type Taken = {
  who: 'coach' | 'group' | 'client' | 'place';
  from: Temporal.Instant;
  until: Temporal.Instant;
  ends?: Temporal.Instant;
  place?: string | null;
};

export type FreeTime = {
  day: Temporal.PlainDate;
  time: Temporal.PlainTime;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  modes: readonly Mode[];
  place: string | null;
};

export type Asked = {
  hours: readonly WeeklyHours[];
  exceptions: readonly HoursException[];
  /** Days on which the office is closed, as ISO dates. */
  closed: ReadonlySet<string>;
  taken: readonly Taken[];
  terms: Terms;
  zone: string;
  /** Both included. */
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  now: Temporal.Instant;
  /** Only this way of meeting; all unless told. */
  mode?: Mode | undefined;
  /** Staff may book sooner than the notice and further ahead than clients. */
  byStaff?: boolean;
  /** Minutes from one place to another, both in small letters; 0 when nothing is set. */
  travel?: ((from: string, to: string) => number) | undefined;
};

type Span = { starts: number; ends: number; modes: readonly Mode[]; place: string | null };

/**
 * Every free time between two days, in order. Of one way of meeting no two overlap, the coach's pauses included. The
 * times stand where the hours put them whatever is booked, so that a booking never moves the times of others.
 */
export function freeTimes(asked: Asked): FreeTime[] {
  const found = new Map<string, FreeTime>();
  const known = knownOf(asked);
  const offered = new Set([...asked.hours, ...asked.exceptions].flatMap((one) => one.modes));
  for (const mode of modes) {
    if (!offered.has(mode) || (asked.mode && asked.mode !== mode)) continue;
    for (const time of freeInMode(asked, mode, known)) {
      const key = `${time.startsAt.epochMilliseconds} ${time.place ?? ''}`;
      const same = found.get(key);
      found.set(key, same ? { ...same, modes: [...same.modes, mode] } : time);
    }
  }
  return [...found.values()].sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
}

/** The same for every mode: what is taken from each day on, how many are booked, and the wall clock's instants. */
type Known = {
  takenOn: Map<string, Taken[]>;
  bookedOn: Map<string, number>;
  instants: Map<string, Temporal.Instant | undefined>;
};

function knownOf({ taken, zone }: Asked): Known {
  const takenOn = new Map<string, Taken[]>();
  const bookedOn = new Map<string, number>();
  for (const one of taken) {
    const day = one.from.toZonedDateTimeISO(zone).toPlainDate().toString();
    const there = takenOn.get(day);
    if (there) there.push(one);
    else takenOn.set(day, [one]);
    if (one.who === 'coach') bookedOn.set(day, (bookedOn.get(day) ?? 0) + 1);
  }
  return { takenOn, bookedOn, instants: new Map() };
}

/** What may stand in the way on a day: nothing lasts a day, so it began on the day before, on it, or the day after. */
const takenNear = ({ takenOn }: Known, day: Temporal.PlainDate): Taken[] =>
  [-1, 0, 1].flatMap((days) => takenOn.get(day.add({ days }).toString()) ?? []);

function freeInMode(asked: Asked, mode: Mode, known: Known): FreeTime[] {
  const { terms, zone } = asked;
  const today = asked.now.toZonedDateTimeISO(zone).toPlainDate();
  const last = asked.byStaff ? asked.to : earlier(asked.to, today.add({ days: terms.aheadDays }));
  const soonest = asked.byStaff ? asked.now : asked.now.add({ hours: terms.noticeHours });
  const first = later(asked.from, today);
  const found: FreeTime[] = [];
  let freeFrom: Temporal.Instant | undefined;
  // A time of the evening before may reach over midnight.
  for (let day = first.subtract({ days: 1 }); !isAfter(day, last); day = day.add({ days: 1 })) {
    const name = day.toString();
    if (asked.closed.has(name)) continue;
    const spans = spansOf(asked, day).filter((span) => span.modes.includes(mode));
    const open = !isAfter(first, day) && (known.bookedOn.get(name) ?? 0) < terms.dailyMost;
    const near = open ? takenNear(known, day) : [];
    for (const { minute, place } of startsOf(spans, terms)) {
      const key = `${name} ${minute}`;
      if (!known.instants.has(key)) known.instants.set(key, instantOf(day, minute, zone));
      const startsAt = known.instants.get(key);
      if (!startsAt || (freeFrom && isBefore(startsAt, freeFrom))) continue;
      const endsAt = startsAt.add({ minutes: terms.minutes });
      freeFrom = endsAt.add({ minutes: terms.bufferMinutes });
      if (!open || isBefore(startsAt, soonest)) continue;
      const at = { startsAt, endsAt, busyUntil: freeFrom };
      const here = mode === 'in-person' ? place : null;
      if (!near.some((one) => standsInTheWay(one, at, here, asked.travel)))
        found.push({ day, time: timeOf(minute), startsAt, endsAt, modes: [mode], place: here });
    }
  }
  return found;
}

/** The hours of a day in minutes from midnight: weekly ones and extra ones, without what the coach is away. */
export function spansOf(asked: Pick<Asked, 'hours' | 'exceptions'>, day: Temporal.PlainDate): Span[] {
  const here = asked.exceptions.filter((one) => one.day.equals(day));
  const weekly = asked.hours.filter(
    (one) =>
      one.weekday === day.dayOfWeek &&
      Temporal.PlainDate.compare(one.validFrom, day) <= 0 &&
      (!one.validUntil || Temporal.PlainDate.compare(one.validUntil, day) >= 0),
  );
  const extra = here.filter((one) => one.kind === 'extra');
  let spans = [...weekly, ...extra].flatMap((one): Span[] =>
    one.starts && one.ends
      ? [{ starts: minuteOf(one.starts), ends: minuteOf(one.ends), modes: one.modes, place: one.place }]
      : [],
  );
  for (const away of here.filter((one) => one.kind === 'away')) {
    const cut = {
      starts: away.starts ? minuteOf(away.starts) : 0,
      ends: away.ends ? minuteOf(away.ends) : 24 * 60,
    };
    spans = spans.flatMap((span) => without(span, cut));
  }
  return spans.sort((a, b) => a.starts - b.starts);
}

function without(span: Span, cut: { starts: number; ends: number }): Span[] {
  if (cut.ends <= span.starts || cut.starts >= span.ends) return [span];
  return [
    { ...span, ends: Math.max(span.starts, cut.starts) },
    { ...span, starts: Math.min(span.ends, cut.ends) },
  ].filter((one) => one.ends > one.starts);
}

function startsOf(spans: readonly Span[], terms: Terms): { minute: number; place: string | null }[] {
  const step = terms.minutes + terms.bufferMinutes;
  return spans
    .flatMap(({ starts, ends, place }) => {
      const found: { minute: number; place: string | null }[] = [];
      for (let minute = starts; minute + terms.minutes <= ends; minute += step) found.push({ minute, place });
      return found;
    })
    .sort((a, b) => a.minute - b.minute);
}

type Stretch = { startsAt: Temporal.Instant; endsAt: Temporal.Instant; busyUntil: Temporal.Instant };

function standsInTheWay(
  one: Taken,
  at: Stretch,
  place: string | null,
  travel: Asked['travel'] = () => 0,
): boolean {
  const there = one.place?.toLowerCase();
  const here = place?.toLowerCase();
  if (one.who === 'place' && there !== here) return false;
  const coach = one.who === 'coach' || one.who === 'group';
  const until = coach ? at.busyUntil : at.endsAt;
  if (isBefore(one.from, until) && isBefore(at.startsAt, one.until)) return true;
  if (!coach || !there || !here || there === here) return false;
  // The pause may be a part of the way, so both are counted from the end of the meeting.
  const minutes = travel(there, here);
  return (
    minutes > 0 &&
    isBefore(one.from, at.endsAt.add({ minutes })) &&
    isBefore(at.startsAt, (one.ends ?? one.until).add({ minutes }))
  );
}

/** The instant of a wall-clock minute; undefined in the hour that the clock skips. */
export function instantOf(day: Temporal.PlainDate, minute: number, zone: string) {
  const plainTime = timeOf(minute);
  const zoned = day.toZonedDateTime({ timeZone: zone, plainTime });
  // A skipped hour is put forward ("compatible"), which shows in the hour.
  return zoned.hour === plainTime.hour && zoned.minute === plainTime.minute ? zoned.toInstant() : undefined;
}

/** The same wall-clock time week after week; a week in which the clock skips it is left out. */
export function weekAfterWeek(first: Temporal.Instant, weeks: number, zone: string): Temporal.Instant[] {
  const start = first.toZonedDateTimeISO(zone);
  const minute = minuteOf(start.toPlainTime());
  return Array.from({ length: weeks }, (_, week) =>
    week === 0 ? first : instantOf(start.toPlainDate().add({ weeks: week }), minute, zone),
  ).filter((one) => one !== undefined);
}

const minuteOf = (time: Temporal.PlainTime) => time.hour * 60 + time.minute;
const timeOf = (minute: number) =>
  Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) >= 0 ? a : b;

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0;
const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;

export type BookingState = {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  cancelledAt: Temporal.Instant | null;
  mode: Mode;
};

/** A time can be cancelled until it begins; after that it is told whether it happened. */
export const canCancel = (booking: BookingState, now: Temporal.Instant): boolean =>
  booking.cancelledAt === null && isBefore(now, booking.startsAt);

/** A task has no free time to be moved to. */
export const canMove = (booking: BookingState, now: Temporal.Instant): boolean =>
  booking.mode !== 'own-time' && canCancel(booking, now);

/** Minutes before its beginning from which the way into a meeting is what matters most on its page. */
const nearMinutes = 15;

/** Whether a meeting is about to begin or going on. */
export const nears = (booking: BookingState, now: Temporal.Instant): boolean =>
  booking.cancelledAt === null &&
  !isBefore(now, booking.startsAt.subtract({ minutes: nearMinutes })) &&
  isBefore(now, booking.endsAt);

/** The way of meeting can change also during the meeting: a picture that does not work becomes a phone call. */
export const canChangeMode = (booking: BookingState, to: Mode, now: Temporal.Instant): boolean =>
  booking.cancelledAt === null && isBefore(now, booking.endsAt) && booking.mode !== to;

/** Whether it happened can be told from the beginning on. */
export const canTellOutcome = (booking: BookingState, now: Temporal.Instant): boolean =>
  booking.mode !== 'own-time' && booking.cancelledAt === null && !isBefore(now, booking.startsAt);

/** The modes to which a booking may change without a new time: a room for meeting is not found so. */
export const modesToChange = (mode: Mode): Mode[] =>
  mode === 'own-time' ? [] : modes.filter((one) => one !== mode && one !== 'in-person');
