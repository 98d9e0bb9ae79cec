// How a client takes part: the client's own pages and the same for their coach, and the coach's list of what is due.
import type { Context } from 'hono';
import type { AccessAct } from '../../../platform/access-log.ts';
import { type FormState, readForm, withError } from '../../../platform/forms.ts';
import type { Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { allow, feature, NotFound, type Variables } from '../../../platform/web.ts';
import { filledForm } from '../../../ui/form.tsx';
import { servicesOf } from '../../offer/services/door.ts';
import { checkOf, choiceOf, modesOfClient, ownModes, type Whose } from './access.ts';
import { answerCheck, type Chosen, chooseMode, keepChoice, modesOffered, startReview } from './actions.ts';
import { CheckPage } from './check-page.tsx';
import { checkForm, choiceForm, wishForm } from './forms.ts';
import { ModesPage } from './modes-page.tsx';
import { latestCheck } from './queries.ts';
import { questionNames } from './questions.ts';
import { texts } from './texts.ts';
import { modesView, suggestedBy, valuesOfCheck, valuesOfWish } from './views.ts';
import { WishPage } from './wish-page.tsx';

type SignedInContext = Context<{ Variables: Variables & { tx: Tx; actor: Actor } }>;
/** Finds whose choices a request is about, or throws NotFound. */
type Find = (c: SignedInContext, act: AccessAct) => Promise<Whose>;

const client = allow('client');
const staff = allow('coach', 'manager');
const own: Find = async (c, act) => ownModes(c.var.tx, c.var.actor, act);
const theirs: Find = (c, act) => modesOfClient(c.var.tx, c.var.actor, c.req.param('id'), act);

export const routes = feature()
  .get('/my-mode', client, (c) => showModes(c, own))
  .post('/my-mode', client, (c) => choose(c, own))
  .get('/my-mode/check', client, (c) => showCheck(c, own))
  .post('/my-mode/check', client, (c) => answer(c, own))
  .get('/my-mode/wish', client, async (c) => showWish(c, await own(c, 'read')))
  .post('/my-mode/kept', client, (c) => keep(c, own))
  .get('/clients/:id/modes', staff, (c) => showModes(c, theirs))
  .post('/clients/:id/modes', staff, (c) => choose(c, theirs))
  .get('/clients/:id/modes/check', staff, (c) => showCheck(c, theirs))
  .post('/clients/:id/modes/check', staff, (c) => answer(c, theirs))
  .get('/clients/:id/modes/wish', staff, async (c) => showWish(c, await theirs(c, 'read')))
  .post('/clients/:id/modes/kept', staff, (c) => keep(c, theirs))
  .post('/clients/:id/modes/reviews', staff, async (c) => {
    const whose = await theirs(c, 'changed');
    await startReview(c.var.tx, c.var.actor, await choiceNamed(c, whose));
    return c.redirect(whose.base, 303);
  });

async function showModes(c: SignedInContext, find: Find) {
  const whose = await find(c, 'read');
  const view = await modesView(c.var.tx, whose);
  return c.render(<ModesPage {...view} saved={c.req.query('saved') !== undefined} />, {
    ...frameOf(whose),
    title: whose.byStaff ? texts.titleOf : texts.title,
  });
}

async function showCheck(c: SignedInContext, find: Find, form?: FormState) {
  const whose = await find(c, 'read');
  const serviceId = await serviceAsked(c.var.tx, c.req.query('service') ?? c.var.form?.get('service'));
  const filled = form ?? filledForm(await valuesOfCheck(c.var.tx, whose));
  return c.render(<CheckPage whose={whose} form={filled} serviceId={serviceId} />, {
    ...frameOf(whose),
    title: texts.checkTitle,
    status: form ? 422 : 200,
  });
}

async function answer(c: SignedInContext, find: Find) {
  const { tx, actor } = c.var;
  const whose = await find(c, 'created');
  const form = readForm(checkForm, c.var.form);
  if (!form.ok) return showCheck(c, find, form);
  const { service, ...answers } = form.value;
  const query = new URLSearchParams(service ? { service } : {});
  if (questionNames.some((name) => answers[name] !== undefined))
    query.set('check', await answerCheck(tx, actor, whose.clientId, answers));
  return c.redirect(`${whose.base}/wish?${query}`, 303);
}

async function showWish(c: SignedInContext, whose: Whose, refused?: FormState) {
  const { tx } = c.var;
  const said = (name: string) => (refused ? c.var.form.get(name) : c.req.query(name));
  const serviceId = await serviceAsked(tx, said('service'));
  const named = said('check');
  const check =
    (await checkOf(tx, whose, typeof named === 'string' ? named : undefined)) ??
    (await latestCheck(tx, whose.clientId));
  const suggested = check && (await suggestedBy(tx, check));
  const { values, basedOn, usualReview } = await valuesOfWish(tx, whose, serviceId, suggested);
  const view = {
    whose,
    suggested,
    checkId: check?.id,
    basedOn,
    usualReview,
    serviceId,
    services: await servicesOf(tx),
    offered: (await modesOffered(tx, serviceId ?? null)) ?? [],
  };
  return c.render(<WishPage {...view} form={refused ?? filledForm(values)} />, {
    ...frameOf(whose),
    title: texts.wishTitle,
    status: refused ? 422 : 200,
  });
}

async function choose(c: SignedInContext, find: Find) {
  const { tx, actor } = c.var;
  const whose = await find(c, 'changed');
  const form = readForm(wishForm, c.var.form);
  if (!form.ok) return showWish(c, whose, form);
  const { service, check, basedOn, second, reason, reviewIn, 'helps[]': helps, wished } = form.value;
  const checkId = (await checkOf(tx, whose, check))?.id ?? null;
  const chosen = await chooseMode(tx, actor, {
    clientId: whose.clientId,
    serviceId: service ?? null,
    wished,
    second: second ?? null,
    helps,
    reason: reason || undefined,
    checkId,
    reviewInWeeks: reviewIn,
    basedOn: basedOn ?? null,
  });
  if (chosen.ok) return c.redirect(`${whose.base}?saved`, 303);
  const { field, text } = refusals[chosen.reason];
  return showWish(c, whose, withError(c.var.form, field, text));
}

const refusals: Readonly<Record<Extract<Chosen, { ok: false }>['reason'], { field: string; text: Text }>> = {
  'changed-meanwhile': { field: 'form', text: texts.changedMeanwhile },
  'no-such-service': { field: 'service', text: texts.notInService },
  'not-in-service': { field: 'wished', text: texts.notInService },
};

async function keep(c: SignedInContext, find: Find) {
  const whose = await find(c, 'changed');
  const kept = await keepChoice(c.var.tx, c.var.actor, await choiceNamed(c, whose));
  return c.redirect(kept ? `${whose.base}?saved` : whose.base, 303);
}

async function choiceNamed(c: SignedInContext, whose: Whose) {
  const form = readForm(choiceForm, c.var.form);
  return choiceOf(c.var.tx, whose, form.ok ? form.value.choice : undefined);
}

/** A service into which clients are taken, when one is named. */
async function serviceAsked(tx: Tx, id: unknown): Promise<string | undefined> {
  if (typeof id !== 'string' || id === '') return undefined;
  const service = (await servicesOf(tx)).find((one) => one.id === id);
  if (!service) throw new NotFound('service');
  return service.id;
}

const frameOf = ({ byStaff }: Whose) =>
  byStaff ? { kind: 'staff' as const, under: '/people' } : { kind: 'client' as const, under: '/me' };
