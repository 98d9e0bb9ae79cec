// Mail by SMTP. Only what the house itself writes is sent: one recipient, plain text, a constant sender, and where
// there is a time to keep, that time for calendars.
// Addresses and headers are checked here as well as in the library, because a line break in either would let
// somebody write mail of their own in our name (GHSA-vvjj-xcjg-gr5g).
import nodemailer from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js';
import type { InvitationFile } from './calendar-invitation.ts';

export type MailMessage = {
  /** Exactly one address. */
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
  headers?: Readonly<Record<string, string>>;
  /**
   * A time for the receiver's calendar, beside the words and again as a file: some programs see only the one, some only
   * the other (RFC 6047, 2.4).
   */
  calendar?: InvitationFile | undefined;
  /** Stands in the Message-ID, so that a repeated sending is recognised as the same message. */
  id?: string;
};

/** `final` tells that trying the same again is of no use. `reason` is a code word without personal data. */
export type SendResult = { ok: true } | { ok: false; reason: string; final: boolean };

export type Mail = {
  send(message: MailMessage): Promise<SendResult>;
  close(): void;
};

const longestAddress = 254;
const longestSubject = 200;
const longestText = 20_000;
const longestCalendar = 100_000;
const headerName = /^[A-Za-z][A-Za-z-]{0,60}$/;
// Deliberately narrower than RFC 5322: no quoted local parts, comments, groups or address literals.
const address = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;

/** Whether `value` is one plain mail address. */
export function isMailAddress(value: string): boolean {
  return value.length <= longestAddress && address.test(value);
}

/** The plain address in `name@host` or `Name <name@host>`. */
export const senderOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;

/** Opens a mail transport. `from` is `name@host` or `Name <name@host>`; the envelope sender is always its address. */
export function openMail(
  settings: { url: string; from: string },
  times: { connectMilliseconds: number; socketMilliseconds: number } = {
    connectMilliseconds: 10_000,
    socketMilliseconds: 30_000,
  },
): Mail {
  const sender = senderOf(settings.from);
  if (!isMailAddress(sender) || /[\r\n]/.test(settings.from))
    throw new Error('MAIL_FROM is not one mail address');
  const transport = nodemailer.createTransport({
    url: encrypted(settings.url),
    connectionTimeout: times.connectMilliseconds,
    greetingTimeout: times.connectMilliseconds,
    socketTimeout: times.socketMilliseconds,
  } as SMTPTransport.Options);
  return {
    async send(message) {
      const fault = faultIn(message);
      if (fault) return { ok: false, reason: fault, final: true };
      try {
        await transport.sendMail({
          envelope: { from: sender, to: [message.to] },
          from: settings.from,
          to: { name: '', address: message.to },
          subject: message.subject,
          text: message.text,
          ...(message.calendar ? { icalEvent: { ...message.calendar, filename: 'invite.ics' } } : {}),
          headers: { 'Auto-Submitted': 'auto-generated', ...message.headers },
          ...(message.id ? { messageId: `<${message.id}@${sender.split('@')[1]}>` } : {}),
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { ok: true };
      } catch (error) {
        return refusalOf(error);
      }
    },
    close: () => transport.close(),
  };
}

// Mail that leaves the machine travels encrypted; a relay in the same house that cannot is named so by whoever sets it
// up (`smtp://relay?requireTLS=false`), never by a server that leaves STARTTLS out of its answer.
function encrypted(address: string): string {
  const url = new URL(address);
  const here = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (!here && !url.searchParams.has('requireTLS')) url.searchParams.set('requireTLS', 'true');
  return url.toString();
}

function faultIn(message: MailMessage): string | undefined {
  if (!isMailAddress(message.to)) return 'bad-address';
  const lines = [message.subject, message.id ?? '', ...Object.values(message.headers ?? {})];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not pass.
  if (lines.some((line) => /[\u0000-\u001f\u007f]/.test(line))) return 'bad-header';
  if (Object.keys(message.headers ?? {}).some((name) => !headerName.test(name))) return 'bad-header';
  if (message.subject.length > longestSubject || message.text.length > longestText) return 'too-long';
  if ((message.calendar?.content.length ?? 0) > longestCalendar) return 'too-long';
  return undefined;
}

// The server's words may repeat the address, so only its code is kept. 5xx is a lasting refusal (RFC 5321, 4.2.1).
function refusalOf(error: unknown): SendResult {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (responseCode !== undefined) {
    // 5.7.x and 535 concern us, not the recipient: an administrator mends them, and then the same mail passes.
    const ours = responseCode === 530 || responseCode === 534 || responseCode === 535;
    return { ok: false, reason: `refused-${responseCode}`, final: responseCode >= 500 && !ours };
  }
  return { ok: false, reason: code === 'ETIMEDOUT' ? 'no-answer' : 'unreachable', final: false };
}
