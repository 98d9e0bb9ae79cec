// Whose each address with a parameter is. A new route with a parameter must be named here, or the matrix fails.
import { coachingDay } from '../coaching-day.ts';
import type { Come, Place } from './actors.ts';
import { ofCatalogue } from './catalogue.ts';
import type { Made } from './made.ts';
import { ofQueues } from './queues.ts';
import { ofServices } from './services.ts';

export type Subject = {
  /** What stands in the place of each parameter. */
  params: Record<string, string>;
  /** What stands there for something that is not; a fresh id for each unless told. */
  madeUp?: Record<string, string>;
  /** Who may, among those whom the declared policy lets to the door. */
  may(come: Come): boolean;
  /** What the form must hold to be more than an odd request. */
  fields?: Record<string, string>;
  /** What the address asks, likewise. */
  query?: string;
  /** Where nothing is, the form leads back to a page above its address: it had no effect, and the page says what is. */
  leadsBack?: true;
};

const named =
  (...names: readonly string[]) =>
  (come: Come) =>
    names.includes(come.name);
const client = named('the client');
const otherClient = named('another client');
const coaches = named('the own coach', 'the substitute coach');
const ownCoach = named('the own coach');
const manager = named('a manager');
const administrator = named('an administrator');
const eitherOf =
  (...rules: readonly ((come: Come) => boolean)[]) =>
  (come: Come) =>
    rules.some((rule) => rule(come));
const officeKeepers = eitherOf(manager, administrator);
const dayKeepers = eitherOf(coaches, manager);
const groupLeaders = eitherOf(ownCoach, manager);
const members = eitherOf(client, ownCoach);
const anybodyHere = (come: Come) => come.office === 'here';
const anybody = () => true;

/** By the path as it is registered, or by method and path where the two differ. */
export function subjectsOf(place: Place, made: Made): Record<string, Subject> {
  return {
    ...ofOffice(made),
    ...ofPeople(place, made),
    ...ofSignIn(place, made),
    ...ofTalk(place, made),
    ...ofRooms(made),
    ...ofClientsDays(made),
    ...ofStaffsDays(place, made),
    ...ofGroups(place, made),
    ...ofTimes(place, made),
    ...ofQueues(place, made, { clients: eitherOf(client, otherClient), client, ownCoach, coaches, manager }),
    ...ofServices(made, officeKeepers),
    ...ofCatalogue(made, { here: anybodyHere, keepers: officeKeepers }),
    ...ofModes(place, made),
  };
}

/** Addresses without a parameter that still are not everybody's whom the policy lets to the door. */
export const narrower: Record<string, (come: Come) => boolean> = {
  // Only in the demonstration; there is a test of their own for them.
  'GET /outbox': () => false,
  'POST /prove/demonstration': () => false,
};

/** What else than a page is a welcome. */
export const otherWelcomes: Record<string, number> = {
  'GET /device-check/echo': 204,
  // No jobs are worked here, and it says so.
  'GET /health/ready': 503,
  // Nobody comes back from an identity provider here.
  'GET /sign-in/oidc/callback': 400,
};

function ofOffice(made: Made): Record<string, Subject> {
  const unit = { params: { id: made.unitId }, may: officeKeepers };
  const closedDay = { params: { id: made.closedDayId }, may: officeKeepers };
  return {
    '/office/units/:id': unit,
    '/office/units/:id/closing': unit,
    '/office/units/:id/reopening': { ...unit, params: { id: made.closedUnitId } },
    '/office/closed-days/:id': closedDay,
    '/office/closed-days/:id/opening': closedDay,
    '/logo/:id': { params: { id: made.logoId }, may: anybodyHere },
    '/office/settings/:key': {
      params: { key: 'days.silent-after-minutes' },
      madeUp: { key: 'days.nothing-of-the-kind' },
      may: anybody,
    },
    '/f/:id/:proof': { params: { id: made.filePath[0], proof: made.filePath[1] }, may: anybodyHere },
    '/decline/:code': { params: { code: made.declineCode }, may: anybodyHere },
    // Which year is in the form of the page.
    'POST /office/closed-days/holidays': { params: {}, may: anybody, fields: { year: '2027' } },
    '/deliveries/letters/:id': { params: { id: made.letterId }, may: eitherOf(coaches, officeKeepers) },
    '/deliveries/calls/:id': { params: { id: made.callId }, may: eitherOf(coaches, officeKeepers) },
  };
}

