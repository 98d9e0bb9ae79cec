// A suggestion said in words. Client and coach read the same sentences, so nobody has to trust a number.
import { type Language, say, sayMinutes, shortTime, type Text } from '../../../platform/language.ts';
import type { SeenSpan, Suggested } from './evidence.ts';
import { type Counted, contactsIn, type Way } from './rules.ts';
import { reasonTexts } from './texts-reasons.ts';

const wayTexts: Record<Way, { once: Text; again: Text }> = {
  video: { once: reasonTexts.inGroup, again: reasonTexts.inGroupAgain },
  voice: { once: reasonTexts.inGroup, again: reasonTexts.inGroupAgain },
  text: { once: reasonTexts.byText, again: reasonTexts.byText },
  phone: { once: reasonTexts.byPhone, again: reasonTexts.byPhone },
  'on-site': { once: reasonTexts.onSite, again: reasonTexts.onSite },
};

/**
 * The reasons of a suggestion, one sentence each: what was seen, what of it counts, what is still needed. Of a day that
 * is `over` nothing is said to be under way, nor asked for.
 */
export function sayReasons(language: Language, suggested: Suggested, { over = false } = {}): string[] {
  const { suggestion, rule } = suggested;
  const reasons = suggestion.reasons.flatMap((reason) => sayReason(language, reason, suggested));
  const values = { ...amount(suggestion.countedMinutes), ...enough(rule.rule.minimumMinutes) };
  if (suggestion.result === 'nothing')
    return [...reasons, say(language, over ? reasonTexts.nothing : reasonTexts.nothingYet, values)];
  const ends = [say(language, over ? reasonTexts.togetherOver : reasonTexts.together, values)];
  if (suggestion.missingMinutes > 0) {
    const missing = over ? reasonTexts.missingOver : reasonTexts.missing;
    ends.push(say(language, missing, amount(suggestion.missingMinutes)));
  }
  return [...reasons, ...ends];
}

// Sums stand in hours, as they stand under the arc; Easy Finnish keeps to minutes.
const amount = (minutes: number) => ({ minutes, sum: sayMinutes(minutes) });
const enough = (minimum: number) => ({ minimum, enough: sayMinutes(minimum) });

function sayReason(language: Language, reason: Counted, { facts, rule }: Suggested): string[] {
  if (reason.kind === 'live') return sayLive(language, facts.live, reason.minutes);
  if (reason.kind === 'diary') return [say(language, reasonTexts.diary, amount(reason.minutes))];
  if (reason.kind === 'contact') {
    const count = contactsIn(rule.rule, facts.evidence);
    return [say(language, reasonTexts.contacts, { count, ...amount(reason.minutes) })];
  }
  const written = facts.ownWorks.reduce((sum, work) => sum + work.minutes, 0);
  if (written === reason.minutes) return [say(language, reasonTexts.ownWork, amount(written))];
  const text = reason.capped ? reasonTexts.ownWorkCapped : reasonTexts.ownWorkWeighed;
  return [say(language, text, { ...amount(written), counted: sayMinutes(reason.minutes) })];
}

/** Whole minutes lived through in each way, with the clock times; one more sentence when not all of them count. */
function sayLive(language: Language, live: readonly SeenSpan[], counted: number): string[] {
  const sentences: string[] = [];
  let seen = 0;
  for (const ways of [['video', 'voice'], ['text'], ['phone'], ['on-site']] as const) {
    const spans = joined(live.filter((span) => (ways as readonly Way[]).includes(span.way)));
    const minutes = Math.floor(spans.reduce((sum, span) => sum + span.to - span.from, 0) + 1e-9);
    const [first] = spans;
    if (!first || minutes === 0) continue;
    seen += minutes;
    // A call that was left at once is in the sum and not worth a time of its own.
    const long = spans.filter((span) => span.to - span.from >= 1);
    const said = (long.length > 0 ? long : [first])
      .map((span) => `${time(language, span.from)}–${time(language, span.to)}`)
      .join(', ');
    const text = wayTexts[ways[0]][spans.length === 1 ? 'once' : 'again'];
    sentences.push(
      say(language, text, {
        from: time(language, first.from),
        to: time(language, first.to),
        spans: said,
        ...amount(minutes),
      }),
    );
  }
  if (counted < seen - 1) sentences.push(say(language, reasonTexts.liveWeighed, amount(counted)));
  return sentences;
}

// Going over from picture to voice is no leaving: spans that touch or overlap are said as one.
function joined(spans: readonly SeenSpan[]): { from: number; to: number }[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

function time(language: Language, minute: number): string {
  const whole = Math.min(Math.floor(minute + 1e-9), 24 * 60 - 1);
  return shortTime(language, new Temporal.PlainTime(Math.floor(whole / 60), whole % 60));
}
