// Perfect negotiation (W3C WebRTC 1.0, section 10.7) as a pure rule: two browsers may make an offer at the same time,
// and one of them, the polite one, gives way.

export type NegotiationState = {
  polite: boolean;
  makingOffer: boolean;
  /** Of the connection, before the description is applied. */
  signalingState: 'stable' | 'have-local-offer' | 'have-remote-offer' | 'other';
  /** An answer is being applied just now, so the state is stable in a moment. */
  settingAnswer: boolean;
};

/** Whether a description that has come is taken, taken after our own offer is given up, or left alone. */
export function onDescription(
  type: 'offer' | 'answer',
  state: NegotiationState,
): 'take' | 'give-way' | 'ignore' {
  if (type === 'answer') return state.signalingState === 'have-local-offer' ? 'take' : 'ignore';
  const ready = !state.makingOffer && (state.signalingState === 'stable' || state.settingAnswer);
  if (ready) return 'take';
  return state.polite ? 'give-way' : 'ignore';
}

/**
 * The polite one of two: the smaller id, so the one who came earlier. Both come to the same answer, and the newcomer,
 * who knows of the other first, makes the first offer. `mine` is undefined for a page on its way in: its visit is not
 * begun and will be the newest.
 */
export function isPolite(mine: string | undefined, theirs: string): boolean {
  return mine !== undefined && mine < theirs;
}

/** A signal travels by the server, which keeps it until it is heard, and by the line itself where that stands. */
export type SignalBy = 'server' | 'line';

/**
 * Whether the signal with this `number` is applied, where those up to `heard` have been: each once, in their order. By
 * the line only the very next is: those before it may still be on their way, and then the server brings this one too.
 */
export function isDue(number: number, heard: number, by: SignalBy): boolean {
  return by === 'line' ? number === heard + 1 : number > heard;
}
