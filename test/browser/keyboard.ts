// A walk without a mouse: from control to control with Tab, as somebody does who cannot point.
import type { Locator, Page } from 'playwright-core';

/** Moves on with Tab until `target` has the focus. Throws when the whole page has been gone through. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let step = 0; step < 150; step += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not come to ${target}`);
}

/** Presses a link or button with Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Chooses with the keyboard: one of a group by arrows, as browsers have it, a box by Space. */
export async function choose(page: Page, target: Locator): Promise<void> {
  const name = await target.getAttribute('name');
  const radio = (await target.getAttribute('type')) === 'radio';
  if (!radio) {
    await tabTo(page, target);
    await page.keyboard.press('Space');
    return;
  }
  const group = page.locator(`input[type=radio][name="${name}"]`);
  const first = (await page.locator(`input[type=radio][name="${name}"]:checked`).count())
    ? page.locator(`input[type=radio][name="${name}"]:checked`)
    : group;
  await tabTo(page, first);
  if (!(await first.first().isChecked())) await page.keyboard.press('Space');
  for (let step = 0; step < 20 && !(await target.isChecked()); step += 1)
    await page.keyboard.press('ArrowDown');
}
