// Who may hear of which topic: asked anew before each hint is passed on. A kind of topic that is not in this table is
// heard by nobody.
import { hearsBoard } from '../features/coaching/enrolments/door.ts';
import { inRoom } from '../features/contact/calls/door.ts';
import { inDropIn } from '../features/contact/drop-in/door.ts';
import { inGroup } from '../features/contact/groups/door.ts';
import { inChannel, inThread } from '../features/contact/messages/door.ts';
import { openSessions } from '../features/ground/sign-in/door.ts';
import type { LiveRights, TopicCheck } from '../platform/live/rights.ts';

/** What is a person's own: their notices, their messages, their day, who waits for them. */
const person: TopicCheck = async (_tx, personIds, id) =>
  new Set(personIds.filter((personId) => personId === id));

const topicChecks: Readonly<Record<string, TopicCheck>> = {
  person,
  inbox: person,
  door: person,
  thread: inThread,
  channel: inChannel,
  group: inGroup,
  room: inRoom,
  board: hearsBoard,
  'drop-in': inDropIn,
};

export const liveRights: LiveRights = { topics: topicChecks, sessions: openSessions };
