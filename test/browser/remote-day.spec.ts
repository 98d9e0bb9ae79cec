// A remote coaching day from end to end, in real browsers: a coach with three clients (video, voice, writing) and a
// fourth who is silent; personal links, the door, the call through a reload and an outage, own work with a photo,
// confirmation, what the client is told, and the payer's summary down to the evidence.
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentAfterMinutes } from '../../src/features/coaching/watch/settings.ts';
import { watchDay } from '../../src/features/coaching/watch/silence.ts';
import { rooms } from '../../src/features/contact/calls/tables.ts';
import { openSessionRoom, sessionsOn } from '../../src/features/contact/groups/door.ts';
import { setSetting } from '../../src/features/ground/offices/actions.ts';
import { makePersonalLink } from '../../src/features/ground/sign-in/door.ts';
import { setAttendanceRule } from '../../src/features/offer/services/door.ts';
import { now, setClock, stopwatch } from '../../src/platform/clock.ts';
import type { TestPerson } from '../cast.ts';
import { at, type CoachingDay, coachingDay, enrolIn, openCoachingDay } from '../coaching-day.ts';
import { growing, join, received, watchConnections } from './calling.ts';
import { giveNetwork } from './network.ts';
import { until } from './patience.ts';
import { arriveBy, complaintsOf, openStage, type Stage } from './stage.ts';
import { openTextMessages, type TextMessages } from './text-messages.ts';
import { halfASecond, typeUntilReadWithin } from './typing.ts';

const numbers = {
  aino: '+358401234567',
  ville: '+358401234568',
  noora: '+358401234569',
  otto: '+358401234570',
};

let stage: Stage;
let phones: TextMessages;
let day: CoachingDay;
let clients: Record<'aino' | 'ville' | 'noora' | 'otto', TestPerson>;
// The clock of the house goes on from a time of the day as a real one does.
let from = { at: at('13:20'), elapsed: stopwatch() };
const putBack = setClock(() => from.at.add({ milliseconds: Math.round(from.elapsed()) }));
const clockGoesFrom = (instant: Temporal.Instant) => {
  from = { at: instant, elapsed: stopwatch() };
};

beforeAll(async () => {
  phones = await openTextMessages();
  stage = await openStage({ sms: phones.sms });
  day = await openCoachingDay(stage.house);
  const person = (givenName: string, phone: string) => day.office.person('client', { givenName, phone });
  clients = {
    aino: day.aino,
    ville: await person('Ville', numbers.ville),
    noora: await person('Noora', numbers.noora),
    otto: await person('Otto', numbers.otto),
  };
  for (const one of [clients.ville, clients.noora, clients.otto]) {
    await day.office.relate(one, day.mika);
    await enrolIn(day, one);
  }
  await agreeRules();
});
afterAll(async () => {
  putBack();
  await stage?.close();
  phones?.close();
});

/** Silence is noticed early, and an hour of own work makes a day. */
async function agreeRules(): Promise<void> {
  await day.office.inOffice(async (tx) => {
    const decided = { validFrom: coachingDay.subtract({ days: 1 }), source: 'Päätös 1/2026' };
    await setSetting(tx, undefined, silentAfterMinutes, { value: 5, ...decided });
    await setAttendanceRule(tx, undefined, {
      serviceId: day.serviceId,
      validFrom: decided.validFrom,
      agreement: 'Sovittu hyvinvointialueen kanssa 23.11.2026',
      rule: {
        minimumMinutes: 60,
        liveWeight: { video: 1, voice: 1, text: 1, 'on-site': 1, phone: 1 },
        ownWorkWeight: { proved: 1, unproved: 0.5 },
        ownWorkCapMinutes: 150,
        diaryMinutes: 15,
        contactMinutes: 10,
        contactCapMinutes: 20,
      },
    });
  });
}

async function roomOfTheClosing(): Promise<string> {
  return day.office.inOffice(async (tx) => {
    const sessions = await sessionsOn(tx, { groupId: day.groupId }, coachingDay);
    const closing = sessions.find((session) => session.title.fi === 'Päivän lopetus');
    const roomId = closing && (await openSessionRoom(tx, closing.id));
    if (!roomId) throw new Error('the closing of the day has no room');
    // It was opened with the group, an hour ahead.
    await tx.update(rooms).set({ waiting: 'everyone' }).where(eq(rooms.id, roomId));
    return `/rooms/${roomId}`;
  });
}

