// Puts another page in the place of this one without loading the scripts anew, for the one step where a second counts:
// from the way in to a call. The page is one that the server wrote whole; opened by its address it is the same.
import { render } from 'preact';

/** Shows the page in `html` under `address`, which takes the place of this page's in the history. */
export function putPage(html: string, address: string): void {
  const next = new DOMParser().parseFromString(html, 'text/html');
  // What the islands of this page hold (a microphone, a timer) ends with them, as it would with their page.
  for (const place of document.querySelectorAll('[data-island]')) render(null, place);
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  document.body.replaceWith(document.adoptNode(next.body));
  history.replaceState(null, '', address);
  scrollTo(0, 0);
  // Whoever listens to the page hears that it is another.
  document.getElementById('main')?.focus();
  // Its islands are started by browser.ts.
  document.dispatchEvent(new Event('likista:page'));
}
