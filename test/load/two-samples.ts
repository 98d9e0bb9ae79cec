// Whether one kind of thing takes longer than another, from times measured in turns: the Mann-Whitney U test, which
// asks only about order, so that a few slow askings of a busy machine weigh no more than any other.

export type Compared = {
  /** The median of the first kind over that of the second. */
  ratio: number;
  /** How often an asking of the first kind takes longer than one of the second; 0.5 when they are alike. */
  longer: number;
  /** The probability of a difference this large or larger when there is none (two-sided, corrected for ties). */
  p: number;
};

/** Compares two samples, each of at least eight numbers (below that the normal approximation does not hold). */
export function compare(first: readonly number[], second: readonly number[]): Compared {
  const [n, m] = [first.length, second.length];
  const all = [
    ...first.map((value) => ({ value, first: true })),
    ...second.map((value) => ({ value, first: false })),
  ].sort((a, b) => a.value - b.value);
  let rankSum = 0;
  let ties = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const tied = to - from;
    ties += tied ** 3 - tied;
    // Equal numbers share the mean of their ranks.
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at++) if (all[at]?.first) rankSum += rank;
    from = to;
  }
  const u = rankSum - (n * (n + 1)) / 2;
  const total = n + m;
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  const distance = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5);
  const z = variance === 0 ? 0 : distance / Math.sqrt(variance);
  return { ratio: median(first) / median(second), longer: u / (n * m), p: beyond(z) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

// Twice the upper tail of the normal distribution (Abramowitz and Stegun, 7.1.26; the error is below 1.5e-7).
function beyond(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return series * Math.exp(-x * x);
}
