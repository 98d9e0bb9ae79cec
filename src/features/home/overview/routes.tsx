import { isId } from '../../../platform/tenancy.ts';
import { allow, dayFrom, feature } from '../../../platform/web.ts';
import { wishedModesFor } from '../../coaching/plans/door.ts';
import { countOfFeedback } from '../../offer/catalogue/door.ts';
import { OverviewPage } from './overview-page.tsx';
import { isKind, type Show, ways } from './rules.ts';
import { texts } from './texts.ts';
import { daysBehind, type Shown, troubleBehind, weekOf } from './week.ts';

export const routes = feature().get('/overview', allow('manager'), async (c) => {
  const { tx, actor } = c.var;
  const named = c.req.query('week');
  const week = await weekOf(tx, actor, named ? dayFrom(named) : undefined);
  const show = showIn(c.req.query());
  const shown: Shown | undefined = show && {
    show,
    days: daysBehind(tx, actor, week, show),
    trouble: show.kind === 'technology' ? troubleBehind(tx, actor, week) : [],
  };
  const wished = await wishedModesFor(tx, actor);
  const feedback = await countOfFeedback(tx, actor, false);
  return c.render(<OverviewPage week={week} shown={shown} wished={wished} feedback={feedback} />, {
    title: texts.title,
    kind: 'staff',
  });
});

/** The rows that an address asks for; words that are not ours are left out. */
function showIn(query: Record<string, string>): Show | undefined {
  const { show: kind, coach, way, day } = query;
  if (!isKind(kind)) return undefined;
  return {
    kind,
    ...(coach === 'none' || isId(coach) ? { coach } : {}),
    ...(day && /^\d{4}-\d\d-\d\d$/.test(day) ? { day: dayFrom(day).toString() } : {}),
    way: ways.find((one) => one === way),
  };
}
