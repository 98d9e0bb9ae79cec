// What happens after news of closed days.
import { reaction } from '../../../platform/events.ts';
import { closedDaysChanged } from '../../ground/offices/events.ts';
import { makeDaysAhead, removeClosedDays } from './day-rows.ts';

const keepDaysOpen = reaction(closedDaysChanged, 'keepDaysToOpenDays', async (tx) => {
  await removeClosedDays(tx);
  await makeDaysAhead(tx);
});

export const reactions = [keepDaysOpen];