function ofPeople(place: Place, made: Made): Record<string, Subject> {
  const params = { id: place.aino.id };
  const known = { params, may: eitherOf(coaches, officeKeepers) };
  const kept = { params, may: officeKeepers };
  const draft = { params: { id: made.importId }, may: manager };
  return {
    '/people/import/:id': draft,
    '/people/import/:id/removal': { ...draft, leadsBack: true as const },
    '/people/:id': known,
    '/people/:id/details': known,
    'GET /people/:id/whereabouts': known,
    'POST /people/:id/whereabouts': kept,
    '/people/:id/protection': kept,
    '/people/:id/invitation': kept,
    '/people/:id/deactivation': kept,
    '/people/:id/erasure': { params, may: administrator },
    '/people/:id/reactivation': { params: { id: made.departedId }, may: officeKeepers },
    '/people/:id/roles/new': kept,
    '/people/:id/roles': kept,
    '/people/:id/roles/:grant': { ...kept, params: { ...params, grant: made.grantId } },
    '/people/:id/coaches/new': kept,
    '/people/:id/coaches': kept,
    '/people/:id/coaches/:relation': { ...kept, params: { ...params, relation: made.relationId } },
    '/people/:id/blocked': kept,
    '/people/:id/blocked/:pair/removal': { ...kept, params: { ...params, pair: made.pairId } },
  };
}

function ofSignIn(place: Place, made: Made): Record<string, Subject> {
  const looked = { params: { id: place.aino.id }, may: administrator };
  const link = { params: { token: made.link }, may: anybodyHere, leadsBack: true as const };
  const passkey = { params: { id: made.passkeyId }, may: client };
  const provider = { params: { id: made.providerId }, may: anybodyHere };
  return {
    '/l/:token': link,
    '/l/:token/code': link,
    '/me/sessions/:id/end': { params: { id: place.aino.sessionId }, may: client },
    '/me/passkeys/:id': passkey,
    '/me/passkeys/:id/removal': passkey,
    '/sign-in/oidc/:id': provider,
    '/sign-in/oidc/:id/back-channel-logout': provider,
    '/office/sign-in-providers/:id': { ...provider, may: administrator },
    '/people/:id/sign-in': looked,
    '/people/:id/sign-in/end': looked,
    '/people/:id/sign-in/passkeys-removal': looked,
    '/people/:id/sign-in/identity-code': looked,
  };
}

function ofTalk(place: Place, made: Made): Record<string, Subject> {
  const thread = { params: { clientId: place.aino.id }, may: eitherOf(client, coaches) };
  const channel = { params: { id: made.channelId }, may: members };
  const message = { ...channel, params: { id: made.channelId, messageId: made.channelMessageId } };
  return {
    '/messages/:clientId': thread,
    '/messages/:clientId/:messageId/deletion': {
      params: { ...thread.params, messageId: made.messageId },
      may: client,
    },
    '/conversations/:id/reading': {
      params: { id: made.conversationId },
      may: eitherOf(client, coaches),
      fields: { readTo: '1' },
    },
    '/channels/:id': channel,
    // Nobody reports what they wrote themselves.
    '/channels/:id/messages/:messageId/report': { ...message, may: client },
    '/channels/:id/messages/:messageId/deletion': { ...message, may: ownCoach },
    '/channels/:id/messages/:messageId/pin': { ...message, may: ownCoach, fields: { pinned: 'yes' } },
    '/channels/:id/messages/:messageId/reports': {
      ...message,
      may: ownCoach,
      fields: { outcome: 'kept' },
    },
    '/channels/:id/members/:personId/muting': {
      params: { id: made.channelId, personId: place.aino.id },
      may: ownCoach,
      fields: { length: 'hour' },
    },
    '/channels/:id/closing': { ...channel, may: ownCoach, fields: { closed: 'yes' } },
    '/channels/:id/hours': { ...channel, may: ownCoach },
  };
}

function ofRooms(made: Made): Record<string, Subject> {
  const room = { params: { room: made.roomId }, may: members };
  const hosted = { ...room, may: ownCoach };
  const visit = { params: { room: made.roomId, visit: made.visitId }, may: client };
  const guest = { ...visit, may: ownCoach };
  const acts = ['life', 'line', 'way', 'hand', 'messages', 'leaving', 'feedback'];
  const hostActs = ['admission', 'muting', 'removal'];
  const at = '/rooms/:room/visits/:visit';
  return {
    '/rooms/:room': room,
    '/rooms/:room/visits': room,
    '/rooms/:room/first-lines': room,
    [at]: visit,
    [`${at}/news`]: { ...visit, query: '?line=1&after=0&messages=0' },
    [`GET ${at}/signals`]: { ...visit, query: '?line=1&after=0' },
    [`${at}/next-signals`]: { ...visit, query: '?line=1&after=0&hold=0' },
    [`POST ${at}/signals`]: { ...visit, fields: { line: '1', signals: '[]' } },
    // The host and the one who waits write to each other.
    [`${at}/notes`]: { ...visit, may: members },
    [`${at}/connection`]: visit,
    ...Object.fromEntries(acts.map((act) => [`${at}/${act}`, visit])),
    ...Object.fromEntries(hostActs.map((act) => [`${at}/${act}`, guest])),
    '/rooms/:room/admissions': hosted,
    '/rooms/:room/lock': hosted,
    '/rooms/:room/spotlight': hosted,
    '/rooms/:room/closing': hosted,
  };
}

