// Who is in a group: adding, leaving, nicknames, the line, house rules, offered seats.
import { todayIn } from '../../../../platform/clock.ts';
import { emptyForm, type FormState, readForm, withError } from '../../../../platform/forms.ts';
import type { Text } from '../../../../platform/language.ts';
import { allow, feature, NotFound } from '../../../../platform/web.ts';
import { groupLedBy, groupOfMember, membershipLedBy } from '../access.ts';
import {
  acceptForm,
  answerForm,
  leavingForm,
  memberForm,
  nicknameForm,
  offerForm,
  rulesForm,
  waitingForm,
} from '../forms.ts';
import { clientsToChoose, memberRowsOf } from '../lists.ts';
import { refusedWith, renderGroup, type SignedInContext, statusOf } from '../routes.tsx';
import { acceptRules, rulesOf, rulesToAccept, setRules } from '../rules-actions.ts';
import { texts } from '../texts.ts';
import { AcceptPage, AddMemberPage, MembershipPage, RulesPage } from './member-page.tsx';
import { addMember, endMembership, type JoinRefusal, setNickname } from './membership-actions.ts';
import { OfferPage } from './offer-page.tsx';
import { offerToClient, waitingLedBy } from './waiting-access.ts';
import { answerOffer, joinLine, leaveLine, offerSeat } from './waiting-actions.ts';

const staff = allow('coach', 'manager');

const refusals: Record<JoinRefusal, Text> = {
  blocked: texts.refusedBlocked,
  'not-possible': texts.refusedNeutral,
  full: texts.refusedFull,
  already: texts.refusedAlready,
};

const offerRefusals = {
  full: texts.offerFull,
  'not-first': texts.offerNotFirst,
  'not-possible': texts.offerNeutral,
} as const;

export const memberRoutes = feature()
  .get('/groups/:id/members/new', staff, (c) =>
    renderAdd(c, c.req.param('id'), { values: { joinsOn: todayIn().toString() }, errors: {} }),
  )
  .post('/groups/:id/members', staff, async (c) => {
    const { tx, actor } = c.var;
    const group = await groupLedBy(tx, actor, c.req.param('id'));
    const form = readForm(memberForm, c.var.form);
    if (!form.ok) return renderAdd(c, group.id, form);
    const { client, nickname, joinsOn, leavesOn } = form.value;
    if (!(await clientsToChoose(tx, actor)).some((one) => one.id === client))
      return renderAdd(c, group.id, withError(c.var.form, 'client', texts.chooseClient));
    const joined = await addMember(tx, actor, {
      groupId: group.id,
      clientId: client,
      nickname: nickname ?? null,
      joinsOn,
      leavesOn: leavesOn ?? null,
    });
    if (!joined.ok) return renderAdd(c, group.id, withError(c.var.form, 'client', refusals[joined.reason]));
    return c.redirect(`/groups/${group.id}#members`, 303);
  })
  .get('/groups/:id/members/:membershipId', staff, (c) => renderMembership(c))
  .post('/groups/:id/members/:membershipId', staff, async (c) => {
    const { tx, actor } = c.var;
    const { group, membership } = await membershipLedBy(
      tx,
      actor,
      c.req.param('id'),
      c.req.param('membershipId'),
    );
    const form = readForm(nicknameForm, c.var.form);
    if (!form.ok) return renderMembership(c, form);
    await setNickname(tx, actor, membership, form.value.nickname || null);
    return c.redirect(`/groups/${group.id}#members`, 303);
  })
  .post('/groups/:id/members/:membershipId/leaving', staff, async (c) => {
    const { tx, actor } = c.var;
    const { group, membership } = await membershipLedBy(
      tx,
      actor,
      c.req.param('id'),
      c.req.param('membershipId'),
    );
    const form = readForm(leavingForm, c.var.form);
    if (!form.ok) return renderMembership(c, undefined, form);
    const ended = await endMembership(tx, actor, membership, form.value.leavesOn);
    if (!ended.ok)
      return renderMembership(c, undefined, withError(c.var.form, 'leavesOn', refusals[ended.reason]));
    return c.redirect(`/groups/${group.id}#members`, 303);
  })
  .post('/groups/:id/waiting', staff, async (c) => {
    const { tx, actor } = c.var;
    const group = await groupLedBy(tx, actor, c.req.param('id'));
    const form = readForm(waitingForm, c.var.form);
    if (!form.ok) return renderGroup(c, group.id, form);
    if (!(await clientsToChoose(tx, actor)).some((one) => one.id === form.value.client))
      return refusedWith(c, group.id, 'client', texts.chooseClient);
    await joinLine(tx, actor, group.id, form.value.client);
    return c.redirect(`/groups/${group.id}#line`, 303);
  })
  .post('/groups/:id/waiting/:waitingId/offer', staff, async (c) => {
    const { tx, actor } = c.var;
    const { group, waiting } = await waitingLedBy(tx, actor, c.req.param('id'), c.req.param('waitingId'));
    const form = readForm(offerForm, c.var.form);
    if (!form.ok) return renderGroup(c, group.id, form);
    const offered = await offerSeat(tx, actor, waiting, form.value.until);
    if (!offered.ok) return refusedWith(c, group.id, 'form', offerRefusals[offered.reason]);
    return c.redirect(`/groups/${group.id}#line`, 303);
  })
  .post('/groups/:id/waiting/:waitingId/withdrawal', staff, async (c) => {
    const { tx, actor } = c.var;
    const { group, waiting } = await waitingLedBy(tx, actor, c.req.param('id'), c.req.param('waitingId'));
    await leaveLine(tx, actor, waiting, 'withdrawn');
    return c.redirect(`/groups/${group.id}#line`, 303);
  })
  .get('/groups/:id/rules', staff, async (c) => {
    const group = await groupLedBy(c.var.tx, c.var.actor, c.req.param('id'));
    const rules = await rulesOf(c.var.tx, group.id);
    const { fi = '', sv = '', en = '', selko = '' } = rules?.words ?? {};
    return renderRules(c, group.id, { values: { fi, sv, en, selko }, errors: {} });
  })
  .post('/groups/:id/rules', staff, async (c) => {
    const group = await groupLedBy(c.var.tx, c.var.actor, c.req.param('id'));
    const form = readForm(rulesForm, c.var.form);
    if (!form.ok) return renderRules(c, group.id, form);
    await setRules(c.var.tx, c.var.actor, group.id, form.value);
    return c.redirect(`/groups/${group.id}`, 303);
  })
  .get('/groups/:id/acceptance', allow('client'), (c) => renderAcceptance(c, emptyForm))
  .post('/groups/:id/acceptance', allow('client'), async (c) => {
    const { tx, actor } = c.var;
    const { group } = await groupOfMember(tx, actor, c.req.param('id'));
    const form = readForm(acceptForm, c.var.form);
    const rules = await rulesToAccept(tx, group.id, actor.personId);
    // Rules that changed while they were being read are shown again.
    if (rules && form.ok && form.value.version === rules.version)
      await acceptRules(tx, actor, { groupId: group.id, version: rules.version, language: actor.language });
    return c.redirect(`/groups/${group.id}`, 303);
  })
  .get('/seat-offers/:id', allow('client'), (c) => renderOffer(c, emptyForm))
  .post('/seat-offers/:id', allow('client'), async (c) => {
    const { tx, actor } = c.var;
    const { waiting } = await offerToClient(tx, actor, c.req.param('id'));
    const form = readForm(answerForm, c.var.form);
    if (!form.ok) return renderOffer(c, form);
    const answered = await answerOffer(tx, actor, waiting, form.value.answer === 'take');
    if (!answered.ok)
      return renderOffer(
        c,
        withError(
          c.var.form,
          'form',
          answered.reason === 'over' ? texts.offerOver : texts.refusedNeutralToClient,
        ),
      );
    return c.redirect(
      form.value.answer === 'take' ? `/groups/${waiting.groupId}` : `/seat-offers/${waiting.id}`,
      303,
    );
  });

