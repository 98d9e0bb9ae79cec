// Sign-in: who is at the other end. Sessions, personal links, codes, known devices, passkeys, identity providers.
// Later features ask here for a link that leads a person to a page, and end everything a person has open.
export { dataAbout } from './data-about.ts';
export { makePersonalLink, type NewLink } from './links/links.ts';
export { actorOfSession, endAllSessions, openSessions, startSession } from './sessions/sessions.ts';
