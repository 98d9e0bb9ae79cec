// What a test sees of the words that a page keeps while they are unsent (src/ui/drafts.browser.ts).
import type { Page } from 'playwright-core';
import { until } from './patience.ts';

/** Waits until the page keeps what is typed; before that its forms are ordinary ones. Once in each context. */
export async function keepsDrafts(page: Page): Promise<void> {
  // The place where words are kept is opened right after the forms are listened to.
  await until('the page keeps drafts', () =>
    page.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === 'likista-drafts')),
  );
}

/** How many forms have unsent words. The page must keep them already. */
export const keptDrafts = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open('likista-drafts', 1);
        request.onsuccess = () => {
          const store = request.result.transaction('drafts').objectStore('drafts');
          const count = store.count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
