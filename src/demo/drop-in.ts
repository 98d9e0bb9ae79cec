// Digital support without an appointment: it is open whenever somebody looks, has served some, and a few wait.
import { callNext, dropInById, endPlace, makeDropIn, takeNumber } from '../features/contact/drop-in/door.ts';
import { servicesOf } from '../features/offer/services/door.ts';
import { now, nowIn, setClock, todayIn } from '../platform/clock.ts';
import type { InOffice } from '../platform/tenancy.ts';
import { actorOf, type People } from './actors.ts';
import { wallClock } from './clock-time.ts';

const served = 3;

/** Opens the hours, lets some be served this morning and some wait now. */
export async function makeDropInHours(
  inOffice: InOffice,
  { officeId, people, unitId }: { officeId: string; people: People; unitId: string | null },
  clientKeys: readonly string[],
): Promise<void> {
  const dropInId = await inOffice(officeId, async (tx) =>
    makeDropIn(tx, actorOf(officeId, people, 'antti'), {
      name: { fi: 'Digituki', sv: 'Digistöd', en: 'Digital support' },
      unitId,
      serviceId: (await servicesOf(tx)).find(({ kind }) => kind === 'digital-support')?.id ?? null,
      modes: ['phone', 'video', 'in-person'],
      place: 'Rantatie 4',
      closedWords: null,
      usualMinutes: 10,
      hours: weekOfDemonstration(),
      coachIds: ['mika', 'raili', 'sanna'].map((key) => people.get(key) as string),
    }),
  );
  const take = (key: string) =>
    inOffice(officeId, async (tx) => {
      const dropIn = await dropInById(tx, dropInId);
      if (dropIn) await takeNumber(tx, actorOf(officeId, people, key), dropIn, 'phone');
    });
  const realNow = now();
  for (const [index, key] of clientKeys.slice(0, served).entries()) {
    const restore = setClock(() => realNow.subtract({ minutes: 50 - index * 15 }));
    try {
      await take(key);
      await serve(inOffice, { officeId, people, dropInId }, 8 + index * 2);
    } finally {
      restore();
    }
  }
  for (const key of clientKeys.slice(served, served + 3)) await take(key);
}

async function serve(
  inOffice: InOffice,
  of: { officeId: string; people: People; dropInId: string },
  minutes: number,
): Promise<void> {
  const coach = actorOf(of.officeId, of.people, 'raili');
  const place = await inOffice(of.officeId, async (tx) => {
    const dropIn = await dropInById(tx, of.dropInId);
    return dropIn && callNext(tx, coach, dropIn);
  });
  if (!place) return;
  const endsAt = now().add({ minutes });
  const restore = setClock(() => endsAt);
  try {
    await inOffice(of.officeId, (tx) => endPlace(tx, coach, place, 'served'));
  } finally {
    restore();
  }
}

/** From nine to four on working days; today around the hour of the start as well. */
function weekOfDemonstration() {
  const hour = nowIn().hour;
  const today = todayIn().dayOfWeek;
  return [...new Set([1, 2, 3, 4, 5, today])].map((weekday) => {
    const opens = weekday === today ? Math.min(9, Math.max(0, hour - 2)) : 9;
    const closes = weekday === today ? Math.max(16 * 60, Math.min(23 * 60 + 59, (hour + 4) * 60)) : 16 * 60;
    return { weekday, starts: wallClock(opens * 60), ends: wallClock(closes) };
  });
}
