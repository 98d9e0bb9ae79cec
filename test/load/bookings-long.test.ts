// The same models as in the ordinary tests with a hundred times as many runs, over ten years; some minutes long, so it
// is run by hand: `npx vitest run --config test/load/long.config.ts`.
import fc from 'fast-check';
import { test } from 'vitest';
import { calendarArbitrary, checkCalendar, checkRecurrence, recurrenceArbitrary } from '../booking-model.ts';
import { checkTravel, travelArbitrary } from '../travel-model.ts';
import { checkWaiting, waitingArbitrary } from '../waiting-model.ts';

const hour = { timeout: 3_600_000 };

test('100,000 calendars: nothing is booked twice and nothing is lost', hour, () => {
  fc.assert(fc.property(calendarArbitrary, checkCalendar), { numRuns: 100_000 });
});

test('100,000 series over ten years keep their hour on the wall', hour, () => {
  fc.assert(fc.property(recurrenceArbitrary(520), checkRecurrence), { numRuns: 100_000 });
});

test('100,000 days at two places: nobody is expected where they cannot be', hour, () => {
  fc.assert(fc.property(travelArbitrary, checkTravel), { numRuns: 100_000 });
});

test('100,000 waiting lists: the one who waited longest is asked, one at a time', hour, () => {
  fc.assert(fc.property(waitingArbitrary, checkWaiting), { numRuns: 100_000 });
});
