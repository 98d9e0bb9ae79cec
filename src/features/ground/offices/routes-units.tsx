// Units of the office, and when the office and each unit are open.
import { eq } from 'drizzle-orm';
import { todayIn } from '../../../platform/clock.ts';
import { readForm, withError } from '../../../platform/forms.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { allow, feature, NotFound } from '../../../platform/web.ts';
import { emptyForm, filledForm } from '../../../ui/form.tsx';
import {
  addUnit,
  changeClosedDay,
  changeUnit,
  closeDay,
  closeUnit,
  fillHolidays,
  openDay,
  reopenUnit,
  setWeek,
} from './actions.ts';
import { namedValues } from './details-page.tsx';
import { unitById, unitsOf } from './door.ts';
import { closedDayForm, contactsOf, fillForm, textOf, unitForm, weekdays, weekForm } from './forms.ts';
import { ClosedDayPage, ClosedDaysPage } from './opening/closed-days-page.tsx';
import { HoursPage } from './opening/hours-page.tsx';
import { writeSpans } from './opening/opening-rules.ts';
import { closedDayById, closedDaysOfYear, hoursByUnit } from './queries.ts';
import { units } from './tables.ts';
import { texts } from './texts.ts';
import { UnitPage, UnitsPage } from './units-page.tsx';

const keeper = allow('manager', 'administrator');

export const unitRoutes = feature()
  .get('/office/units', keeper, async (c) => {
    const { tx, actor } = c.var;
    const all = await tx
      .select()
      .from(units)
      .where(eq(units.officeId, tx.officeId))
      .orderBy(units.closedOn, units.id)
      .limit(300);
    const hours = await hoursByUnit(tx);
    const rows = all.map((unit) => ({ ...unit, ownHours: hours.has(unit.id) }));
    return c.render(<UnitsPage actor={actor} units={rows} />, { title: texts.units, under: '/office' });
  })
  .get('/office/units/new', keeper, (c) =>
    c.render(<UnitPage actor={c.var.actor} form={emptyForm} saved={false} />, {
      title: texts.unitNew,
      under: '/office',
    }),
  )
  .post('/office/units', keeper, async (c) => {
    const form = readForm(unitForm, c.var.form);
    if (!form.ok) {
      return c.render(<UnitPage actor={c.var.actor} form={form} saved={false} />, {
        title: texts.unitNew,
        under: '/office',
        status: 422,
      });
    }
    const { value } = form;
    const unit = { name: textOf(value), kind: value.kind, contacts: contactsOf(value) };
    const id = await addUnit(c.var.tx, unit, c.var.actor);
    return c.redirect(`/office/units/${id}?saved`, 303);
  })
  .get('/office/units/:id', keeper, async (c) => {
    const unit = await thatUnit(c.var.tx, c.req.param('id'));
    const form = filledForm({ ...namedValues(unit.name, unit.contacts), kind: unit.kind });
    const saved = c.req.query('saved') !== undefined;
    return c.render(<UnitPage actor={c.var.actor} unit={unit} form={form} saved={saved} />, {
      title: unit.name,
      under: '/office',
    });
  })
  .post('/office/units/:id', keeper, async (c) => {
    const unit = await thatUnit(c.var.tx, c.req.param('id'));
    const form = readForm(unitForm, c.var.form);
    if (!form.ok) {
      return c.render(<UnitPage actor={c.var.actor} unit={unit} form={form} saved={false} />, {
        title: unit.name,
        under: '/office',
        status: 422,
      });
    }
    const { value } = form;
    const change = { name: textOf(value), kind: value.kind, contacts: contactsOf(value) };
    await changeUnit(c.var.tx, c.var.actor, unit.id, change);
    return c.redirect(`/office/units/${unit.id}?saved`, 303);
  })
  .post('/office/units/:id/closing', keeper, async (c) => {
    const unit = await thatUnit(c.var.tx, c.req.param('id'));
    await closeUnit(c.var.tx, c.var.actor, unit.id);
    return c.redirect('/office/units', 303);
  })
  .post('/office/units/:id/reopening', keeper, async (c) => {
    const unit = await thatUnit(c.var.tx, c.req.param('id'));
    await reopenUnit(c.var.tx, c.var.actor, unit.id);
    return c.redirect('/office/units', 303);
  });

