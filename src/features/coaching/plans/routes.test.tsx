import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestOffice, type TestPerson } from '../../../../test/cast.ts';
import { now, setClock, todayIn } from '../../../platform/clock.ts';
import { emptyContent } from '../../offer/services/content.ts';
import { addService, publishDraft, type ServiceContent, saveDraft } from '../../offer/services/door.ts';
import { chooseMode, type Wish } from './actions.ts';
import type { Mode } from './questions.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const words = async (answer: Response | Promise<Response>) => (await answer).text();
const wish = { wished: 'phone', second: 'video', reviewIn: '4' };
const agreed: Omit<Wish, 'clientId'> = {
  serviceId: null,
  wished: 'phone',
  second: null,
  helps: [],
  reason: undefined,
  checkId: null,
  reviewInWeeks: 4,
  basedOn: null,
};
const t = (word: string) => ({ fi: `${word} fi`, sv: `${word} sv`, en: `${word} en` });
const withModes = (modes: readonly Mode[]): ServiceContent => ({
  ...emptyContent({ fi: 'Paja', sv: 'Verkstad', en: 'Workshop' }),
  summary: t('summary'),
  about: t('about'),
  suits: t('suits'),
  price: t('price'),
  controller: t('controller'),
  contact: { phone: '+358401234567', email: null, text: t('contact') },
  producer: { kind: 'own', name: 'Likijärvi' },
  modes: modes.map((mode) => ({ mode, needs: t('needs'), instructions: t('instructions') })),
  path: [
    {
      kind: 'first-contact',
      title: t('title'),
      what: t('what'),
      mode: 'phone',
      alternatives: [],
      materials: null,
      who: 'both',
      duration: { amount: 30, unit: 'minutes' },
    },
  ],
});
const unsafe = { device: 'smartphone', connection: 'good', safety: 'not-always', wish: 'video' };

async function coached() {
  const office = await house.office();
  const aino = await office.person('client', { givenName: 'Aino' });
  const mika = await office.person('coach', { givenName: 'Mika' });
  await office.relate(aino, mika);
  return { office, aino, mika };
}

type Row = {
  id: string;
  wished: string;
  what: string;
  chosen_by: string;
  review_on: string;
  client_id: string;
};
async function choicesIn(office: TestOffice): Promise<Row[]> {
  const { rows } = await office.inOffice((tx) =>
    tx.execute<Row>(sql`select id, wished, what, chosen_by, client_id, review_on::text from mode_choices
      order by chosen_at, id`),
  );
  return rows;
}

/** What the form on a page says it starts from. */
async function basedOn(person: TestPerson, base: string) {
  return /name="basedOn" value="([^"]+)"/.exec(await words(person.get(`${base}/wish`)))?.[1] ?? '';
}

async function chooseAs(person: TestPerson, base: string, change: Record<string, string> = {}) {
  return person.post(base, { ...wish, basedOn: await basedOn(person, base), ...change });
}

