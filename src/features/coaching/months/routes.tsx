// Months of days: a client's own, a client's for staff, and a group's.
import type { Context } from 'hono';
import { NotFound } from '../../../platform/errors.ts';
import { say } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { allow, feature, type Web } from '../../../platform/web.ts';
import { groupLedBy } from '../../contact/groups/door.ts';
import { clientOfStaff, officeToday } from '../enrolments/door.ts';
import { ownDayHref } from '../my-days/door.ts';
import { groupMonth } from './group-month.ts';
import { GroupMonthPage } from './group-month-page.tsx';
import { monthFrom, monthOf } from './month.ts';
import { MonthPage } from './month-page.tsx';
import { monthTexts } from './texts.ts';

const client = allow('client');
const staff = allow('coach', 'manager');
type Staff = Context<{ Variables: Web['Variables'] & { tx: Tx; actor: Actor } }>;

export const routes = feature()
  .get('/my-days', client, async (c) => {
    const { tx, actor } = c.var;
    const month = monthFrom(c.req.query('month'), await officeToday(tx));
    return c.render(
      <MonthPage
        title={monthTexts.days}
        month={await monthOf(tx, actor.personId, month)}
        dayHref={(row) => ownDayHref(row.day.day)}
        monthHref={(other) => `/my-days?month=${other}`}
      />,
      { title: monthTexts.days, kind: 'client', under: '/today' },
    );
  })
  .get('/clients/:id/days', staff, async (c) => {
    const { tx, actor } = c.var;
    const client = await clientOfStaff(tx, actor, c.req.param('id'), { act: 'read', subject: 'day' });
    const month = monthFrom(c.req.query('month'), await officeToday(tx));
    return c.render(
      <MonthPage
        title={say(actor.language, monthTexts.daysOf, { name: client.fullName })}
        month={await monthOf(tx, client.id, month)}
        dayHref={(row) => `/days/${row.day.id}`}
        monthHref={(other) => `/clients/${client.id}/days?month=${other}`}
      />,
      { title: monthTexts.days, kind: 'staff', under: '/people' },
    );
  })
  .get('/groups/:id/days', staff, async (c) => {
    const group = await groupLedBy(c.var.tx, c.var.actor, c.req.param('id'));
    const month = await groupMonth(c.var.tx, c.var.actor, group.id, await monthIn(c));
    return c.render(<GroupMonthPage group={group} of={month} />, {
      title: group.name,
      kind: 'staff',
      under: '/groups',
    });
  });

/** The month that the address names (`2026-11`), else the present one. */
async function monthIn(c: Staff): Promise<Temporal.PlainYearMonth> {
  const named = c.req.query('month');
  if (!named) return (await officeToday(c.var.tx)).toPlainYearMonth();
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(named)) throw new NotFound('month');
  return Temporal.PlainYearMonth.from(named);
}
