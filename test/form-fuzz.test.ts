// Every form that can be sent, found on the pages themselves and filled with mischief by somebody who may send it.
// Nothing breaks, no script runs, no header is made, and what is refused stays in its field.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Come } from './matrix/actors.ts';
import type { Route } from './matrix/dry-app.ts';
import { type Field, formsIn } from './matrix/forms-in-page.ts';
import { mischief, runsFree } from './matrix/mischief.ts';
import { each, type Matrix, nameOf, openMatrix, placeOf } from './matrix/open-matrix.ts';

let matrix: Matrix;
beforeAll(async () => {
  matrix = await openMatrix();
});
afterAll(() => matrix.close());

type Sendable = {
  route: Route;
  come: Come;
  address: string;
  fields: Field[];
  /** Found on a page; otherwise sent by a script, and tried with every name there is. */
  onPage: boolean;
};
type Values = Record<string, string[]>;

/** Every route that takes a form, with somebody who may send it and the fields that stand on the pages. */
async function sendables(): Promise<Sendable[]> {
  const { app, actors } = matrix;
  const found = new Map<string, Map<string, Field>>();
  const everyField = new Map<string, Field>();
  const reads = app.routes.filter((route) => route.method === 'GET' && route.path !== '/live');
  const pages = reads.flatMap((route) => openersOf(route).map((come) => ({ route, come })));
  await each(pages, async ({ route, come }) => {
    const answer = await app.ask(come, placeOf(route, come) + matrix.addressOf(route, 'subject'));
    for (const form of formsIn(await answer.text())) {
      if (form.method !== 'post') continue;
      const action = form.action.replace(/^\/office-[0-9a-f]{8}(?=\/)/, '').split('?')[0] ?? '';
      const fields = found.get(action) ?? new Map<string, Field>();
      for (const field of form.fields) {
        fields.set(field.name, field);
        everyField.set(field.name, field);
      }
      found.set(action, fields);
    }
  });
  const posts = app.routes.filter((route) => route.method === 'POST');
  return posts.flatMap((route) => {
    const come = actors.find((one) => matrix.mayCome(route, one));
    if (!come) return [];
    const path = matrix.addressOf(route, 'subject');
    const own = found.get(path);
    return [
      {
        route,
        come,
        address: placeOf(route, come) + path,
        fields: [...(own ?? everyField).values()],
        onPage: own !== undefined,
      },
    ];
  });
}

/** One of each kind of people who may open a page; they see different forms on it. */
function openersOf(route: Route): Come[] {
  const may = matrix.actors.filter((come) => come.office === 'here' && matrix.mayCome(route, come));
  return may.filter((come, at) => may.findIndex((one) => one.roles[0] === come.roles[0]) === at);
}

function bodyOf(values: Values): FormData {
  const body = new FormData();
  body.append('_key', randomUUID());
  for (const [name, all] of Object.entries(values)) for (const value of all) body.append(name, value);
  return body;
}

// An identity code is never shown, not even to who has just written it.
const secret = new Set(['/people/:id/sign-in/identity-code code']);

/** What is wrong with the answer; undefined when nothing is. */
async function problemWith({ route, address, come, fields, onPage }: Sendable, values: Values) {
  const answer = await matrix.app.ask(come, address, bodyOf(values));
  const page = await answer.text();
  if (answer.status >= 500) return `${answer.status}`;
  if (runsFree.test(page)) return `${answer.status}: what was written came back as markup`;
  if (answer.headers.has('x-injected') || answer.headers.get('set-cookie')?.includes('taken='))
    return 'a header was made';
  const location = answer.headers.get('location');
  if (location !== null && !/^\/(?![/\\])[\x21-\x7e]*$/.test(location)) return `led astray to ${location}`;
  if (answer.status !== 422 || !onPage) return undefined;
  const forms = formsIn(page);
  const lost = fields.filter(
    ({ name, shown }) => shown && !secret.has(`${route.path} ${name}`) && !isKept(forms, name, values[name]),
  );
  return lost.length > 0 ? `lost what was written into ${lost.map((one) => one.name).join(', ')}` : undefined;
}

/** Whether a refused form has in this field what was written. A field that is not on the page cannot lose it. */
function isKept(forms: ReturnType<typeof formsIn>, name: string, all: string[] | undefined): boolean {
  const inForms = forms.flatMap((form) => form.fields.filter((field) => field.name === name));
  if (!all || inForms.length === 0) return true;
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const wanted = plain((all.at(-1) ?? '').replaceAll('\0', '').toWellFormed());
  if (wanted === '') return true;
  return inForms.some((field) => field.values.some((value) => plain(value) === wanted));
}

