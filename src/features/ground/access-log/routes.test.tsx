import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice } from '../../../../test/cast.ts';
import { mischief, runsFree } from '../../../../test/matrix/mischief.ts';
import { now, setClock } from '../../../platform/clock.ts';
import { isNamed } from './subjects.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function officeWithLooks() {
  const office = await house.office();
  const officer = await office.person('data-protection-officer', {
    givenName: 'Tuula',
    familyName: 'Backman',
  });
  const coach = await office.person('coach', { givenName: 'Mika', familyName: 'Heikkinen' });
  const noora = await office.person('client', { givenName: 'Noora', familyName: 'Ketola' });
  const aino = await office.person('client', { givenName: 'Aino', familyName: 'Virtanen' });
  await office.relate(noora, coach);
  await office.relate(aino, coach);
  for (const client of [noora, noora, aino]) await coach.get(`/people/${client.id}`);
  return { office, officer, coach, noora, aino };
}

const asked = (fields: Record<string, string>) =>
  `/access-log?${new URLSearchParams({ why: 'suspicion', ...fields })}`;

async function looksInto(office: TestOffice, subject: string) {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<{ person_id: string; purpose: string }>(
      sql`select person_id, purpose from access_log where subject = ${subject}`,
    ),
  );
  return rows;
}

test('only the data-protection officer and the administrator open the log, after proving who they are', async () => {
  const office = await house.office();
  for (const role of ['data-protection-officer', 'administrator'] as const) {
    const person = await office.person(role);
    expect((await person.get('/access-log')).status, role).toBe(200);
    const later = now().add({ minutes: 11 });
    const undo = setClock(() => later);
    expect((await person.get('/access-log')).headers.get('location')).toMatch(/^\/prove/);
    undo();
  }
  for (const role of ['client', 'coach', 'manager', 'provider', 'partner', 'project-manager'] as const) {
    expect((await (await office.person(role)).get('/access-log')).status, role).toBe(404);
  }
  expect((await office.visitor().get('/access-log')).headers.get('location')).toMatch(/sign-in/);
});

describe('the officer asks', () => {
  test('who has looked at a person, with the purpose, and the question itself is logged', async () => {
    const { office, officer, noora } = await officeWithLooks();
    const page = await (await officer.get(asked({ whose: 'Ketola', why: 'own-request' }))).text();
    expect(page).toContain('Mika Heikkinen');
    expect(page).toContain('perustiedot');
    expect(page).toContain('valmennus');
    expect(page).not.toContain('Virtanen');
    expect(await looksInto(office, 'access-log')).toEqual([{ person_id: noora.id, purpose: 'own-request' }]);
  });

  test('whose data an actor touched between two days', async () => {
    const { office, officer, coach, noora, aino } = await officeWithLooks();
    const today = now().toZonedDateTimeISO('Europe/Helsinki').toPlainDate().toString();
    const page = await (
      await officer.get(asked({ by: 'Heikkinen', from: today, to: today, view: 'persons' }))
    ).text();
    expect(page).toContain('2 ihmisen tietoja');
    expect(page).toMatch(/Noora Ketola[\s\S]*?>2</);
    const yesterday = asked({ by: 'Heikkinen', from: '2020-01-01', to: '2020-01-02', view: 'persons' });
    expect(await (await officer.get(yesterday)).text()).toContain('Ei merkintöjä');
    const looked = (await looksInto(office, 'access-log')).map((row) => row.person_id);
    expect(new Set(looked)).toEqual(new Set([coach.id, noora.id, aino.id]));
  });

  test('without a reason, without anybody, of nobody or of several: and is told what to do', async () => {
    const { office, officer } = await officeWithLooks();
    const cases: [Record<string, string>, string][] = [
      [{ whose: 'Ketola', why: '' }, 'Valitse, miksi haet.'],
      [{}, 'Kirjoita, kenen tietoja haet'],
      [{ whose: 'Olematon' }, 'Tällaista henkilöä ei löytynyt.'],
      [{ whose: 'o' }, 'Tarkenna hakua'],
      [{ whose: 'Ketola', from: '2026-02-01', to: '2026-01-01' }, 'Loppupäivä on ennen alkupäivää.'],
      [{ whose: 'Ketola', from: 'eilen' }, 'Kirjoita päivä'],
    ];
    for (const [fields, words] of cases) {
      const answer = await officer.get(asked(fields));
      expect(answer.status, words).toBe(422);
      expect(await answer.text()).toContain(words);
    }
    expect(await looksInto(office, 'access-log')).toEqual([]);
  });

  test('whatever stands in the question, gets an answer in words and no markup of their own', async () => {
    const { officer } = await officeWithLooks();
    for (const [at, value] of mischief.entries()) {
      const other = mischief[(at + 7) % mischief.length] ?? '';
      for (const fields of [
        { whose: value, by: other, from: value, why: other },
        { whose: value, before: other, view: value },
        { whose: 'Ketola', before: value, view: other },
      ]) {
        const answer = await officer.get(asked(fields));
        expect(answer.status, JSON.stringify(fields)).toBeLessThan(500);
        expect(await answer.text(), JSON.stringify(fields)).not.toMatch(runsFree);
      }
    }
  });

  test('and never sees another office', async () => {
    await officeWithLooks();
    const stranger = await (await house.office()).person('data-protection-officer');
    expect(await (await stranger.get(asked({ whose: 'Ketola' }))).text()).toContain('ei löytynyt');
  });
});

test('every kind of data that the code writes into the log has words', () => {
  const unnamed = sources(join(import.meta.dirname, '..', '..'))
    .flatMap((text) =>
      /noteAccess|noteOf|subject: '/.test(text)
        ? [...text.matchAll(/subject: '([a-z-]+)'|noteOf\([^)]*'([a-z-]+)'\)/g)].map(
            (one) => one[1] ?? one[2] ?? '',
          )
        : [],
    )
    .filter((subject) => !isNamed(subject));
  expect(unnamed).toEqual([]);
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