export const hoursRoutes = feature()
  .get('/office/hours', keeper, async (c) => {
    const { tx, actor } = c.var;
    const unitId = await unitOrOffice(tx, c.req.query('unit'));
    const week = (await hoursByUnit(tx)).get(unitId);
    const values = weekdays.map((day) => [`day-${day}`, writeSpans(week?.get(day) ?? [])]);
    return c.render(
      <HoursPage
        actor={actor}
        units={await unitsOf(tx)}
        unitId={unitId}
        form={filledForm(Object.fromEntries(values))}
        saved={c.req.query('saved') !== undefined}
      />,
      { title: texts.hours, under: '/office' },
    );
  })
  .post('/office/hours', keeper, async (c) => {
    const { tx, actor } = c.var;
    const unitId = await unitOrOffice(tx, c.var.form.get('unit'));
    const form = readForm(weekForm, c.var.form);
    if (!form.ok) {
      const page = (
        <HoursPage actor={actor} units={await unitsOf(tx)} unitId={unitId} form={form} saved={false} />
      );
      return c.render(page, { title: texts.hours, under: '/office', status: 422 });
    }
    await setWeek(tx, actor, unitId, form.value);
    return c.redirect(`/office/hours?${unitId ? `unit=${unitId}&` : ''}saved`, 303);
  })

  .get('/office/closed-days', keeper, async (c) => {
    const thisYear = todayIn().year;
    const year = yearFrom(c.req.query('year'), thisYear);
    const filled = /^\d{1,3}$/.exec(c.req.query('filled') ?? '');
    return c.render(
      <ClosedDaysPage
        actor={c.var.actor}
        year={year}
        thisYear={thisYear}
        days={await closedDaysOfYear(c.var.tx, year)}
        filled={filled ? Number(filled[0]) : undefined}
      />,
      { title: texts.closedDays, under: '/office' },
    );
  })
  .post('/office/closed-days/holidays', keeper, async (c) => {
    const form = readForm(fillForm, c.var.form);
    if (!form.ok) throw new NotFound('year');
    const count = await fillHolidays(c.var.tx, c.var.actor, form.value.year);
    return c.redirect(`/office/closed-days?year=${form.value.year}&filled=${count}`, 303);
  })
  .get('/office/closed-days/new', keeper, (c) =>
    c.render(<ClosedDayPage actor={c.var.actor} form={emptyForm} />, {
      title: texts.closeDay,
      under: '/office',
    }),
  )
  .post('/office/closed-days', keeper, async (c) => {
    const form = readForm(closedDayForm, c.var.form);
    const done = form.ok && (await closeDay(c.var.tx, c.var.actor, form.value));
    if (form.ok && done) return c.redirect(`/office/closed-days?year=${form.value.day.year}`, 303);
    const shown = form.ok ? withError(c.var.form, 'day', texts.dayTaken) : form;
    return c.render(<ClosedDayPage actor={c.var.actor} form={shown} />, {
      title: texts.closeDay,
      under: '/office',
      status: 422,
    });
  })
  .get('/office/closed-days/:id', keeper, async (c) => {
    const day = await thatClosedDay(c.var.tx, c.req.param('id'));
    const form = filledForm({
      day: day.day.toString(),
      'name-fi': day.reason.fi,
      'name-sv': day.reason.sv,
      'name-en': day.reason.en,
      from: day.closedFrom?.toString({ smallestUnit: 'minute' }) ?? '',
      until: day.closedUntil?.toString({ smallestUnit: 'minute' }) ?? '',
    });
    return c.render(<ClosedDayPage actor={c.var.actor} id={day.id} form={form} />, {
      title: texts.edit,
      under: '/office',
    });
  })
  .post('/office/closed-days/:id', keeper, async (c) => {
    const day = await thatClosedDay(c.var.tx, c.req.param('id'));
    const form = readForm(closedDayForm, c.var.form);
    const done = form.ok && (await changeClosedDay(c.var.tx, c.var.actor, day.id, form.value));
    if (form.ok && done) return c.redirect(`/office/closed-days?year=${form.value.day.year}`, 303);
    const shown = form.ok ? withError(c.var.form, 'day', texts.dayTaken) : form;
    return c.render(<ClosedDayPage actor={c.var.actor} id={day.id} form={shown} />, {
      title: texts.edit,
      under: '/office',
      status: 422,
    });
  })
  .post('/office/closed-days/:id/opening', keeper, async (c) => {
    const day = await thatClosedDay(c.var.tx, c.req.param('id'));
    await openDay(c.var.tx, c.var.actor, day.id);
    return c.redirect(`/office/closed-days?year=${day.day.year}`, 303);
  });

async function thatUnit(tx: Tx, id: string) {
  const unit = isId(id) ? await unitById(tx, id) : undefined;
  if (!unit) throw new NotFound('unit');
  return unit;
}

async function unitOrOffice(tx: Tx, id: unknown): Promise<string | null> {
  if (id === undefined || id === null || id === '') return null;
  return (await thatUnit(tx, String(id))).id;
}

async function thatClosedDay(tx: Tx, id: string) {
  const day = isId(id) ? await closedDayById(tx, id) : undefined;
  if (!day) throw new NotFound('closed day');
  return day;
}

function yearFrom(value: string | undefined, usual: number): number {
  return /^(19[5-9]\d|20\d\d|21[0-8]\d)$/.test(value ?? '') ? Number(value) : usual;
}
