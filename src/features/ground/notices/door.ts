// Notices: telling a person something by the channel and in the language they chose, never with content. A feature
// defines its own kinds of notice and asks for one to be told; how, when and how often is decided here.
export { notify, type SecretResult, sendSecret, type TellOptions, withdrawNotices } from './actions.ts';
export { defineNotice, type NoticeIds, type NoticeKind } from './kinds.ts';
