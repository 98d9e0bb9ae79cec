// A person's calendar address and what stands behind it. Whoever has the address sees the times, so titles are
// neutral unless the person wished otherwise, and the address can be stopped at any moment.
import { and, eq, isNull } from 'drizzle-orm';
import { type CalendarTime, calendarFile } from '../../../platform/calendar-file.ts';
import { now, todayIn } from '../../../platform/clock.ts';
import { openText, sealText } from '../../../platform/encryption.ts';
import { type Language, say } from '../../../platform/language.ts';
import { type Actor, hashOfToken, newToken } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { personById } from '../../ground/people/door.ts';
import { bookingsBetween } from '../bookings/door.ts';
import { texts } from './programme/texts-programme.ts';
import { sessionsBetween } from './queries.ts';
import { calendarLinks } from './tables.ts';

const daysBack = 30;
const daysOn = 60;

const place = (personId: string, rowId: string) => ({
  personId,
  table: 'calendar_links',
  column: 'token',
  rowId,
});

/** Makes the person's calendar address; an earlier one stops at once. */
export async function makeCalendar(tx: Tx, actor: Actor, ownTitles: boolean): Promise<void> {
  await revokeCalendar(tx, actor);
  const id = crypto.randomUUID();
  const token = newToken();
  await tx.insert(calendarLinks).values({
    id,
    personId: actor.personId,
    tokenHash: hashOfToken(token),
    token: await sealText(tx, place(actor.personId, id), token),
    ownTitles,
  });
}

/** Stops the person's calendar address. */
export async function revokeCalendar(tx: Tx, actor: Actor): Promise<void> {
  await tx.update(calendarLinks).set({ revokedAt: now() }).where(current(tx, actor.personId));
}

const current = (tx: Tx, personId: string) =>
  and(
    eq(calendarLinks.officeId, tx.officeId),
    eq(calendarLinks.personId, personId),
    isNull(calendarLinks.revokedAt),
  );

/** The person's calendar address as they see it; undefined when there is none. */
export async function calendarOf(
  tx: Tx,
  actor: Actor,
): Promise<{ address: string; ownTitles: boolean } | undefined> {
  const [link] = await tx.select().from(calendarLinks).where(current(tx, actor.personId)).limit(1);
  if (!link) return undefined;
  const { slug } = await thisOffice(tx);
  const token = await openText(tx, place(actor.personId, link.id), link.token);
  const address = `${tx.outside.config.baseUrl}/${slug}/calendar/${token}.ics`;
  return { address, ownTitles: link.ownTitles };
}

/** The calendar file behind a secret; undefined when it is nobody's, has been stopped, or its person is not here. */
export async function calendarBehind(tx: Tx, token: string): Promise<string | undefined> {
  const [link] = await tx
    .select()
    .from(calendarLinks)
    .where(
      and(
        eq(calendarLinks.officeId, tx.officeId),
        eq(calendarLinks.tokenHash, hashOfToken(token)),
        isNull(calendarLinks.revokedAt),
      ),
    )
    .limit(1);
  const person = link && (await personById(tx, link.personId));
  if (!link || !person || person.deactivatedAt) return undefined;
  const times = await timesOf(tx, { ...link, language: person.language });
  return calendarFile(times, now());
}

async function timesOf(
  tx: Tx,
  whose: { personId: string; ownTitles: boolean; language: Language },
): Promise<CalendarTime[]> {
  const today = todayIn();
  const from = today.subtract({ days: daysBack });
  const sessions = await sessionsBetween(tx, { personId: whose.personId }, from, today.add({ days: daysOn }));
  const times = sessions
    .filter((session) => session.kind === 'live' || session.kind === 'contact-point')
    .map((session) => ({
      uid: `${session.id}@likista`,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      title: say(whose.language, whose.ownTitles ? session.title : texts.neutralTitle),
      place: whose.ownTitles ? (session.place ?? undefined) : undefined,
      cancelled: session.cancelled,
    }));
  return [...times, ...(await bookedTimesOf(tx, whose, today))];
}

// A booked time never says more than that it is one: with whom it is would tell of both.
async function bookedTimesOf(
  tx: Tx,
  whose: { personId: string; language: Language },
  today: Temporal.PlainDate,
): Promise<CalendarTime[]> {
  const { timeZone } = await thisOffice(tx);
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant();
  const from = at(today.subtract({ days: daysBack }));
  const booked = await bookingsBetween(tx, whose.personId, from, at(today.add({ days: daysOn })));
  return booked.map((booking) => ({
    uid: `${booking.id}@likista`,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    title: say(whose.language, texts.neutralTitle),
    cancelled: booking.cancelledAt !== null,
    sequence: booking.sequence,
  }));
}
