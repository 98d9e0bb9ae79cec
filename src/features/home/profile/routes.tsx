// A person's own pages: what is known of them, who has looked, what they are told about.
import { noteAccess } from '../../../platform/access-log.ts';
import { todayIn } from '../../../platform/clock.ts';
import { NotFound } from '../../../platform/errors.ts';
import { readForm } from '../../../platform/forms.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { feature, signedIn } from '../../../platform/web.ts';
import { filledForm } from '../../../ui/form.tsx';
import { ownLogOf } from '../../ground/access-log/door.ts';
import { OwnLogPage } from '../../ground/access-log/panel.tsx';
import { dataAbout as fileData, fileHref } from '../../ground/files/door.ts';
import { declinableKinds, declinedBy, setDeclined } from '../../ground/notices/door.ts';
import {
  changePerson,
  coachesHistory,
  coachesOf,
  openedParts,
  type Person,
  personById,
} from '../../ground/people/door.ts';
import { DataPage, type OwnFile } from './data-page.tsx';
import { noticesForm, ownForm } from './forms.ts';
import { MePage } from './me-page.tsx';
import { gatherOwnData } from './own-data.ts';
import { OwnDetailsPage, OwnNoticesPage } from './own-form-pages.tsx';
import { texts } from './texts.ts';

const under = '/me';

export const routes = feature()
  .get('/me', signedIn(), async (c) => {
    const { tx, actor } = c.var;
    const person = await ownPerson(tx, actor);
    const { needs } = await openedParts(tx, person);
    return c.render(
      <MePage
        person={person}
        needs={needs}
        roles={[...new Set(actor.roles.map((held) => held.role))]}
        coaches={await coachNames(tx, person.id)}
        hasNotices={declinableKinds().length > 0}
        isClient={hasRole(actor, 'client')}
        saved={c.req.query('saved') !== undefined}
      />,
      { title: texts.me, under },
    );
  })

  .get('/me/details', signedIn(), async (c) => {
    const person = await ownPerson(c.var.tx, c.var.actor);
    const { needs, address } = await openedParts(c.var.tx, person);
    const form = filledForm({
      'preferred-name': person.preferredName ?? '',
      phone: person.phone ?? '',
      email: person.email ?? '',
      address: address ?? '',
      channel: person.channel,
      language: person.language,
      needs: needs ?? '',
    });
    return c.render(<OwnDetailsPage form={form} />, { title: texts.change, under });
  })
  .post('/me/details', signedIn(), async (c) => {
    const { tx, actor } = c.var;
    const form = readForm(ownForm, c.var.form);
    if (!form.ok) {
      return c.render(<OwnDetailsPage form={form} />, { title: texts.change, under, status: 422 });
    }
    const { value } = form;
    await changePerson(tx, actor, actor.personId, {
      preferredName: value['preferred-name'] ?? null,
      phone: value.phone ?? null,
      email: value.email ?? null,
      postalAddress: value.address ?? null,
      channel: value.channel,
      language: value.language,
      accessibilityNeeds: value.needs ?? null,
    });
    return c.redirect('/me?saved', 303);
  })

  .get('/me/access-log', signedIn(), async (c) => {
    const { tx, actor } = c.var;
    const log = await ownLogOf(tx, actor.personId, '/me/access-log', c.req.query('before'));
    return c.render(<OwnLogPage {...log} />, { title: texts.looks, under });
  })

  .get('/me/data', signedIn({ stepUp: true }), async (c) => {
    const { tx, actor } = c.var;
    const data = await gatherOwnData(tx, actor.personId);
    const files = await ownFiles(tx, actor);
    return c.render(<DataPage data={data} files={files} />, { title: texts.data, under });
  })
  .get('/me/data.json', signedIn({ stepUp: true }), async (c) => {
    const { tx, actor } = c.var;
    const data = await gatherOwnData(tx, actor.personId);
    const { personId } = actor;
    noteAccess(tx, { actor, personId, act: 'exported', subject: 'own-data', purpose: 'own-request' });
    c.header('content-disposition', 'attachment; filename="likista.json"');
    return c.json(data);
  })

  .get('/me/notices', signedIn(), async (c) => {
    const declined = await declinedBy(c.var.tx, c.var.actor.personId);
    const kinds = choosable();
    const wanted = kinds.filter((one) => !declined.has(one.kind)).map((one) => one.kind);
    const saved = c.req.query('saved') !== undefined;
    return c.render(<OwnNoticesPage kinds={kinds} form={filledForm({ 'kinds[]': wanted })} saved={saved} />, {
      title: texts.notices,
      under,
    });
  })
  .post('/me/notices', signedIn(), async (c) => {
    const { tx, actor } = c.var;
    const form = readForm(noticesForm, c.var.form);
    if (form.ok) {
      const wanted = new Set(form.value['kinds[]'] ?? []);
      for (const kind of declinableKinds()) {
        await setDeclined(tx, actor.personId, kind, !wanted.has(kind.kind));
      }
    }
    return c.redirect('/me/notices?saved', 303);
  });

async function ownFiles(tx: Tx, actor: Actor): Promise<OwnFile[]> {
  const files: OwnFile[] = [];
  for (const { fileId, fileName } of await fileData(tx, actor.personId)) {
    const id = String(fileId);
    files.push({ id, name: String(fileName), href: await fileHref(tx, actor, id) });
  }
  return files;
}

async function ownPerson(tx: Tx, actor: Actor): Promise<Person> {
  const person = await personById(tx, actor.personId);
  if (!person) throw new NotFound('person');
  return person;
}

async function coachNames(tx: Tx, personId: string) {
  const now = await coachesOf(tx, personId, todayIn());
  if (now.length === 0) return [];
  const named = await coachesHistory(tx, personId);
  return now.flatMap(({ coachId, kind }) => {
    const found = named.find((one) => one.otherId === coachId);
    return found ? [{ kind, name: found.other }] : [];
  });
}

function choosable() {
  return declinableKinds().flatMap(({ kind, texts: { name } }) => (name ? [{ kind, name }] : []));
}
