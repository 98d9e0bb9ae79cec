// Every form of the office's, people's and one's own pages is found by walking the pages, and filled with mischief.
// Nothing may break, nothing written may come back as markup, and what is refused stays in its field.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse, type TestPerson } from './cast.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const ours = /^\/(office|people|me|access-log)(\/|\?|$)/;
const leftAlone = /\/(deactivation|data\.json|passkeys|sessions|calendar|sign-in|sign-in-providers)(\/|\?|$)/;

type Field = { name: string; kind: 'text' | 'choice' | 'file'; values: string[] };
type FoundForm = { action: string; method: string; fields: Field[] };

const corpus = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)' autofocus='",
  '</textarea><svg/onload=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  'javascript:alert(1)',
  'a\r\nset-cookie: x=1\r\n\r\n<b>',
  '\u202Eevil\u202C',
  '👩🏽‍🌾👨‍👩‍👧‍👦',
  'Z͑ͫa̵l̶g̷o̸',
  '\u0000null\u0000',
  '\uD800 alone',
  "Robert'); drop table persons;--",
  '%00%0d%0a',
  '../../../../etc/passwd',
  '=cmd|calc!A1',
  '{name, plural, other {#}}',
  "it's {",
  '0',
  '-1',
  '1e999',
  '99999999999999999999',
  '2026-02-30',
  '+275760-09-13',
  '24:00',
  '#ggg',
  'aino@example.fi',
  '   ',
  '',
  'ä'.repeat(5_000),
];

test('no form of ours breaks, and none says back what was written as markup', {
  timeout: 240_000,
}, async () => {
  const office = await house.office();
  const administrator = await office.person(['administrator', 'coach']);
  const [client, coach] = [await office.person('client'), await office.person('coach')];
  await office.relate(client, coach);
  await administrator.post('/office/units', { 'name-fi': 'Paja', kind: 'other' });
  await administrator.post('/office/closed-days', { day: '2026-12-23', 'name-fi': 'Koulutus' });
  const other = await office.person('client', { familyName: 'Toinen' });
  await administrator.post(`/people/${client.id}/blocked`, { other: other.id });
  const file = new Blob(['Etunimi;Sukunimi;Puhelin\nNinni;Salo;0401234567\n']);
  await administrator.post('/people/import', { file, 'starts-on': '2026-11-01' });
  const seeds = [
    '/office',
    `/people/${client.id}`,
    `/people/${client.id}/blocked?search=a`,
    '/people/import',
    '/people',
    '/me',
    '/access-log?why=breach&by=A',
  ];
  const forms = [
    ...(await formsFrom(administrator, seeds)),
    ...(await formsFrom(coach, ['/people/mine', '/me'])),
  ];
  const posts = forms.filter((form) => form.method === 'post');
  // The walk really found them: fewer would mean that the test has stopped looking.
  expect(posts.length).toBeGreaterThan(25);
  for (const form of forms) {
    await fc.assert(
      fc.asyncProperty(valuesFor(form), async (values) => {
        const answer =
          form.method === 'post'
            ? await administrator.post(form.action, values)
            : await administrator.get(`${form.action.split('?')[0]}?${new URLSearchParams(flat(values))}`);
        const page = await answer.text();
        const told = `${form.method} ${form.action} ${JSON.stringify(values)} gave ${answer.status}`;
        expect(answer.status, told).toBeLessThan(500);
        for (const value of Object.values(flat(values))) {
          if (/[<]/.test(value)) expect(page.includes(value.trim()), told).toBe(false);
        }
        if (answer.status === 422) expectKept(page, form, values, told);
      }),
      { numRuns: 8 },
    );
  }
});

test('a body of a megabyte is refused by every form', async () => {
  const office = await house.office();
  const administrator = await office.person('administrator');
  for (const path of ['/office/details', '/office/units', '/people', '/me/details', '/language']) {
    const answer = await administrator.post(path, { 'name-fi': 'x'.repeat(1_000_000) });
    expect(answer.status, path).toBe(413);
  }
});

