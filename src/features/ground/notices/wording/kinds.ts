// What can be told. Each feature defines its own kinds; the words say only that something waits behind the link.
import type { InvitationFile } from '../../../../platform/calendar-invitation.ts';
import type { Text } from '../../../../platform/language.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import type { Channel } from '../../people/door.ts';

export type NoticeIds = Record<string, string>;

export type NoticeKind<I extends NoticeIds = NoticeIds> = {
  /** Unique in the house: `booking-moved`. */
  readonly kind: string;
  readonly texts: {
    /** What the kind is called where a person chooses what to hear of; needed when it is not necessary. */
    readonly name?: Text;
    /** The subject of an e-mail and the title of a letter; a neutral one stands when there is none. */
    readonly subject?: Text;
    /** What is told, with `{link}` where the link goes. Never a name, a place, a service or anything else personal. */
    readonly body: Text;
    /** What a caller says; `body` is read without its link when there is none. */
    readonly call?: Text;
  };
  /** A necessary notice cannot be declined: it concerns a right, a duty or an agreed time. */
  readonly necessary: boolean;
  /** Does not wait for the end of the quiet hours: told late it would be of no use. */
  readonly urgent?: boolean;
  /** May be told in one message together with others of the next minutes. */
  readonly digest?: boolean;
  /** Only by these channels; a reminder for today is no use in a letter. */
  readonly only?: readonly Channel[];
  /** The path of the page that the link opens. */
  landsOn(ids: I): string;
  /**
   * The whole address of a page that opens without signing in and shows nothing but the one thing told; undefined where
   * this person has to sign in. Never asked for a protected person, whose every way in asks who comes.
   */
  ownLink?(tx: Tx, ids: I, personId: string): Promise<string | undefined>;
  /** The time that is told of, as a mail's receiver may keep it in a calendar; undefined when there is none for them. */
  calendar?(tx: Tx, ids: I, personId: string): Promise<InvitationFile | undefined>;
};

const kinds = new Map<string, NoticeKind>();

/** Defines a kind of notice. Throws when the name is taken or the text has no place for the link. */
export function defineNotice<I extends NoticeIds>(kind: NoticeKind<I>): NoticeKind<I> {
  if (kinds.has(kind.kind)) throw new Error(`the notice ${kind.kind} is defined twice`);
  if (!kind.necessary && !kind.texts.name)
    throw new Error(`the notice ${kind.kind} has no name to decline it by`);
  for (const words of [kind.texts.body.fi, kind.texts.body.sv, kind.texts.body.en, kind.texts.body.selko]) {
    if (words !== undefined && !words.includes('{link}')) {
      throw new Error(`the notice ${kind.kind} has no {link} in one of its languages`);
    }
  }
  kinds.set(kind.kind, kind as unknown as NoticeKind);
  return kind;
}

/** The kind by its name; undefined when the feature that defined it is gone. */
export const kindNamed = (name: string): NoticeKind | undefined => kinds.get(name);

/** Every kind that a person may decline. */
export const declinableKinds = (): NoticeKind[] => [...kinds.values()].filter((kind) => !kind.necessary);
