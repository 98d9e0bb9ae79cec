// Shared lists of free times: a client books from one, those who lead the service make them and set travel times.
import { z } from 'zod';
import { todayIn } from '../../../../platform/clock.ts';
import { emptyOr, neededText } from '../../../../platform/form-values.ts';
import { emptyForm, type FormState, fieldError, readForm } from '../../../../platform/forms.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { allow, feature, NotFound } from '../../../../platform/web.ts';
import { unitsOf } from '../../../ground/offices/door.ts';
import { personsWithRole } from '../../../ground/people/door.ts';
import { clientToBookFor } from '../access.ts';
import { placesInUse, removeTravel, setTravel, travelsOf } from '../availability/travel.ts';
import { poolBookForm } from '../forms.ts';
import { renderNew, type SignedInContext } from '../routes.tsx';
import { texts } from '../texts.ts';
import { changePool, endPool, makePool, type PoolSettings } from './pool-actions.ts';
import { poolsFor } from './pool-membership.ts';
import { allPools, bookFromPool } from './pools.ts';
import { PoolsPage } from './pools-page.tsx';
import { texts as poolTexts } from './texts-pools.ts';

const manager = allow('manager');

const poolForm = z.object({
  'pool-fi': neededText(120, poolTexts.nameMissing),
  'pool-sv': neededText(120, poolTexts.nameMissing),
  'pool-en': neededText(120, poolTexts.nameMissing),
  unit: emptyOr(z.uuid()),
  'coaches[]': z
    .array(z.uuid(), { error: fieldError(poolTexts.coachesMissing) })
    .min(1, { error: fieldError(poolTexts.coachesMissing) })
    .max(100),
  everyone: z.string().optional(),
});

const travelForm = z
  .object({
    from: neededText(200, poolTexts.placeMissing),
    to: neededText(200, poolTexts.placeMissing),
    minutes: z.coerce.number().int().min(1).max(480),
  })
  .superRefine((value, context) => {
    if (value.from.toLowerCase() === value.to.toLowerCase())
      context.addIssue({ code: 'custom', path: ['to'], message: fieldError(poolTexts.samePlace) });
  });

export const poolRoutes = feature()
  .get('/times/pools', manager, (c) => renderPools(c, emptyForm))
  .post('/times/pools', manager, async (c) => {
    const form = readForm(poolForm, c.var.form);
    if (!form.ok) return renderPools(c, form);
    await makePool(c.var.tx, c.var.actor, await settingsFrom(c.var.tx, form.value));
    return c.redirect('/times/pools', 303);
  })
  .post('/times/pools/:id/booking', allow('client', 'coach', 'manager'), async (c) => {
    const { tx, actor } = c.var;
    const form = readForm(poolBookForm, c.var.form);
    if (!form.ok) return c.redirect('/times/new', 303);
    const { client, at: startsAt, mode } = form.value;
    const { clientId, byStaff } = await clientToBookFor(tx, actor, client);
    const pool = (await poolsFor(tx, clientId)).find(({ id }) => id === c.req.param('id'));
    if (!pool) throw new NotFound('pool');
    const booked = await bookFromPool(tx, actor, pool, { clientId, startsAt, mode, byStaff });
    if (!booked.ok) return renderNew(c, texts.timeTaken);
    return c.redirect(`/times/${booked.bookingId}`, 303);
  })
  .post('/times/pools/:id', manager, async (c) => {
    const form = readForm(poolForm, c.var.form);
    if (!form.ok) return renderPools(c, form, c.req.param('id'));
    await changePool(c.var.tx, c.var.actor, c.req.param('id'), await settingsFrom(c.var.tx, form.value));
    return c.redirect('/times/pools', 303);
  })
  .post('/times/pools/:id/ending', manager, async (c) => {
    await endPool(c.var.tx, c.var.actor, c.req.param('id'));
    return c.redirect('/times/pools', 303);
  })
  .post('/times/travel', manager, async (c) => {
    const form = readForm(travelForm, c.var.form);
    if (!form.ok) return renderPools(c, form);
    await setTravel(c.var.tx, c.var.actor, form.value);
    return c.redirect('/times/pools', 303);
  })
  .post('/times/travel/:id/removal', manager, async (c) => {
    await removeTravel(c.var.tx, c.req.param('id'));
    return c.redirect('/times/pools', 303);
  });

async function settingsFrom(tx: Tx, value: z.infer<typeof poolForm>): Promise<PoolSettings> {
  const coaches = new Set((await personsWithRole(tx, 'coach', todayIn())).map(({ id }) => id));
  const units = new Set((await unitsOf(tx)).map(({ id }) => id));
  return {
    name: { fi: value['pool-fi'], sv: value['pool-sv'], en: value['pool-en'] },
    unitId: value.unit && units.has(value.unit) ? value.unit : null,
    forEveryone: value.everyone === 'yes',
    coachIds: value['coaches[]'].filter((id) => coaches.has(id)),
  };
}

async function renderPools(c: SignedInContext, form: FormState, changing?: string) {
  const { tx } = c.var;
  return c.render(
    <PoolsPage
      pools={await allPools(tx)}
      travels={await travelsOf(tx)}
      places={await placesInUse(tx)}
      units={await unitsOf(tx)}
      coaches={await personsWithRole(tx, 'coach', todayIn())}
      form={form}
      changing={changing}
    />,
    { title: poolTexts.shared, status: Object.keys(form.errors).length > 0 ? 422 : 200, under: '/times' },
  );
}
