import { BadRequest } from '../../../../platform/errors.ts';
import { readForm } from '../../../../platform/forms.ts';
import { feature, open, signedIn, type Variables } from '../../../../platform/web.ts';
import { deviceCheckForm } from '../forms.ts';
import { askingServers, connectionOf } from '../line/connection.ts';
import { spoken } from '../spoken.ts';
import { checkTexts } from './check-texts.ts';
import type { DeviceCheckProps } from './device-check.tsx';
import { keepDeviceCheck } from './device-check-actions.ts';
import { DeviceCheckPage } from './device-check-page.tsx';

type Asking = { var: Pick<Variables, 'tx' | 'visitor' | 'language' | 'address'> };

/** What the device check of this request's reader needs. */
export function checkFor(c: Asking): DeviceCheckProps {
  const turn = c.var.tx?.outside.config.turn;
  return {
    words: spoken(c.var.visitor?.language ?? c.var.language, checkTexts),
    servers: askingServers(turn),
    connectionAt: c.var.visitor ? '/device-check/connection' : undefined,
    postTo: c.var.visitor ? '/device-check' : undefined,
    echo: `${c.var.visitor ? '' : (c.var.address?.pathPrefix ?? '')}/device-check/echo`,
  };
}

export const deviceCheckRoutes = feature()
  .get('/device-check', open(), async (c) =>
    c.render(<DeviceCheckPage check={checkFor(c)} />, { title: checkTexts.title }),
  )
  // Only to be timed; nothing is asked of the database.
  .get('/device-check/echo', open({ withoutOffice: true }), async (c) => c.body(null, 204))
  .get('/device-check/connection', signedIn(), async (c) =>
    c.json(await connectionOf(c.var.tx, { id: c.var.actor.personId })),
  )
  .post('/device-check', signedIn({ repeatable: true }), async (c) => {
    const form = readForm(deviceCheckForm, c.var.form);
    if (!form.ok) throw new BadRequest(400, 'not a device check');
    await keepDeviceCheck(c.var.tx, c.var.actor, form.value);
    return c.body(null, 204);
  });