function ofClientsDays(made: Made): Record<string, Subject> {
  const own = {
    params: { day: coachingDay.toString() },
    // A Sunday.
    madeUp: { day: '2026-11-29' },
    may: client,
  };
  const at = '/my-days/:day';
  const acts = ['hello', 'midday', 'plan', 'own-work', 'diary', 'absence', 'absence/withdrawal'];
  return {
    [at]: own,
    ...Object.fromEntries(acts.map((act) => [`${at}/${act}`, own])),
    [`${at}/own-work/:work/removal`]: { ...own, params: { ...own.params, work: made.ownWorkId } },
    [`${at}/objection`]: { ...own, params: { day: '2026-11-03' } },
  };
}

function ofStaffsDays(place: Place, made: Made): Record<string, Subject> {
  const enrolled = { params: { id: place.aino.id }, may: dayKeepers };
  const day = { params: { id: made.dayId }, may: dayKeepers };
  const period = {
    params: { payer: 'kela', start: '2026-11-02' },
    // No period starts then.
    madeUp: { payer: 'kela', start: '2026-11-05' },
    // Each sees their own clients' days.
    may: anybodyHere,
  };
  return {
    '/clients/:id/enrolments': enrolled,
    '/clients/:id/enrolments/new': enrolled,
    '/clients/:id/enrolments/:enrolment/end': {
      ...enrolled,
      params: { ...enrolled.params, enrolment: made.enrolmentId },
    },
    '/clients/:id/days': enrolled,
    '/days/:id': day,
    '/days/:id/confirmation': day,
    '/days/:id/contacts': day,
    '/days/:id/hellos': day,
    '/days/:id/presences': day,
    '/days/:id/presences/:presence/withdrawal': {
      ...day,
      params: { id: made.dayId, presence: made.presenceId },
    },
    '/days/:id/absence': day,
    '/days/:id/objections/:objection/answer': {
      ...day,
      params: { id: made.pastDayId, objection: made.objectionId },
    },
    '/help/:id/answer': { params: { id: made.helpId }, may: dayKeepers },
    '/payer-summaries/:payer/:start': period,
    '/payer-summaries/:payer/:start/print': period,
    '/payer-summaries/:payer/:start/sheets': period,
    '/payer-summaries/:payer/:start/csv': period,
    '/payer-summaries/:payer/:start/closing': { ...period, may: dayKeepers },
    '/payer-summaries/:payer/:start/reopening': {
      ...period,
      params: { payer: 'kela', start: '2026-10-19' },
      may: manager,
    },
  };
}

function ofGroups(place: Place, made: Made): Record<string, Subject> {
  const params = { id: place.groupId };
  const led = { params, may: groupLeaders };
  const joined = { params, may: client };
  const membership = { ...led, params: { ...params, membershipId: made.membershipId } };
  const waiting = { ...led, params: { ...params, waitingId: made.waitingId } };
  const entry = { ...led, params: { ...params, entryId: made.entryId } };
  const session = { params: { id: made.sessionId }, may: groupLeaders };
  const at = '/groups/:id';
  const led1 = ['days', 'edit', 'end', 'coaches', 'members/new', 'members', 'waiting', 'rules'];
  const led2 = ['programme/new', 'programme', 'programme/copy'];
  return {
    [`GET ${at}`]: { params, may: eitherOf(client, groupLeaders) },
    [`POST ${at}`]: led,
    ...Object.fromEntries([...led1, ...led2].map((act) => [`${at}/${act}`, led])),
    [`${at}/nickname`]: joined,
    [`${at}/acceptance`]: joined,
    [`${at}/coaches/:coachId/removal`]: { ...led, params: { ...params, coachId: place.mika.id } },
    [`${at}/members/:membershipId`]: membership,
    [`${at}/members/:membershipId/leaving`]: membership,
    [`${at}/waiting/:waitingId/offer`]: waiting,
    [`${at}/waiting/:waitingId/withdrawal`]: waiting,
    '/seat-offers/:id': { params: { id: made.waitingId }, may: otherClient },
    [`${at}/programme/:entryId`]: entry,
    [`${at}/programme/:entryId/end`]: entry,
    '/sessions/:id': { ...session, may: eitherOf(client, groupLeaders) },
    '/sessions/:id/change': session,
    '/sessions/:id/cancellation': session,
    '/sessions/:id/restoration': session,
    '/calendar/:file': { params: { file: made.calendar }, may: anybodyHere },
  };
}

