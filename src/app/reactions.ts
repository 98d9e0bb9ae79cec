// Every reaction in the house, in the order of the features. The worker looks here what to do when news comes;
// nobody finds handlers by name or decorator.
import { reactions as dayReactions } from '../features/coaching/days/reactions.ts';
import { reactions as enrolmentReactions } from '../features/coaching/enrolments/reactions.ts';
import { reactions as planReactions } from '../features/coaching/plans/reactions.ts';
import { reactions as watchReactions } from '../features/coaching/watch/reactions.ts';
import { reactions as bookingReactions } from '../features/contact/bookings/reactions.ts';
import { reactions as callReactions } from '../features/contact/calls/reactions.ts';
import { reactions as dropInReactions } from '../features/contact/drop-in/reactions.ts';
import { reactions as groupReactions } from '../features/contact/groups/reactions.ts';
import { reactions as messageReactions } from '../features/contact/messages/reactions.ts';
import { reactions as fileReactions } from '../features/ground/files/reactions.ts';
import { reactions as noticeReactions } from '../features/ground/notices/reactions.ts';
import { reactions as signInReactions } from '../features/ground/sign-in/reactions.ts';
import type { Reaction } from '../platform/events.ts';

// biome-ignore lint/suspicious/noExplicitAny: each reaction knows the payload of its own event.
export const reactions: readonly Reaction<any>[] = [
  ...fileReactions,
  ...noticeReactions,
  ...signInReactions,
  ...messageReactions,
  ...callReactions,
  ...bookingReactions,
  ...dropInReactions,
  ...groupReactions,
  ...planReactions,
  ...enrolmentReactions,
  ...dayReactions,
  ...watchReactions,
];
