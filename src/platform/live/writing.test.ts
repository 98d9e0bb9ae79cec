import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventText } from './writing.ts';

test('whatever somebody writes into a field, it cannot pose as another event or field', () => {
  const field = fc.string({ unit: fc.constantFrom('a', ':', ' ', '\r', '\n', '\0', 'data', 'id', 'event') });
  fc.assert(
    fc.property(field, field, field, (event, id, data) => {
      const lines = eventText({ event, id, data }).split(/\r\n|\r|\n/);
      expect(lines).toHaveLength(5);
      expect(lines.map((line) => line.split(':')[0])).toEqual(['event', 'id', 'data', '', '']);
    }),
  );
});
