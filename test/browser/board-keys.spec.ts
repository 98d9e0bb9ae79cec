// The board by its letters, as somebody uses it who does it every morning.
import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { todayIn } from '../../src/platform/clock.ts';
import { enrol, expectDay, testService } from '../days.ts';
import { arriveBy, complaintsOf, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

/** A coach with two clients expected today, Aino and Noora, of whom nothing has been heard. */
async function morning() {
  const office = await stage.house.office();
  const mika = await office.person('coach', { givenName: 'Mika' });
  const serviceId = await testService(office);
  const days: string[] = [];
  for (const givenName of ['Aino', 'Noora']) {
    const client = await office.person('client', { givenName, familyName: 'Testi', phone: '+358401234567' });
    await office.relate(client, mika);
    const enrolmentId = await enrol(office, client, { serviceId, weekdays: [1, 2, 3, 4, 5, 6, 7] });
    const dayId = await expectDay(office, client, enrolmentId, todayIn());
    await office.inOffice((tx) => tx.execute(sql`update days set silent_since = now() where id = ${dayId}`));
    days.push(dayId);
  }
  return { office, mika, days };
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

test('arrows go from row to row, a letter acts in its own row, Enter opens, ? lists the keys', async () => {
  const { office, mika, days } = await morning();
  const page = await stage.enter(mika);
  const complaints = complaintsOf(page);
  await page.goto(stage.at('/board'));
  await page.getByRole('button', { name: 'Pikanäppäimet' }).waitFor();

  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toMatch(/^Aino/);
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toMatch(/^Noora/);

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Pikanäppäimet' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await focused(page)).toMatch(/^Noora/);

  await page.keyboard.press('m');
  expect(await page.locator('details.marks[open]').count()).toBe(1);
  await arriveBy(page, () => page.keyboard.press('h'));
  const { rows } = await office.inOffice((tx) => tx.execute(sql`select day_id, way from day_hellos`));
  expect(rows).toEqual([{ day_id: days[1], way: 'phone' }]);

  await page.getByRole('button', { name: 'Pikanäppäimet' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/days/${days[0]}`);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('letters do nothing while no row has the focus, and while somebody chooses from a list', async () => {
  const { office, mika } = await morning();
  const page = await stage.enter(mika);
  await page.goto(stage.at('/board'));
  await page.getByRole('button', { name: 'Pikanäppäimet' }).waitFor();
  await page.keyboard.press('h');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('m');
  await page.locator('details.marks[open] select').focus();
  await page.keyboard.press('h');
  await page.keyboard.press('p');
  const { rows } = await office.inOffice((tx) => tx.execute(sql`select day_id from day_hellos`));
  expect(rows).toEqual([]);
  expect(page.url()).toBe(stage.at('/board'));
  await page.context().close();
});

test('without script the same acts are there as buttons, and no keys are promised', async () => {
  const { office, mika, days } = await morning();
  const page = await stage.enter(mika, { withoutScript: true, device: 'phone' });
  await page.goto(stage.at('/board'));
  expect(await page.getByRole('button', { name: 'Pikanäppäimet' }).count()).toBe(0);
  const row = page.getByRole('row').filter({ hasText: 'Aino' });
  await row.locator('summary').click();
  await arriveBy(page, () => row.getByRole('button', { name: /^Tuli paikalle/ }).click());
  const { rows } = await office.inOffice((tx) => tx.execute(sql`select day_id, way from day_hellos`));
  expect(rows).toEqual([{ day_id: days[0], way: 'on-site' }]);
  await page.context().close();
});
