import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../../../../test/cast.ts';
import { wholeContent } from '../../../../test/service-content.ts';
import { refusedConstraint } from '../../../platform/errors.ts';
import { addService, draftOf, publishDraft, publishedService, publishedServices, saveDraft } from './door.ts';
import { latestPublished, versionByNumber, versionsOf } from './version-queries.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const whole = wholeContent();

async function withService() {
  const office = await house.office();
  const manager = await office.person('manager');
  const serviceId = await office.inOffice((tx) =>
    addService(tx, manager.actor, { name: whole.name, kind: 'youth-workshop' }),
  );
  return { office, manager, serviceId };
}

test('a whole draft goes public with an address in each language and is read by it', async () => {
  const { office, manager, serviceId } = await withService();
  await office.inOffice(async (tx) => {
    expect(await publishedServices(tx)).toEqual([]);
    await saveDraft(tx, manager.actor, serviceId, whole);
    expect((await draftOf(tx, serviceId))?.content).toEqual(whole);
    expect(await publishDraft(tx, manager.actor, serviceId, { note: 'Ensimmäinen' })).toEqual({
      ok: true,
      number: 1,
    });
    expect(await draftOf(tx, serviceId)).toBeUndefined();
    const found = await publishedService(tx, { slug: 'verkstad-for-unga', language: 'sv' });
    expect(found).toMatchObject({ service: { id: serviceId }, number: 1, content: whole });
    expect(await publishedService(tx, { slug: 'verkstad-for-unga', language: 'fi' })).toBeUndefined();
    expect(await publishedServices(tx)).toEqual([found]);
  });
});

test('an address stays when the name changes, and two services of one name get two addresses', async () => {
  const { office, manager, serviceId } = await withService();
  await office.inOffice(async (tx) => {
    await saveDraft(tx, manager.actor, serviceId, whole);
    await publishDraft(tx, manager.actor, serviceId);
    const renamed = { fi: 'Paja', sv: 'Verkstaden', en: 'The workshop' };
    await saveDraft(tx, manager.actor, serviceId, wholeContent({ name: renamed }));
    await publishDraft(tx, manager.actor, serviceId);
    const second = await addService(tx, manager.actor, { name: whole.name, kind: 'youth-workshop' });
    await saveDraft(tx, manager.actor, second, whole);
    await publishDraft(tx, manager.actor, second);
    const slugs = (await publishedServices(tx)).map((one) => [one.content.name.fi, one.service.slugs]);
    expect(slugs).toEqual([
      ['Paja', { fi: 'tyopaja-nuorille', sv: 'verkstad-for-unga', en: 'workshop-for-the-young' }],
      [
        'Työpaja nuorille',
        { fi: 'tyopaja-nuorille-2', sv: 'verkstad-for-unga-2', en: 'workshop-for-the-young-2' },
      ],
    ]);
    const { rows } = await tx.execute<{ name: unknown }>(
      sql`select name from services where id = ${serviceId}`,
    );
    expect(rows[0]?.name).toEqual(renamed);
  });
});

test('a service that takes no clients in is not for the public, whatever is published', async () => {
  const { office, manager, serviceId } = await withService();
  await office.inOffice(async (tx) => {
    await saveDraft(tx, manager.actor, serviceId, whole);
    await publishDraft(tx, manager.actor, serviceId);
    for (const stage of ['idea', 'prototype', 'retired']) {
      await tx.execute(sql`update services set stage = ${stage} where id = ${serviceId}`);
      expect([stage, await publishedServices(tx)]).toEqual([stage, []]);
      expect(await publishedService(tx, { id: serviceId })).toBeUndefined();
    }
    expect(await latestPublished(tx, serviceId)).toMatchObject({ number: 1 });
  });
});

test('a draft that changed after it was looked at is not published', async () => {
  const { office, manager, serviceId } = await withService();
  await office.inOffice(async (tx) => {
    const seen = await saveDraft(tx, manager.actor, serviceId, whole);
    await saveDraft(tx, manager.actor, serviceId, wholeContent({ places: [] }));
    const late = await publishDraft(tx, manager.actor, serviceId, { revision: seen.revision });
    expect(late).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await publishDraft(tx, manager.actor, serviceId, { revision: seen.revision + 1 })).toMatchObject({
      ok: true,
    });
    expect(await publishDraft(tx, manager.actor, serviceId)).toEqual({ ok: false, reason: 'no-draft' });
  });
});

test('many who begin a draft at the same moment begin one', async () => {
  const { office, manager, serviceId } = await withService();
  await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      office.inOffice((tx) =>
        saveDraft(tx, manager.actor, serviceId, wholeContent({ payer: at % 2 ? 'kela' : 'state' })),
      ),
    ),
  );
  const versions = await office.inOffice((tx) => versionsOf(tx, serviceId));
  expect(versions.map(({ number, revision }) => ({ number, revision }))).toEqual([
    { number: 1, revision: 8 },
  ]);
});

test('whatever is done afterwards, a published version stays as it was', async () => {
  const act = fc.oneof(
    fc.record({ do: fc.constant('save' as const), summary: fc.string({ maxLength: 20 }) }),
    fc.record({ do: fc.constant('publish' as const) }),
    fc.record({ do: fc.constant('overwrite' as const) }),
    fc.record({ do: fc.constant('delete' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
      const { office, manager, serviceId } = await withService();
      const published = new Map<number, string>();
      for (const one of acts) {
        await office.inOffice(async (tx) => {
          if (one.do === 'save') {
            const summary = { fi: `fi ${one.summary}`, sv: `sv ${one.summary}`, en: `en ${one.summary}` };
            await saveDraft(tx, manager.actor, serviceId, wholeContent({ summary }));
          }
          if (one.do === 'publish') await publishDraft(tx, manager.actor, serviceId);
        });
        // Even a hand in the database does not reach what has been public.
        if (published.size > 0 && (one.do === 'overwrite' || one.do === 'delete')) {
          const attempt = office.inOffice((tx) =>
            tx.execute(
              one.do === 'delete'
                ? sql`delete from service_versions where service_id = ${serviceId} and published_at is not null`
                : sql`update service_versions set content = '{}' where service_id = ${serviceId} and published_at is not null`,
            ),
          );
          expect(await attempt.then(() => 'written', refusedConstraint)).toBe('service_versions_kept');
        }
        const versions = await office.inOffice((tx) => versionsOf(tx, serviceId));
        for (const version of versions.filter((each) => each.publishedAt !== null)) {
          const now = JSON.stringify(
            await office.inOffice((tx) => versionByNumber(tx, serviceId, version.number)),
          );
          expect(published.get(version.number) ?? now).toBe(now);
          published.set(version.number, now);
        }
        expect(versions.filter((each) => each.publishedAt === null).length).toBeLessThanOrEqual(1);
        expect([...published.keys()].every((number) => versions.some((each) => each.number === number))).toBe(
          true,
        );
      }
    }),
    { numRuns: 15 },
  );
});
