// Personal links, codes and the public sign-in page. GET never writes: opening a link only looks at it.
import { NotFound } from '../../../../platform/errors.ts';
import { readForm, withError } from '../../../../platform/forms.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { feature, open, ownPath } from '../../../../platform/web.ts';
import { emptyForm } from '../../../../ui/form.tsx';
import { beginTry, deviceToken, tryToken } from '../cookies.ts';
import { enter } from '../enter.ts';
import { codeForm, linkRequest } from '../forms.ts';
import { forgetTries, limitCodesTo, limitNetwork, limitTriesFor } from '../limits.ts';
import { providersOf } from '../oidc/oidc-providers.ts';
import { type Signer, signerById } from '../queries.ts';
import { requestLink } from '../requests.ts';
import { knownDevice } from '../sessions/devices.ts';
import { LinkSentPage, SignInPage } from '../sign-in-page.tsx';
import { texts } from '../texts.ts';
import { CodeGonePage, CodePage } from './code-page.tsx';
import { sendCode, tryCode, waitingCode } from './codes.ts';
import { AskCodePage, ContinuePage, DeadLinkPage, NoChannelPage, PasskeyNeededPage } from './link-page.tsx';
import { type FoundLink, linkOf, useLink } from './links.ts';

type Way = 'continue' | 'code' | 'passkey';

/** What a person must still show beside the link. Staff show more: a link and a known browser are not enough. */
async function wayOf(tx: Tx, link: FoundLink, signer: Signer, device: string | undefined): Promise<Way> {
  if (link.demonstration) return 'continue';
  if (signer.staff) return signer.hasPasskey ? 'passkey' : 'code';
  return (await knownDevice(tx, signer.personId, device)) ? 'continue' : 'code';
}

const dead = { title: texts.deadLinkTitle, kind: 'public', status: 404 } as const;

