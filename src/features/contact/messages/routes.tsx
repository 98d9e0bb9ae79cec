// Threads: a client's own, and those of a coach's clients. Channels have their own routes (routes-channels.tsx).
import type { Context } from 'hono';
import { emptyForm, type FormState, readForm, withError } from '../../../platform/forms.ts';
import type { Text } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import { hasRole } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { isId } from '../../../platform/tenancy.ts';
import { allow, feature, NotFound, ownPath, signedIn, type Variables } from '../../../platform/web.ts';
import { fileBodyLimit, refusalTexts } from '../../ground/files/door.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { channelFor, ownMessageInThread, threadFor } from './access.ts';
import { deleteMessage, markRead, postInThread } from './actions.ts';
import { messageForm, readingForm } from './forms.ts';
import { MessagesPage } from './messages-page.tsx';
import { clientOfConversation, inboxOf, messagesOfThread, readingMarkOf } from './queries.ts';
import { texts } from './texts.ts';
import { ThreadPage } from './thread-page.tsx';

type SignedInContext = Context<{ Variables: Variables & { tx: Tx; actor: Actor } }>;

export const routes = feature()
  .get('/messages', allow('client', 'coach'), async (c) => {
    const { tx, actor } = c.var;
    if (!hasRole(actor, 'coach')) return renderThread(c, actor.personId, emptyForm);
    const { timeZone } = await thisOffice(tx);
    const inbox = await inboxOf(tx, actor.personId);
    return c.render(
      <MessagesPage
        inbox={inbox}
        zone={timeZone}
        liveTokens={inbox.map((one) => c.var.liveToken(topicOf(one)))}
      />,
      { title: texts.messages },
    );
  })
  .get('/messages/:clientId', allow('client', 'coach'), (c) =>
    renderThread(c, c.req.param('clientId'), emptyForm),
  )
  .post(
    '/messages/:clientId',
    signedIn({ roles: ['client', 'coach'], bodyLimit: fileBodyLimit }),
    async (c) => {
      const { tx, actor } = c.var;
      const thread = await threadFor(tx, actor, c.req.param('clientId'), 'changed');
      const form = readForm(messageForm, c.var.form);
      if (!form.ok) return renderThread(c, thread.clientId, form, 422);
      const refuse = (field: string, why: Text) =>
        renderThread(c, thread.clientId, withError(c.var.form, field, why), 422);
      const file = fileIn(c.var.form);
      if (form.value.text === '' && !file) return refuse('text', texts.writeSomething);
      const posted = await postInThread(tx, actor, thread.clientId, { text: form.value.text, file });
      if (!posted.ok) return refuse('file', refusalTexts[posted.reason]);
      return c.redirect(`/messages/${thread.clientId}#newest`, 303);
    },
  )
  .post('/messages/:clientId/:messageId/deletion', allow('client', 'coach'), async (c) => {
    const thread = await threadFor(c.var.tx, c.var.actor, c.req.param('clientId'), 'changed');
    const message = await ownMessageInThread(c.var.tx, c.var.actor, thread, c.req.param('messageId'));
    await deleteMessage(c.var.tx, c.var.actor, message.id);
    return c.redirect(`/messages/${thread.clientId}#newest`, 303);
  })
  .post('/conversations/:id/reading', signedIn({ repeatable: true }), async (c) => {
    const { tx, actor } = c.var;
    const id = c.req.param('id');
    const form = readForm(readingForm, c.var.form);
    if (!form.ok || !isId(id)) throw new NotFound('conversation');
    const clientId = await clientOfConversation(tx, id);
    if (clientId) await threadFor(tx, actor, clientId);
    else await channelFor(tx, actor, id);
    await markRead(tx, actor.personId, id, form.value.readTo);
    return c.redirect(`${ownPath(String(c.var.form.get('back') ?? '/messages'))}#newest`, 303);
  });

const topicOf = (one: { kind: string; conversationId: string | null; clientId: string | null }) =>
  one.kind === 'channel' ? `channel:${one.conversationId}` : `thread:${one.clientId}`;

async function renderThread(
  c: SignedInContext,
  clientId: string | undefined,
  form: FormState,
  status: 200 | 422 = 200,
) {
  const { tx, actor } = c.var;
  const thread = await threadFor(tx, actor, clientId);
  const before = positionFrom(c.req.query('before'));
  const own = thread.clientId === actor.personId;
  const page = await messagesOfThread(tx, actor, thread.clientId, before);
  const mark = await readingMarkOf(tx, actor.personId, { clientId: thread.clientId });
  const { timeZone } = await thisOffice(tx);
  const channels = own ? (await inboxOf(tx, actor.personId)).filter((one) => one.kind === 'channel') : [];
  return c.render(
    <ThreadPage
      own={own}
      clientId={thread.clientId}
      clientName={thread.clientName}
      form={form}
      liveToken={c.var.liveToken(`thread:${thread.clientId}`)}
      channels={channels}
      talk={{
        page,
        zone: timeZone,
        viewerId: actor.personId,
        href: `/messages/${thread.clientId}`,
        readTo: mark.readTo,
        conversationId: mark.conversationId,
        newest: before === undefined,
      }}
    />,
    { title: texts.messages, status, under: '/messages' },
  );
}

/** The position in `?before=`; undefined when there is none, or it is not a number of ours. */
export function positionFrom(value: string | undefined): number | undefined {
  return /^\d{1,15}$/.test(value ?? '') ? Number(value) : undefined;
}

/** The file that was chosen in a form; undefined when none was. */
export function fileIn(form: FormData): File | undefined {
  const file = form.get('file');
  return file instanceof File && (file.size > 0 || file.name !== '') ? file : undefined;
}
