// Puts another page in the place of this one without loading the scripts anew, for the one step where a second counts:
// from the way in to a call. The page is one that the server wrote whole; opened by its address it is the same.
import { render } from 'preact';
import { type AnyIsland, startIsland } from './island-start.browser.ts';
import { readPage } from './read-page.browser.ts';

/**
 * Shows the page in `html` under `address`, which takes the place of this page's in the history. The `islands` that are
 * at hand, by their names, start before anything is drawn.
 */
export function putPage(html: string, address: string, islands: Record<string, AnyIsland>): void {
  const next = readPage(html);
  // What the islands of this page hold (a microphone, a timer) ends with them, as it would with their page.
  for (const place of document.querySelectorAll('[data-island]')) render(null, place);
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  document.body.replaceWith(document.adoptNode(next.body));
  history.replaceState(null, '', address);
  for (const [name, island] of Object.entries(islands))
    for (const place of document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`))
      startIsland(place, island);
  // The others are started by browser.ts.
  document.dispatchEvent(new Event('likista:page'));
  requestAnimationFrame(() => {
    scrollTo(0, 0);
    // Whoever listens to the page hears that it is another.
    document.getElementById('main')?.focus({ preventScroll: true });
  });
}
