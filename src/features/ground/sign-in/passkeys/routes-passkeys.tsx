// Passkeys: one's own list, making one, signing in and proving oneself with one. The questions and answers travel as
// JSON because only the browser's script can carry them to the device.

import { houseZone } from '../../../../platform/clock.ts';
import { BadRequest } from '../../../../platform/errors.ts';
import { readForm } from '../../../../platform/forms.ts';
import { say } from '../../../../platform/language.ts';
import { feature, open, ownPath, signedIn } from '../../../../platform/web.ts';
import { thisOffice } from '../../offices/door.ts';
import { ownPasskey } from '../access.ts';
import { putSession } from '../cookies.ts';
import { enter } from '../enter.ts';
import { passkeyName } from '../forms.ts';
import { limitNetwork } from '../limits.ts';
import { passkeyPlace } from '../place.ts';
import { signerById } from '../queries.ts';
import { deviceInWords } from '../sessions/devices.ts';
import { proveSession } from '../sessions/sessions.ts';
import { passkeyTexts } from './passkey-texts.ts';
import {
  askToRegister,
  askToSign,
  passkeysOf,
  registerPasskey,
  removePasskey,
  renamePasskey,
  signedBy,
} from './passkeys.ts';
import { NewPasskeyPage, PasskeysPage, RenamePasskeyPage } from './passkeys-page.tsx';

const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(houseZone).toPlainDate();

/** The device's answer, sent as a JSON text in one field. */
function answerIn(form: FormData): unknown {
  try {
    return JSON.parse(String(form.get('response') ?? ''));
  } catch {
    return undefined;
  }
}

const refused = () => new BadRequest(400, 'the passkey answer was refused');

export const passkeyRoutes = feature()
  .get('/me/passkeys', signedIn(), async (c) => {
    const passkeys = (await passkeysOf(c.var.tx, c.var.actor.personId)).map((one) => ({
      id: one.id,
      name: one.name,
      madeOn: dayOf(one.createdAt),
      usedOn: one.usedAt && dayOf(one.usedAt),
    }));
    return c.render(<PasskeysPage passkeys={passkeys} />, { title: passkeyTexts.title, under: '/me' });
  })
  .get('/me/passkeys/new', signedIn({ stepUp: true }), async (c) => {
    const signer = await signerById(c.var.tx, c.var.actor.personId);
    const back = c.req.query('back');
    return c.render(
      <NewPasskeyPage
        back={back === undefined ? '/me/passkeys' : ownPath(back)}
        name={deviceInWords(c.req.header('user-agent'))}
        leadIn={back !== undefined && signer?.staff === true}
      />,
      { title: passkeyTexts.make, under: '/me' },
    );
  })
  .post('/me/passkeys/options', signedIn({ stepUp: true, repeatable: true }), async (c) => {
    const office = await thisOffice(c.var.tx);
    const place = await passkeyPlace(c, c.var.tx);
    return c.json(await askToRegister(c.var.tx, c.var.actor, place, say(c.var.actor.language, office.name)));
  })
  .post('/me/passkeys', signedIn({ stepUp: true, repeatable: true }), async (c) => {
    const { tx, actor } = c.var;
    const name = String(c.var.form.get('name') ?? '').trim() || say(actor.language, passkeyTexts.unnamed);
    const made = await registerPasskey(tx, actor, await passkeyPlace(c, tx), {
      response: answerIn(c.var.form),
      name,
    });
    if (!made) throw refused();
    return c.json({ to: ownPath(String(c.var.form.get('back') ?? '')) });
  })
  .get('/me/passkeys/:id', signedIn(), async (c) => {
    const passkey = await ownPasskey(c.var.tx, c.var.actor, c.req.param('id'));
    return c.render(<RenamePasskeyPage id={passkey.id} name={passkey.name} />, {
      title: passkeyTexts.rename,
      under: '/me',
    });
  })
  .post('/me/passkeys/:id', signedIn(), async (c) => {
    const passkey = await ownPasskey(c.var.tx, c.var.actor, c.req.param('id'));
    const form = readForm(passkeyName, c.var.form);
    if (!form.ok) {
      return c.render(<RenamePasskeyPage id={passkey.id} name="" form={form} />, {
        title: passkeyTexts.rename,
        under: '/me',
        status: 422,
      });
    }
    await renamePasskey(c.var.tx, c.var.actor, passkey.id, form.value.name);
    return c.redirect('/me/passkeys', 303);
  })
  .post('/me/passkeys/:id/removal', signedIn({ stepUp: true }), async (c) => {
    const passkey = await ownPasskey(c.var.tx, c.var.actor, c.req.param('id'));
    await removePasskey(c.var.tx, c.var.actor, passkey.id);
    return c.redirect('/me/passkeys', 303);
  })
  .post('/sign-in/passkey/options', open({ repeatable: true }), async (c) => {
    await limitNetwork(c.var.tx, 'passkey', c.var.remoteAddress);
    return c.json(await askToSign(c.var.tx, await passkeyPlace(c, c.var.tx), null));
  })
  .post('/sign-in/passkey', open({ repeatable: true }), async (c) => {
    const { tx } = c.var;
    await limitNetwork(tx, 'passkey', c.var.remoteAddress);
    const personId = await signedBy(tx, await passkeyPlace(c, tx), answerIn(c.var.form), null);
    const signer = personId === undefined ? undefined : await signerById(tx, personId);
    if (!signer) throw refused();
    const entered = await enter(c, tx, {
      signer,
      way: 'passkey',
      landsOn: ownPath(String(c.var.form.get('back') ?? '')),
    });
    return c.json({ to: entered.landsOn });
  })
  .post('/prove/passkey/options', signedIn({ repeatable: true }), async (c) => {
    const { tx, actor } = c.var;
    await limitNetwork(tx, 'passkey', c.var.remoteAddress);
    return c.json(await askToSign(tx, await passkeyPlace(c, tx), actor.personId));
  })
  .post('/prove/passkey', signedIn({ repeatable: true }), async (c) => {
    const { tx, actor } = c.var;
    await limitNetwork(tx, 'passkey', c.var.remoteAddress);
    const place = await passkeyPlace(c, tx);
    const personId = await signedBy(tx, place, answerIn(c.var.form), actor.personId);
    if (personId === undefined) throw refused();
    const proved = await proveSession(tx, actor);
    putSession(c, tx.outside.config, { officeId: tx.officeId, token: proved.token }, proved.seconds);
    return c.json({ to: ownPath(String(c.var.form.get('back') ?? '')) });
  });
