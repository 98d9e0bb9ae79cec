// The list of all choices for whoever coaches or leads, by unit and by coach where they lead several.
import type { Context } from 'hono';
import { type Actor, hasRole } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { allow, feature, type Variables } from '../../../../platform/web.ts';
import { clientsOf, unitsHeldBy } from '../../../ground/people/door.ts';
import { coachesToChoose, unitChoices } from '../../../offer/services/door.ts';
import { clientsListedFor, noteListed, officeToday } from '../access.ts';
import { modes } from '../questions.ts';
import { staffTexts } from '../texts.ts';
import { clientsOfUnit, listedChoices } from './review-list.ts';
import { ReviewsPage, shows } from './reviews-page.tsx';

type SignedInContext = Context<{ Variables: Variables & { tx: Tx; actor: Actor } }>;

export const reviewRoutes = feature().get('/mode-reviews', allow('coach', 'manager'), showReviews);

const pageSize = 50;

async function showReviews(c: SignedInContext) {
  const { tx, actor } = c.var;
  const today = await officeToday(tx);
  const asked = {
    show: shows.find((one) => one === c.req.query('show')),
    wished: modes.find((one) => one === c.req.query('wished')),
  };
  const choices = await filtersFor(tx, actor);
  const unit = choices.units.find(({ id }) => id === c.req.query('unit'))?.id;
  const coach = choices.coaches.find(({ id }) => id === c.req.query('coach'))?.id;
  let clientIds = await clientsListedFor(tx, actor);
  if (unit) clientIds = await clientsOfUnit(tx, unit, clientIds, today);
  if (coach) {
    const theirs = new Set(await clientsOf(tx, coach, today));
    clientIds = clientIds.filter((id) => theirs.has(id));
  }
  const wanted = Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1);
  const list = (page: number) => listedChoices(tx, clientIds, { ...asked, today, page, pageSize });
  const first = await list(wanted);
  const pages = Math.max(1, Math.ceil(first.found / pageSize));
  // A page that is no more, after somebody's review, is the last one that is.
  const page = Math.min(pages, wanted);
  const listed = page === wanted ? first : await list(page);
  noteListed(
    tx,
    actor,
    listed.rows.map((row) => row.clientId),
  );
  const view = { ...listed, asked: { ...asked, unit, coach }, choices, today, page, pages };
  return c.render(<ReviewsPage {...view} />, { title: staffTexts.reviews, kind: 'staff' });
}

/** By what somebody may narrow the list down: a coach has their own clients only. */
async function filtersFor(tx: Tx, actor: Actor) {
  if (!hasRole(actor, 'manager')) return { units: [], coaches: [] };
  const reach = unitsHeldBy(actor, 'manager');
  return { units: (await unitChoices(tx, reach)).units, coaches: await coachesToChoose(tx, reach) };
}
