// What an enrolment in a service may be and how its days count: numbers of the office with their history.
import { todayIn } from '../../../../platform/clock.ts';
import { readForm } from '../../../../platform/forms.ts';
import { say } from '../../../../platform/language.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { feature, signedIn } from '../../../../platform/web.ts';
import { filledForm } from '../../../../ui/form.tsx';
import { setAttendanceRule, setServiceBounds } from '../actions.ts';
import { colleagueNames, keptService } from '../editing/access.ts';
import { texts as pageTexts } from '../editing/texts.ts';
import { BoundsPage, RulePage } from './counting-pages.tsx';
import { boundsForm, boundsFrom, boundsValues, ruleForm, ruleFrom, ruleValues } from './forms.ts';
import { boundsHistory, type Held, ruleHistory, standings } from './history.ts';
import type { Shown } from './history-table.tsx';

// These numbers decide what people are paid, so whoever sets them has proved who they are just now; before they type.
const keeper = signedIn({ roles: ['manager', 'administrator'], stepUp: true });
const under = '/office/services';

export const countingRoutes = feature()
  .get('/office/services/:id/bounds', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
    const history = await shown(c.var.tx, await boundsHistory(c.var.tx, service.id));
    const form = filledForm({ ...boundsValues(inForce(history)), 'valid-from': todayIn().toString() });
    const named = { id: service.id, name: say(c.var.language, service.name) };
    const saved = c.req.query('saved') !== undefined;
    return c.render(<BoundsPage service={named} history={history} form={form} saved={saved} />, {
      title: pageTexts.bounds,
      under,
    });
  })
  .post('/office/services/:id/bounds', keeper, async (c) => {
    const { tx, actor, language } = c.var;
    const service = await keptService(tx, actor, c.req.param('id'));
    const form = readForm(boundsForm, c.var.form);
    if (!form.ok) {
      const history = await shown(tx, await boundsHistory(tx, service.id));
      const named = { id: service.id, name: say(language, service.name) };
      return c.render(<BoundsPage service={named} history={history} form={form} saved={false} />, {
        title: pageTexts.bounds,
        under,
        status: 422,
      });
    }
    const { source, 'valid-from': validFrom } = form.value;
    await setServiceBounds(tx, actor, {
      serviceId: service.id,
      validFrom,
      bounds: boundsFrom(form.value),
      source,
    });
    return c.redirect(`/office/services/${service.id}/bounds?saved`, 303);
  })
  .get('/office/services/:id/attendance-rule', keeper, async (c) => {
    const service = await keptService(c.var.tx, c.var.actor, c.req.param('id'));
    const history = await shown(c.var.tx, await ruleHistory(c.var.tx, service.id));
    const form = filledForm({ ...ruleValues(inForce(history)), 'valid-from': todayIn().toString() });
    const named = { id: service.id, name: say(c.var.language, service.name) };
    const saved = c.req.query('saved') !== undefined;
    return c.render(<RulePage service={named} history={history} form={form} saved={saved} />, {
      title: pageTexts.attendanceRule,
      under,
    });
  })
  .post('/office/services/:id/attendance-rule', keeper, async (c) => {
    const { tx, actor, language } = c.var;
    const service = await keptService(tx, actor, c.req.param('id'));
    const form = readForm(ruleForm, c.var.form);
    if (!form.ok) {
      const history = await shown(tx, await ruleHistory(tx, service.id));
      const named = { id: service.id, name: say(language, service.name) };
      return c.render(<RulePage service={named} history={history} form={form} saved={false} />, {
        title: pageTexts.attendanceRule,
        under,
        status: 422,
      });
    }
    const { agreement, 'valid-from': validFrom } = form.value;
    await setAttendanceRule(tx, actor, {
      serviceId: service.id,
      validFrom,
      rule: ruleFrom(form.value),
      agreement,
    });
    return c.redirect(`/office/services/${service.id}/attendance-rule?saved`, 303);
  });

async function shown<T>(tx: Tx, held: readonly Held<T>[]): Promise<Shown<T>[]> {
  const names = await colleagueNames(
    tx,
    held.map((one) => one.setBy),
  );
  const states = standings(held, todayIn());
  return held.map((one, at) => ({
    ...one,
    standing: states[at] ?? 'past',
    by: names.get(one.setBy ?? ''),
  }));
}

function inForce<T>(history: readonly Shown<T>[]): T | undefined {
  return history.find((one) => one.standing === 'inForce')?.value;
}