export const linkRoutes = feature()
  .get('/l/:token', open(), async (c) => {
    const { tx } = c.var;
    const prefix = c.var.address?.pathPrefix ?? '';
    const link = await linkOf(tx, c.req.param('token'));
    if (link && c.var.visitor?.personId === link.personId) return c.redirect(link.landsOn, 303);
    const signer = link && !link.used ? await signerById(tx, link.personId) : undefined;
    if (!link || !signer) return c.render(<DeadLinkPage prefix={prefix} />, dead);
    const page = { title: texts.welcomeTitle, kind: 'public' } as const;
    const action = `${prefix}/l/${c.req.param('token')}`;
    switch (await wayOf(tx, link, signer, deviceToken(c, tx.outside.config))) {
      case 'passkey':
        return c.render(<PasskeyNeededPage prefix={prefix} landsOn={link.landsOn} />, page);
      case 'code':
        return c.render(<AskCodePage action={`${action}/code`} staff={signer.staff} />, page);
      case 'continue':
        return c.render(<ContinuePage action={action} demonstration={link.demonstration} />, page);
    }
  })
  .post('/l/:token', open({ repeatable: true }), async (c) => {
    const { tx } = c.var;
    await limitNetwork(tx, 'link', c.var.remoteAddress);
    const link = await linkOf(tx, c.req.param('token'), { lock: true });
    const signer = link && (await signerById(tx, link.personId));
    const way = link && signer && (await wayOf(tx, link, signer, deviceToken(c, tx.outside.config)));
    if (!link || !signer || way !== 'continue' || !(await useLink(tx, link.id))) {
      return c.redirect(`${c.var.address?.pathPrefix ?? ''}/l/${c.req.param('token')}`, 303);
    }
    const entered = await enter(c, tx, {
      signer,
      way: link.demonstration ? 'demonstration' : 'link',
      landsOn: link.landsOn,
    });
    return c.redirect(entered.landsOn, 303);
  })
  .post('/l/:token/code', open({ repeatable: true }), async (c) => {
    const { tx } = c.var;
    const prefix = c.var.address?.pathPrefix ?? '';
    await limitNetwork(tx, 'code', c.var.remoteAddress);
    const link = await linkOf(tx, c.req.param('token'));
    const signer = link && !link.used ? await signerById(tx, link.personId) : undefined;
    const way = link && signer && (await wayOf(tx, link, signer, deviceToken(c, tx.outside.config)));
    if (!link || !signer || way !== 'code') return c.redirect(`${prefix}/l/${c.req.param('token')}`, 303);
    await limitCodesTo(tx, signer.personId);
    const sent = await sendCode(tx, beginTry(c, tx.outside.config), {
      purpose: 'sign-in',
      personId: signer.personId,
      linkId: link.id,
      landsOn: link.landsOn,
    });
    if (sent) return c.redirect(`${prefix}/sign-in/code`, 303);
    return c.render(<NoChannelPage />, { title: texts.noChannelTitle, kind: 'public', status: 409 });
  })
  .get('/sign-in/code', open(), async (c) => {
    const { tx } = c.var;
    const prefix = c.var.address?.pathPrefix ?? '';
    const waiting = await waitingCode(tx, tryToken(c, tx.outside.config), 'sign-in');
    if (!waiting) {
      if (c.var.visitor) return c.redirect('/', 303);
      return c.render(<CodeGonePage again={`${prefix}/sign-in`} />, {
        title: texts.codeGoneTitle,
        kind: 'public',
      });
    }
    const signer = await signerById(tx, waiting.personId);
    return c.render(
      <CodePage
        form={emptyForm}
        action={`${prefix}/sign-in/code`}
        channel={waiting.channel}
        askShared={signer?.staff === false}
      />,
      { title: texts.codeTitle, kind: 'public' },
    );
  })
  // A wrong code costs a try, and that must stay written although the answer is a refusal: hence its own transaction.
  .post('/sign-in/code', open({ ownTransactions: true }), async (c) => {
    const officeId = c.var.address?.officeId ?? c.var.sessionToken?.officeId;
    if (!officeId) throw new NotFound('office');
    const prefix = c.var.address?.pathPrefix ?? '';
    return c.var.house.inOffice(officeId, async (tx) => {
      c.set('tx', tx);
      await limitNetwork(tx, 'code', c.var.remoteAddress);
      const browser = tryToken(c, tx.outside.config);
      const waiting = await waitingCode(tx, browser, 'sign-in');
      const signer = waiting && (await signerById(tx, waiting.personId));
      if (!waiting || !signer) return c.redirect(`${prefix}/sign-in/code`, 303);
      const refuse = (form: typeof emptyForm) =>
        c.render(
          <CodePage
            form={form}
            action={`${prefix}/sign-in/code`}
            channel={waiting.channel}
            askShared={!signer.staff}
          />,
          { title: texts.codeTitle, kind: 'public', status: 422 },
        );
      const form = readForm(codeForm, c.var.form);
      if (!form.ok) return refuse(form);
      await limitTriesFor(tx, signer.personId);
      const tried = await tryCode(tx, browser, 'sign-in', form.value.code);
      if (!tried.ok && tried.reason === 'wrong' && tried.triesLeft > 0)
        return refuse(withError(c.var.form, 'code', texts.codeWrong));
      if (!tried.ok || (tried.linkId && !(await useLink(tx, tried.linkId))))
        return c.redirect(`${prefix}/sign-in/code`, 303);
      await forgetTries(tx, signer.personId);
      const entered = await enter(c, tx, {
        signer,
        way: 'code',
        landsOn: tried.landsOn,
        shared: form.value.shared === 'yes' && !signer.staff,
        codeBy: tried.channel,
      });
      return c.redirect(entered.landsOn, 303);
    });
  })
  .get('/sign-in', open(), async (c) => {
    if (c.var.visitor) return c.redirect(ownPath(c.req.query('back')), 303);
    return c.render(
      <SignInPage
        form={emptyForm}
        prefix={c.var.address?.pathPrefix ?? ''}
        back={ownPath(c.req.query('back'))}
        providers={await providersOf(c.var.tx)}
      />,
      { title: texts.signIn, kind: 'public' },
    );
  })
  .post('/sign-in', open(), async (c) => {
    const { tx } = c.var;
    const prefix = c.var.address?.pathPrefix ?? '';
    await limitNetwork(tx, 'request', c.var.remoteAddress);
    const form = readForm(linkRequest, c.var.form);
    if (!form.ok) {
      return c.render(
        <SignInPage
          form={form}
          prefix={prefix}
          back={ownPath(String(form.values.back ?? ''))}
          providers={await providersOf(c.var.tx)}
        />,
        { title: texts.signIn, kind: 'public', status: 422 },
      );
    }
    await requestLink(tx, {
      address: form.value.address,
      landsOn: ownPath(form.value.back),
      remoteAddress: c.var.remoteAddress,
      device: deviceToken(c, tx.outside.config),
    });
    return c.redirect(`${prefix}/sign-in/sent`, 303);
  })
  .get('/sign-in/sent', open(), (c) =>
    c.render(<LinkSentPage prefix={c.var.address?.pathPrefix ?? ''} />, {
      title: texts.sentTitle,
      kind: 'public',
    }),
  );
