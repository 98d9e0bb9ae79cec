// Whether a day counts: from the evidence of the day and the service's rule to a suggestion and its reasons. Pure.
// The system suggests; a coach confirms; nothing here punishes. More evidence never lowers a suggestion, no minute is
// counted twice, and the order of the evidence does not matter (property-tested).

import type { AttendanceRule } from '../../offer/services/door.ts';

export type { AttendanceRule } from '../../offer/services/door.ts';

export type Way = keyof AttendanceRule['liveWeight'];

/** Minutes of the day, `from` before `to`. */
export type LiveSpan = { way: Way; from: number; to: number };
type OwnWork = { minutes: number; proved: boolean };

/** Everything that speaks for a day. */
export type DayEvidence = {
  live: readonly LiveSpan[];
  ownWork: readonly OwnWork[];
  diary: boolean;
  coachContacts: number;
  /** The ways of meetings that were told and not measured. Their minutes are among `live`. */
  meetings?: readonly Way[];
};

export type Counted = { kind: 'live' | 'own-work' | 'diary' | 'contact'; minutes: number; capped: boolean };

export type DaySuggestion = {
  /** `counts` once the minimum is reached; `on-the-way` with some evidence; `nothing` without any. */
  result: 'counts' | 'on-the-way' | 'nothing';
  countedMinutes: number;
  missingMinutes: number;
  reasons: readonly Counted[];
};

/** The suggestion for one day by one rule. Minutes are whole, rounded down once at the end of each kind. */
export function suggestDay(rule: AttendanceRule, evidence: DayEvidence): DaySuggestion {
  const { proved, unproved } = rule.ownWorkWeight;
  // A proof takes nothing away, whatever an older rule says of it.
  const own = sum(
    evidence.ownWork.map((w) => w.minutes * (w.proved ? Math.max(proved, unproved) : unproved)),
  );
  const contacts = contactsIn(rule, evidence) * rule.contactMinutes;
  const reasons: Counted[] = [
    counted('live', liveMinutes(rule, evidence.live), Number.POSITIVE_INFINITY),
    counted('own-work', own, rule.ownWorkCapMinutes),
    counted('diary', evidence.diary ? rule.diaryMinutes : 0, Number.POSITIVE_INFINITY),
    counted('contact', contacts, rule.contactCapMinutes),
  ];
  const countedMinutes = sum(reasons.map((reason) => reason.minutes));
  const result =
    countedMinutes >= rule.minimumMinutes ? 'counts' : countedMinutes > 0 ? 'on-the-way' : 'nothing';
  return {
    result,
    countedMinutes,
    missingMinutes: Math.max(0, rule.minimumMinutes - countedMinutes),
    reasons: reasons.filter((reason) => reason.minutes > 0),
  };
}

/** Contacts with the coach. A meeting counts once: by its minutes where they weigh, else as a contact. */
export function contactsIn(rule: AttendanceRule, { coachContacts, meetings = [] }: DayEvidence): number {
  return coachContacts + meetings.filter((way) => rule.liveWeight[way] === 0).length;
}

function counted(kind: Counted['kind'], minutes: number, cap: number): Counted {
  return { kind, minutes: Math.floor(Math.min(minutes, cap) + rounding), capped: minutes > cap };
}

// Weights are decimal fractions; this keeps 0.1 + 0.2 from losing a whole minute.
const rounding = 1e-9;

/**
 * Weighted live minutes. Where two ways overlap (two tabs, a phone beside a picture) the minute counts once, by the
 * way that counts most.
 */
function liveMinutes(rule: AttendanceRule, spans: readonly LiveSpan[]): number {
  return sum(
    piecesOf(spans).map(
      ({ minutes, ways }) => minutes * Math.max(0, ...ways.map((way) => rule.liveWeight[way])),
    ),
  );
}

const fullestFirst: readonly Way[] = ['on-site', 'video', 'voice', 'phone', 'text'];

/** Minutes of each way of taking part, whatever they weigh. Where two overlap the minute stands once, in the fuller. */
export function minutesOfWays(spans: readonly LiveSpan[]): Record<Way, number> {
  const minutesOf = { video: 0, voice: 0, text: 0, phone: 0, 'on-site': 0 };
  for (const { minutes, ways } of piecesOf(spans)) {
    const fullest = fullestFirst.find((way) => ways.includes(way));
    if (fullest) minutesOf[fullest] += minutes;
  }
  return minutesOf;
}

/** The day cut wherever a stretch begins or ends, with the ways that go on in each piece. */
function piecesOf(spans: readonly LiveSpan[]): { minutes: number; ways: Way[] }[] {
  const edges = [...new Set(spans.flatMap((span) => [span.from, span.to]))].sort((a, b) => a - b);
  return edges.slice(1).map((to, index) => {
    const from = edges[index] ?? to;
    const on = spans.filter((span) => span.from <= from && span.to >= to);
    return { minutes: to - from, ways: on.map((span) => span.way) };
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
