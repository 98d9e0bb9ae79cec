// Somebody without an account, with an old phone and no script, finds a service, reads how to take part and says what
// they think; the office reads it. Every public page of it is looked at by an accessibility engine.
import type { Page } from 'playwright-core';
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

/** Writes the fields that a page of a service has in each language: `name` → what stands in fi, sv and en. */
async function write(page: Page, words: Record<string, readonly [string, string, string]>): Promise<void> {
  for (const [name, said] of Object.entries(words))
    for (const [at, language] of (['fi', 'sv', 'en'] as const).entries())
      await page.locator(`[name="${name}-${language}"]`).fill(said[at] ?? '');
}

const save = async (page: Page, then: string) => {
  await page.getByRole('button', { name: 'Tallenna luonnokseen' }).click();
  await page.getByText(then, { exact: true }).first().waitFor();
};

test('a manager writes a new service in three languages, is told what is missing, previews and publishes it; a visitor finds it in Swedish; who saves late loses no word', async () => {
  const leena = await office.person('manager', { givenName: 'Leena' });
  const sari = await office.person('administrator', { givenName: 'Sari' });
  const desk = await stage.enter(leena, { withoutScript: true });
  const second = await stage.enter(sari, { withoutScript: true });

  await desk.goto(stage.at('/office/services'));
  await desk.getByRole('link', { name: 'Uusi palvelu' }).click();
  await desk.getByLabel('Nimi suomeksi').fill('Iltakurssi kotona');
  await desk.getByLabel('Nimi ruotsiksi').fill('Kvällskurs hemma');
  await desk.getByLabel('Nimi englanniksi').fill('Evening course at home');
  await desk.locator('[name=kind]').selectOption('digital-support');
  await desk.getByLabel('Käytössä').check();
  await desk.getByRole('button', { name: 'Lisää palvelu' }).click();
  await desk.getByText('Palvelua ei ole vielä julkaistu.').waitFor();
  const service = new URL(desk.url()).pathname;

  // Both open the same part; the later one is told of it and keeps every word.
  await second.goto(stage.at(`${service}/wording`));
  await desk.getByRole('link', { name: 'Nimi ja tekstit' }).click();
  await write(desk, {
    summary: ['Opettele puhelinta illalla.', '', 'Learn your phone in the evening.'],
    about: ['Tapaamme videolla.', 'Vi träffas på video.', 'We meet by video.'],
    suits: ['Kaikille.', 'För alla.', 'For everybody.'],
    price: ['Maksuton.', 'Avgiftsfri.', 'Free of charge.'],
  });
  await save(desk, 'Tallennettu luonnokseen');
  await second.locator('[name="about-fi"]').fill('Sarin pitkä teksti.');
  await save(second, 'Joku muu ehti tallentaa');
  await second.getByText(/Leena tallensi tämän osan/).waitFor();
  expect(await second.locator('[name="about-fi"]').inputValue()).toBe('Sarin pitkä teksti.');
  await second.getByText('Näytä, mitä nyt on tallennettu').click();
  await second.getByText('Tapaamme videolla.').waitFor();

  await desk.getByRole('link', { name: 'Tarkoitus ja tuottaja' }).click();
  await desk.getByLabel('Apua digiasioihin').check();
  await desk.getByLabel('Me itse').check();
  await desk.getByLabel('Tuottajan nimi').fill('Likijärven kunta');
  await write(desk, { controller: ['Likijärven kunta', 'Likijärvi kommun', 'Municipality of Likijärvi'] });
  await save(desk, 'Tallennettu luonnokseen');
  await desk.getByRole('link', { name: 'Yhteystiedot ja paikat' }).click();
  await desk.locator('[name=phone]').fill('08 555 0199');
  await write(desk, { contact: ['Soita arkena.', 'Ring på vardagar.', 'Call on weekdays.'] });
  await save(desk, 'Tallennettu luonnokseen');
  await desk.getByRole('link', { name: 'Tavat olla mukana' }).click();
  await desk.getByRole('link', { name: 'Videolla' }).click();
  await write(desk, {
    needs: ['puhelin', 'telefon', 'a phone'],
    instructions: ['Avaa linkki.', 'Öppna länken.', 'Open the link.'],
  });
  await save(desk, 'Mukana palvelussa');
  await desk.goto(stage.at(`${service}/path`));
  await desk.getByRole('button', { name: 'Tavallinen polku' }).click();
  await desk.getByText('Tallennettu luonnokseen').waitFor();
  const steps = desk.locator('.path-steps > li');
  await steps
    .last()
    .getByRole('button', { name: /Poista/ })
    .click();
  await steps.nth(6).waitFor({ state: 'detached' });
  expect(await steps.count()).toBe(6);

  await desk.getByRole('link', { name: 'Iltakurssi kotona' }).click();
  await desk.getByRole('link', { name: 'Tarkista ja julkaise' }).click();
  await desk.getByText('Vielä ei voi julkaista').waitFor();
  await desk.getByRole('link', { name: 'Tiivistys: puuttuu ruotsi' }).click();
  await desk.locator('[name="summary-sv"]').fill('Lär dig telefonen på kvällen.');
  await save(desk, 'Tallennettu luonnokseen');
  await desk.getByRole('link', { name: 'Esikatselu' }).click();
  await desk.getByRole('link', { name: 'Svenska' }).click();
  await desk.getByRole('heading', { level: 1, name: 'Kvällskurs hemma' }).waitFor();
  await desk.getByText('Lär dig telefonen på kvällen.').waitFor();
  await desk.goto(stage.at(`${service}/publishing`));
  await desk.getByLabel(/Mikä muuttui ja miksi/).fill('Ensimmäinen versio');
  await desk.getByRole('button', { name: 'Julkaise' }).click();
  await desk.getByText('Uusi versio on nyt julkinen.').waitFor();

  const visitor = await stage.enter(undefined, { device: 'phone', withoutScript: true, language: 'sv' });
  await visitor.goto(at('/sv/tjanster'));
  await visitor.getByText('Avgränsa tjänsterna').click();
  await visitor.getByLabel('Vad söker du?').selectOption({ label: 'Hjälp med det digitala' });
  await visitor.getByLabel('Hur vill du vara med?').selectOption({ label: 'På video' });
  await visitor.getByRole('button', { name: 'Visa tjänsterna' }).click();
  await visitor.getByText(/passar din sökning/).waitFor();
  await visitor.getByRole('link', { name: 'Kvällskurs hemma' }).click();
  await visitor.getByRole('heading', { level: 1, name: 'Kvällskurs hemma' }).waitFor();
  expect(await visitor.locator('ol > li').count()).toBe(6);
  expect(await visitor.getByText('08 555 0199').count()).toBeGreaterThan(0);
  for (const page of [desk, second, visitor]) await page.context().close();
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
