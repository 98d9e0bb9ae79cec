// Sign-in: who is at the other end. Sessions, personal links, codes, known devices, passkeys, identity providers.
// Later features ask here for a link that leads a person to a page, and end everything a person has open.
export { actorOfSession, endAllSessions, startSession } from './sessions.ts';
