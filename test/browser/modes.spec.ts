// How one takes part, from the questions to the booked time: the client on a phone without script, the coach at a desk.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meetingWith } from '../meeting.ts';
import { faultsOf } from './accessibility-faults.ts';
import { complaintsOf, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

async function isReadable(page: Page): Promise<void> {
  expect(await faultsOf(page, 'every rule')).toEqual([]);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a client chooses on a phone without script, books in that way, and looks again when the coach asks', async () => {
  const { aino, mika } = await meetingWith(stage.house, ['video', 'phone', 'text']);
  const phone = await stage.enter(aino, { withoutScript: true, device: 'phone' });
  const complaints = complaintsOf(phone);
  await phone.goto(stage.at('/me'));
  await phone.getByRole('link', { name: 'Miten olen mukana' }).click();
  await phone.getByRole('link', { name: 'Aloita' }).click();
  for (const said of ['Minulla on älypuhelin.', 'Netti pätkii.', 'Videopuhelu on minulle vaikea.'])
    await phone.getByLabel(said, { exact: true }).check();
  await phone.getByLabel('Puhelimessa puhuminen sujuu.', { exact: true }).check();
  await button(phone, 'Katso ehdotus').click();
  await expect.poll(() => phone.locator('.card h2').textContent()).toBe('Puhelimella');

  // The client has the last word.
  await phone.getByLabel('Kirjoittaen', { exact: true }).check();
  await phone.getByLabel('Miksi juuri näin?').fill('Kirjoitan mieluummin.');
  await phone.getByLabel('Kuukauden päästä', { exact: true }).check();
  await button(phone, 'Tallenna valinta').click();
  await phone.getByText('Valintasi on tallennettu').waitFor();
  await phone.goto(stage.at('/times/new'));
  await phone.getByText('Tavallinen tapa: Kirjoittaen').waitFor();
  expect(await phone.locator('input[name="mode"]').first().getAttribute('value')).toBe('text');
  expect(complaints).toEqual([]);

  const desk = await stage.enter(mika, { device: 'desk' });
  await desk.goto(stage.at('/mode-reviews'));
  await isReadable(desk);
  await desk.getByRole('link', { name: 'Aino Koskela' }).click();
  await desk.getByText('Kirjoitan mieluummin.').waitFor();
  await desk.getByRole('button', { name: 'Aloita tarkistus' }).click();
  await desk.getByText('Mika on aloittanut tarkistuksen').waitFor();
  await isReadable(desk);

  await phone.goto(stage.at('/my-mode'));
  await phone.getByRole('button', { name: 'Pidetään ennallaan' }).click();
  await phone.getByText('Valintasi on tallennettu').waitFor();
  expect(await phone.getByText('Pidettiin ennallaan').count()).toBe(1);

  // The accessibility engine is a script, so it looks at the same pages where scripts run.
  const scripted = await stage.enter(aino, { device: 'phone', dark: true });
  for (const path of ['/my-mode', '/my-mode/check', '/my-mode/wish']) {
    await scripted.goto(stage.at(path));
    await isReadable(scripted);
  }
});
