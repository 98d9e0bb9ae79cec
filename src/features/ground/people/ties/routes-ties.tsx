// What ties a person: roles, coaches, and those they must never meet.
import { todayIn } from '../../../../platform/clock.ts';
import { readForm, withError } from '../../../../platform/forms.ts';
import type { Text } from '../../../../platform/language.ts';
import { say } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import { isId, type Tx } from '../../../../platform/tenancy.ts';
import { allow, feature, NotFound } from '../../../../platform/web.ts';
import { emptyForm, type FormState, filledForm } from '../../../../ui/form.tsx';
import { type Person, personManagedBy, personReached } from '../access.ts';
import { personsWithRole } from '../door.ts';
import { blockForm, endingForm, grantForm, relationForm } from '../forms.ts';
import { EndingPage, GrantPage, RelationPage } from '../person/person-form-pages.tsx';
import { whomOf } from '../person/routes-person.tsx';
import { blockedPairsOf, coachesHistory, grantsOf, listPersons } from '../queries.ts';
import { searchFrom, unitProblem, unitsFor } from '../routes.tsx';
import { rolesGivenBy } from '../rules.ts';
import { texts } from '../texts.ts';
import { BlockedPage } from './blocked-page.tsx';
import { roleTexts } from './texts-roles.ts';
import { assignCoach, blockPair, endRelation, endRole, giveRole, unblockPair } from './tie-actions.ts';

const manager = allow('manager', 'administrator');
const page = { under: '/people' } as const;

const refusals = {
  'not-yours-to-give': { field: 'role', text: texts.notYoursToGive },
  'held-already': { field: 'role', text: texts.heldAlready },
  'ends-before-start': { field: 'ends-on', text: texts.endsBeforeStart },
  'last-administrator': { field: 'ends-on', text: texts.lastAdministrator },
  'cannot-meet': { field: 'coach', text: texts.cannotMeet },
  'coach-already': { field: 'coach', text: texts.coachAlready },
  'another-begins': { field: 'starts-on', text: texts.anotherBegins },
  'same-person': { field: 'other', text: texts.samePerson },
  coached: { field: 'other', text: texts.coachedPair },
  'blocked-already': { field: 'other', text: texts.blockedAlready },
} as const satisfies Record<string, { field: string; text: Text }>;

export const roleRoutes = feature()
  .get('/people/:id/roles/new', manager, async (c) => {
    const { tx, actor } = c.var;
    const person = await personManagedBy(tx, actor, c.req.param('id'));
    const form = filledForm({ 'starts-on': todayIn().toString() });
    return c.render(await grantPage(tx, actor, person, form), { ...page, title: texts.giveRole });
  })
  .post('/people/:id/roles', manager, async (c) => {
    const { tx, actor } = c.var;
    const person = await personManagedBy(tx, actor, c.req.param('id'));
    const read = readForm(grantForm, c.var.form);
    let form: FormState = read.ok ? emptyForm : read;
    if (read.ok) {
      const { role, unit, 'starts-on': startsOn, 'ends-on': endsOn } = read.value;
      const problem = await unitProblem(tx, actor, unit);
      const done = problem
        ? undefined
        : await giveRole(tx, actor, person.id, {
            role,
            unitId: unit ?? null,
            startsOn,
            endsOn: endsOn ?? null,
          });
      if (done?.ok) return c.redirect(`/people/${person.id}?saved`, 303);
      const refusal = problem ?? (done && refusals[done.reason]);
      if (refusal) form = withError(c.var.form, refusal.field, refusal.text);
    }
    const shown = await grantPage(tx, actor, person, form);
    return c.render(shown, { ...page, title: texts.giveRole, status: 422 });
  })
  .get('/people/:id/roles/:grant', manager, async (c) => {
    const person = await personManagedBy(c.var.tx, c.var.actor, c.req.param('id'));
    const grant = await grantOfPerson(c.var.tx, person, c.req.param('grant'));
    const what = say(c.var.language, roleTexts[grant.role]);
    return c.render(endingPage(person, `roles/${grant.id}`, what, endingToday()), { ...page, title: what });
  })
  .post('/people/:id/roles/:grant', manager, async (c) => {
    const { tx, actor } = c.var;
    const person = await personManagedBy(tx, actor, c.req.param('id'));
    const grant = await grantOfPerson(tx, person, c.req.param('grant'));
    const read = readForm(endingForm, c.var.form);
    const done = read.ok ? await endRole(tx, actor, person.id, grant.id, read.value['ends-on']) : undefined;
    if (done?.ok) return c.redirect(`/people/${person.id}?saved`, 303);
    const what = say(c.var.language, roleTexts[grant.role]);
    const form = endingRefused(read.ok ? undefined : read, done, c.var.form);
    const shown = endingPage(person, `roles/${grant.id}`, what, form);
    return c.render(shown, { ...page, title: what, status: 422 });
  });