function ofTimes(place: Place, made: Made): Record<string, Subject> {
  const meeting = { params: { id: made.bookingId }, may: eitherOf(client, dayKeepers) };
  const own = { ...meeting, may: client };
  const held = { ...meeting, may: dayKeepers };
  const wish = { client: place.aino.id, coach: place.mika.id };
  const at = '/times/:id';
  return {
    [at]: meeting,
    [`${at}/cancellation`]: meeting,
    [`${at}/move`]: { ...meeting, fields: { at: made.freeTime } },
    [`${at}/mode`]: meeting,
    [`${at}/coming`]: own,
    [`${at}/question`]: own,
    [`${at}/outcome`]: held,
    [`${at}/participants`]: held,
    [`${at}/participants/:participantId/removal`]: {
      ...held,
      params: { id: made.bookingId, participantId: made.participantId },
    },
    [`${at}/files`]: meeting,
    [`${at}/files/:fileId/removal`]: { ...own, params: { id: made.bookingId, fileId: made.bookingFileId } },
    [`${at}/preparation`]: held,
    [`${at}/link`]: held,
    [`${at}/link/revocation`]: held,
    ...ofLinks(made),
    '/times/places/:id/removal': { params: { id: made.placeId }, may: anybodyHere },
    '/times/invitations': { ...held, params: {}, fields: wish },
    // The form names the client and the coach: whose it is, is asked of them.
    'POST /times': { ...meeting, params: {}, fields: { ...wish, at: made.freeTime, mode: 'video' } },
    '/times/wishes': { ...meeting, params: {}, fields: wish },
    // It takes back what one waits for oneself; waiting for nothing, it changes nothing.
    '/times/wishes/removal': { params: {}, may: anybody, fields: { coach: place.mika.id } },
    '/times/hours/:id/removal': { params: { id: made.hoursId }, may: ownCoach },
    '/times/exceptions/:id/removal': { params: { id: made.exceptionId }, may: ownCoach },
  };
}

// Whoever has the address has the right; it belongs to one office only.
function ofLinks(made: Made): Record<string, Subject> {
  const time = { params: { code: made.timeCode }, may: anybodyHere };
  const seat = { params: { code: made.seatCode }, may: anybodyHere };
  const acts = ['times', 'cancellation', 'booking', 'coming', 'phone', 'question', 'room'];
  const visit = { params: { code: made.seatCode, visit: made.guestVisitId }, may: anybodyHere };
  const visitActs = ['life', 'line', 'way', 'hand', 'messages', 'notes', 'leaving', 'connection'];
  const at = '/seat/:code/room/visits/:visit';
  return {
    '/time/:code': time,
    ...Object.fromEntries(acts.map((act) => [`/time/:code/${act}`, time])),
    '/seat/:code': seat,
    '/seat/:code/absence': seat,
    '/seat/:code/coming': seat,
    '/seat/:code/room': seat,
    '/seat/:code/room/visits': seat,
    [at]: visit,
    [`${at}/news`]: { ...visit, query: '?messages=0' },
    [`GET ${at}/signals`]: { ...visit, query: '?line=1&after=0' },
    [`POST ${at}/signals`]: { ...visit, fields: { line: '1', signals: '[]' } },
    ...Object.fromEntries(visitActs.map((act) => [`${at}/${act}`, visit])),
  };
}

function ofModes(place: Place, made: Made): Record<string, Subject> {
  const tended = { params: { id: place.aino.id }, may: dayKeepers };
  const choice = { ...tended, fields: { choice: made.modeChoiceId } };
  const at = '/clients/:id/modes';
  return {
    [at]: tended,
    [`${at}/check`]: tended,
    [`${at}/wish`]: tended,
    [`${at}/kept`]: choice,
    [`${at}/reviews`]: choice,
    // Everybody has their own; which choice it is, is in the form.
    'POST /my-mode/kept': { params: {}, may: client, fields: { choice: made.modeChoiceId } },
  };
}