/** Opens a personal link on a new phone, with the code that comes as a text message. */
async function comeByLink(client: TestPerson, phone: string, landsOn: string): Promise<Page> {
  const link = await day.office.inOffice((tx) =>
    makePersonalLink(tx, client.id, { landsOn, expiresAt: now().add({ hours: 2 }) }),
  );
  const page = await stage.enter(undefined, { device: 'phone' });
  await watchConnections(page);
  await giveNetwork(page);
  await page.goto(stage.at(new URL(link, stage.origin).pathname));
  await page.getByRole('button', { name: 'Lähetä koodi' }).click();
  await page.getByLabel('Koodi').fill(await phones.to(phone, /\b\d{6}\b/));
  await page.getByRole('button', { name: 'Kirjaudu' }).click();
  await page.waitForURL(stage.at(landsOn));
  return page;
}

/** Waits until this page says that the door is closed; says what it shows instead. */
async function atTheDoor(page: Page, name: string): Promise<void> {
  const door = page.getByRole('heading', { name: 'Olet oven takana' });
  await door.waitFor().catch(async () => {
    throw new Error(
      `${name} sees ${page.url()}: ${(await page.locator('main').textContent())?.slice(0, 300)}`,
    );
  });
}

/** A picture as a phone takes it, with the place in it. */
const photo = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#3a7' } })
    .withExif({ IFD0: { Make: 'Puhelin' }, IFD3: { GPSLatitude: '65/1 22/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();

test('a remote day, from the link on the phone to the payer’s summary', async () => {
  const room = await roomOfTheClosing();
  clockGoesFrom(at('13:30'));
  const coach = await stage.enter(day.mika);
  await watchConnections(coach);
  const board = await coach.context().newPage();
  await board.goto(stage.at('/board'));
  await board
    .getByRole('link', { name: /^Avaa ryhmän huone/ })
    .first()
    .waitFor();

  // Arrival: each by a link of their own, each in their own way; the doors are opened by the coach.
  await coach.goto(stage.at(room));
  await join(coach, /Kuva ja ääni/);
  await coach.getByText('Olet ensimmäinen').waitFor();
  const [aino, ville, noora] = await Promise.all([
    comeByLink(clients.aino, numbers.aino, room),
    comeByLink(clients.ville, numbers.ville, room),
    comeByLink(clients.noora, numbers.noora, room),
  ]);
  const complaints = [coach, aino, ville, noora].map(complaintsOf);
  await join(aino, /Kuva ja ääni/);
  await join(ville, /Vain ääni/);
  await join(noora, /Kirjoittaen/);
  await Promise.all([atTheDoor(aino, 'Aino'), atTheDoor(ville, 'Ville'), atTheDoor(noora, 'Noora')]);
  await coach.getByRole('button', { name: /Päästä sisään ?: Aino/ }).click();
  const first = await until('the first picture', async () => (await received(aino)).frames > 0);
  await coach.getByRole('button', { name: /Päästä sisään ?: Ville/ }).click();
  await coach.getByRole('button', { name: /Päästä sisään ?: Noora/ }).click();

  // Each is seen, heard and read by the others as they chose.
  await Promise.all([growing(coach, 'frames'), growing(aino, 'frames')]);
  await Promise.all([growing(coach, 'sound'), growing(ville, 'sound'), growing(aino, 'sound')]);
  await coach.getByRole('listitem').filter({ hasText: 'Noora' }).filter({ hasText: 'kirjoittaen' }).waitFor();
  const noorasTile = coach.getByRole('listitem').filter({ hasText: 'Noora' });
  await noorasTile.filter({ hasNotText: 'Yhdistetään' }).waitFor();
  await noora.getByLabel('Viestisi').waitFor();
  await noora.waitForLoadState();
  const delays = await typeUntilReadWithin(halfASecond, noora, coach, 'Heippa');
  await noora.getByLabel('Viestisi').press('Enter');
  await coach.locator('li[data-from=other]').filter({ hasText: 'Heippa' }).waitFor();
  await aino.reload();
  const again = await until('the picture after a reload', async () => (await received(aino)).frames > 0);

  // Ville's network is away for twenty seconds; meanwhile the house notices who has not been heard of.
  await giveNetwork(ville, { offline: true });
  const away = until('twenty seconds', async () => false, 20_000).catch(() => 20_000);
  await day.office.inOffice(watchDay);
  const ottosRow = board.getByRole('row').filter({ hasText: 'Otto' });
  await ottosRow
    .getByText(/Hiljaa klo 12\.30 alkaen/)
    .waitFor()
    .catch(async () => {
      throw new Error(`the board says of Otto: ${await ottosRow.textContent()}`);
    });
  expect(await phones.to(numbers.otto, /.+/)).toBeTruthy();
  for (const name of ['Aino', 'Ville', 'Noora'])
    expect(await board.getByRole('row').filter({ hasText: name }).textContent(), name).not.toContain(
      'Hiljaa',
    );
  await away;
  const villesLine = coach.getByRole('listitem').filter({ hasText: 'Ville' }).getByText('Yhteys poikki');
  await villesLine.waitFor();
  await giveNetwork(ville);
  await villesLine.waitFor({ state: 'detached' });
  await ville.getByText('Palvelimeen ei saada yhteyttä').first().waitFor({ state: 'detached' });
  await growing(ville, 'sound');
  await growing(coach, 'sound');
  console.info(
    `first picture after ${Math.round(first)} ms, after a reload ${Math.round(again)} ms; characters were read after ${delays.map(Math.round)} ms`,
  );
  for (const page of [aino, ville, noora]) {
    await page.getByRole('button', { name: 'Poistu' }).click();
    await page.getByRole('heading', { name: 'Miten meni?' }).waitFor();
  }
  expect(complaints.flat()).toEqual([]);

  await aloneWithWork(aino);
  for (const one of [clients.ville, clients.noora]) {
    const work = { what: 'Hakemus', minutes: '60', proof: 'Lähetin hakemuksen.' };
    expect((await one.post(`/my-days/${coachingDay}/own-work`, work)).status).toBe(303);
  }
  // The coach leaves the room before the clock moves: it would end a visit that nobody has been heard in so long, and
  // the page with it. Staff who do nothing for half an hour are signed out, so the board is looked at twice.
  await coach.goto(stage.at('/board'));
  clockGoesFrom(at('13:50'));
  await coach.goto(stage.at('/board'));
  clockGoesFrom(at('14:01'));
  await confirmThree(coach);
  await aino.goto(stage.at('/today'));
  await aino.getByText('Tämä päivä lasketaan: läsnä.').waitFor();
  await aino.getByText(/Saat tästä päivästä kulukorvausta 9\s€/).waitFor();
  await readSummary();
});

/** Own work with a photo: kept without the place where it was taken. */
async function aloneWithWork(page: Page): Promise<void> {
  await page.goto(stage.at(`/my-days/${coachingDay}/own-work`));
  await page.getByLabel('Mitä teit?').fill('Tein lintulaudan');
  await page.getByLabel('Kauanko siihen meni, minuutteina?').fill('60');
  const buffer = await photo();
  expect((await sharp(buffer).metadata()).exif).toBeDefined();
  await page.getByLabel(/^Kuva/).setInputFiles({ name: 'kuva.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('button', { name: 'Kirjaa tehtävä' }).click();
  const picture = page.getByRole('img', { name: 'Kuva tehtävästä: Tein lintulaudan' });
  await picture.waitFor();
  await until('the picture', () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth > 0));
  const address = await picture.evaluate((image: HTMLImageElement) => image.src);
  const kept = await sharp(Buffer.from(await (await page.request.get(address)).body())).metadata();
  expect([kept.exif, kept.xmp, kept.width]).toEqual([undefined, undefined, 640]);
}

/** The coach confirms everybody whose day is complete, at once; Otto's is left to be looked at. */
async function confirmThree(coach: Page): Promise<void> {
  await coach.goto(stage.at('/confirmations'));
  for (const name of ['Aino', 'Ville', 'Noora'])
    expect(
      await coach.getByRole('checkbox', { name: new RegExp(`${name}.*24\\.11\\.`) }).isChecked(),
      name,
    ).toBe(true);
  expect(await coach.getByRole('checkbox', { name: /Otto.*24\.11\./ }).isChecked()).toBe(false);
  await coach.getByRole('button', { name: 'Vahvista valitut' }).first().click();
  await coach.getByText('3 päivää vahvistettu').waitFor();
}

/** The payer's period: these three days and no other were attended, and the figure opens what speaks for a day. */
async function readSummary(): Promise<void> {
  const manager = await stage.enter(await day.office.person('manager', { givenName: 'Leena' }));
  await manager.goto(stage.at('/payer-summaries'));
  await arriveBy(manager, () => manager.getByRole('link', { name: /^Avaa ?: Kela, .*23\.11\./ }).click());
  const figure = manager.getByRole('link', { name: /läsnäolopäivää/ }).first();
  await arriveBy(manager, () => figure.click());
  const days = manager.locator('#days tbody tr, section:has(#days) tbody tr');
  await days.first().waitFor();
  const listed = (await days.allTextContents()).map((row) => /Aino|Ville|Noora|Otto/.exec(row)?.[0]).sort();
  expect(listed).toEqual(['Aino', 'Noora', 'Ville']);
  await days
    .filter({ hasText: 'Aino' })
    .getByRole('link', { name: /24\.11\./ })
    .click();
  await manager.getByRole('heading', { level: 1, name: 'Tiistai 24. marraskuuta' }).waitFor();
  const evidence = manager.locator('#main');
  await evidence.getByText('Ryhmässä videolla').first().waitFor();
  await evidence.getByText('Kirjasi oman tehtävän').first().waitFor();
  await evidence.getByText('1 näyttö').first().waitFor();
}
