// Text messages through an HTTP gateway. The contract is docs/sms-gateway.md; any operator's service can be fitted to
// it with a small adapter.
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { SendResult } from './mail.ts';
import { sameBytes } from './session.ts';

export type SmsMessage = {
  /** The same id sent again is the same message: the gateway sends it once. */
  id: string;
  /** E.164, `+358401234567`. */
  to: string;
  text: string;
  /** Where the gateway reports what became of it. */
  callback?: string;
};

export type Sms = {
  send(message: SmsMessage): Promise<SendResult>;
};

const answer = z.object({ id: z.string().max(100) });
const longestMessageParts = 4;

/** Opens the gateway at `url` with its bearer key. Throws when the key would travel in clear to another machine. */
export function openSms(settings: { url: string; key: string }, answerMilliseconds = 15_000): Sms {
  const { protocol, hostname } = new URL(settings.url);
  if (protocol !== 'https:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)) {
    throw new Error('SMS_GATEWAY_URL must be https unless the gateway is on this machine');
  }
  return {
    async send(message) {
      if (!/^\+[1-9]\d{6,14}$/.test(message.to)) return { ok: false, reason: 'bad-number', final: true };
      if (lengthOfSms(message.text).parts > longestMessageParts)
        return { ok: false, reason: 'too-long', final: true };
      let response: Response;
      try {
        response = await fetch(settings.url, {
          method: 'POST',
          redirect: 'error',
          headers: { authorization: `Bearer ${settings.key}`, 'content-type': 'application/json' },
          body: JSON.stringify(message),
          signal: AbortSignal.timeout(answerMilliseconds),
        });
      } catch (error) {
        const reason = (error as Error).name === 'TimeoutError' ? 'no-answer' : 'unreachable';
        return { ok: false, reason, final: false };
      }
      return resultOf(message, response);
    },
  };
}

async function resultOf(message: SmsMessage, response: Response): Promise<SendResult> {
  if (!response.ok) {
    await response.body?.cancel();
    // The number itself is refused only by these two; all else may pass once somebody has mended it.
    const final = response.status === 400 || response.status === 422;
    return { ok: false, reason: `refused-${response.status}`, final };
  }
  // A page of a broken proxy also answers 200; only the gateway knows the id.
  const body: unknown = await response.json().catch(() => undefined);
  const read = answer.safeParse(body);
  if (!read.success || read.data.id !== message.id)
    return { ok: false, reason: 'strange-answer', final: false };
  return { ok: true };
}

// GSM 03.38: one septet each; those of the extension table take two. Finnish and Swedish letters are in it.
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '^{}\\[~]|€\f';

export type SmsLength = { encoding: 'gsm-7' | 'ucs-2'; units: number; parts: number };

/** How a text travels: its encoding, its length in units of that encoding and the number of messages it takes. */
export function lengthOfSms(text: string): SmsLength {
  let septets = 0;
  for (const letter of text) {
    if (basic.includes(letter)) septets += 1;
    else if (extended.includes(letter)) septets += 2;
    else return parts('ucs-2', text.length, 70, 67);
  }
  return parts('gsm-7', septets, 160, 153);
}

function parts(encoding: SmsLength['encoding'], units: number, alone: number, joined: number): SmsLength {
  return { encoding, units, parts: units <= alone ? 1 : Math.ceil(units / joined) };
}

/**
 * A text in letters that every phone shows and that cost one septet: typographic quotes, dashes and spaces become
 * plain ones. One of them would turn the whole message into UCS-2 and more than halve its length.
 */
export function plainForSms(text: string): string {
  return text
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/…/g, '...')
    .replace(/[\u00a0\u2007\u202f\u2009]/g, ' ');
}

/** What the gateway reports later. `signature` is made with the gateway's key; see `isSignedReport`. */
export const smsReport = z.object({
  id: z.uuid(),
  state: z.enum(['delivered', 'failed']),
  at: z.iso.datetime({ offset: true }),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SmsReport = z.infer<typeof smsReport>;

/** The signature of a report: HMAC-SHA-256 over id, state and time, each on its own line, in hex. */
export function signatureOfReport(key: string, report: Omit<SmsReport, 'signature'>): string {
  return createHmac('sha256', key).update(`${report.id}\n${report.state}\n${report.at}`).digest('hex');
}

/** Whether the gateway made this report. */
export function isSignedReport(key: string, report: SmsReport): boolean {
  return sameBytes(Buffer.from(signatureOfReport(key, report)), Buffer.from(report.signature));
}
