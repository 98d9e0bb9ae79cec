// The administrator's pages of identity providers. A change is tried against the provider before it is saved, outside
// every transaction, so that a wrong address is found here and not by the first person who cannot sign in.
import { NotFound } from '../../../../platform/errors.ts';
import { readForm, withError } from '../../../../platform/forms.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { feature, signedIn } from '../../../../platform/web.ts';
import { type FormState, filledForm } from '../../../../ui/form.tsx';
import { thisOffice } from '../../offices/door.ts';
import { ownOrigin } from '../place.ts';
import { readConfiguration } from './oidc-client.ts';
import { providerById, providersOf, saveProvider, secretOf } from './oidc-providers.ts';
import { changeFrom, newProviderValues, providerForm, valuesFrom } from './provider-forms.ts';
import { providerTexts } from './provider-texts.ts';
import { ProviderPage, ProvidersPage } from './providers-page.tsx';

const administrator = { roles: ['administrator'], stepUp: true } as const;
const page = { title: providerTexts.change, under: '/office', kind: 'staff' } as const;

async function known(tx: Tx, id: string) {
  const provider = await providerById(tx, id);
  if (!provider) throw new NotFound('provider');
  return provider;
}

export const providerRoutes = feature()
  .get('/office/sign-in-providers', signedIn(administrator), async (c) =>
    c.render(<ProvidersPage providers={await providersOf(c.var.tx, true)} />, {
      ...page,
      title: providerTexts.title,
    }),
  )
  .get('/office/sign-in-providers/new', signedIn(administrator), (c) =>
    c.render(<ProviderPage id={undefined} form={filledForm(newProviderValues)} addresses={undefined} />, {
      ...page,
      title: providerTexts.add,
    }),
  )
  .get('/office/sign-in-providers/:id', signedIn(administrator), async (c) => {
    const provider = await known(c.var.tx, c.req.param('id'));
    const from = `${await ownOrigin(c, c.var.tx)}/${(await thisOffice(c.var.tx)).slug}/sign-in`;
    const addresses = {
      redirect: `${from}/oidc/callback`,
      afterLogout: from,
      backChannel: `${from}/oidc/${provider.id}/back-channel-logout`,
    };
    return c.render(
      <ProviderPage id={provider.id} form={filledForm(valuesFrom(provider))} addresses={addresses} />,
      page,
    );
  })
  .post('/office/sign-in-providers/:id', signedIn({ ...administrator, ownTransactions: true }), async (c) => {
    const { inOffice } = c.var.house;
    const { actor } = c.var;
    const id = c.req.param('id') === 'new' ? undefined : c.req.param('id');
    const refuse = (form: FormState) =>
      inOffice(actor.officeId, async (tx) => {
        c.set('tx', tx);
        return c.render(<ProviderPage id={id} form={form} addresses={undefined} />, { ...page, status: 422 });
      });
    const read = await inOffice(actor.officeId, async (tx) => {
      const old = id === undefined ? undefined : await known(tx, id);
      return {
        form: readForm(providerForm(tx.outside.config.baseUrl), c.var.form),
        secret: old && secretOf(tx, old),
        others: (await providersOf(tx, true)).filter((one) => one.id !== id),
      };
    });
    if (!read.form.ok) return refuse(read.form);
    const change = changeFrom(read.form.value);
    if (read.others.some((one) => one.issuer === change.issuer && one.clientId === change.clientId))
      return refuse(withError(c.var.form, 'issuer', providerTexts.exists));
    const answers = await readConfiguration({
      provider: change,
      secret: change.clientSecret ?? read.secret,
    }).then(
      () => true,
      () => false,
    );
    if (!answers) return refuse(withError(c.var.form, 'issuer', providerTexts.issuerSilent));
    const saved = await inOffice(actor.officeId, (tx) => saveProvider(tx, actor, id, change));
    return c.redirect(`/office/sign-in-providers/${saved}`, 303);
  });
