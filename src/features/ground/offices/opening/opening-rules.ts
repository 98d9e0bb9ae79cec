// When a place is open. Hours are wall-clock times of a weekday; a day's closures are taken away from them.

export type Span = { opens: Temporal.PlainTime; closes: Temporal.PlainTime };
/** No times: the whole day. */
export type Closure = { from: Temporal.PlainTime; until: Temporal.PlainTime } | 'whole-day';

export type SpansRead =
  | { ok: true; spans: Span[] }
  | { ok: false; reason: 'not-understood' | 'order' | 'overlap' | 'too-many' };

export const mostSpans = 4;
const closedWords = /^(-|–|suljettu|kiinni|stängt|stängd|closed)?$/i;
const onePart =
  /^(?:klo|kl\.?)?\s*(\d{1,2})(?:[.:](\d{2}))?\s*[-–—]\s*(?:klo|kl\.?)?\s*(\d{1,2})(?:[.:](\d{2}))?$/i;

/** Reads hours as people write them: "8–11.30, 12.15–15.45". Empty, "suljettu" and the like mean closed. */
export function readSpans(text: string): SpansRead {
  if (closedWords.test(text.trim())) return { ok: true, spans: [] };
  const parts = text.split(/[,;]|\s(?:ja|och|and)\s/).map((part) => part.trim());
  if (parts.length > mostSpans) return { ok: false, reason: 'too-many' };
  const spans: Span[] = [];
  for (const part of parts) {
    const match = onePart.exec(part);
    if (!match) return { ok: false, reason: 'not-understood' };
    const opens = timeOf(match[1], match[2]);
    const closes = timeOf(match[3], match[4]);
    if (!opens || !closes) return { ok: false, reason: 'not-understood' };
    if (Temporal.PlainTime.compare(opens, closes) >= 0) return { ok: false, reason: 'order' };
    spans.push({ opens, closes });
  }
  spans.sort((a, b) => Temporal.PlainTime.compare(a.opens, b.opens));
  const overlaps = spans.some((span, at) => {
    const next = spans[at + 1];
    return next !== undefined && Temporal.PlainTime.compare(span.closes, next.opens) > 0;
  });
  return overlaps ? { ok: false, reason: 'overlap' } : { ok: true, spans };
}

/** The same as it is written back into a field: "8.00–11.30, 12.15–15.45". */
export function writeSpans(spans: readonly Span[]): string {
  return spans.map((span) => `${figures(span.opens)}–${figures(span.closes)}`).join(', ');
}

/** What is left of a day's hours when its closures are taken away. */
export function openSpans(hours: readonly Span[], closures: readonly Closure[]): Span[] {
  let left = [...hours];
  for (const closure of closures) {
    if (closure === 'whole-day') return [];
    left = left.flatMap((span) => without(span, closure));
  }
  return left.sort((a, b) => Temporal.PlainTime.compare(a.opens, b.opens));
}

export type OpenNow =
  | { state: 'open'; until: Temporal.PlainTime }
  | { state: 'opens'; at: Temporal.PlainTime }
  | { state: 'closed' };

/** What to say of a place at `time` when its open spans today are `spans`. Hours that touch count as one. */
export function openNow(spans: readonly Span[], time: Temporal.PlainTime): OpenNow {
  let until: Temporal.PlainTime | undefined;
  for (const span of spans) {
    const from = until ?? time;
    const holds =
      Temporal.PlainTime.compare(span.opens, from) <= 0 && Temporal.PlainTime.compare(from, span.closes) < 0;
    if (holds) until = span.closes;
  }
  if (until) return { state: 'open', until };
  const next = spans.find((span) => Temporal.PlainTime.compare(span.opens, time) > 0);
  return next ? { state: 'opens', at: next.opens } : { state: 'closed' };
}

function without(span: Span, closure: { from: Temporal.PlainTime; until: Temporal.PlainTime }): Span[] {
  const { compare } = Temporal.PlainTime;
  if (compare(closure.until, span.opens) <= 0 || compare(closure.from, span.closes) >= 0) return [span];
  return [
    ...(compare(span.opens, closure.from) < 0 ? [{ opens: span.opens, closes: closure.from }] : []),
    ...(compare(closure.until, span.closes) < 0 ? [{ opens: closure.until, closes: span.closes }] : []),
  ];
}

function timeOf(hour: string | undefined, minute: string | undefined): Temporal.PlainTime | undefined {
  const [h, m] = [Number(hour), Number(minute ?? 0)];
  // A day that ends at midnight is written 24 but kept as its last minute.
  if (h === 24 && m === 0) return Temporal.PlainTime.from('23:59');
  return h > 23 || m > 59 ? undefined : Temporal.PlainTime.from({ hour: h, minute: m });
}

function figures(time: Temporal.PlainTime): string {
  return `${time.hour}.${String(time.minute).padStart(2, '0')}`;
}
