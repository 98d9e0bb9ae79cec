// The words of one delivery, made at the moment of sending. Nothing personal is in them: the kind of thing, and a
// link behind which it waits. For a protected person not even the kind is told.
import { createHmac } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { InvitationFile } from '../../../../platform/calendar-invitation.ts';
import { openText } from '../../../../platform/encryption.ts';
import { type Language, say, type Text } from '../../../../platform/language.ts';
import { sameBytes } from '../../../../platform/session.ts';
import { plainForSms } from '../../../../platform/sms.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { thisOffice } from '../../offices/door.ts';
import { type deliveries, notices } from '../tables.ts';
import { messages } from '../texts.ts';
import { kindNamed, type NoticeKind } from './kinds.ts';

/**
 * Makes an absolute personal link that opens `path` for this person. Given to the delivery job by `src/app`, because
 * sign-in, which makes such links, stands above notices.
 */
export type LinkFor = (tx: Tx, about: { personId: string; path: string }) => Promise<string>;

type Delivery = typeof deliveries.$inferSelect;
type Person = { id: string; language: Language; protected: boolean };

export type Message = {
  subject: string;
  text: string;
  headers: Record<string, string>;
  calendar?: InvitationFile | undefined;
};

/** The notices that a delivery carries, with their kinds; without those withdrawn or of a kind no longer known. */
export async function noticesOf(tx: Tx, deliveryId: string) {
  const rows = await tx
    .select({ id: notices.id, kind: notices.kind, ids: notices.ids })
    .from(notices)
    .where(
      and(eq(notices.officeId, tx.officeId), eq(notices.deliveryId, deliveryId), isNull(notices.withdrawnAt)),
    )
    .orderBy(asc(notices.id))
    .limit(200);
  return rows.flatMap((row) => {
    const kind = kindNamed(row.kind);
    return kind ? [{ kind, ids: row.ids }] : [];
  });
}

/** The message of an SMS or e-mail delivery; undefined when nothing is left to tell. */
export async function messageOf(
  tx: Tx,
  delivery: Delivery,
  person: Person,
  linkFor: LinkFor,
): Promise<Message | undefined> {
  const { language } = person;
  if (delivery.secretKind) {
    const secret = await secretOf(tx, delivery);
    if (secret === undefined) return undefined;
    if (delivery.secretKind === 'contact-changed')
      return dressed(delivery, language, {
        subject: say(language, messages.contactChangedSubject),
        body: say(language, messages.contactChanged, { link: await officeHref(tx) }),
      });
    const [subject, body, values]: [Text, Text, Record<string, string>] =
      delivery.secretKind === 'sign-in-link'
        ? [messages.signInLinkSubject, messages.signInLink, { link: secret }]
        : [messages.signInCodeSubject, messages.signInCode, { code: secret }];
    return dressed(delivery, language, {
      subject: say(language, subject),
      body: say(language, body, values),
    });
  }
  const told = await noticesOf(tx, delivery.id);
  const [first] = told;
  if (!first) return undefined;
  const alone = told.length === 1 ? first : undefined;
  const path = alone ? alone.kind.landsOn(alone.ids) : '/';
  const own = person.protected ? undefined : await alone?.kind.ownLink?.(tx, alone.ids, person.id);
  const link = own ?? (await linkFor(tx, { personId: person.id, path }));
  const one = told.length === 1 && !person.protected ? first.kind.texts : undefined;
  const body = one?.body ?? (told.length === 1 ? messages.neutral : messages.digest);
  const calendar =
    delivery.channel === 'email' ? await alone?.kind.calendar?.(tx, alone.ids, person.id) : undefined;
  const message = dressed(delivery, language, {
    subject: say(language, one?.subject ?? messages.subject),
    // A kind may say one of its ids, such as a time of day; the words stay its own.
    body: say(language, body, { ...(one && first.ids), link, count: told.length }),
    declineHref: told.every(({ kind }) => !kind.necessary) ? await declineHref(tx, delivery.id) : undefined,
  });
  return { ...message, calendar };
}

/** The secret of a delivery in clear; undefined when it has been erased. */
export async function secretOf(tx: Tx, delivery: Delivery): Promise<string | undefined> {
  if (!delivery.secret) return undefined;
  const { personId, id: rowId } = delivery;
  return openText(tx, { personId, table: 'deliveries', column: 'secret', rowId }, delivery.secret);
}

function dressed(
  delivery: Delivery,
  language: Language,
  words: { subject: string; body: string; declineHref?: string | undefined },
): Message {
  const { subject, body, declineHref: href } = words;
  const decline = (text: Text) => (href ? [say(language, text, { link: href })] : []);
  if (delivery.channel === 'sms') {
    const text = [body, ...decline(messages.decliningShort)].join('\n');
    return { subject, text: plainForSms(text), headers: {} };
  }
  const text = [body, ...decline(messages.decline), say(language, messages.mailEnd)].join('\n\n');
  // RFC 8058: the mail program itself may decline, by one POST without any cookie.
  const headers = href
    ? { 'List-Unsubscribe': `<${href}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {};
  return { subject, text: `${text}\n`, headers: { ...headers, 'Content-Language': localeTag(language) } };
}

const localeTag = (language: Language) => (language === 'fi-simple' ? 'fi' : language);

/** The office's own address on the web, without a trailing slash. */
export async function officeHref(tx: Tx): Promise<string> {
  const { slug } = await thisOffice(tx);
  return `${tx.outside.config.baseUrl}/${slug}`;
}

/** The signed way to decline the kinds of one delivery. It needs no session and tells nothing to who has it. */
export async function declineHref(tx: Tx, deliveryId: string): Promise<string> {
  return `${await officeHref(tx)}/decline/${declineCode(tx, deliveryId)}`;
}

// Short, because it travels in text messages: the id's 16 bytes and 12 of the signature, in 38 letters.
function declineCode(tx: Tx, deliveryId: string): string {
  const key = tx.outside.keys.signingKey('declining notices');
  const signature = createHmac('sha256', key)
    .update(`${tx.officeId}\n${deliveryId}`)
    .digest()
    .subarray(0, 12);
  const id = Buffer.from(deliveryId.replaceAll('-', ''), 'hex').toString('base64url');
  return `${id}${signature.toString('base64url')}`;
}

/** The delivery that a code of this office declines; undefined when the code was not made here. */
export function declinedDelivery(tx: Tx, code: string): string | undefined {
  if (!/^[A-Za-z0-9_-]{38}$/.test(code)) return undefined;
  const hex = Buffer.from(code.slice(0, 22), 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return sameBytes(Buffer.from(code), Buffer.from(declineCode(tx, id))) ? id : undefined;
}

/** What a caller says or a letter tells, in the person's language; the link becomes the office's address. */
export async function spokenWords(
  tx: Tx,
  told: readonly { kind: NoticeKind }[],
  person: Person,
  way: 'letter' | 'phone',
): Promise<{ title: string; paragraphs: string[] }> {
  const { language } = person;
  // Read aloud or typed by hand, an address is better without its beginning.
  const link = (await officeHref(tx)).replace(/^https?:\/\//, '');
  const [first] = told;
  const neutral = person.protected && way === 'letter';
  const words = (kind: NoticeKind) => (way === 'phone' && kind.texts.call) || kind.texts.body;
  const paragraphs = neutral
    ? [say(language, messages.neutral, { link })]
    : [...new Set(told.map(({ kind }) => say(language, words(kind), { link })))];
  const subject = !neutral && told.length === 1 ? first?.kind.texts.subject : undefined;
  return { title: say(language, subject ?? messages.subject), paragraphs };
}