async function renderAdd(c: SignedInContext, groupId: string | undefined, form: FormState) {
  const { tx, actor } = c.var;
  const group = await groupLedBy(tx, actor, groupId);
  const inside = new Set((await memberRowsOf(tx, group.id)).map((member) => member.clientId));
  const clients = (await clientsToChoose(tx, actor)).filter((client) => !inside.has(client.id));
  return c.render(<AddMemberPage group={group} form={form} clients={clients} />, {
    title: texts.addMember,
    status: statusOf(form),
    under: '/groups',
  });
}

async function renderMembership(c: SignedInContext, form?: FormState, leaving?: FormState) {
  const { tx, actor } = c.var;
  const { group, membership } = await membershipLedBy(
    tx,
    actor,
    c.req.param('id'),
    c.req.param('membershipId'),
  );
  const row = (await memberRowsOf(tx, group.id)).find((one) => one.membershipId === membership.id);
  if (!row) throw new NotFound('membership');
  return c.render(
    <MembershipPage
      group={group}
      membershipId={membership.id}
      name={row.name}
      form={form ?? { values: { nickname: membership.nickname ?? '' }, errors: {} }}
      leavingForm={leaving ?? { values: { leavesOn: membership.leavesOn?.toString() ?? '' }, errors: {} }}
    />,
    { title: row.name, status: form || leaving ? 422 : 200, under: '/groups' },
  );
}

async function renderRules(c: SignedInContext, groupId: string, form: FormState) {
  const group = await groupLedBy(c.var.tx, c.var.actor, groupId);
  return c.render(<RulesPage group={group} form={form} />, {
    title: texts.houseRules,
    status: statusOf(form),
    under: '/groups',
  });
}

async function renderAcceptance(c: SignedInContext, form: FormState) {
  const { group } = await groupOfMember(c.var.tx, c.var.actor, c.req.param('id'));
  const rules = await rulesToAccept(c.var.tx, group.id, c.var.actor.personId);
  if (!rules) return c.redirect(`/groups/${group.id}`, 303);
  return c.render(<AcceptPage group={group} rules={rules} form={form} />, {
    title: texts.acceptTitle,
    under: '/groups',
  });
}

async function renderOffer(c: SignedInContext, form: FormState) {
  const { waiting, groupName } = await offerToClient(c.var.tx, c.var.actor, c.req.param('id'));
  const over = waiting.offerUntil !== null && Temporal.PlainDate.compare(todayIn(), waiting.offerUntil) > 0;
  const open = waiting.closedAt === null && !over;
  return c.render(
    <OfferPage
      offerId={waiting.id}
      groupName={groupName}
      until={open ? (waiting.offerUntil ?? undefined) : undefined}
      declined={waiting.outcome === 'declined'}
      form={form}
    />,
    { title: texts.seatOfferWaits, status: statusOf(form), under: '/groups' },
  );
}
