import { expect, test } from 'vitest';
import { complaintsOf, openStage } from './stage.ts';

test('a person of the cast opens a page of the real application in a real browser', async () => {
  const stage = await openStage();
  try {
    const office = await stage.house.office();
    const page = await stage.enter(await office.person('client'), { device: 'phone' });
    const complaints = complaintsOf(page);
    await page.goto(stage.at('/device-check'));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Kokeile laitetta');
    await stage.restart();
    await page.reload();
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  } finally {
    await stage.close();
  }
});
