// What an accessibility engine (axe) finds wrong with a page, run in the page itself: a page of its own for each report
// would take most of the time.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

type Found = { violations: { id: string; nodes: { html: string }[] }[] };
type WithEngine = Window & { axe?: { run(context: Document, options: object): Promise<Found> } };

/** What fails WCAG 2.2 A and AA on the page as it is now; `only` one rule of the engine, or all of its rules. */
export async function faultsOf(page: Page, only?: 'color-contrast' | 'every rule'): Promise<string[]> {
  const rules = only === 'color-contrast' ? { type: 'rule', values: [only] } : { type: 'tag', values: tags };
  const options = {
    resultTypes: ['violations' as const],
    ...(only === 'every rule' ? {} : { runOnly: rules as { type: 'rule' | 'tag'; values: string[] } }),
  };
  // The engine is large: once it is in the page it is asked again there.
  const again = await page.evaluate(
    async (options) => (window as unknown as WithEngine).axe?.run(document, options),
    options,
  );
  const found: Found = again ?? (await new AxeBuilder({ page }).setLegacyMode().options(options).analyze());
  return found.violations.flatMap((one) =>
    one.nodes.slice(0, 3).map((node) => `${one.id}: ${node.html.slice(0, 160)}`),
  );
}
