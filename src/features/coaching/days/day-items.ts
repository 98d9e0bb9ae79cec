// The day as a list: the text twin of the arc. Pure.
import { type Language, say, shortTime, type Text } from '../../../platform/language.ts';
import type { DayItem } from '../../../ui/day-list.tsx';
import type { GroupSession } from '../../contact/groups/door.ts';
import { arcOf } from './arc-of-day.ts';
import type { DayFacts } from './evidence.ts';
import { itemTexts } from './texts-reasons.ts';

export type DayOfItems = {
  sessions: readonly GroupSession[];
  facts: DayFacts | undefined;
  day: Temporal.PlainDate;
  at: Temporal.Instant;
  zone: string;
  /** Coaches' ids: a host among them is not introduced as a guest. */
  coachIds?: readonly string[];
};

/** Each session of the day with its time, what to know of it, and how it stands: the same states as the arc's. */
export function dayItems(language: Language, of: DayOfItems): DayItem[] {
  const { compare } = Temporal.Instant;
  const sessions = [...of.sessions].sort((a, b) => compare(a.startsAt, b.startsAt));
  return sessions.map((session) => {
    const begun = compare(session.startsAt, of.at) <= 0;
    const over = compare(session.endsAt, of.at) <= 0;
    const starts = session.startsAt.toZonedDateTimeISO(of.zone).toPlainTime();
    return {
      time: shortTime(language, starts),
      title: session.title,
      note: noteOf(language, session, of.coachIds ?? []),
      state: over || session.cancelled ? 'past' : begun ? 'now' : 'coming',
      word: wordOf(session, of),
    };
  });
}

function wordOf(session: GroupSession, of: DayOfItems): Text | undefined {
  if (session.cancelled) return itemTexts.cancelled;
  // The arc of this one session tells how it stands, so that list and picture never differ.
  const state = arcOf({ ...of, sessions: [session] }).segments[0]?.state;
  if (state === 'attended') return itemTexts.attended;
  if (state === 'missed') return itemTexts.missed;
  return state === 'now' ? itemTexts.now : undefined;
}

function noteOf(language: Language, session: GroupSession, coachIds: readonly string[]): string | undefined {
  const reason = session.reason === null ? null : closed(session.reason);
  // Who leads it and where does not matter when it does not happen.
  if (session.cancelled) return reason ?? undefined;
  const guest = session.hostName !== null && session.hostId !== null && !coachIds.includes(session.hostId);
  const notes = [
    reason,
    guest ? say(language, itemTexts.guest, { name: session.hostName ?? '' }) : null,
    session.place ? say(language, itemTexts.place, { place: session.place }) : null,
  ].filter((note) => note !== null);
  return notes.length > 0 ? notes.join(' ') : undefined;
}

/** Written words with a full stop, so that another sentence can follow them. */
function closed(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
