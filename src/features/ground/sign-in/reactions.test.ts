import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { workUntilQuiet } from '../../../../test/search.ts';
import type { PersonChange } from '../people/person/person-actions.ts';
import { changePerson } from '../people/person/person-actions.ts';

type Sent = { to: string; text: string };
const texts: Sent[] = [];
const mails: Sent[] = [];
const keep = (into: Sent[]) => async (message: Sent) => {
  into.push(message);
  return { ok: true } as const;
};

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(
    {},
    { mail: { send: keep(mails), close: () => {} }, sms: { send: keep(texts) } },
  );
});
afterAll(() => house.close());

async function changed(...changes: PersonChange[]) {
  texts.length = mails.length = 0;
  const office = await house.office();
  const noora = await office.person('client', {
    givenName: 'Noora',
    phone: '+358401112223',
    email: 'noora@example.fi',
    language: 'sv',
  });
  for (const change of changes)
    await office.inOffice((tx) => changePerson(tx, noora.actor, noora.id, change));
  await workUntilQuiet(house);
  return { office, noora };
}

test('the old number is told that it was changed, without a name and without a way in', async () => {
  const { noora } = await changed({ phone: '+358405556667' });
  expect(texts.map(({ to }) => to)).toEqual(['+358401112223']);
  const words = texts[0]?.text ?? '';
  expect(words).toContain('byttes ut');
  expect(words).not.toMatch(/Noora|\/l\//);
  expect(words).not.toContain(noora.id);
  expect(mails).toEqual([]);
});

test('an address that was taken away is told by mail, and one that was given for the first time is not', async () => {
  await changed({ email: null });
  expect(mails.map(({ to }) => to)).toEqual(['noora@example.fi']);
  await changed({ preferredName: 'Nöpö', phone: '+358401112223', email: 'noora@example.fi' });
  expect([...texts, ...mails]).toEqual([]);
});

test('a number that was changed and put back before anybody was told is not warned of', async () => {
  await changed({ phone: '+358405556667' }, { phone: '+358401112223' });
  expect(texts.map(({ to }) => to)).not.toContain('+358401112223');
});

test('what waits to be warned is neither left behind nor told twice', async () => {
  const { office, noora } = await changed({ phone: '+358405556667' });
  await office.inOffice((tx) => changePerson(tx, noora.actor, noora.id, { preferredName: 'Nöpö' }));
  await workUntilQuiet(house);
  expect(texts).toHaveLength(1);
});
