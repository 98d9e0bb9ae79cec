// Keeps the page fresh and finds its islands. A page without this file works all the same.
import './ui/styles/likista.css';
import { startDrafts } from './ui/drafts.browser.ts';
import { startLive } from './ui/live.browser.ts';
import { startSendWhenSeen } from './ui/send-when-seen.browser.ts';

type Island = { default: never };
const islands = import.meta.glob<Island>('./**/*.island.tsx');

for (const place of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const load = Object.entries(islands).find(([path]) =>
    path.endsWith(`/${place.dataset.island}.island.tsx`),
  )?.[1];
  // Most pages have no island, so Preact comes only with the first one.
  if (load)
    Promise.all([load(), import('preact')]).then(([island, { h, hydrate }]) =>
      hydrate(h(island.default, JSON.parse(place.dataset.props ?? '{}')), place),
    );
}

startLive();
startDrafts();
startSendWhenSeen();
