// A client's day in a real browser, with and without script: own work with a recording, words that survive a lost
// connection and are sent once, and every page accessible in light and dark.
import { get } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { factsOf } from '../../src/features/coaching/days/evidence.ts';
import { setClock } from '../../src/platform/clock.ts';
import { at, type CoachingDay, coachingDay, dayRow, openCoachingDay } from '../coaching-day.ts';
import { faultsOf } from './accessibility-faults.ts';
import { keepsDrafts, keptDrafts } from './drafts.ts';
import { arriveBy, complaintsOf, type Entering, openStage, type Stage } from './stage.ts';

let stage: Stage;
let day: CoachingDay;
let time = at('09:40');
let putBack = () => {};

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  time = at('09:40');
  putBack = setClock(() => time);
  day = await openCoachingDay(stage.house);
});
afterEach(() => putBack());

const base = `/my-days/${coachingDay}`;
const enter = (how: Entering = {}) => stage.enter(day.aino, { device: 'phone', ...how });
/** Bytes of an answer's body as it travels. `fetch` would unpack it, so the socket is read. */
const onWire = (path: string) =>
  new Promise<number>((resolve, reject) => {
    const headers = { cookie: day.aino.cookie, 'accept-encoding': 'br' };
    get(stage.at(path), { headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => (bytes += part.length));
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${path}: ${answer.statusCode}`)),
      );
    }).on('error', reject);
  });
const facts = async () => {
  const row = await dayRow(day.office, day.aino);
  return day.office.inOffice((tx) => factsOf(tx, row.id));
};

describe('a day on the phone', () => {
  test('without any script the day can be greeted, planned, worked and told about', async () => {
    const page = await enter({ withoutScript: true });
    await page.goto(stage.at('/today'));
    await arriveBy(page, () => page.getByRole('button', { name: 'Huomenta, olen paikalla' }).click());
    await page.getByRole('link', { name: 'Tee päivän suunnitelma' }).first().click();
    await page.getByLabel('etsiä työpaikkoja').check();
    await page.getByRole('button', { name: 'Tallenna' }).click();
    await page.getByRole('link', { name: 'Kirjaa oma tehtävä' }).click();
    await page.getByLabel('Mitä teit?').fill('Etsin kaksi paikkaa');
    await page.getByLabel('Kauanko siihen meni, minuutteina?').fill('45');
    await page.getByRole('button', { name: 'Kirjaa tehtävä' }).click();
    await page.getByText('Tehtävä on kirjattu.').waitFor();
    time = at('14:10');
    await page.goto(stage.at('/today'));
    await arriveBy(page, () => page.getByRole('button', { name: 'Oikein hyvä' }).click());
    const known = await facts();
    expect(known?.plan?.templates).toEqual(['job-search']);
    expect(known?.ownWorks.map((work) => work.minutes)).toEqual([45]);
    expect(known?.diary?.mood).toBe(5);
  });

  test('a recording can be made, heard before it is sent, and is kept as proof', async () => {
    const page = await enter();
    const complaints = complaintsOf(page);
    await page.goto(stage.at(`${base}/own-work`));
    await page.getByRole('button', { name: 'Äänitä' }).click();
    await page.getByText('Äänitys on käynnissä').waitFor();
    await page.getByText(/0:0[1-9]|0:[1-5]\d/).waitFor();
    await page.getByRole('button', { name: 'Lopeta äänitys' }).click();
    await page.getByText('Kuuntele ennen kuin lähetät').waitFor();
    expect(await page.locator('audio').count()).toBe(1);
    await page.getByLabel('Mitä teit?').fill('Harjoittelin haastattelua');
    await page.getByLabel('Kauanko siihen meni, minuutteina?').fill('30');
    await page.getByRole('button', { name: 'Kirjaa tehtävä' }).click();
    await page.getByLabel('Äänitys tehtävästä: Harjoittelin haastattelua').waitFor();
    expect((await facts())?.ownWorks.map((work) => work.proofs)).toEqual([1]);
    expect(complaints).toEqual([]);
  });

  test('a form that is sent while its sender still speaks takes along what they said', async () => {
    const page = await enter();
    await page.goto(stage.at(`${base}/own-work`));
    await page.getByLabel('Mitä teit?').fill('Harjoittelin puhelua');
    await page.getByLabel('Kauanko siihen meni, minuutteina?').fill('20');
    // Three impatient taps begin one recording: the third falls on the button that would end it.
    await page.getByRole('button', { name: 'Äänitä' }).evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
      const ends = () =>
        [...document.querySelectorAll('button')].find((one) => one.textContent === 'Lopeta äänitys');
      const watch = new MutationObserver(() => {
        const third = ends();
        if (!third) return;
        watch.disconnect();
        third.click();
      });
      watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await page.getByText(/0:0[1-9]|0:[1-5]\d/).waitFor();
    await page.getByRole('button', { name: 'Kirjaa tehtävä' }).click();
    await page.getByLabel('Äänitys tehtävästä: Harjoittelin puhelua').waitFor();
    expect((await facts())?.ownWorks.map((work) => work.proofs)).toEqual([1]);
    await page.context().close();
  });

  test('a form is not sent without what its sender said into a microphone that gives no sound', async () => {
    const page = await enter();
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = async () => {
        const silent = new AudioContext();
        await silent.suspend();
        return silent.createMediaStreamDestination().stream;
      };
    });
    await page.goto(stage.at(`${base}/own-work`));
    await page.getByLabel('Mitä teit?').fill('Harjoittelin puhelua');
    await page.getByLabel('Kauanko siihen meni, minuutteina?').fill('20');
    await page.getByRole('button', { name: 'Äänitä' }).click();
    await page.getByText('Äänitys on käynnissä').waitFor();
    await page.getByRole('button', { name: 'Kirjaa tehtävä' }).click();
    await page.getByText('Ääntä ei tallentunut').waitFor();
    await page.getByRole('button', { name: 'Äänitä' }).and(page.locator(':focus')).waitFor();
    expect((await facts())?.ownWorks).toEqual([]);
    // A file made elsewhere will do.
    await page.locator('input[type=file][name=recording]').waitFor();
    await page.context().close();
  });

  test('a recording that was chosen before the recorder came stays chosen', async () => {
    const page = await enter();
    const slow = Promise.withResolvers<void>();
    await page.route(/\/recorder\.island-[^/]*\.js$/, async (route) => {
      await slow.promise;
      await route.fallback();
    });
    await page.goto(stage.at(`${base}/own-work`), { waitUntil: 'commit' });
    const field = page.getByLabel(/^Äänitys/);
    await field.setInputFiles({ name: 'puhe.webm', mimeType: 'audio/webm', buffer: Buffer.from('puhe') });
    slow.resolve();
    await page.locator('[data-island=recorder][data-started]').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await field.evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toBe('puhe.webm');
    await page.context().close();
  });

  test('what is sent without a connection arrives once when it is back', async () => {
    const page = await enter();
    await page.goto(stage.at(`${base}/diary`));
    await keepsDrafts(page);
    await page.getByLabel('Hyvä', { exact: true }).check();
    await page.getByLabel('Muutama sana päivästä').fill('Sain hakemuksen valmiiksi');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Tallenna' }).click();
    await page.getByText('Yhteys on poikki.').waitFor();
    expect((await facts())?.diary).toBeUndefined();
    await page.context().setOffline(false);
    await page.waitForURL(stage.at('/today'));
    expect((await facts())?.diary?.mood).toBe(4);
  });

  test('a form that was sent empty comes back with what is missing, and brings back no words', async () => {
    const page = await enter();
    await page.goto(stage.at(`${base}/absence`));
    await keepsDrafts(page);
    await arriveBy(page, () => page.getByRole('button', { name: 'Kerro valmentajalle' }).click());
    await page.getByRole('link', { name: 'Valitse syy.' }).waitFor();
    await expect.poll(() => keptDrafts(page)).toBe(0);
    expect(await page.getByText('Toimme takaisin').count()).toBe(0);
    await page.context().close();
  });

  test('the first view, page and style sheet together, is at most 14,336 bytes on the wire', async () => {
    await day.aino.post(`${base}/hello`);
    await day.aino.post(`${base}/own-work`, { what: 'Luin', minutes: '45', proof: 'Kirjan loppuun' });
    await day.aino.post('/help/call', { kind: 'technology', words: 'Ääni pätkii' });
    const page = await enter({ withoutScript: true });
    await page.goto(stage.at('/today'));
    const css = await page.locator('link[rel=stylesheet]').getAttribute('href');
    const wire = (await onWire('/today')) + (await onWire(css ?? ''));
    expect(wire).toBeLessThanOrEqual(14_336);
  });

  test('the page freshens by itself when the coach confirms or notes something', async () => {
    const page = await enter();
    await page.goto(stage.at('/today'));
    await page.getByText('Päiväsi on alussa.').waitFor();
    const { notePresence } = await import('../../src/features/coaching/days/door.ts');
    const row = await dayRow(day.office, day.aino);
    await day.office.inOffice((tx) =>
      notePresence(tx, day.mika.actor, row, { way: 'phone', fromAt: at('09:00'), toAt: at('09:30') }),
    );
    await page.getByText('Tämä päivä on matkalla mukaan.').waitFor();
  });
});

const pages = [
  '/today',
  base,
  `${base}/plan`,
  `${base}/own-work`,
  `${base}/diary`,
  `${base}/absence`,
  '/my-days',
  '/help/call',
];

test.each([
  ['in the light', false],
  ['in the dark', true],
])('no page of the day has failings that a machine finds, %s', async (_, dark) => {
  await day.aino.post(`${base}/own-work`, { what: 'Luin', minutes: '45', proof: 'Kirjan loppuun' });
  const page = await enter({ dark });
  for (const path of pages) {
    await page.goto(stage.at(path));
    expect(await faultsOf(page), path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), path).toBe(false);
  }
});
