// The arc of a day from its programme and its evidence: the picture that client, coach and manager all read. Pure.
import type { Text } from '../../../platform/language.ts';
import type { ArcProps, ArcSegment, ArcState } from '../../../ui/arc.tsx';
import type { GroupSession, SessionKind } from '../../contact/groups/door.ts';
import { type DayFacts, minuteOf } from './evidence.ts';
import { arcTexts } from './texts-reasons.ts';

/** The shape of the arc without its size: give it to `<Arc size="row" {...arc} />`. */
export type DayArc = Pick<ArcProps, 'start' | 'end' | 'now' | 'segments' | 'label'>;

export type ArcOfDay = {
  /** The sessions of the client's day, cancelled ones too. */
  sessions: readonly Pick<GroupSession, 'startsAt' | 'endsAt' | 'kind' | 'title' | 'cancelled'>[];
  /** Undefined for a day without a row: then only the programme shows. */
  facts: DayFacts | undefined;
  day: Temporal.PlainDate;
  at: Temporal.Instant;
  zone: string;
  label?: Text | string;
};

/** When nobody planned the day, its agreed minutes are drawn from nine o'clock on. */
const usualStart = 9 * 60;

export function arcOf(arc: ArcOfDay): DayArc {
  const here = arc.at.toZonedDateTimeISO(arc.zone);
  const order = Temporal.PlainDate.compare(arc.day, here.toPlainDate());
  // A past day lies wholly before the sun, a coming one wholly after it.
  const minute = order < 0 ? 24 * 60 : order > 0 ? -1 : minuteOf(here.toPlainTime());
  const planned = plannedOf(arc);
  const start = Math.min(...planned.map((one) => one.from));
  const end = Math.max(...planned.map((one) => one.to));
  return {
    start,
    end,
    ...(order === 0 && minute >= start && minute <= end ? { now: Math.round(minute) } : {}),
    segments: planned.map(
      (one): ArcSegment => ({
        from: one.from,
        to: one.to,
        label: one.title,
        state: stateOf(one, arc.facts, minute),
      }),
    ),
    label: arc.label ?? arcTexts.label,
  };
}

type Planned = { from: number; to: number; kind: SessionKind; title: Text };

function plannedOf({ sessions, facts, zone }: ArcOfDay): Planned[] {
  const planned = sessions
    .filter((session) => !session.cancelled)
    .map((session): Planned => {
      const from = minuteOf(session.startsAt.toZonedDateTimeISO(zone).toPlainTime());
      const minutes = session.endsAt.since(session.startsAt).total('minutes');
      return { from, to: from + minutes, kind: session.kind, title: session.title };
    })
    .sort((a, b) => a.from - b.from);
  if (planned.length > 0) return planned;
  const minutes = facts?.day.expectedMinutes ?? 240;
  return [{ from: usualStart, to: usualStart + minutes, kind: 'own-work', title: arcTexts.ownDay }];
}

/**
 * How a piece of the day is drawn. Own work may still be written until midnight, so it is missed only when the day is
 * over; meals and free time are never missed, and neither is anything on a day of absence.
 */
function stateOf(piece: Planned, facts: DayFacts | undefined, minute: number): ArcState {
  if (piece.kind === 'own-work' && (facts?.ownWorks.length ?? 0) > 0 && minute >= piece.to) return 'attended';
  if (minute >= piece.to && (wasThere(piece, facts) || wasInTouch(piece, facts))) return 'attended';
  if (minute < piece.from) return 'coming';
  if (minute < piece.to) return 'now';
  if (piece.kind === 'meal' || piece.kind === 'free' || !facts || facts.absence) return 'coming';
  if (piece.kind === 'own-work') return minute >= 24 * 60 ? 'missed' : 'coming';
  return 'missed';
}

/** A contact point is met by any contact of the day: a tap, a message, a call. */
function wasInTouch(piece: Planned, facts: DayFacts | undefined): boolean {
  return piece.kind === 'contact-point' && (facts?.evidence.coachContacts ?? 0) > 0;
}

/** Being there for five minutes, or half of something shorter, is having been there. */
const enoughMinutes = 5;

/** Whether somebody was there during a piece of the day, by the evidence. */
function wasThere(piece: { from: number; to: number }, facts: DayFacts | undefined): boolean {
  const there = (facts?.live ?? []).reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.to, piece.to) - Math.max(span.from, piece.from)),
    0,
  );
  return there > 0 && there >= Math.min(enoughMinutes, (piece.to - piece.from) / 2);
}
