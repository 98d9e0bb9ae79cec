// My days: a client's own pages of a day.
export { ownDayHref } from './day-place.tsx';
export { certificateAfterDays } from './settings.ts';
