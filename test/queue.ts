// A drop-in queue that is open all day, every day.
import type { makeDropIn } from '../src/features/contact/drop-in/door.ts';

type NewDropIn = Parameters<typeof makeDropIn>[2];

export const openAllDay = (about: Partial<NewDropIn> & Pick<NewDropIn, 'coachIds'>): NewDropIn => ({
  name: { fi: 'Digituki', sv: 'Digistöd', en: 'Digital support' },
  unitId: null,
  serviceId: null,
  modes: ['phone', 'video'],
  place: null,
  closedWords: null,
  usualMinutes: 10,
  hours: hoursOn([1, 2, 3, 4, 5, 6, 7]),
  ...about,
});

/** All day on these weekdays, 1 is Monday. */
export const hoursOn = (weekdays: readonly number[]): NewDropIn['hours'] =>
  weekdays.map((weekday) => ({
    weekday,
    starts: Temporal.PlainTime.from('00:00'),
    ends: Temporal.PlainTime.from('23:59'),
  }));
