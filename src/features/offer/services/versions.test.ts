import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { emptyContent, type ServiceContent } from './content.ts';
import { addService, draftOf, publishDraft, publishedService, publishedServices, saveDraft } from './door.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const t = (word: string) => ({ fi: `${word} fi`, sv: `${word} sv`, en: `${word} en` });

const whole: ServiceContent = {
  ...emptyContent({ fi: 'Työpaja nuorille', sv: 'Verkstad för unga', en: 'Workshop for the young' }),
  summary: t('summary'),
  about: t('about'),
  suits: t('suits'),
  price: t('price'),
  controller: t('controller'),
  contact: { phone: '+358401234567', email: null, text: t('contact') },
  producer: { kind: 'own', name: 'Likijärvi' },
  modes: [{ mode: 'video', needs: t('needs'), instructions: t('instructions') }],
  path: [
    {
      kind: 'first-contact',
      title: t('title'),
      what: t('what'),
      mode: 'phone',
      alternatives: ['video'],
      materials: null,
      who: 'both',
      duration: { amount: 30, unit: 'minutes' },
    },
  ],
};

test('a whole draft goes public with an address in each language and is read by it', async () => {
  const office = await house.office();
  const manager = await office.person('manager');
  await office.inOffice(async (tx) => {
    const id = await addService(tx, manager.actor, { name: whole.name, kind: 'youth-workshop' });
    expect(await publishedServices(tx)).toEqual([]);
    await saveDraft(tx, manager.actor, id, whole);
    expect((await draftOf(tx, id))?.content).toEqual(whole);
    expect(await publishDraft(tx, manager.actor, id, { note: 'Ensimmäinen' })).toEqual({
      ok: true,
      number: 1,
    });
    expect(await draftOf(tx, id)).toBeUndefined();
    const found = await publishedService(tx, { slug: 'verkstad-for-unga', language: 'sv' });
    expect(found).toMatchObject({ service: { id }, number: 1, content: whole });
    expect(await publishedServices(tx)).toEqual([found]);
  });
});