/** Right choices, and in every field to be written in another mischief of the list; `at` says where to begin. */
function filled(fields: readonly Field[], at: number): Values {
  const values: Values = {};
  for (const [index, field] of fields.entries()) {
    if (field.kind === 'file') continue;
    const right =
      field.kind === 'text' ? undefined : field.values.filter(Boolean).at(at % field.values.length);
    values[field.name] = [right ?? mischief[(at + 7 * index) % mischief.length] ?? ''];
  }
  return values;
}

function anyOf(fields: readonly Field[], strangers: readonly string[]): fc.Arbitrary<Values> {
  const wild = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...mischief) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
    { weight: 1, arbitrary: fc.integer().map(String) },
    { weight: 1, arbitrary: fc.constantFrom(...strangers) },
  );
  const one = (field: Field) => {
    const right =
      field.values.length > 0 ? fc.constantFrom(...field.values) : fc.constantFrom('1', '9:00', '2026-12-01');
    const value = fc.oneof({ weight: 3, arbitrary: right }, { weight: 2, arbitrary: wild });
    return fc.oneof(
      { weight: 8, arbitrary: value.map((text) => [text]) },
      { weight: 1, arbitrary: fc.array(value, { maxLength: 3 }) },
      { weight: 1, arbitrary: fc.constant<string[]>([]) },
    );
  };
  const written = fields.filter((field) => field.kind !== 'file');
  const arbitraries: Record<string, fc.Arbitrary<string[]>> = {};
  for (const field of written) arbitraries[field.name] = one(field);
  return fc.record(arbitraries);
}

const told = ({ route, come }: Sendable, problem: string, values: Values) =>
  `${nameOf(route)} by ${come.name}: ${problem}: ${JSON.stringify(values).slice(0, 300)}`;

let forms: Sendable[];
beforeAll(async () => {
  forms = await sendables();
});

test('the forms are found on the pages', () => {
  expect(forms.filter((form) => form.onPage).length).toBeGreaterThan(70);
});

test('no form breaks, whatever is written into it, and a refused one keeps it', async () => {
  const wrong: string[] = [];
  await each(forms, async (form) => {
    for (let at = 0; at < mischief.length; at += form.onPage ? 6 : 12) {
      const values = filled(form.fields, at);
      const problem = await problemWith(form, values);
      if (problem) {
        wrong.push(told(form, problem, values));
        return;
      }
    }
  });
  expect({ wrong: wrong.sort(), bugs: matrix.app.bugs }).toEqual({ wrong: [], bugs: [] });
});

test('nor does it by chance, with fields missing, repeated or of another office', async () => {
  const strangers = matrix.strangers;
  const wrong: string[] = [];
  await each(forms, async (form) => {
    const found = await fc.check(
      fc.asyncProperty(anyOf(form.fields, strangers), async (values) => {
        const problem = await problemWith(form, values);
        if (problem) throw new Error(told(form, problem, values));
      }),
      { numRuns: 6, endOnFailure: true },
    );
    if (found.failed) wrong.push(String(found.errorInstance));
  });
  expect({ wrong: wrong.sort(), bugs: matrix.app.bugs }).toEqual({ wrong: [], bugs: [] });
});

test('a megabyte is too large for every form but those that take files', async () => {
  const wrong: string[] = [];
  const large = 'x'.repeat(1_000_000);
  await each(forms, async (form) => {
    const takesFiles = form.fields.some((field) => field.kind === 'file');
    if (takesFiles && form.onPage) return;
    const answer = await matrix.app.ask(form.come, form.address, bodyOf({ text: [large] }));
    const page = await answer.text();
    if (answer.status !== 413 || !page.includes('<h1')) wrong.push(`${nameOf(form.route)}: ${answer.status}`);
  });
  expect(wrong.sort()).toEqual([]);
});

test('what is not a form, and JSON that is not one object, is refused in words', async () => {
  const wrong: string[] = [];
  const bodies: [string, string][] = [
    ['text/plain', 'hei'],
    ['application/json', '[1,2]'],
    ['application/json', '{"a":'],
    ['application/json', '{"text":{"a":[1]},"__proto__":{"admin":true}}'],
    ['multipart/form-data; boundary=x', '--y\r\n\r\n'],
    ['application/x-www-form-urlencoded', '%E0%A4%A=%&&=&%00=%00'],
  ];
  await each(forms, async (form) => {
    for (const [type, body] of bodies) {
      const answer = await matrix.app.ask(form.come, form.address, body, type);
      await answer.text();
      if (answer.status >= 500) wrong.push(`${nameOf(form.route)}: ${type}: ${answer.status}`);
    }
  });
  expect(wrong.sort()).toEqual([]);
});
