// The ladder: when the network weakens the picture gives way before the voice does, and comes back by itself. Pure;
// fed once a second with what the browser measures (W3C webrtc-stats) of what we send to one other.

export type Rung = 'full' | 'low' | 'voice';

export type Measure = {
  /** Milliseconds of any clock that only goes forward. */
  at: number;
  /** Share of our packets that the other did not get lately, 0–1. */
  loss: number;
  /** What the browser thinks the network can carry, in kbit/s; undefined while it does not know. */
  availableKbps: number | undefined;
};

export type Ladder = {
  rung: Rung;
  /** Since when it has been too bad for this rung, or for any picture at all. */
  weakSince: number | undefined;
  voiceOnlySince: number | undefined;
  goodSince: number | undefined;
  /** How long it must be good before the next step up. Grows when a step up did not hold. */
  patienceMs: number;
  climbedAt: number | undefined;
};

/** Below this, or above this loss, for five seconds there is no picture. */
const voiceOnlyBelowKbps = 150;
const voiceOnlyLoss = 0.1;
const voiceOnlyAfterMs = 5_000;
/** The full picture wants this much. */
const fullBelowKbps = 350;
const fullLoss = 0.04;
const lowAfterMs = 3_000;
/** Good this long: one step up. */
export const upAfterMs = 15_000;
const longestPatienceMs = 120_000;
/** A step up that is taken back sooner than this did not hold. */
const heldAfterMs = 20_000;

export const newLadder = (): Ladder => ({
  rung: 'full',
  weakSince: undefined,
  voiceOnlySince: undefined,
  goodSince: undefined,
  patienceMs: upAfterMs,
  climbedAt: undefined,
});

/** The ladder after one more measure. It moves at most one step up, and straight to voice when nothing else will do. */
export function step(ladder: Ladder, now: Measure): Ladder {
  const kbps = now.availableKbps ?? Number.POSITIVE_INFINITY;
  // Without a picture nothing fills the network, so the estimate says little: then only losses count.
  const estimate = ladder.rung === 'voice' ? Number.POSITIVE_INFINITY : kbps;
  const voiceOnly = estimate < voiceOnlyBelowKbps || now.loss > voiceOnlyLoss;
  const weak = voiceOnly || (ladder.rung === 'full' && (estimate < fullBelowKbps || now.loss > fullLoss));
  const since = (was: number | undefined, is: boolean) => (is ? (was ?? now.at) : undefined);
  const next: Ladder = {
    ...ladder,
    voiceOnlySince: since(ladder.voiceOnlySince, voiceOnly),
    weakSince: since(ladder.weakSince, weak),
    goodSince: since(ladder.goodSince, !weak && now.loss <= fullLoss && estimate >= fullBelowKbps),
  };
  const lasted = (from: number | undefined, ms: number) => from !== undefined && now.at - from >= ms;
  if (ladder.rung !== 'voice' && lasted(next.voiceOnlySince, voiceOnlyAfterMs))
    return down(next, 'voice', now.at);
  if (ladder.rung === 'full' && lasted(next.weakSince, lowAfterMs)) return down(next, 'low', now.at);
  if (ladder.rung !== 'full' && lasted(next.goodSince, next.patienceMs)) {
    return {
      ...next,
      rung: ladder.rung === 'voice' ? 'low' : 'full',
      goodSince: undefined,
      climbedAt: now.at,
    };
  }
  // A step that has held for long earns its patience back.
  if (ladder.climbedAt !== undefined && now.at - ladder.climbedAt > longestPatienceMs)
    return { ...next, climbedAt: undefined, patienceMs: upAfterMs };
  return next;
}

function down(ladder: Ladder, rung: Rung, at: number): Ladder {
  const failed = ladder.climbedAt !== undefined && at - ladder.climbedAt < heldAfterMs;
  return {
    ...ladder,
    rung,
    weakSince: undefined,
    goodSince: undefined,
    climbedAt: undefined,
    patienceMs: failed ? Math.min(longestPatienceMs, ladder.patienceMs * 2) : ladder.patienceMs,
  };
}

/** What to ask of the encoder for a picture, in a mesh of `others`: the uplink is shared among them. */
export function pictureFor(rung: Rung, others: number): { kbps: number; scaleDown: number; frames: number } {
  const share = Math.max(1, others);
  if (rung === 'full')
    return { kbps: Math.max(250, Math.round(1200 / share)), scaleDown: share > 2 ? 2 : 1, frames: 30 };
  return { kbps: 150, scaleDown: 2, frames: 20 };
}
