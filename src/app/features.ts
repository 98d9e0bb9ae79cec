// THE LIST: floors and the features on them, low to high. A feature may call the door of one listed before it and
// may hear the events of any; it never imports one listed after it. The tidy test reads this list.

export const floors = [
  { floor: 'ground', features: ['offices', 'people', 'access-log', 'files', 'notices', 'sign-in'] },
  { floor: 'offer', features: ['services', 'catalogue'] },
  { floor: 'contact', features: ['messages', 'calls', 'drop-in', 'bookings', 'groups'] },
  {
    floor: 'coaching',
    features: ['plans', 'enrolments', 'days', 'watch', 'confirmation', 'my-days', 'months', 'payers'],
  },
  { floor: 'home', features: ['today', 'board', 'overview', 'profile', 'front'] },
] as const;
