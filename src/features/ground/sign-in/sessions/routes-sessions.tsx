// Where one is signed in, and proving again who one is before a sensitive act.
import { NotFound } from '../../../../platform/errors.ts';
import { readForm, withError } from '../../../../platform/forms.ts';

import { feature, ownPath, signedIn } from '../../../../platform/web.ts';
import { emptyForm } from '../../../../ui/form.tsx';
import { thisOffice } from '../../offices/door.ts';
import { ownSession } from '../access.ts';
import { beginTry, dropSession, endTry, putSealed, putSession, tryToken } from '../cookies.ts';
import { codeForm } from '../forms.ts';
import { forgetTries, limitCodesTo, limitNetwork, limitTriesFor } from '../limits.ts';
import { CodeGonePage } from '../links/code-page.tsx';
import { sendCode, tryCode, waitingCode } from '../links/codes.ts';
import { NoChannelPage } from '../links/link-page.tsx';
import { providerSession } from '../oidc/oidc-sessions.ts';
import { signedOutCookie } from '../oidc/routes-oidc.tsx';
import { ProveCodePage, ProvePage } from '../prove-page.tsx';
import { openSessionsOf, signerById } from '../queries.ts';
import { texts } from '../texts.ts';
import { sessionTexts } from './session-texts.ts';
import { endOtherSessions, endSession, endSessionRow, proveSession } from './sessions.ts';
import { SessionsPage } from './sessions-page.tsx';

export const sessionRoutes = feature()
  .get('/me/sessions', signedIn(), async (c) => {
    const sessions = await openSessionsOf(c.var.tx, c.var.actor.personId);
    const done = c.req.query('ended');
    return c.render(
      <SessionsPage
        sessions={sessions}
        current={c.var.actor.sessionId}
        ended={done === 'one' || done === 'others' ? done : undefined}
      />,
      { title: sessionTexts.title, under: '/me' },
    );
  })
  .post('/me/sessions/end-others', signedIn(), async (c) => {
    await endOtherSessions(c.var.tx, c.var.actor);
    return c.redirect('/me/sessions?ended=others', 303);
  })
  .post('/me/sessions/:id/end', signedIn(), async (c) => {
    await endSessionRow(c.var.tx, await ownSession(c.var.tx, c.var.actor, c.req.param('id')));
    return c.redirect('/me/sessions?ended=one', 303);
  })
  .get('/prove', signedIn(), async (c) => {
    const { tx, actor } = c.var;
    const signer = await signerById(tx, actor.personId);
    const session = await ownSession(tx, actor, actor.sessionId ?? '');
    const demonstration = session.way === 'demonstration' && tx.outside.config.demo;
    const passkey = signer?.hasPasskey ?? false;
    const ways = { passkey, code: !demonstration && !(passkey && signer?.staff), demonstration };
    return c.render(<ProvePage back={ownPath(c.req.query('back'))} ways={ways} />, {
      title: sessionTexts.proveTitle,
    });
  })
  .post('/prove', signedIn({ repeatable: true }), async (c) => {
    const { tx, actor } = c.var;
    const signer = await signerById(tx, actor.personId);
    // Staff who have a passkey prove themselves with it: a code would be the weaker way in.
    if (signer?.staff && signer.hasPasskey) throw new NotFound('way');
    await limitCodesTo(tx, actor.personId);
    const sent = await sendCode(tx, beginTry(c, tx.outside.config), {
      purpose: 'prove',
      personId: actor.personId,
      sessionId: actor.sessionId ?? '',
      landsOn: ownPath(String(c.var.form.get('back') ?? '')),
    });
    if (sent) return c.redirect('/prove/code', 303);
    return c.render(<NoChannelPage />, { title: texts.noChannelTitle, status: 409 });
  })
  .post('/prove/demonstration', signedIn({ repeatable: true }), async (c) => {
    const { tx, actor } = c.var;
    const session = await ownSession(tx, actor, actor.sessionId ?? '');
    if (session.way !== 'demonstration' || !tx.outside.config.demo) throw new NotFound('way');
    const proved = await proveSession(tx, actor);
    putSession(c, tx.outside.config, { officeId: tx.officeId, token: proved.token }, proved.seconds);
    return c.redirect(ownPath(String(c.var.form.get('back') ?? '')), 303);
  })
  .get('/prove/code', signedIn(), async (c) => {
    const { tx } = c.var;
    const waiting = await waitingCode(tx, tryToken(c, tx.outside.config), 'prove');
    if (waiting?.sessionId !== c.var.actor.sessionId || !waiting)
      return c.render(<CodeGonePage again="/prove" />, { title: texts.codeGoneTitle });
    return c.render(<ProveCodePage form={emptyForm} channel={waiting.channel} />, {
      title: texts.codeTitle,
    });
  })
  // As at signing in, a wrong code must stay counted although the answer refuses.
  .post('/prove/code', signedIn({ ownTransactions: true }), (c) =>
    c.var.house.inOffice(c.var.actor.officeId, async (tx) => {
      c.set('tx', tx);
      const { actor } = c.var;
      await limitNetwork(tx, 'code', c.var.remoteAddress);
      const browser = tryToken(c, tx.outside.config);
      const waiting = await waitingCode(tx, browser, 'prove');
      if (!waiting || waiting.sessionId !== actor.sessionId) return c.redirect('/prove/code', 303);
      const refuse = (form: typeof emptyForm) =>
        c.render(<ProveCodePage form={form} channel={waiting.channel} />, {
          title: texts.codeTitle,
          status: 422,
        });
      const form = readForm(codeForm, c.var.form);
      if (!form.ok) return refuse(form);
      await limitTriesFor(tx, actor.personId);
      const tried = await tryCode(tx, browser, 'prove', form.value.code);
      if (!tried.ok && tried.reason === 'wrong' && tried.triesLeft > 0)
        return refuse(withError(c.var.form, 'code', texts.codeWrong));
      if (!tried.ok) return c.redirect('/prove/code', 303);
      await forgetTries(tx, actor.personId);
      const proved = await proveSession(tx, actor);
      putSession(c, tx.outside.config, { officeId: tx.officeId, token: proved.token }, proved.seconds);
      endTry(c, tx.outside.config);
      return c.redirect(ownPath(tried.landsOn), 303);
    }),
  )
  .post('/sign-out', signedIn({ repeatable: true }), async (c) => {
    const { tx, actor } = c.var;
    const provider = await providerSession(tx, actor.sessionId ?? '');
    await endSession(tx, actor);
    dropSession(c, tx.outside.config);
    c.header('clear-site-data', '"cache", "storage"');
    if (!provider) return c.redirect('/', 303);
    putSealed(c, tx, signedOutCookie, provider, 60);
    return c.redirect(`/${(await thisOffice(tx)).slug}/signed-out`, 303);
  });
