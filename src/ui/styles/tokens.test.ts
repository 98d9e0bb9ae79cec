import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from '../contrast.ts';

const folder = new URL('.', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const [light = '', dark = ''] = read('tokens.css').split('@media (prefers-color-scheme: dark)');
const tokensOf = (css: string) =>
  Object.fromEntries(
    [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  );
const lightTokens = tokensOf(light);
const schemes = { light: lightTokens, dark: { ...lightTokens, ...tokensOf(dark) } };

describe.each(Object.entries(schemes))('in the %s', (_, tokens) => {
  const ratio = (text: string, ground: string) => contrast(tokens[text] ?? '', tokens[ground] ?? '');

  test.each(['ink', 'quiet', 'accent', 'good', 'warning', 'bad'])(
    '%s is read on paper and on a card',
    (text) => {
      expect(ratio(text, 'paper')).toBeGreaterThanOrEqual(4.5);
      expect(ratio(text, 'card')).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('a notice and a filled button are read', () => {
    for (const kind of ['accent', 'good', 'warning', 'bad']) {
      expect(ratio('ink', `${kind}-soft`)).toBeGreaterThanOrEqual(7);
      expect(ratio(kind, `${kind}-soft`)).toBeGreaterThanOrEqual(4.5);
    }
    for (const text of ['quiet', 'accent', 'bad', 'good'])
      expect(ratio(text, 'warning-soft')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('on-accent', 'accent')).toBeGreaterThanOrEqual(7);
  });

  test('the edges of controls are seen', () => {
    for (const ground of ['paper', 'card', 'warning-soft'])
      expect(ratio('edge', ground)).toBeGreaterThanOrEqual(3);
  });
});

test('every custom property that a style asks for exists', () => {
  const asked = readdirSync(folder)
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) => [...read(file).matchAll(/var\(--([a-z-]+)/g)].map(([, name]) => name));
  const known = [...light.matchAll(/--([a-z-]+):/g)].map(([, name]) => name);
  expect([...new Set(asked)].filter((name) => !known.includes(name))).toEqual([]);
});

test('the styles stay readable by an old phone: nothing nested, no light-dark(), no color-mix()', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.css')))
    expect(read(file), file).not.toMatch(/light-dark\(|color-mix\(|^\s*&/m);
});
