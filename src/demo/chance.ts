// Chance that is the same every time for the same words: the demonstration looks alive, and alike on every machine.

/** A source of numbers in [0, 1) that depends on nothing but `seed`. */
export function chance(seed: string): () => number {
  let state = 2166136261;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16777619) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of `all`, by a number in [0, 1). */
export function pick<T>(all: readonly T[], number: number): T {
  const one = all[Math.min(all.length - 1, Math.floor(number * all.length))];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}
