// What can be chosen about a booking, as code words.

export const clientReasons = ['client-cannot', 'client-ill', 'not-needed', 'other'] as const;
export const staffReasons = ['client-cannot', 'client-ill', 'not-needed', 'coach-cannot', 'other'] as const;
export type CancelReason = (typeof staffReasons)[number];

/** Why a time did not happen: the client's acceptable reason, none, technology, the coach, or what lies around. */
export const missReasons = ['acceptable', 'none', 'technology', 'coach', 'logistics'] as const;
export type MissReason = (typeof missReasons)[number];

export const participantKinds = ['relative', 'interpreter', 'partner'] as const;
export type ParticipantKind = (typeof participantKinds)[number];
