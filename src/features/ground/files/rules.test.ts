import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName, endOfAddress, rangeOf } from './rules.ts';

test.each([
  ['kuva.jpg', 'webp', 'kuva.webp'],
  ['../../etc/passwd', 'pdf', 'passwd.pdf'],
  ['..\\..\\windows\\system.ini', 'pdf', 'system.pdf'],
  ['kuva\u202Egpj.exe', 'webp', 'kuvagpj.webp'],
  ['\u2067\u2066\u200f', 'webp', 'file.webp'],
  ['a\r\nSet-Cookie: x=1', 'webp', 'aSet-Cookie x=1.webp'],
  ['', 'ogg', 'file.ogg'],
  ['....', 'ogg', 'file.ogg'],
  ['"><script>.png', 'webp', 'script.webp'],
  ['työ 🙂 päivä.HEIC', 'webp', 'työ 🙂 päivä.webp'],
  ['صورة.jpg', 'webp', 'صورة.webp'],
])('the name %j is shown as one that hides nothing', (given, ending, shown) => {
  expect(cleanFileName(given, ending)).toBe(shown);
});

test('whatever a file is called, its name is short, has no path and ends as what it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = cleanFileName(given, 'webp');
      return (
        /^[^/\\\p{Cc}\p{Cf}<>:"|?*%]+\.webp$/u.test(name) && [...name].length <= 85 && !name.startsWith('.')
      );
    }),
  );
});

test('an address lasts between five and ten minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 86_400_000 }), (milliseconds) => {
      const at = Temporal.Instant.from('2026-11-24T00:00Z').add({ milliseconds });
      const minutes = endOfAddress(at).since(at).total('minutes');
      return minutes > 5 && minutes <= 10;
    }),
  );
});

test.each([
  [undefined, undefined],
  ['bytes=0-99', { from: 0, to: 99 }],
  ['bytes=900-', { from: 900, to: 999 }],
  ['bytes=-100', { from: 900, to: 999 }],
  ['bytes=-5000', { from: 0, to: 999 }],
  ['bytes=0-5000', { from: 0, to: 999 }],
  ['bytes=1000-', 'unsatisfiable'],
  ['bytes=5-2', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=0-1,5-6', undefined],
  ['bytes=-', undefined],
  ['lines=0-1', undefined],
])('of a thousand bytes, %j asks for %j', (header, range) => {
  expect(rangeOf(header, 1_000)).toEqual(range);
});
