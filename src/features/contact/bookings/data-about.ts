// What this feature holds about a person, for the person's own copy of their data (GDPR, Articles 15 and 20).
import { sql } from 'drizzle-orm';
import { rowsAbout } from '../../../platform/rows-about.ts';
import type { Tx } from '../../../platform/tenancy.ts';

/** The client's times with what they asked, who came along and what became of them; their places in waiting lists. */
export async function dataAbout(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  const office = sql`office_id = ${tx.officeId}`;
  const of = sql`b.${office} and b.client_id = ${personId}`;
  return {
    meetings: await rowsAbout(
      tx,
      personId,
      sql`select b.id as row_id, b.starts_at as "startsAt", b.ends_at as "endsAt", b.mode, b.place, b.question, b.task,
          b.preparation, b.booked_at as "bookedAt", b.cancelled_at as "cancelledAt",
          (select o.happened from booking_outcomes o where o.office_id = b.office_id and o.booking_id = b.id
            order by o.told_at desc, o.id desc limit 1) as happened
        from bookings b where ${of} order by b.starts_at limit 5000`,
      { question: 'bookings.question', task: 'bookings.task', preparation: 'bookings.preparation' },
    ),
    companions: await rowsAbout(
      tx,
      personId,
      sql`select p.id as row_id, b.starts_at as "startsAt", p.kind as "companionKind", p.name as "companionName",
          p.email as "companionEmail", p.phone as "companionPhone"
        from booking_participants p join bookings b on b.office_id = p.office_id and b.id = p.booking_id
        where ${of} order by b.starts_at limit 5000`,
      {
        companionName: 'booking_participants.name',
        companionEmail: 'booking_participants.email',
        companionPhone: 'booking_participants.phone',
      },
    ),
    timeWishes: await rowsAbout(
      tx,
      personId,
      sql`select wished_at as "askedAt", until_on as "untilOn", closed_at as "endedAt" from time_wishes
        where ${office} and client_id = ${personId} order by wished_at limit 1000`,
    ),
  };
}
