// Signing in, in a real browser: a client without script by links and codes that arrive as text messages, and a coach
// who makes a passkey on a device and comes back with it.
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumOrInstall } from '../../tools/chromium.ts';
import { testOrigin } from '../cast.ts';
import { faultsOf } from './accessibility-faults.ts';
import { patience } from './patience.ts';
import { arriveBy, complaintsOf, openStage, type Stage } from './stage.ts';
import { openTextMessages, type TextMessages } from './text-messages.ts';

let stage: Stage;
let phones: TextMessages;
let browser: Browser;

beforeAll(async () => {
  phones = await openTextMessages();
  stage = await openStage({ sms: phones.sms });
  // Passkeys are bound to the address of the house, so this browser finds the stage there.
  const there = new URL(stage.origin).port;
  browser = await chromium.launch({
    executablePath: chromiumOrInstall(),
    args: ['--no-sandbox', `--host-resolver-rules=MAP localhost:8080 127.0.0.1:${there}`],
  });
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
  phones?.close();
});

const link = /http:\S+\/l\/[\w-]{22}/;
const code = /\b\d{6}\b/;

async function expectAccessible(page: Page): Promise<void> {
  expect(await faultsOf(page, 'every rule'), page.url()).toEqual([]);
}

async function open(phone: boolean, script: boolean): Promise<Page> {
  const context = await browser.newContext({
    locale: 'fi-FI',
    javaScriptEnabled: script,
    viewport: phone ? { width: 360, height: 740 } : { width: 1280, height: 800 },
  });
  context.setDefaultTimeout(patience);
  return context.newPage();
}

test('a client without script signs in with a link and a code, and the next link needs no code', async () => {
  const office = await stage.house.office();
  await office.person('client', { givenName: 'Aino', phone: '040 765 4321' });
  const page = await open(true, false);
  const signIn = async () => {
    phones.forget();
    await page.goto(`${testOrigin}/${office.slug}/sign-in`);
    await page.getByLabel('Puhelinnumero tai sähköpostiosoite').fill('0407654321');
    await arriveBy(page, () => page.getByRole('button', { name: 'Lähetä linkki' }).click());
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Katso viestisi');
    await page.goto(await phones.to('+358407654321', link));
  };
  await signIn();
  await arriveBy(page, () => page.getByRole('button', { name: 'Lähetä koodi' }).click());
  await page.getByLabel('Koodi').fill('12 34');
  await page.getByRole('button', { name: 'Kirjaudu' }).click();
  await page.getByText('Kirjoita koodin kuusi numeroa.').first().waitFor();
  await page.getByLabel('Koodi').fill(await phones.to('+358407654321', code));
  await arriveBy(page, () => page.getByRole('button', { name: 'Kirjaudu' }).click());
  await page.goto(`${testOrigin}/me/sessions`);
  await page.getByText('tämä laite').waitFor();
  await arriveBy(page, () => page.getByRole('button', { name: 'Kirjaudu ulos' }).click());

  await signIn();
  await arriveBy(page, () => page.getByRole('button', { name: 'Jatka' }).click());
  await page.goto(`${testOrigin}/me/sessions`);
  await page.getByText('tämä laite').waitFor();
});

test('a coach makes a passkey after the first sign-in and comes back with it', async () => {
  const office = await stage.house.office();
  await office.person('coach', { givenName: 'Mika', phone: '+358401112233' });
  const page = await open(false, true);
  const complaints = complaintsOf(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${testOrigin}/${office.slug}/sign-in?back=/me/sessions`);
  await expectAccessible(page);
  await page.getByLabel('Puhelinnumero tai sähköpostiosoite').fill('040 111 2233');
  await arriveBy(page, () => page.getByRole('button', { name: 'Lähetä linkki' }).click());
  await page.goto(await phones.to('+358401112233', link));
  await expectAccessible(page);
  await arriveBy(page, () => page.getByRole('button', { name: 'Lähetä koodi' }).click());
  await expectAccessible(page);
  await page.getByLabel('Koodi').fill(await phones.to('+358401112233', code));
  await page.getByRole('button', { name: 'Kirjaudu' }).click();
  await page.getByRole('heading', { name: 'Tee pääsyavain' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tee pääsyavain tälle laitteelle' }).click();
  await page.waitForURL(`${testOrigin}/me/sessions`);
  await expectAccessible(page);
  await page.goto(`${testOrigin}/me/passkeys`);
  await page.getByText('Chrome, Linux').first().waitFor();
  await expectAccessible(page);
  await arriveBy(page, () => page.getByRole('button', { name: 'Kirjaudu ulos' }).click());

  await page.goto(`${testOrigin}/${office.slug}/sign-in?back=/me/passkeys`);
  await page.getByRole('button', { name: 'Kirjaudu pääsyavaimella' }).click();
  await page.waitForURL(`${testOrigin}/me/passkeys`);
  expect(complaints).toEqual([]);
});
