import { expect, test } from 'vitest';
import { defineNotice } from '../door.ts';

test('a kind without a name to decline it by, or without a link, cannot be defined', () => {
  const body = { fi: '{link}', sv: '{link}', en: '{link}' };
  const landsOn = () => '/';
  expect(() => defineNotice({ kind: 'a', texts: { body }, necessary: false, landsOn })).toThrow('no name');
  expect(() =>
    defineNotice({ kind: 'b', texts: { body: { ...body, sv: 'Hej' } }, necessary: true, landsOn }),
  ).toThrow('{link}');
  const once = defineNotice({ kind: 'test-defined', texts: { body }, necessary: true, landsOn });
  expect(() => defineNotice({ ...once })).toThrow('twice');
});
