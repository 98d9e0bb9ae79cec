import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentFrom, contrast, softAccents } from './contrast.ts';

const paper = '#faf7f2';
const darkCard = '#18252d';
const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('contrast is counted as WCAG counts it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#fff')).toBeCloseTo(4.48, 2);
  expect(contrast('#0a5c66', '#0a5c66')).toBe(1);
});

test('every colour that is taken can be read: on paper, on a dark card, on its soft shade and on its buttons', () => {
  let taken = 0;
  fc.assert(
    fc.property(colours, (colour) => {
      const made = accentFrom(colour);
      if (!made.ok) return;
      taken += 1;
      const { accent } = made;
      const soft = softAccents(accent);
      expect(contrast(accent.light, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accent.light, soft.light)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accent.onLight, accent.light)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accent.dark, darkCard)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accent.dark, soft.dark)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accent.onDark, accent.dark)).toBeGreaterThanOrEqual(4.5);
    }),
  );
  expect(taken).toBeGreaterThan(20);
});

test('a colour that already is dark enough is kept as the office gave it', () => {
  const made = accentFrom('#0A5C66');
  expect(made.ok && made.accent.light).toBe('#0a5c66');
});

test('a pale yellow is refused with the reason, for darkened it would be another colour', () => {
  const made = accentFrom('#fff3a0');
  expect(made.ok).toBe(false);
  expect(!made.ok && made.reason.en).toContain('pale');
});

test('something that is no colour is refused', () => {
  for (const wrong of ['', 'red', '#12345', '#0a5c66;}', 'javascript:1'])
    expect(accentFrom(wrong).ok).toBe(false);
});
