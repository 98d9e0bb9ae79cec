// Somebody without an account, with an old phone and no script, finds a service, reads how to take part and says what
// they think; the office reads it. Every public page of it is looked at by an accessibility engine.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeOffice } from '../../src/features/ground/offices/actions.ts';
import type { TestOffice } from '../cast.ts';
import { publishEight } from '../public-services.ts';
import { faultsOf } from './accessibility-faults.ts';
import { arriveBy, openStage, type Stage } from './stage.ts';

let stage: Stage;
let office: TestOffice;
beforeAll(async () => {
  stage = await openStage();
  office = await stage.house.office();
  const sari = await office.person('administrator');
  await office.inOffice((tx) => changeOffice(tx, sari.actor, { contacts: { phone: '+35885550100' } }));
  await publishEight(office);
});
afterAll(() => stage?.close());

const at = (path: string) => stage.at(`/${office.slug}${path}`);

test('somebody with an old phone finds a service, reads its path and gives feedback, and the office reads it', async () => {
  const page = await stage.enter(undefined, { device: 'phone', withoutScript: true });
  await page.goto(at('/'));
  await page.getByRole('link', { name: 'Katso palvelut' }).click();
  await page.getByRole('heading', { level: 1, name: 'Palvelut' }).waitFor();
  expect(await page.getByRole('link', { name: 'Soita 08 555 0100' }).count()).toBe(1);
  await page.getByText('Rajaa palveluja').click();
  await page.getByLabel('Miten haluat olla mukana?').selectOption({ label: 'Kirjoittaen' });
  await page.getByLabel('Mitä etsit?').selectOption({ label: 'Rohkeutta' });
  await page.getByLabel('Kunta tai kylä').fill('pudasjarvi');
  await page.getByRole('button', { name: 'Näytä palvelut' }).click();
  await page.getByText('linnuntietä paikasta Pudasjärvi').waitFor();
  await arriveBy(page, () => page.getByRole('link', { name: 'Nuorten työpaja' }).click());

  expect(await page.getByRole('img', { name: /Kuva polusta, jossa on 6 askelta/ }).count()).toBe(1);
  expect(await page.locator('ol > li').count()).toBe(6);
  await page.getByRole('link', { name: 'Svenska' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ungdomsverkstad' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/${office.slug}/sv/tjanster/ungdomsverkstad`);

  await page.getByRole('link', { name: 'Ge respons' }).click();
  await page.getByLabel('Din respons').fill('Bussen går inte kl. 9.');
  await page.getByRole('button', { name: 'Skicka responsen' }).click();
  await page.getByText('Tack för responsen').waitFor();
  await page.context().close();

  const leena = await office.person('manager');
  const desk = await stage.enter(leena);
  await desk.goto(stage.at('/office/services'));
  await desk.getByRole('link', { name: 'Palaute palveluista' }).click();
  await desk.getByText('Bussen går inte kl. 9.').waitFor();
  await desk.getByRole('button', { name: /Merkitse hoidetuksi/ }).click();
  await desk.getByText('Ei odottavaa palautetta').waitFor();
  await desk.context().close();
});

test.each([
  ['fi', '/fi/palvelut'],
  ['fi', '/fi/palvelut?need=job-search&from=Ei-missään'],
  ['fi', '/fi/palvelut?need=language&mode=voice'],
  ['fi', '/selko/palvelut'],
  ['sv', '/sv/tjanster/arbetsverksamhet-i-rehabiliteringssyfte'],
  ['en', '/en/services/youth-workshop'],
  ['en', '/en/services/youth-workshop/feedback'],
])(
  'nobody is shut out of the page in %s at %s, and nothing on it is refused by its own rules',
  async (language, path) => {
    for (const dark of [false, true]) {
      const page = await stage.enter(undefined, { device: dark ? 'desk' : 'phone', dark });
      const refused: string[] = [];
      page.on('console', (message) => {
        if (/content security policy/i.test(message.text())) refused.push(message.text());
      });
      await page.goto(at(path));
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(await faultsOf(page)).toEqual([]);
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await wide()).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await wide()).toBeLessThanOrEqual(0);
      expect(refused).toEqual([]);
      await page.context().close();
    }
  },
);
