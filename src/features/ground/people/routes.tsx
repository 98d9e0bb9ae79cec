// Lists of people, adding one, and the language of the pages.
import { setCookie } from 'hono/cookie';
import { todayIn } from '../../../platform/clock.ts';
import { readForm, withError } from '../../../platform/forms.ts';
import type { Language } from '../../../platform/language.ts';
import { type Actor, hasRole, roles } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { allow, feature, open, ownPath } from '../../../platform/web.ts';
import { filledForm } from '../../../ui/form.tsx';
import { thisOffice, unitsOf } from '../offices/door.ts';
import { unitsManagedBy } from './access.ts';
import { detailsChange, languageForm, newcomerForm } from './forms.ts';
import { OwnClientsPage, PeoplePage } from './people-page.tsx';
import { addNewcomer, chooseLanguage } from './person/person-actions.ts';
import { NewPersonPage } from './person/person-form-pages.tsx';
import { listOwnClients, listPersons, personAlike } from './queries.ts';
import { rolesGivenBy } from './rules.ts';
import { texts } from './texts.ts';

const manager = allow('manager', 'administrator');

export const routes = feature()
  .get('/people', allow('coach', 'manager', 'administrator'), async (c) => {
    const { tx, actor } = c.var;
    if (!hasRole(actor, 'manager', 'administrator')) return c.redirect('/people/mine', 303);
    const page = pageFrom(c.req.query('page'));
    const unit = c.req.query('unit');
    const filter = {
      search: searchFrom(c.req.query('search')),
      role: roles.find((role) => role === c.req.query('role')),
      unitId: isId(unit) ? unit : undefined,
      state: c.req.query('state') === 'ended' ? ('ended' as const) : ('active' as const),
    };
    return c.render(
      <PeoplePage
        list={await listPersons(tx, actor, filter, page)}
        filter={filter}
        page={page}
        units={await unitsFor(tx, actor)}
        tabs={hasRole(actor, 'coach')}
        erased={c.req.query('erased') !== undefined}
      />,
      { title: texts.people },
    );
  })
  .get('/people/mine', allow('coach'), async (c) => {
    const { tx, actor } = c.var;
    const page = pageFrom(c.req.query('page'));
    const search = searchFrom(c.req.query('search'));
    return c.render(
      <OwnClientsPage
        list={await listOwnClients(tx, actor, search, page)}
        search={search}
        page={page}
        tabs={hasRole(actor, 'manager', 'administrator')}
      />,
      { title: texts.ownClients },
    );
  })

  .get('/people/new', manager, async (c) => {
    const { tx, actor } = c.var;
    const form = filledForm({
      role: 'client',
      language: (await thisOffice(tx)).languages[0] ?? 'fi',
      channel: 'sms',
      'starts-on': todayIn().toString(),
    });
    return c.render(
      <NewPersonPage
        form={form}
        roles={rolesGivenBy(actor.roles.map((one) => one.role))}
        units={await unitsFor(tx, actor)}
        alike={false}
      />,
      { title: texts.addPerson },
    );
  })
  .post('/people', manager, async (c) => {
    const { tx, actor } = c.var;
    const given = rolesGivenBy(actor.roles.map((one) => one.role));
    const units = await unitsFor(tx, actor);
    const form = readForm(newcomerForm, c.var.form);
    const problem = form.ok ? await problemOf(tx, actor, form.value) : undefined;
    if (form.ok && !problem) {
      const { value } = form;
      const id = await addNewcomer(tx, actor, {
        ...detailsChange(value),
        role: value.role,
        unitId: value.unit ?? null,
        startsOn: value['starts-on'],
        invite: value.invite === 'yes',
      });
      return c.redirect(`/people/${id}?saved`, 303);
    }
    const shown = form.ok && problem ? withError(c.var.form, problem.field, problem.text) : form;
    return c.render(
      <NewPersonPage
        form={'errors' in shown ? shown : filledForm({})}
        roles={given}
        units={units}
        alike={problem?.field === 'form'}
      />,
      { title: texts.addPerson, status: 422 },
    );
  })

  .post('/language', open({ withoutOffice: true, repeatable: true }), async (c) => {
    const form = readForm(languageForm, c.var.form);
    const back = ownPath(form.ok ? form.value.back : '/');
    if (!form.ok) return c.redirect(back, 303);
    setCookie(c, languageCookie, form.value.to, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: c.req.url.startsWith('https:'),
      maxAge: 400 * 24 * 3600,
    });
    const { house, sessionToken, requestId } = c.var;
    if (sessionToken) {
      await house.inOffice(sessionToken.officeId, async (tx) => {
        const actor = await house.findActor(tx, sessionToken.token, requestId);
        if (actor) await chooseLanguage(tx, actor.personId, form.value.to as Language);
      });
    }
    return c.redirect(back, 303);
  });

/** The cookie of a visitor's language; a signed-in person's own setting goes before it. */
const languageCookie = 'likista-language';

/** The units that the actor may put somebody into. */
export async function unitsFor(tx: Tx, actor: Actor) {
  const mine = unitsManagedBy(actor);
  const all = await unitsOf(tx);
  return mine === 'all' ? all : all.filter((unit) => mine.includes(unit.id));
}

/** The error when the actor does not manage the unit chosen (or none was chosen and they do not manage the office). */
export async function unitProblem(tx: Tx, actor: Actor, unitId: string | undefined) {
  const units = await unitsFor(tx, actor);
  const fits =
    unitId === undefined ? unitsManagedBy(actor) === 'all' : units.some((unit) => unit.id === unitId);
  return fits ? undefined : { field: 'unit', text: texts.unitNotYours };
}

async function problemOf(
  tx: Tx,
  actor: Actor,
  value: { role: string; unit?: string | undefined; anyway?: 'yes' | undefined } & Parameters<
    typeof personAlike
  >[1],
) {
  const given: readonly string[] = rolesGivenBy(actor.roles.map((one) => one.role));
  if (!given.includes(value.role)) return { field: 'role', text: texts.notYoursToGive };
  const unit = await unitProblem(tx, actor, value.unit);
  if (unit) return unit;
  if (value.anyway === 'yes' || !(await personAlike(tx, value))) return undefined;
  return { field: 'form', text: texts.alreadyHere };
}

/** What was searched for, without what a database cannot hold. */
export function searchFrom(value: string | undefined): string {
  return (value ?? '').replaceAll('\u0000', '').toWellFormed().trim().slice(0, 100);
}

export function pageFrom(value: string | undefined): number {
  return /^[1-9]\d{0,4}$/.test(value ?? '') ? Number(value) : 1;
}
