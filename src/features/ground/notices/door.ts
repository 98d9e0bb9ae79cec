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
export { dataAbout } from './data-about.ts';
export { deliverNotices } from './deliver.ts';
export { clearDeliveries } from './keeping.ts';
export { declinableKinds, defineNotice, type NoticeIds, type NoticeKind } from './kinds.ts';
export type { LinkFor } from './message.ts';
export { smsNumber } from './rules.ts';
export { declinedBy, setDeclined } from './staff-actions.ts';
export { sweepDeliveries } from './sweep.ts';
