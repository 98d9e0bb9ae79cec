// When a channel is open, and which parts of a message are links. Pure.

export type Hours = { weekday: number; opens: Temporal.PlainTime; closes: Temporal.PlainTime };

export type ChannelTimes = {
  /** None: open at all hours. */
  hours: readonly Hours[];
  /** ISO days on which the office is closed; they close a channel that has hours. */
  closedDays: ReadonlySet<string>;
  /** Closed by a coach until this instant. */
  closedUntil: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
};

export type ChannelState =
  | { state: 'open'; until: Temporal.ZonedDateTime | null }
  | { state: 'closed'; opensAt: Temporal.ZonedDateTime | null }
  | { state: 'ended' };

/** How far ahead the next opening is looked for; closed days of this span must be known. */
export const daysLookedAhead = 14;

/** Whether a channel is open at a moment in the office's zone, until when, or when it next opens. */
export function channelState(channel: ChannelTimes, at: Temporal.ZonedDateTime): ChannelState {
  if (channel.endedAt) return { state: 'ended' };
  const closedUntil = channel.closedUntil?.toZonedDateTimeISO(at.timeZoneId);
  if (channel.hours.length === 0) {
    if (!closedUntil || !isBefore(at, closedUntil)) return { state: 'open', until: null };
    return { state: 'closed', opensAt: closedUntil };
  }
  for (const [opens, closes] of spansAhead(channel, at)) {
    const from = closedUntil && isBefore(opens, closedUntil) ? closedUntil : opens;
    if (!isBefore(from, closes) || !isBefore(at, closes)) continue;
    if (!isBefore(at, from)) return { state: 'open', until: closes };
    return { state: 'closed', opensAt: from };
  }
  return { state: 'closed', opensAt: null };
}

type Span = [Temporal.ZonedDateTime, Temporal.ZonedDateTime];

// Spans that touch are one, so that nobody is told of a closing that is none.
function spansAhead(channel: ChannelTimes, at: Temporal.ZonedDateTime): Span[] {
  const spans: Span[] = [];
  for (let ahead = 0; ahead <= daysLookedAhead; ahead++) {
    const day = at.toPlainDate().add({ days: ahead });
    if (channel.closedDays.has(day.toString())) continue;
    const today = channel.hours
      .filter((hours) => hours.weekday === day.dayOfWeek)
      .sort((a, b) => Temporal.PlainTime.compare(a.opens, b.opens));
    for (const { opens, closes } of today) {
      const from = day.toZonedDateTime({ timeZone: at.timeZoneId, plainTime: opens });
      const to = day.toZonedDateTime({ timeZone: at.timeZoneId, plainTime: closes });
      const last = spans.at(-1);
      if (last && !isBefore(last[1], from)) last[1] = isBefore(last[1], to) ? to : last[1];
      else spans.push([from, to]);
    }
  }
  return spans;
}

const isBefore = (a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime) =>
  Temporal.ZonedDateTime.compare(a, b) < 0;

export type TextPart = { text: string; href?: string };

/** Splits a message into plain text and secure web addresses. Only https: nothing else may become a link. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(/https:\/\/[^\s<>"'`]+/g)) {
    const href = match[0].replace(/[.,;:!?)\]}]+$/, '');
    if (!URL.canParse(href) || new URL(href).hostname === '') continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: href, href });
    from = match.index + href.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** The longest text of one message, in characters. */
export const longestMessage = 4000;
