// The administrator's page of one person's signing in.
import type { Context } from 'hono';
import { readForm, withError } from '../../../platform/forms.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { feature, signedIn } from '../../../platform/web.ts';
import { emptyForm, type FormState } from '../../../ui/form.tsx';
import { signerManagedBy } from './access.ts';
import { identityCodeForm } from './forms.ts';
import { hasIdentityCode, keepIdentityCode } from './oidc/oidc-match.ts';
import { passkeysOf, removeAllPasskeys } from './passkeys/passkeys.ts';
import { type Done, PersonSignInPage } from './person-page.tsx';
import { personTexts } from './person-texts.ts';
import { openSessionsOf } from './queries.ts';
import { endAllSessions } from './sessions/sessions.ts';

const administrator = { roles: ['administrator'], stepUp: true } as const;
const dones: readonly string[] = ['ended', 'removed', 'kept'] satisfies Done[];

// biome-ignore lint/suspicious/noExplicitAny: GET and POST draw the same page from their own contexts.
type AnyContext = Context<any>;

async function draw(c: AnyContext, personId: string, form: FormState = emptyForm) {
  const { tx, actor } = c.var as { tx: Tx; actor: Actor };
  const person = await signerManagedBy(tx, actor, personId, 'read');
  const done = c.req.query('done') ?? '';
  const sessions = await openSessionsOf(tx, personId);
  const passkeys = await passkeysOf(tx, personId);
  return c.render(
    <PersonSignInPage
      person={{ id: personId, name: `${person.givenName} ${person.familyName}`.trim() }}
      sessions={sessions.length}
      passkeys={passkeys.length}
      hasCode={await hasIdentityCode(tx, personId)}
      form={form}
      done={dones.includes(done) ? (done as Done) : undefined}
    />,
    {
      title: personTexts.pageTitle,
      under: '/people',
      kind: 'staff',
      status: form === emptyForm ? 200 : 422,
    },
  );
}

export const personRoutes = feature()
  .get('/people/:id/sign-in', signedIn(administrator), (c) => draw(c, c.req.param('id')))
  .post('/people/:id/sign-in/end', signedIn(administrator), async (c) => {
    const { id } = await signerManagedBy(c.var.tx, c.var.actor, c.req.param('id'), 'changed');
    await endAllSessions(c.var.tx, id);
    return c.redirect(`/people/${id}/sign-in?done=ended`, 303);
  })
  .post('/people/:id/sign-in/passkeys-removal', signedIn(administrator), async (c) => {
    const { id } = await signerManagedBy(c.var.tx, c.var.actor, c.req.param('id'), 'changed');
    await removeAllPasskeys(c.var.tx, c.var.actor, id);
    await endAllSessions(c.var.tx, id);
    return c.redirect(`/people/${id}/sign-in?done=removed`, 303);
  })
  .post('/people/:id/sign-in/identity-code', signedIn(administrator), async (c) => {
    const { id } = await signerManagedBy(c.var.tx, c.var.actor, c.req.param('id'), 'changed');
    const form = readForm(identityCodeForm, c.var.form);
    if (!form.ok) return draw(c, id, form);
    if (!(await keepIdentityCode(c.var.tx, c.var.actor, id, form.value.code)))
      return draw(c, id, withError(c.var.form, 'code', personTexts.codeTaken));
    return c.redirect(`/people/${id}/sign-in?done=kept`, 303);
  });
