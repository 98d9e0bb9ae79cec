// A booked time from the message that asks for it to the word that it happened: the client on a phone without script
// and without signing in, the coach at a desk who sees each step as it comes.
import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { addHours } from '../../src/features/contact/bookings/door.ts';
import { bookingJobs } from '../../src/features/contact/bookings/jobs.ts';
import { setClock } from '../../src/platform/clock.ts';
import type { TestOffice, TestPerson } from '../cast.ts';
import { at, openCoachingDay } from '../coaching-day.ts';
import { faultsOf } from './accessibility-faults.ts';
import { arriveBy, complaintsOf, openStage, type Stage } from './stage.ts';
import { openTextMessages, type TextMessages } from './text-messages.ts';

let stage: Stage;
let phones: TextMessages;
let office: TestOffice;
let aino: TestPerson;
let mika: TestPerson;
let time = at('10:00');
let putBack = () => {};
const number = '+358401234567';

beforeAll(async () => {
  phones = await openTextMessages();
  stage = await openStage({ sms: phones.sms });
});
afterAll(async () => {
  await stage?.close();
  phones?.close();
});
beforeEach(async () => {
  time = at('10:00');
  putBack = setClock(() => time);
  phones.forget();
  // In a service, so that what happened speaks for a day of hers.
  ({ office, aino, mika } = await openCoachingDay(stage.house));
  await office.inOffice(async (tx) => {
    await tx.execute(sql`update persons set phone = ${number}, channel = 'sms' where id = ${aino.id}`);
    for (const weekday of [1, 2, 3, 4, 5])
      await addHours(tx, mika.actor, {
        coachId: mika.id,
        weekday,
        starts: Temporal.PlainTime.from('09:00'),
        ends: Temporal.PlainTime.from('16:30'),
        modes: ['video', 'phone'],
        place: null,
      });
  });
});
afterEach(() => putBack());

/** The newest link to a time in the client's messages, as a path of the stage. */
async function linkInMessage(words: RegExp): Promise<string> {
  const message = await phones.to(number, new RegExp(`${words.source}[^]*`));
  const code = /\/time\/([A-Za-z0-9_-]{44})/.exec(message)?.[1];
  return `/${office.slug}/time/${code}`;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function isReadable(page: Page): Promise<void> {
  expect(await faultsOf(page, 'every rule')).toEqual([]);
}

/** The hours go by, and the coach is at the desk all the while. */
async function until(later: Temporal.Instant): Promise<void> {
  while (Temporal.Instant.compare(time, later) < 0) {
    const next = time.add({ minutes: 20 });
    time = Temporal.Instant.compare(next, later) < 0 ? next : later;
    await mika.get('/times');
  }
}

async function booking() {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ id: string; starts_at: string }>(sql`select id,
      to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as starts_at from bookings`),
  );
  return { id: rows[0]?.id ?? '', startsAt: Temporal.Instant.from(rows[0]?.starts_at ?? '') };
}

async function remind(): Promise<void> {
  const { id, startsAt } = await booking();
  const handler = bookingJobs.find((one) => one.job === 'booking-nears');
  const context = { inOffice: stage.house.inOffice, offices: async () => [], log: undefined, jobId: 'test' };
  const about = { officeId: office.officeId, bookingId: id, startsAt: startsAt.toString(), hours: 24 };
  await handler?.run(context as never, about as never);
}

