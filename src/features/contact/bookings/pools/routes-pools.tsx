// Shared lists of free times: a client books from one, those who lead the service make them and set travel times.
import { z } from 'zod';
import { emptyOr, neededText } from '../../../../platform/form-values.ts';
import {
  emptyForm,
  type FormState,
  fieldError,
  readForm,
  valuesOf as sentValues,
} from '../../../../platform/forms.ts';
import { allow, feature, NotFound } from '../../../../platform/web.ts';
import { unitsHeldBy } from '../../../ground/people/door.ts';
import {
  coachesToChoose,
  offeredChoices,
  offeredFields,
  offeredFrom,
  offeredValues,
  unitChoices,
  unitFrom,
} from '../../../offer/services/door.ts';
import { clientToBookFor } from '../access.ts';
import { placesInUse, removeTravel, setTravel, travelsOf } from '../availability/travel.ts';
import { poolBookForm } from '../forms.ts';
import { renderNew, type SignedInContext } from '../routes.tsx';
import { texts } from '../texts.ts';
import { changePool, endPool, makePool, type PoolSettings } from './pool-actions.ts';
import { poolsFor } from './pool-membership.ts';
import { PoolPage } from './pool-page.tsx';
import { bookFromPool, type ManagedPool, poolManagedBy, poolsManagedBy } from './pools.ts';
import { PoolsPage } from './pools-page.tsx';
import { texts as poolTexts } from './texts-pools.ts';

const manager = allow('manager');

const poolForm = z.object({
  ...offeredFields,
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
    unit: emptyOr(z.uuid()),
  })
  .superRefine((value, context) => {
    if (value.from.toLowerCase() === value.to.toLowerCase())
      context.addIssue({ code: 'custom', path: ['to'], message: fieldError(poolTexts.samePlace) });
  });

export const poolRoutes = feature()
  .get('/times/pools', manager, (c) => renderPools(c, emptyForm))
  .get('/times/pools/new', manager, (c) => renderPool(c, undefined, emptyForm))
  .get('/times/pools/:id', manager, async (c) => {
    const pool = await poolManagedBy(c.var.tx, reachOf(c), c.req.param('id'));
    return renderPool(c, pool, { ...emptyForm, values: valuesOf(pool) });
  })
  .post('/times/pools', manager, async (c) => {
    const read = await settingsFrom(c, undefined);
    if (!read.ok) return renderPool(c, undefined, read.form);
    await makePool(c.var.tx, c.var.actor, read.settings);
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
    const pool = await poolManagedBy(c.var.tx, reachOf(c), c.req.param('id'));
    const read = await settingsFrom(c, pool);
    if (!read.ok) return renderPool(c, pool, read.form);
    await changePool(c.var.tx, c.var.actor, pool, read.settings);
    return c.redirect('/times/pools', 303);
  })
  .post('/times/pools/:id/ending', manager, async (c) => {
    await endPool(c.var.tx, c.var.actor, await poolManagedBy(c.var.tx, reachOf(c), c.req.param('id')));
    return c.redirect('/times/pools', 303);
  })
  .post('/times/travel', manager, async (c) => {
    const form = readForm(travelForm, c.var.form);
    if (!form.ok) return renderPools(c, form);
    const unit = unitFrom(form.value.unit, await unitChoices(c.var.tx, reachOf(c)));
    if (!unit.ok) return renderPools(c, { values: sentValues(c.var.form), errors: unit.errors });
    await setTravel(c.var.tx, c.var.actor, { ...form.value, unitId: unit.unitId });
    return c.redirect('/times/pools', 303);
  })
  .post('/times/travel/:id/removal', manager, async (c) => {
    await removeTravel(c.var.tx, reachOf(c), c.req.param('id'));
    return c.redirect('/times/pools', 303);
  });

/** The units whose lists and travel the actor may see and change. */
const reachOf = (c: SignedInContext) => unitsHeldBy(c.var.actor, 'manager');

type Read = { ok: true; settings: PoolSettings } | { ok: false; form: FormState };

async function settingsFrom(c: SignedInContext, pool: ManagedPool | undefined): Promise<Read> {
  const { tx, form: body } = c.var;
  const form = readForm(poolForm, body);
  if (!form.ok) return { ok: false, form };
  const { value } = form;
  const offered = offeredFrom(value, await offeredChoices(tx, reachOf(c), pool));
  if (!offered.ok) return { ok: false, form: { values: sentValues(body), errors: offered.errors } };
  const coaches = new Set((await coachesToChoose(tx, reachOf(c), pool?.coachIds)).map(({ id }) => id));
  const coachIds = value['coaches[]'].filter((id) => coaches.has(id));
  return { ok: true, settings: { ...offered.offered, forEveryone: value.everyone === 'yes', coachIds } };
}

const valuesOf = (pool: ManagedPool) => ({
  ...offeredValues(pool),
  everyone: pool.forEveryone ? 'yes' : '',
  'coaches[]': pool.coachIds,
});

const statusOf = (form: FormState): 200 | 422 => (Object.keys(form.errors).length > 0 ? 422 : 200);

async function renderPool(c: SignedInContext, pool: ManagedPool | undefined, form: FormState) {
  const { tx } = c.var;
  return c.render(
    <PoolPage
      poolId={pool?.id}
      choices={await offeredChoices(tx, reachOf(c), pool)}
      coaches={await coachesToChoose(tx, reachOf(c), pool?.coachIds)}
      form={form}
    />,
    { title: pool ? poolTexts.pool : poolTexts.newPool, status: statusOf(form), under: '/times' },
  );
}

async function renderPools(c: SignedInContext, form: FormState) {
  const { tx } = c.var;
  const reach = reachOf(c);
  return c.render(
    <PoolsPage
      pools={await poolsManagedBy(tx, reach)}
      actor={c.var.actor}
      travels={await travelsOf(tx, reach)}
      places={await placesInUse(tx, reach)}
      choices={await unitChoices(tx, reach)}
      form={form}
    />,
    { title: poolTexts.shared, status: statusOf(form), under: '/times' },
  );
}