function expectKept(page: string, form: FoundForm, values: Record<string, string | string[]>, told: string) {
  const shown = page
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
  for (const field of form.fields.filter((one) => one.kind === 'text')) {
    const value = String(values[field.name] ?? '');
    // A browser may write line breaks its own way; all else must be there to the letter.
    const kept = value.replaceAll('\u0000', '').toWellFormed().replace(/\s+/g, ' ').trim();
    if (page.includes(`name="${field.name}"`))
      expect(shown.includes(kept), `${field.name} of ${told}`).toBe(true);
  }
}

function valuesFor(form: FoundForm): fc.Arbitrary<Record<string, string | string[]>> {
  const mischief = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...corpus) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  );
  const one = (field: Field) => {
    const right = field.values.length > 0 ? fc.constantFrom(...field.values) : mischief;
    return fc.oneof(
      { weight: field.kind === 'text' ? 1 : 4, arbitrary: right },
      { weight: 3, arbitrary: mischief },
    );
  };
  return fc.record(
    Object.fromEntries(
      form.fields.filter((field) => field.kind !== 'file').map((field) => [field.name, one(field)]),
    ),
  );
}

const flat = (values: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value).toWellFormed()]));

async function formsFrom(person: TestPerson, seeds: readonly string[]): Promise<FoundForm[]> {
  const seen = new Set<string>();
  const found = new Map<string, FoundForm>();
  const queue = [...seeds];
  for (let path = queue.shift(); path !== undefined && seen.size < 120; path = queue.shift()) {
    const kind = kindOf(path);
    if (seen.has(kind) || leftAlone.test(path)) continue;
    seen.add(kind);
    const answer = await person.get(path);
    const onward = answer.headers.get('location');
    if (onward && ours.test(onward)) queue.push(onward);
    const page = await answer.text();
    for (const form of formsIn(page)) {
      if (ours.test(form.action) && !leftAlone.test(form.action))
        found.set(`${form.method} ${kindOf(form.action)}`, form);
    }
    for (const match of page.matchAll(/<a [^>]*href="([^"]+)"/g)) {
      const href = (match[1] ?? '').replaceAll('&amp;', '&');
      if (ours.test(href)) queue.push(href);
    }
  }
  return [...found.values()];
}

/** Pages alike but for the row they show are walked once. */
const kindOf = (path: string) => path.split('?')[0]?.replace(/[0-9a-f-]{36}/g, ':id') ?? path;

function formsIn(page: string): FoundForm[] {
  return [...page.matchAll(/<form ([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes = '', inside = '']) => {
    const fields = new Map<string, Field>();
    const add = (name: string | undefined, kind: Field['kind'], value?: string) => {
      if (!name || name === '_key') return;
      const field = fields.get(name) ?? { name, kind, values: [] };
      if (value !== undefined && value !== '') field.values.push(value);
      fields.set(name, field);
    };
    for (const [tag] of inside.matchAll(/<input [^>]*>/g)) {
      const type = attribute(tag, 'type') ?? 'text';
      const choice = ['radio', 'checkbox', 'hidden'].includes(type);
      add(
        attribute(tag, 'name'),
        type === 'file' ? 'file' : choice ? 'choice' : 'text',
        attribute(tag, 'value'),
      );
    }
    for (const [tag] of inside.matchAll(/<textarea [^>]*>/g)) add(attribute(tag, 'name'), 'text');
    for (const [, tag = '', options = ''] of inside.matchAll(/<select ([^>]*)>([\s\S]*?)<\/select>/g)) {
      for (const [option] of options.matchAll(/<option [^>]*>/g))
        add(attribute(tag, 'name'), 'choice', attribute(option, 'value'));
    }
    const action = (attribute(attributes, 'action') ?? '').replaceAll('&amp;', '&');
    return { action, method: attribute(attributes, 'method') ?? 'get', fields: [...fields.values()] };
  });
}

const attribute = (tag: string, name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