export const coachRoutes = feature()
  .get('/people/:id/coaches/new', manager, async (c) => {
    const person = await personManagedBy(c.var.tx, c.var.actor, c.req.param('id'));
    const form = filledForm({ kind: 'own-coach', 'starts-on': todayIn().toString() });
    return c.render(await relationPage(c.var.tx, person, form), { ...page, title: texts.giveCoach });
  })
  .post('/people/:id/coaches', manager, async (c) => {
    const { tx, actor } = c.var;
    const person = await personManagedBy(tx, actor, c.req.param('id'));
    const read = readForm(relationForm, c.var.form);
    let form: FormState = read.ok ? emptyForm : read;
    if (read.ok) {
      const { coach, kind, 'starts-on': startsOn, 'ends-on': endsOn } = read.value;
      const coaches = await personsWithRole(tx, 'coach', todayIn());
      const known = coaches.some((one) => one.id === coach) && coach !== person.id;
      const done = known
        ? await assignCoach(tx, actor, {
            clientId: person.id,
            coachId: coach,
            kind,
            startsOn,
            endsOn: endsOn ?? null,
          })
        : undefined;
      if (done?.ok) return c.redirect(`/people/${person.id}?saved`, 303);
      const refusal = done ? refusals[done.reason] : { field: 'coach', text: texts.coachMissing };
      form = withError(c.var.form, refusal.field, refusal.text);
    }
    const shown = await relationPage(tx, person, form);
    return c.render(shown, { ...page, title: texts.giveCoach, status: 422 });
  })
  .get('/people/:id/coaches/:relation', manager, async (c) => {
    const person = await personManagedBy(c.var.tx, c.var.actor, c.req.param('id'));
    const relation = await relationOf(c.var.tx, person, c.req.param('relation'));
    const shown = endingPage(person, `coaches/${relation.id}`, relation.other, endingToday());
    return c.render(shown, { ...page, title: relation.other });
  })
  .post('/people/:id/coaches/:relation', manager, async (c) => {
    const { tx, actor } = c.var;
    const person = await personManagedBy(tx, actor, c.req.param('id'));
    const relation = await relationOf(tx, person, c.req.param('relation'));
    const read = readForm(endingForm, c.var.form);
    const done = read.ok
      ? await endRelation(tx, actor, person.id, relation.id, read.value['ends-on'])
      : undefined;
    if (done?.ok) return c.redirect(`/people/${person.id}?saved`, 303);
    const form = endingRefused(read.ok ? undefined : read, done, c.var.form);
    const shown = endingPage(person, `coaches/${relation.id}`, relation.other, form);
    return c.render(shown, { ...page, title: relation.other, status: 422 });
  });

export const blockRoutes = feature()
  .get('/people/:id/blocked', manager, async (c) => {
    const { tx, actor } = c.var;
    const person = await personManagedBy(tx, actor, c.req.param('id'));
    const search = searchFrom(c.req.query('search'));
    return c.render(await blockedPage(tx, actor, person, search, emptyForm), {
      ...page,
      title: texts.blocked,
    });
  })
  .post('/people/:id/blocked', manager, async (c) => {
    const { tx, actor } = c.var;
    const person = await personManagedBy(tx, actor, c.req.param('id'));
    const read = readForm(blockForm, c.var.form);
    let form: FormState = read.ok ? emptyForm : read;
    if (read.ok) {
      const other = await personReached(tx, actor, read.value.other);
      const done = await blockPair(tx, actor, {
        oneId: person.id,
        otherId: other.id,
        reason: read.value.reason,
      });
      if (done.ok) return c.redirect(`/people/${person.id}/blocked`, 303);
      const refusal = refusals[done.reason];
      form = withError(c.var.form, refusal.field, refusal.text);
    }
    const search = searchFrom(String(c.var.form.get('search') ?? ''));
    const shown = await blockedPage(tx, actor, person, search, form);
    return c.render(shown, { ...page, title: texts.blocked, status: 422 });
  })
  .post('/people/:id/blocked/:pair/removal', manager, async (c) => {
    const { tx, actor } = c.var;
    const person = await personManagedBy(tx, actor, c.req.param('id'));
    const pairId = c.req.param('pair');
    if (!isId(pairId) || !(await unblockPair(tx, actor, person.id, pairId))) throw new NotFound('pair');
    return c.redirect(`/people/${person.id}/blocked`, 303);
  });

function endingToday(): FormState {
  return filledForm({ 'ends-on': todayIn().toString() });
}

function endingPage(person: Person, tie: string, what: string, form: FormState) {
  return <EndingPage whom={whomOf(person)} what={what} action={`/people/${person.id}/${tie}`} form={form} />;
}

type Ended = Awaited<ReturnType<typeof endRole>> | Awaited<ReturnType<typeof endRelation>> | undefined;

function endingRefused(read: FormState | undefined, done: Ended, body: FormData): FormState {
  if (read) return read;
  if (!done || done.ok || done.reason === 'not-found') throw new NotFound('tie');
  return withError(body, 'ends-on', refusals[done.reason].text);
}

async function grantOfPerson(tx: Tx, person: Person, id: string) {
  const grant = (await grantsOf(tx, person.id)).find((one) => one.id === id);
  if (!grant) throw new NotFound('role');
  return grant;
}

async function relationOf(tx: Tx, person: Person, id: string) {
  const relation = (await coachesHistory(tx, person.id)).find((one) => one.id === id);
  if (!relation) throw new NotFound('relation');
  return relation;
}

async function grantPage(tx: Tx, actor: Actor, person: Person, form: FormState) {
  const roles = rolesGivenBy(actor.roles.map((one) => one.role));
  return <GrantPage whom={whomOf(person)} form={form} roles={roles} units={await unitsFor(tx, actor)} />;
}

async function relationPage(tx: Tx, person: Person, form: FormState) {
  const coaches = (await personsWithRole(tx, 'coach', todayIn())).filter((one) => one.id !== person.id);
  const once = [...new Map(coaches.map((one) => [one.id, one])).values()];
  return <RelationPage whom={whomOf(person)} form={form} coaches={once} />;
}

async function blockedPage(tx: Tx, actor: Actor, person: Person, search: string, form: FormState) {
  const filter = { search, role: undefined, unitId: undefined, state: 'active' as const };
  const found = search === '' ? [] : (await listPersons(tx, actor, filter, 1)).rows;
  return (
    <BlockedPage
      whom={whomOf(person)}
      pairs={await blockedPairsOf(tx, actor, person.id)}
      search={search}
      found={found.filter((one) => one.id !== person.id)}
      form={form}
    />
  );
}