describe('a client', () => {
  test('answers, reads a suggestion that explains itself, chooses otherwise, and has the last word', async () => {
    const { office, aino, mika } = await coached();
    expect(await words(aino.get('/my-mode'))).toContain('Valitse, miten haluat olla mukana');
    const page = await words(aino.get('/my-mode/check'));
    expect(page).toContain('CC BY 4.0');
    expect(page.match(/<fieldset/g)).toHaveLength(12);
    const answers = { connection: 'breaks', talking: 'fine', video: 'hard', wish: 'video' };
    const answered = await aino.post('/my-mode/check', answers);
    expect(answered.status).toBe(303);
    const href = answered.headers.get('location') ?? '';
    expect(href).toMatch(/^\/my-mode\/wish\?check=/);
    const suggestion = await words(aino.get(href));
    expect(suggestion).toContain('Puhelimella');
    expect(suggestion).toContain('Puhelimessa puhuminen sujuu.');
    expect(suggestion).toContain('Toivoit: videolla');
    expect(suggestion).toContain('Netti pätkii.');
    expect(suggestion).toContain('Viimeinen sana on sinulla');
    expect(suggestion).toMatch(/value="video" checked/);
    const check = new URLSearchParams(href.split('?')[1]).get('check') ?? '';
    const chosen = await aino.post('/my-mode', {
      ...wish,
      wished: 'video',
      second: 'phone',
      check,
      'helps[]': 'headset',
      reason: 'Näen mieluummin, kenelle puhun.',
    });
    expect(chosen.headers.get('location')).toBe('/my-mode?saved');
    const shown = await words(aino.get('/my-mode?saved'));
    for (const said of ['Valintasi on tallennettu', 'Videolla', 'Näen mieluummin', 'Kuulokkeet', 'Sinä'])
      expect(shown).toContain(said);
    const [row] = await choicesIn(office);
    expect(row).toMatchObject({ wished: 'video', what: 'chosen', chosen_by: aino.id });
    expect(row?.review_on).toBe(todayIn().add({ weeks: 4 }).toString());
    // The coach sees it, and that it is not what was suggested.
    const listed = await words(mika.get('/mode-reviews'));
    expect(listed).toContain('Videolla');
    expect(listed).toContain('ehdotus oli puhelimella');
  });

  test('what was written and answered rests under seal', async () => {
    const { office, aino } = await coached();
    await aino.post('/my-mode/check', unsafe);
    await chooseAs(aino, '/my-mode', { reason: 'Salainen syy' });
    const { rows } = await office.inOffice((tx) =>
      tx.execute<{ all: string }>(sql`select encode(c.reason, 'escape') || encode(k.answers, 'escape') as all
        from mode_choices c, suitability_checks k`),
    );
    expect(rows[0]?.all).not.toContain('Salainen');
    expect(rows[0]?.all).not.toContain('safety');
  });

  test('who is not safe at home is offered no call there, and is told where to get help', async () => {
    const { aino } = await coached();
    const href = (await aino.post('/my-mode/check', unsafe)).headers.get('location') ?? '';
    const page = await words(aino.get(href));
    expect(page).toContain('Turvallisuus ensin');
    expect(page).toContain('080 005 005');
    expect(page).toMatch(/card-title">Paikan päällä</);
    // The choice stays the client's.
    expect((await chooseAs(aino, '/my-mode', { wished: 'video', second: '' })).status).toBe(303);
    expect(await words(aino.get('/my-mode'))).not.toContain('turvallista');
  });

  test('may skip the questions, and loses nothing of what was written when a field is wrong', async () => {
    const { office, aino } = await coached();
    const skipped = await aino.post('/my-mode/check', {});
    expect(skipped.headers.get('location')).toBe('/my-mode/wish?');
    const refused = await aino.post('/my-mode', { ...wish, second: 'phone', reason: 'Kirjoitin tämän.' });
    expect(refused.status).toBe(422);
    const page = await words(refused);
    expect(page).toContain('Valitse toiseksi toiveeksi jokin muu tapa.');
    expect(page).toContain('Kirjoitin tämän.');
    expect(page).toMatch(/value="phone" checked/);
    expect((await aino.post('/my-mode', { ...wish, wished: '', reason: 'Kirjoitin' })).status).toBe(422);
    expect((await aino.post('/my-mode', { ...wish, reason: 'a'.repeat(1001) })).status).toBe(422);
    expect(await choicesIn(office)).toEqual([]);
  });

  test('keeps the choice with one press when the review comes, and the history tells each step', async () => {
    const { office, aino, mika } = await coached();
    const before = now().subtract({ hours: 24 * 40 });
    const then = setClock(() => before);
    await office.inOffice(async (tx) => {
      const first = { ...agreed, clientId: aino.id };
      const made = await chooseMode(tx, aino.actor, first);
      if (!made.ok) throw new Error(made.reason);
      await chooseMode(tx, mika.actor, { ...first, wished: 'text', basedOn: made.choiceId });
    });
    then();
    const due = await words(aino.get('/my-mode'));
    expect(due).toContain('Nyt katsotaan, sopiiko tapa edelleen');
    const rows = await choicesIn(office);
    const kept = await aino.post('/my-mode/kept', { choice: rows[1]?.id ?? '' });
    expect(kept.headers.get('location')).toBe('/my-mode?saved');
    // What has been replaced cannot be kept.
    expect((await aino.post('/my-mode/kept', { choice: rows[0]?.id ?? '' })).headers.get('location')).toBe(
      '/my-mode',
    );
    expect((await choicesIn(office)).map((row) => row.what)).toEqual(['chosen', 'changed', 'kept']);
    const page = await words(aino.get('/my-mode'));
    for (const said of ['Mika yhdessä kanssasi', 'Muutettiin', 'Pidettiin ennallaan'])
      expect(page).toContain(said);
    expect(page).not.toContain('Nyt katsotaan');
    expect(await words(mika.get(`/clients/${aino.id}/modes`))).toContain('Mika yhdessä asiakkaan kanssa');
  });

  test('and the coach, filling in at one time, do not write over each other', async () => {
    const { office, aino, mika } = await coached();
    const before = await basedOn(aino, '/my-mode');
    await chooseAs(mika, `/clients/${aino.id}/modes`, { wished: 'in-person' });
    const refused = await aino.post('/my-mode', { ...wish, basedOn: before, reason: 'Oma syy' });
    expect(refused.status).toBe(422);
    const page = await words(refused);
    expect(page).toContain('Valintaa on muutettu sillä välin');
    expect(page).toContain('Oma syy');
    // Sent again from the page that tells of it, it is saved.
    const again = /name="basedOn" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await aino.post('/my-mode', { ...wish, basedOn: again })).status).toBe(303);
    expect((await choicesIn(office)).map((row) => row.wished)).toEqual(['in-person', 'phone']);
  });

  test('chooses another way for one service, and books times in the usual one', async () => {
    const { office, aino } = await coached();
    const serviceId = await office.inOffice((tx) =>
      addService(tx, undefined, {
        name: { fi: 'Paja', sv: 'Verkstad', en: 'Workshop' },
        kind: 'youth-workshop',
      }),
    );
    await chooseAs(aino, '/my-mode');
    await chooseAs(aino, '/my-mode', { service: serviceId, wished: 'in-person', second: '' });
    const page = await words(aino.get('/my-mode'));
    expect(page).toContain('Kaikki palvelut');
    expect(page).toContain('Paja');
    const { rows } = await office.inOffice((tx) =>
      tx.execute(sql`select mode, second_mode, service_id from usual_modes order by service_id nulls first`),
    );
    expect(rows).toEqual([
      { mode: 'phone', second_mode: 'video', service_id: null },
      { mode: 'in-person', second_mode: null, service_id: serviceId },
    ]);
    await chooseAs(aino, '/my-mode', { service: serviceId, wished: 'own-time', second: '' });
    const left = await office.inOffice((tx) => tx.execute(sql`select service_id from usual_modes`));
    expect(left.rows).toEqual([{ service_id: null }]);
    expect((await chooseAs(aino, '/my-mode', { service: crypto.randomUUID() })).status).toBe(404);
  });

  test('is offered only the ways that a service has, once the service has said which', async () => {
    const { office, aino } = await coached();
    const serviceId = await office.inOffice(async (tx) => {
      const id = await addService(tx, undefined, { name: t('Paja'), kind: 'youth-workshop' });
      await saveDraft(tx, aino.actor, id, withModes(['video', 'in-person']));
      expect(await publishDraft(tx, aino.actor, id, { note: 'Ensimmäinen' })).toMatchObject({ ok: true });
      return id;
    });
    const page = await words(aino.get(`/my-mode/wish?service=${serviceId}`));
    expect([...page.matchAll(/name="wished" value="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'in-person',
      'video',
    ]);
    const refused = await chooseAs(aino, '/my-mode', {
      service: serviceId,
      wished: 'text',
      reason: 'Oma syy',
    });
    expect(refused.status).toBe(422);
    const again = await words(refused);
    expect(again).toContain('Tätä tapaa ei ole siinä palvelussa');
    expect(again).toContain('Oma syy');
    const taken = { service: serviceId, wished: 'in-person', second: 'video' };
    expect((await chooseAs(aino, '/my-mode', taken)).status).toBe(303);
  });

  test('gets each page with its style sheet in at most 14,336 bytes', async () => {
    const { aino } = await coached();
    const styles = join(import.meta.dirname, '../../../ui/styles');
    const css = readdirSync(styles)
      .filter((name) => name.endsWith('.css') && name !== 'likista.css')
      .map((name) =>
        readFileSync(join(styles, name), 'utf8')
          .replaceAll(/\/\*.*?\*\//gs, '')
          .replaceAll(/\s+/g, ' '),
      )
      .join('');
    await aino.post('/my-mode/check', unsafe);
    await chooseAs(aino, '/my-mode', { reason: 'Syy' });
    for (const path of ['/my-mode', '/my-mode/check', '/my-mode/wish']) {
      const html = await words(aino.get(path));
      expect(html).not.toContain('<script');
      expect(brotliCompressSync(html).length + brotliCompressSync(css).length).toBeLessThanOrEqual(14_336);
    }
  });

  test('finds nothing under the check or choice of another client', async () => {
    const { office, aino } = await coached();
    const ville = await office.person('client', { givenName: 'Ville' });
    const href = (await aino.post('/my-mode/check', { device: 'computer' })).headers.get('location') ?? '';
    await chooseAs(aino, '/my-mode');
    const [row] = await choicesIn(office);
    expect((await ville.get(href)).status).toBe(404);
    const check = href.split('check=')[1] ?? '';
    expect((await ville.post('/my-mode', { ...wish, check })).status).toBe(404);
    expect((await ville.post('/my-mode/kept', { choice: row?.id ?? '' })).status).toBe(404);
    expect(await choicesIn(office)).toHaveLength(1);
  });
});