test('a client books from a message on a phone without script, changes to phone and answers; the coach sees it come', async () => {
  const desk = await stage.enter(mika);
  const complaints = complaintsOf(desk);
  await desk.goto(stage.at(`/times/new?client=${aino.id}`));
  await button(desk, 'Pyydä asiakasta varaamaan itse').click();
  await desk.getByText('Linkki varaamiseen on lähetetty').waitFor();
  await desk.goto(stage.at('/times'));
  await desk.getByText('Ei varattuja aikoja').waitFor();

  const phone = await stage.enter(undefined, { device: 'phone', withoutScript: true });
  await phone.goto(stage.at(await linkInMessage(/Varaa sinulle sopiva aika/)));
  await phone.getByRole('heading', { name: 'Varaa aika', level: 1 }).waitFor();
  await arriveBy(phone, () => phone.getByRole('link', { name: 'Videopuhelu' }).click());
  await phone.locator('button[name=at]').first().click();
  await phone.getByText('Tuletko?').waitFor();
  await desk.getByRole('table').getByText('Aino').waitFor();
  await desk.getByText('Videopuhelu').first().waitFor();

  await button(phone, 'Vaihda puheluun').click();
  await phone.getByText('Mika soittaa sinulle.').waitFor();
  await desk.getByText('Puhelu', { exact: true }).first().waitFor();

  await remind();
  await phone.goto(stage.at(await linkInMessage(/Muistutus/)));
  await button(phone, 'Tulen').click();
  await phone.getByText('Kerroit, että tulet').waitFor();
  await desk.getByText('Tulossa').first().waitFor();

  const { id, startsAt } = await booking();
  await until(startsAt.add({ minutes: 5 }));
  await desk.goto(stage.at(`/times/${id}`));
  expect(await desk.getByRole('link', { name: /Soita/ }).getAttribute('href')).toBe(`tel:${number}`);
  await desk.getByRole('radio', { name: 'Kyllä', exact: true }).check();
  await arriveBy(desk, () => button(desk, 'Tallenna').first().click());
  await desk.goto(stage.at('/times'));
  await desk.getByText('Tapasitte').first().waitFor();
  // The month counts it in the way in which it took place: by phone, though it was booked by video.
  const bar = desk.getByRole('row', { name: /Puhelimella|Puhelu/ });
  await expect
    .poll(async () => {
      await desk.goto(stage.at(`/clients/${aino.id}/days`));
      return bar
        .first()
        .textContent({ timeout: 1_000 })
        .catch(() => '');
    })
    .toContain('30');
  expect(complaints).toEqual([]);
  await phone.context().close();
  await desk.context().close();
});

test('a video time opens its room from the link, for whoever shows the code from their own phone', async () => {
  await mika.post('/times/invitations', { client: aino.id, coach: mika.id });
  const phone = await stage.enter(undefined, { device: 'phone', withoutScript: true });
  const link = stage.at(await linkInMessage(/Varaa sinulle sopiva aika/));
  await phone.goto(link);
  await arriveBy(phone, () => phone.getByRole('link', { name: 'Videopuhelu' }).click());
  await phone.locator('button[name=at]').first().click();
  await phone.getByText('Tuletko?').waitFor();
  const { startsAt } = await booking();
  await until(startsAt.subtract({ minutes: 2 }));
  await phone.goto(link);
  await button(phone, 'Siirry puheluun').click();
  await button(phone, 'Lähetä koodi').click();
  await phone.locator('input[name=code]').fill(await phones.to(number, /\b\d{6}\b/));
  await phone.getByRole('button', { name: /Kirjaudu/ }).click();
  await phone.waitForURL(/\/rooms\//);
  await phone.getByRole('radio', { name: /Kuva ja ääni/ }).waitFor();
  await button(phone, 'Liity').waitFor();
  await phone.context().close();
});

test('every page behind a link is readable by all, on a phone, in the dark and on a desk', async () => {
  await mika.post('/times/invitations', { client: aino.id, coach: mika.id });
  const link = await linkInMessage(/Varaa sinulle sopiva aika/);
  const phone = await stage.enter(undefined, { device: 'phone' });
  const complaints = complaintsOf(phone);
  await phone.goto(stage.at(link));
  await isReadable(phone);
  await arriveBy(phone, () => phone.locator('button[name=at]').first().click());
  const { id } = await booking();
  await mika.post(`/times/${id}/participants`, { kind: 'relative', name: 'Sisko' });
  const [, seat] = /(\/seat\/[A-Za-z0-9_-]{44})/.exec(await (await mika.get(`/times/${id}`)).text()) ?? [];
  const paths = [link, `${link}/times`, `${link}/cancellation`, `/${office.slug}${seat}`];
  const dark = await stage.enter(undefined, { device: 'phone', dark: true });
  const desk = await stage.enter(undefined);
  for (const page of [phone, dark, desk])
    for (const path of paths) {
      await page.goto(stage.at(path));
      await isReadable(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide, path).toBeLessThanOrEqual(0);
    }
  expect(complaints).toEqual([]);
  for (const page of [phone, dark, desk]) await page.context().close();
});
