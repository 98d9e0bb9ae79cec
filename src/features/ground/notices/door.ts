// Notices: telling a person something by the channel and in the language they chose, never with content. A feature
// defines its own kinds of notice and asks for one to be told; how, when and how often is decided here.

export {
  notify,
  type SecretResult,
  sendSecret,
  type TellOptions,
  warnFormerContact,
  withdrawNotices,
} from './actions.ts';
export { declinedBy, setDeclined } from './by-hand/staff-actions.ts';
export { dataAbout } from './data-about.ts';
export { clearDeliveries } from './keeping/keeping.ts';
export { smsNumber } from './rules.ts';
export { deliverNotices } from './sending/deliver.ts';
export { sweepDeliveries } from './sending/sweep.ts';
export { declinableKinds, defineNotice, type NoticeIds, type NoticeKind } from './wording/kinds.ts';
export type { LinkFor } from './wording/message.ts';
