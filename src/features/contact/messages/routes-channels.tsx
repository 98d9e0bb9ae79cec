// Channels: read, write, report; and for their moderators pin, remove, mute, close and set hours.
import type { Context } from 'hono';
import { nowIn } from '../../../platform/clock.ts';
import { emptyForm, type FormState, readForm, withError } from '../../../platform/forms.ts';
import type { Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { feature, NotFound, signedIn, type Variables } from '../../../platform/web.ts';
import { fileBodyLimit, refusalTexts } from '../../ground/files/door.ts';
import { thisOffice, weekForm } from '../../ground/offices/door.ts';
import { channelFor, channelModeratedBy, messageIn, noteAuthors } from './access.ts';
import { deleteMessage } from './actions.ts';
import {
  channelNow,
  closeChannelNow,
  handleReports,
  isMuted,
  muteMember,
  pinMessage,
  postInChannel,
  reportMessage,
  setChannelHours,
} from './channel-actions.ts';
import { ChannelPage } from './channel-page.tsx';
import { closingForm, messageForm, muteForm, outcomeForm, pinForm, reportForm } from './forms.ts';
import {
  hoursOf,
  messagesOfChannel,
  openReportsOf,
  personsInChannel,
  pinnedInChannel,
  readingMarkOf,
  shownMessage,
} from './queries.ts';
import { ReportPage } from './report-page.tsx';
import { fileIn, positionFrom } from './routes.tsx';
import { texts } from './texts.ts';

type SignedInContext = Context<{ Variables: Variables & { tx: Tx; actor: Actor } }>;

export const channelRoutes = feature()
  .get('/channels/:id', signedIn(), (c) => renderChannel(c, c.req.param('id'), {}))
  .post('/channels/:id', signedIn({ bodyLimit: fileBodyLimit }), async (c) => {
    const { tx, actor } = c.var;
    const seat = await channelFor(tx, actor, c.req.param('id'));
    const form = readForm(messageForm, c.var.form);
    if (!form.ok) return renderChannel(c, seat.id, { form });
    const refuse = (field: string, why: Text) =>
      renderChannel(c, seat.id, { form: withError(c.var.form, field, why) });
    const file = fileIn(c.var.form);
    if (form.value.text === '' && !file) return refuse('text', texts.writeSomething);
    const posted = await postInChannel(tx, actor, seat, { text: form.value.text, file });
    if (posted.ok) return c.redirect(`/channels/${seat.id}#newest`, 303);
    if (posted.reason === 'muted') return refuse('form', texts.youAreMuted);
    if (posted.reason === 'closed') return refuse('form', texts.nowClosed);
    return refuse('file', refusalTexts[posted.reason]);
  })
  .get('/channels/:id/messages/:messageId/report', signedIn(), (c) =>
    renderReport(c, c.req.param('id'), c.req.param('messageId'), emptyForm),
  )
  .post('/channels/:id/messages/:messageId/report', signedIn(), async (c) => {
    const { tx, actor } = c.var;
    const { seat, ids } = await messageFrom(c);
    const form = readForm(reportForm, c.var.form);
    if (!form.ok) return renderReport(c, seat.id, ids.messageId, form);
    await reportMessage(tx, actor, ids, form.value);
    return c.redirect(`/channels/${seat.id}?reported=yes`, 303);
  })
  .post('/channels/:id/messages/:messageId/deletion', signedIn(), async (c) => {
    const { seat, message, ids } = await messageFrom(c);
    const { tx, actor } = c.var;
    if (message.authorId === actor.personId) await deleteMessage(tx, actor, ids.messageId);
    else if (seat.moderates) await handleReports(tx, actor, ids, 'removed');
    else throw new NotFound('message');
    return c.redirect(`/channels/${seat.id}#newest`, 303);
  })
  .post('/channels/:id/messages/:messageId/pin', signedIn(), async (c) => {
    const { seat, ids } = await messageFrom(c);
    const form = readForm(pinForm, c.var.form);
    if (!seat.moderates || !form.ok) throw new NotFound('message');
    await pinMessage(c.var.tx, c.var.actor, ids, form.value.pinned === 'yes');
    return c.redirect(`/channels/${seat.id}`, 303);
  })
  .post('/channels/:id/messages/:messageId/reports', signedIn(), async (c) => {
    const { seat, ids } = await messageFrom(c);
    const form = readForm(outcomeForm, c.var.form);
    if (!seat.moderates || !form.ok) throw new NotFound('message');
    await handleReports(c.var.tx, c.var.actor, ids, form.value.outcome);
    return c.redirect(`/channels/${seat.id}`, 303);
  })
  .post('/channels/:id/members/:personId/muting', signedIn(), async (c) => {
    const seat = await channelModeratedBy(c.var.tx, c.var.actor, c.req.param('id'));
    const form = readForm(muteForm, c.var.form);
    const personId = c.req.param('personId');
    if (!form.ok || !isId(personId)) throw new NotFound('member');
    const until = await muteUntil(c.var.tx, form.value.length);
    if (!(await muteMember(c.var.tx, c.var.actor, { channelId: seat.id, personId, until })))
      throw new NotFound('member');
    return c.redirect(`/channels/${seat.id}#persons`, 303);
  })
  .post('/channels/:id/closing', signedIn(), async (c) => {
    const seat = await channelModeratedBy(c.var.tx, c.var.actor, c.req.param('id'));
    const form = readForm(closingForm, c.var.form);
    if (!form.ok) throw new NotFound('channel');
    await closeChannelNow(c.var.tx, c.var.actor, seat.id, form.value.closed === 'yes');
    return c.redirect(`/channels/${seat.id}`, 303);
  })
  .post('/channels/:id/hours', signedIn(), async (c) => {
    const seat = await channelModeratedBy(c.var.tx, c.var.actor, c.req.param('id'));
    const form = readForm(weekForm, c.var.form);
    if (!form.ok) return renderChannel(c, seat.id, { hoursForm: form });
    const hours = [...form.value].flatMap(([weekday, spans]) => spans.map((span) => ({ weekday, ...span })));
    await setChannelHours(c.var.tx, c.var.actor, seat.id, hours);
    return c.redirect(`/channels/${seat.id}`, 303);
  });

async function messageFrom(c: SignedInContext) {
  const { tx, actor } = c.var;
  const seat = await channelFor(tx, actor, c.req.param('id'));
  const message = await messageIn(tx, actor, seat, c.req.param('messageId'));
  return { seat, message, ids: { messageId: message.id, conversationId: seat.id } };
}

async function muteUntil(tx: Tx, length: 'hour' | 'day' | 'week' | 'none') {
  const { timeZone } = await thisOffice(tx);
  const now = nowIn(timeZone);
  if (length === 'none') return null;
  if (length === 'hour') return now.add({ hours: 1 }).toInstant();
  return now
    .toPlainDate()
    .add({ days: length === 'day' ? 1 : 7 })
    .toZonedDateTime(timeZone)
    .toInstant();
}

async function renderChannel(
  c: SignedInContext,
  channelId: string | undefined,
  forms: { form?: FormState; hoursForm?: FormState },
) {
  const { tx, actor } = c.var;
  const seat = await channelFor(tx, actor, channelId);
  const before = positionFrom(c.req.query('before'));
  const page = await messagesOfChannel(tx, actor, seat, before);
  const pinned = await pinnedInChannel(tx, actor, seat);
  const persons = await personsInChannel(tx, seat);
  noteAuthors(
    tx,
    actor,
    [...page.messages.map((m) => m.authorId), ...persons.map((p) => p.personId)].filter(
      (id) => !persons.some((p) => p.personId === id && p.part === 'moderator'),
    ),
  );
  const mark = await readingMarkOf(tx, actor.personId, { channelId: seat.id });
  const { timeZone } = await thisOffice(tx);
  const failed = forms.form !== undefined || forms.hoursForm !== undefined;
  return c.render(
    <ChannelPage
      seat={seat}
      state={await channelNow(tx, seat)}
      now={nowIn(timeZone)}
      muted={isMuted(seat)}
      pinned={pinned}
      persons={persons}
      reports={seat.moderates ? await openReportsOf(tx, actor, seat.id) : []}
      form={forms.form ?? emptyForm}
      hoursForm={forms.hoursForm ?? (seat.moderates ? await hoursOf(tx, seat.id) : emptyForm)}
      liveToken={c.var.liveToken(`channel:${seat.id}`)}
      reported={c.req.query('reported') === 'yes'}
      talk={{
        page,
        zone: timeZone,
        viewerId: actor.personId,
        href: `/channels/${seat.id}`,
        readTo: mark.readTo,
        conversationId: seat.id,
        newest: before === undefined,
      }}
    />,
    { title: seat.title, status: failed ? 422 : 200, under: '/messages' },
  );
}

async function renderReport(c: SignedInContext, channelId: string, messageId: string, form: FormState) {
  const { tx, actor } = c.var;
  const seat = await channelFor(tx, actor, channelId);
  const { id, authorId } = await messageIn(tx, actor, seat, messageId);
  if (authorId === actor.personId) throw new NotFound('message');
  const message = await shownMessage(tx, actor, id);
  if (!message) throw new NotFound('message');
  return c.render(<ReportPage href={`/channels/${seat.id}`} message={message} form={form} />, {
    title: texts.reportTitle,
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    under: '/messages',
  });
}
