// Small views of a client's day that home pages place.
export { moodTexts } from './diary-page.tsx';
export { HelpState } from './help-page.tsx';
