// The pieces of a page that change while it is open, and fetching what they say now.
import { readPage } from './read-page.browser.ts';
import { renew } from './renew.browser.ts';

/**
 * Fetches this page again and renews the pieces that `concerns` picks. False when the page is not ours any more. Throws
 * when the server could not say.
 */
export async function renewPieces(concerns: (piece: HTMLElement) => boolean): Promise<boolean> {
  const pieces = livePieces().filter(concerns);
  if (pieces.length === 0) return true;
  const answer = await fetch(location.href, { headers: { 'x-live': '1' }, cache: 'no-store' });
  // A redirect is the way to sign in; an error page has no pieces of ours.
  if (answer.redirected || answer.status === 404) return false;
  if (answer.status >= 500 || answer.status === 429) throw new Error(`answered ${answer.status}`);
  if (!answer.ok) return true;
  const page = readPage(await answer.text());
  document.title = page.title;
  for (const piece of pieces) {
    if (!piece.isConnected) continue;
    const next = page.getElementById(piece.id);
    if (next) renew(piece, next);
    else if (!piece.contains(document.activeElement)) piece.remove();
  }
  return true;
}

/** The pieces of this page that may change. The body itself only carries the address of the stream. */
export const livePieces = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-live]:not(body)'),
];

/** The signed topics of a piece. */
export const tokensOf = (piece: HTMLElement): string[] =>
  (piece.dataset.live ?? '').split(' ').filter(Boolean);
