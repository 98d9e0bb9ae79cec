// Keeps the page fresh and finds its islands. A page without this file works all the same.
import type { AnyIsland } from './ui/island-start.browser.ts';
import './ui/styles/likista.css';

type Island = { default: AnyIsland };
// The parts of the room are no islands of their own and travel in its file.
const islands = import.meta.glob<Island>(['./**/*.island.tsx', '!./**/room/{room-*,said-aloud}.island.tsx']);

/** What a weak network did not let through is asked for again: after a growing pause, or when it is back. */
async function arrived<T>(load: () => Promise<T>): Promise<T> {
  for (let pause = 1_000; ; pause = Math.min(2 * pause, 30_000)) {
    try {
      return await load();
    } catch (error) {
      // Each browser has words of its own for a script that did not come, and Vite for a style sheet; a fault in one
      // that came is a fault.
      if (!/import|preload/i.test(String(error))) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, pause);
        addEventListener('online', resolve, { once: true });
      });
    }
  }
}

function startIslands(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-island]:not([data-started])')) {
    const load = Object.entries(islands).find(([path]) =>
      path.endsWith(`/${place.dataset.island}.island.tsx`),
    )?.[1];
    // Most pages have no island, so Preact comes only with the first one.
    if (load)
      arrived(() => Promise.all([load(), import('./ui/island-start.browser.ts')])).then(
        ([island, { startIsland }]) => startIsland(place, island.default),
      );
  }
}

startIslands();
// Another page has taken this one's place (ui/page-swap.browser.ts).
document.addEventListener('likista:page', startIslands);

// Every page carries this file, so what only some pages need comes when they do.
const has = (selector: string) => document.querySelector(selector) !== null;
const live = has('[data-live]:not(body)');
if (live) arrived(() => import('./ui/live.browser.ts')).then(({ startLive }) => startLive());
if (live || has('[data-send-when-seen]'))
  arrived(() => import('./ui/send-when-seen.browser.ts')).then(({ startSendWhenSeen }) =>
    startSendWhenSeen(),
  );
if (has('form[data-draft]'))
  arrived(() => import('./ui/drafts.browser.ts')).then(({ startDrafts }) => startDrafts());
