import { BadRequest, NotFound } from '../../../platform/errors.ts';
import { readForm } from '../../../platform/forms.ts';
import { isSignedReport, smsReport } from '../../../platform/sms.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { allow, feature, open } from '../../../platform/web.ts';
import { emptyForm } from '../../../ui/form.tsx';
import { countsFor, failuresFor, waitingDelivery, waitingFor } from './access.ts';
import { lockDelivery } from './actions.ts';
import { CallPage, CallsPage } from './by-hand/calls-page.tsx';
import { DeliveriesPage } from './by-hand/deliveries-page.tsx';
import { LettersPage, PrintedLettersPage } from './by-hand/letters-page.tsx';
import { declineKindsOf, isDeclined, markPosted, noteCall, noteOf } from './by-hand/staff-actions.ts';
import { DeclinePage } from './decline-page.tsx';
import { callForm, postedForm } from './forms.ts';
import { OutboxPage } from './outbox-page.tsx';
import { letterSheets, outboxMessages, wordsOfCall } from './queries.ts';
import { applyReport } from './sending/deliver.ts';
import { texts } from './texts.ts';
import { declinedDelivery } from './wording/message.ts';

const staff = allow('coach', 'manager', 'administrator');
const under = { kind: 'staff', under: '/deliveries' } as const;

export const routes = feature()
  .get('/deliveries', staff, async (c) => {
    const counts = await countsFor(c.var.tx, c.var.actor);
    const failures = await failuresFor(c.var.tx, c.var.actor);
    return c.render(<DeliveriesPage failures={failures} counts={counts} />, { title: texts.title, ...under });
  })
  .get('/deliveries/letters', staff, async (c) => {
    const counts = await countsFor(c.var.tx, c.var.actor);
    const letters = await waitingFor(c.var.tx, c.var.actor, 'letter');
    const posted = c.req.query('done') === 'posted';
    return c.render(<LettersPage letters={letters} counts={counts} posted={posted} />, {
      title: texts.letters,
      ...under,
    });
  })
  .get('/deliveries/letters/print', staff, async (c) => {
    const letters = await waitingFor(c.var.tx, c.var.actor, 'letter');
    if (letters.length === 0) return c.redirect('/deliveries/letters', 303);
    const sheets = await letterSheets(c.var.tx, letters);
    return c.render(<PrintedLettersPage letters={sheets} />, { title: texts.letters, ...under });
  })
  .get('/deliveries/letters/:id', staff, async (c) => {
    const letter = await waitingDelivery(c.var.tx, c.var.actor, c.req.param('id'), 'letter');
    const sheets = await letterSheets(c.var.tx, [letter]);
    return c.render(<PrintedLettersPage letters={sheets} />, { title: texts.letters, ...under });
  })
  .post('/deliveries/letters/posted', staff, async (c) => {
    const form = readForm(postedForm, c.var.form);
    if (!form.ok) return c.redirect('/deliveries/letters', 303);
    for (const id of new Set(form.value['letter[]'])) {
      const { delivery } = await waitingDelivery(c.var.tx, c.var.actor, id, 'letter');
      await markPosted(c.var.tx, c.var.actor, delivery);
    }
    return c.redirect('/deliveries/letters?done=posted', 303);
  })
  .get('/deliveries/calls', staff, async (c) => {
    const counts = await countsFor(c.var.tx, c.var.actor);
    const calls = await waitingFor(c.var.tx, c.var.actor, 'phone');
    const done = c.req.query('done');
    return c.render(
      <CallsPage
        calls={calls}
        counts={counts}
        done={done === 'reached' || done === 'not-reached' ? done : undefined}
      />,
      { title: texts.calls, ...under },
    );
  })
  .get('/deliveries/calls/:id', staff, async (c) => {
    const call = await waitingDelivery(c.var.tx, c.var.actor, c.req.param('id'), 'phone');
    return c.render(
      <CallPage
        call={call}
        paragraphs={await wordsOfCall(c.var.tx, call)}
        language={call.person.language}
        earlierNote={await noteOf(c.var.tx, call.delivery)}
        form={emptyForm}
      />,
      { title: texts.calls, ...under },
    );
  })
  .post('/deliveries/calls/:id', staff, async (c) => {
    const call = await waitingDelivery(c.var.tx, c.var.actor, c.req.param('id'), 'phone');
    const form = readForm(callForm, c.var.form);
    if (!form.ok) {
      const words = await wordsOfCall(c.var.tx, call);
      const note = await noteOf(c.var.tx, call.delivery);
      return c.render(
        <CallPage
          call={call}
          paragraphs={words}
          language={call.person.language}
          earlierNote={note}
          form={form}
        />,
        { title: texts.calls, ...under, status: 422 },
      );
    }
    const { outcome, note } = form.value;
    await noteCall(c.var.tx, c.var.actor, call.delivery, { reached: outcome === 'reached', note });
    return c.redirect(`/deliveries/calls?done=${outcome}`, 303);
  })
  .get('/decline/:code', open(), async (c) => {
    const delivery = await signedDelivery(c.var.tx, c.req.param('code'));
    return c.render(
      <DeclinePage
        action={`${c.var.address?.pathPrefix ?? ''}${c.req.path}`}
        declined={await isDeclined(c.var.tx, delivery)}
      />,
      { title: texts.declineTitle, kind: 'public' },
    );
  })
  // Mail programs post here by themselves, without a page of ours and so without a key (RFC 8058).
  .post('/decline/:code', open({ repeatable: true }), async (c) => {
    const delivery = await signedDelivery(c.var.tx, c.req.param('code'));
    await declineKindsOf(c.var.tx, delivery);
    return c.redirect(`${c.var.address?.pathPrefix ?? ''}${c.req.path}`, 303);
  })
  .post('/sms-report', open({ repeatable: true, bodyLimit: 4_096 }), async (c) => {
    const key = c.var.tx.outside.config.sms?.key;
    const report = smsReport.safeParse(Object.fromEntries(c.var.form));
    if (!key || !report.success) throw new BadRequest(400, 'not a delivery report');
    if (!isSignedReport(key, report.data)) throw new BadRequest(403, 'not signed by the gateway');
    await applyReport(c.var.tx, report.data);
    return c.body(null, 204);
  })
  .get('/outbox', open(), async (c) => {
    if (!c.var.tx.outside.config.demo) throw new NotFound('outbox');
    const messages = await outboxMessages(c.var.tx);
    return c.render(<OutboxPage messages={messages} />, { title: texts.outboxTitle, kind: 'public' });
  });

async function signedDelivery(tx: Tx, code: string) {
  const id = declinedDelivery(tx, code);
  const delivery = id && (await lockDelivery(tx, id));
  if (!delivery) throw new NotFound('delivery');
  return delivery;
}
