// Watch: the morning's message, and whoever is silent, noticed within the office's minutes.
export { hoursOfDay } from './rules.ts';
