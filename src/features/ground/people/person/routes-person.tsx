// One person: the file's front page, details, whereabouts, protection, end and return.
import { todayIn } from '../../../../platform/clock.ts';
import { readForm, withError } from '../../../../platform/forms.ts';
import { type Actor, hasRole } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { allow, feature } from '../../../../platform/web.ts';
import { filledForm } from '../../../../ui/form.tsx';
import {
  hasOwnClient,
  mayChange,
  noteOf,
  type Person,
  personManagedBy,
  personReadBy,
  personTendedBy,
  whereaboutsReadBy,
} from '../access.ts';
import {
  contactChange,
  contactForm,
  detailsChange,
  detailsForm,
  protectionForm,
  whereaboutsForm,
} from '../forms.ts';
import { coachesHistory, grantsOf, openedParts } from '../queries.ts';
import { texts } from '../texts.ts';
import {
  changePerson,
  deactivatePerson,
  invitePerson,
  reactivatePerson,
  setProtected,
} from './person-actions.ts';
import { DetailsPage, WhereaboutsPage } from './person-form-pages.tsx';
import { PersonPage } from './person-page.tsx';

const reader = allow('coach', 'manager', 'administrator');
const manager = allow('manager', 'administrator');

export const personRoutes = feature()
  .get('/people/:id', reader, async (c) => {
    const { tx, actor } = c.var;
    const person = await personReadBy(tx, actor, c.req.param('id'));
    if (person.id === actor.personId) return c.redirect('/me', 303);
    const told =
      c.req.query('saved') !== undefined
        ? 'saved'
        : c.req.query('invited') !== undefined
          ? 'invited'
          : undefined;
    return c.render(<PersonPage {...(await viewOf(tx, actor, person))} told={told} />, {
      title: nameOf(person),
      under: '/people',
    });
  })

  .get('/people/:id/details', reader, async (c) => {
    const { tx, actor } = c.var;
    const person = await personTendedBy(tx, actor, c.req.param('id'));
    noteOf(tx, actor, person.id, 'read', 'person');
    const { needs } = await openedParts(tx, person);
    const all = await mayChange(tx, actor, person.id);
    return c.render(
      <DetailsPage whom={whomOf(person)} form={filledForm(valuesOf(person, needs))} all={all} />,
      {
        title: texts.editDetails,
        under: '/people',
      },
    );
  })
  .post('/people/:id/details', reader, async (c) => {
    const { tx, actor } = c.var;
    const person = await personTendedBy(tx, actor, c.req.param('id'));
    const all = await mayChange(tx, actor, person.id);
    const hasAddress = person.postalAddress !== null;
    const full = all ? readForm(detailsForm(hasAddress), c.var.form) : undefined;
    const part = all ? undefined : readForm(contactForm(hasAddress), c.var.form);
    const change = full?.ok ? detailsChange(full.value) : part?.ok ? contactChange(part.value) : undefined;
    if (change) {
      await changePerson(tx, actor, person.id, change);
      return c.redirect(`/people/${person.id}?saved`, 303);
    }
    const wrong = full ?? part;
    return c.render(
      <DetailsPage whom={whomOf(person)} form={wrong && !wrong.ok ? wrong : filledForm({})} all={all} />,
      { title: texts.editDetails, under: '/people', status: 422 },
    );
  })

  .get('/people/:id/whereabouts', reader, async (c) => {
    const { tx, actor } = c.var;
    const person = await whereaboutsReadBy(tx, actor, c.req.param('id'));
    const { address } = await openedParts(tx, person);
    const form = filledForm({
      address: address ?? '',
      distance: person.distanceKm === null ? '' : String(person.distanceKm),
    });
    return c.render(await whereaboutsPage(tx, actor, person, form), {
      title: texts.whereabouts,
      under: '/people',
    });
  })
  .post('/people/:id/whereabouts', manager, async (c) => {
    const { tx, actor } = c.var;
    const person = await personManagedBy(tx, actor, c.req.param('id'));
    const form = readForm(whereaboutsForm, c.var.form);
    if (!form.ok) {
      const page = await whereaboutsPage(tx, actor, person, form);
      return c.render(page, { title: texts.whereabouts, under: '/people', status: 422 });
    }
    const { address, distance } = form.value;
    await changePerson(tx, actor, person.id, {
      postalAddress: address ?? null,
      distanceKm: distance ?? null,
    });
    return c.redirect(`/people/${person.id}?saved`, 303);
  })

  .post('/people/:id/protection', manager, async (c) => {
    const { tx, actor } = c.var;
    const person = await personManagedBy(tx, actor, c.req.param('id'));
    const form = readForm(protectionForm, c.var.form);
    if (form.ok) await setProtected(tx, actor, person.id, form.value.protected === 'yes');
    return c.redirect(`/people/${person.id}`, 303);
  })
  .post('/people/:id/invitation', manager, async (c) => {
    const { tx, actor } = c.var;
    const person = await personManagedBy(tx, actor, c.req.param('id'));
    await invitePerson(tx, actor, person.id);
    return c.redirect(`/people/${person.id}?invited`, 303);
  })
  .post('/people/:id/deactivation', manager, async (c) => {
    const { tx, actor } = c.var;
    const person = await personManagedBy(tx, actor, c.req.param('id'));
    const done = await deactivatePerson(tx, actor, person.id);
    if (done.ok) return c.redirect(`/people/${person.id}`, 303);
    const reason = done.reason === 'yourself' ? texts.notYourself : texts.lastAdministrator;
    const form = withError(c.var.form, 'form', reason);
    return c.render(<PersonPage {...(await viewOf(tx, actor, person))} told={undefined} form={form} />, {
      title: nameOf(person),
      under: '/people',
      status: 422,
    });
  })
  .post('/people/:id/reactivation', manager, async (c) => {
    const { tx, actor } = c.var;
    const person = await personManagedBy(tx, actor, c.req.param('id'));
    await reactivatePerson(tx, actor, person.id);
    return c.redirect(`/people/${person.id}`, 303);
  });

