// Telling somebody who comes too, by mail with the time for their calendar, else by text message. Three steps, as with
// notices: what is to be told is made, sent outside any transaction, and written down. One message a state of the
// meeting: a worker that died in between sends the same message under the same name.
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { type InvitationFile, invitationFile } from '../../../../platform/calendar-invitation.ts';
import { now } from '../../../../platform/clock.ts';
import { jobHandler } from '../../../../platform/jobs.ts';
import { say, type Text } from '../../../../platform/language.ts';
import type { SendResult } from '../../../../platform/mail.ts';
import { plainForSms } from '../../../../platform/sms.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { thisOffice } from '../../../ground/offices/door.ts';
import { invitationTo, stateOf } from '../calendar-telling.ts';
import { tellSeat } from '../job-kinds.ts';
import { linkTexts as texts } from '../links/texts-links.ts';
import { type Booking, bookingById } from '../queries.ts';
import { bookingParticipants } from '../tables.ts';
import { addressOf, addressOfSeat, type Participant, participantById } from './participants.ts';

type News = 'asked' | 'changed' | 'taken-back';

/** What somebody has not been told yet; undefined when they know how it is. */
export function newsFor(
  participant: Pick<Participant, 'removedAt' | 'toldSequence' | 'takenBackAt'>,
  booking: Pick<Booking, 'cancelledAt' | 'sequence'>,
): News | undefined {
  const { toldSequence, takenBackAt, removedAt } = participant;
  if (removedAt || booking.cancelledAt)
    return toldSequence !== null && !takenBackAt ? 'taken-back' : undefined;
  if (toldSequence === null) return 'asked';
  return toldSequence < booking.sequence ? 'changed' : undefined;
}

const newsTexts: Readonly<Record<News, Text>> = {
  asked: texts.seatInvited,
  changed: texts.seatChanged,
  'taken-back': texts.seatCancelled,
};

type Ready = { send(): Promise<SendResult>; news: News; sequence: number };

export const tellSeats = jobHandler(tellSeat, async ({ inOffice }, { officeId, participantId }) => {
  const ready = await inOffice(officeId, (tx) => prepare(tx, participantId));
  if (!ready) return;
  const result = await ready.send();
  // Tried again by the queue, with a pause that grows.
  if (!result.ok && !result.final) throw new Error(`not sent: ${result.reason}`);
  if (!result.ok) return;
  const told = ready.news === 'taken-back' ? { takenBackAt: now() } : { toldSequence: ready.sequence };
  await inOffice(officeId, (tx) =>
    tx.update(bookingParticipants).set(told).where(eq(bookingParticipants.id, participantId)),
  );
});

async function prepare(tx: Tx, participantId: string): Promise<Ready | undefined> {
  const participant = await participantById(tx, participantId);
  const booking = participant && (await bookingById(tx, participant.bookingId));
  if (!participant || !booking || Temporal.Instant.compare(booking.endsAt, now()) <= 0) return undefined;
  const news = newsFor(participant, booking);
  if (!news) return undefined;
  const { email, phone } = await addressOf(tx, booking, participant);
  const { mail, sms } = tx.outside;
  const href = await addressOfSeat(tx, participant.id);
  const words = inAll(newsTexts[news]);
  const body = news === 'taken-back' ? words.join('\n') : `${words.join('\n')}\n${href}`;
  const { sequence } = booking;
  // The same state is the same message, by whichever try it goes.
  const id = idOf(`${participantId}/${news}/${sequence}`);
  if (email && mail) {
    const subject = inAll(texts.calendarTitle).join(' · ');
    const calendar = await fileFor(tx, { participant, booking, email, href });
    const text = `${body}\n`;
    return { news, sequence, send: () => mail.send({ id, to: email, subject, text, calendar }) };
  }
  if (!phone || !sms) return undefined;
  const { slug } = await thisOffice(tx);
  const callback = `${tx.outside.config.baseUrl}/${slug}/sms-report`;
  const text = plainForSms(body);
  return { news, sequence, send: () => sms.send({ id, to: phone, text, callback }) };
}

// Nobody knows which language they read.
const inAll = (text: Text): string[] => (['fi', 'sv', 'en'] as const).map((language) => say(language, text));

type About = { participant: Participant; booking: Booking; email: string; href: string };

async function fileFor(tx: Tx, about: About): Promise<InvitationFile | undefined> {
  const { participant, booking, email, href } = about;
  const invitation = await invitationTo(tx, booking, { email, language: 'fi', href });
  if (!invitation) return undefined;
  const state = stateOf(booking);
  // They are asked to one time only, also when it is one of many; who is taken away is told with a higher number.
  const gone = participant.removedAt !== null && !state.cancelled;
  const time = gone ? { ...state, cancelled: true, sequence: state.sequence + 1 } : state;
  return invitationFile({ ...invitation, uid: `${booking.id}@likista` }, time, now());
}

function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