/** The full name, for those who manage or coach the person. */
function nameOf(person: { givenName: string; familyName: string }): string {
  return `${person.givenName} ${person.familyName}`;
}

export function whomOf(person: Person) {
  return { id: person.id, name: nameOf(person) };
}

async function viewOf(tx: Tx, actor: Actor, person: Person) {
  const change = await mayChange(tx, actor, person.id);
  const coach = await hasOwnClient(tx, actor, person.id);
  const { needs } = await openedParts(tx, person);
  return {
    person,
    needs,
    grants: await grantsOf(tx, person.id),
    coaches: await coachesHistory(tx, person.id),
    today: todayIn(),
    may: {
      change,
      tend: change || coach,
      seeWhereabouts: change || !person.protected,
      seeTies: change || !coach,
      seeSignIn: change && hasRole(actor, 'administrator'),
      seeDays: coach || hasRole(actor, 'manager'),
    },
  };
}

async function whereaboutsPage(
  tx: Tx,
  actor: Actor,
  person: Person,
  form: Parameters<typeof WhereaboutsPage>[0]['form'],
) {
  const grants = await grantsOf(tx, person.id);
  return (
    <WhereaboutsPage
      whom={whomOf(person)}
      form={form}
      guarded={person.protected}
      units={grants.flatMap((grant) => (grant.unit ? [grant.unit] : []))}
      mayChange={await mayChange(tx, actor, person.id)}
    />
  );
}

function valuesOf(person: Person, needs: string | undefined) {
  return {
    'given-name': person.givenName,
    'family-name': person.familyName,
    'preferred-name': person.preferredName ?? '',
    'born-on': person.bornOn?.toString() ?? '',
    gender: person.gender ?? '',
    phone: person.phone ?? '',
    email: person.email ?? '',
    language: person.language,
    channel: person.channel,
    needs: needs ?? '',
  };
}
