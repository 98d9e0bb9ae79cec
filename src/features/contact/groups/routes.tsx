// Groups as wholes: lists, making, changing, members, coaches, the line, rules. Programme and sessions are in
// routes-programme.tsx, calendars in routes-calendar.tsx.
import type { Context } from 'hono';
import { nowIn, todayIn } from '../../../platform/clock.ts';
import { emptyForm, type FormState, readForm, withError } from '../../../platform/forms.ts';
import type { Text } from '../../../platform/language.ts';
import { type Actor, hasRole } from '../../../platform/session.ts';
import { isId, type Tx } from '../../../platform/tenancy.ts';
import { allow, feature, NotFound, type Variables } from '../../../platform/web.ts';
import { thisOffice, unitsOf } from '../../ground/offices/door.ts';
import { groupLedBy, groupOfMember, managesUnit, noteMembers } from './access.ts';
import { addGroupCoach, changeGroup, endGroup, endGroupCoach, makeGroup } from './actions.ts';
import { clashesOfGroup } from './coach-times.ts';
import { channelHoursFrom, coachForm, endGroupForm, groupForm, nicknameForm } from './forms.ts';
import { EditGroupPage, NewGroupPage } from './group-form-page.tsx';
import { GroupPage } from './group-page.tsx';
import { GroupsPage, HostedPage, OwnGroupsPage } from './groups-page.tsx';
import {
  clientsToChoose,
  coachesToChoose,
  countsOf,
  entriesOf,
  groupsLedBy,
  hostedBy,
  lineOf,
  memberRowsOf,
  offersTo,
  pairsInGroup,
} from './lists.ts';
import { OwnGroupPage } from './members/member-page.tsx';
import { mayKnowBoth, setNickname } from './members/membership-actions.ts';
import { mondayFrom, weekOf } from './programme/week.ts';
import { coachesOfGroup, groupsOf, membersOf } from './queries.ts';
import { type RoomOfGroup, roomNowOf } from './room-now.ts';
import { rulesOf, rulesToAccept } from './rules-actions.ts';
import { texts } from './texts.ts';

export type SignedInContext = Context<{ Variables: Variables & { tx: Tx; actor: Actor } }>;
const staff = allow('coach', 'manager');

export const routes = feature()
  .get('/groups', allow('client', 'coach', 'manager', 'provider'), async (c) => {
    const { tx, actor } = c.var;
    const { timeZone } = await thisOffice(tx);
    if (hasRole(actor, 'coach', 'manager')) {
      const groups = await groupsLedBy(tx, actor);
      const counts = await countsOf(
        tx,
        groups.map((group) => group.id),
      );
      const hosted = (await hostedBy(tx, actor.personId)).filter(
        (s) => !groups.some((g) => g.id === s.groupId),
      );
      return c.render(<GroupsPage groups={groups} counts={counts} hosted={hosted} zone={timeZone} />, {
        title: texts.groups,
      });
    }
    if (hasRole(actor, 'provider')) {
      const sessions = await hostedBy(tx, actor.personId);
      return c.render(<HostedPage sessions={sessions} zone={timeZone} />, { title: texts.ownSessions });
    }
    const groups = await groupsOf(tx, actor.personId, todayIn(timeZone));
    const offers = await offersTo(tx, actor.personId);
    return c.render(<OwnGroupsPage groups={groups} offers={offers} />, { title: texts.ownGroups });
  })
  .get('/groups/new', staff, (c) =>
    renderNew(c, { values: { doors: 'open-door', channelDays: '9–15' }, errors: {} }),
  )
  .post('/groups', staff, async (c) => {
    const { tx, actor } = c.var;
    const form = readForm(groupForm, c.var.form);
    if (!form.ok) return renderNew(c, form);
    const hours = channelHoursFrom(c.var.form);
    if (!hours) return renderNew(c, withError(c.var.form, 'channelDays', texts.hoursWrong));
    if (!(await mayUseUnit(tx, actor, form.value.unit)))
      return renderNew(c, withError(c.var.form, 'unit', texts.unit));
    const { unit, seats, ...group } = form.value;
    const id = await makeGroup(tx, actor, {
      ...group,
      unitId: unit ?? null,
      seats: seats ?? null,
      channelHours: hours,
      ...(hasRole(actor, 'coach') ? { coachId: actor.personId } : {}),
    });
    return c.redirect(`/groups/${id}`, 303);
  })
  .get('/groups/:id', allow('client', 'coach', 'manager'), async (c) => {
    const { tx, actor } = c.var;
    if (hasRole(actor, 'coach', 'manager')) return renderGroup(c, c.req.param('id'), emptyForm);
    const { group } = await groupOfMember(tx, actor, c.req.param('id'));
    if (await rulesToAccept(tx, group.id, actor.personId))
      return c.redirect(`/groups/${group.id}/acceptance`, 303);
    return renderOwn(c, group.id, emptyForm);
  })
  .get('/groups/:id/edit', staff, (c) => renderEdit(c, c.req.param('id')))
  .post('/groups/:id', staff, async (c) => {
    const { tx, actor } = c.var;
    const group = await groupLedBy(tx, actor, c.req.param('id'));
    const form = readForm(groupForm, c.var.form);
    if (!form.ok) return renderEdit(c, group.id, form);
    const { unit, seats, ...change } = form.value;
    const moves = (unit ?? null) !== group.unitId;
    if (moves && !(await mayUseUnit(tx, actor, unit)))
      return renderEdit(c, group.id, withError(c.var.form, 'unit', texts.unit));
    await changeGroup(tx, actor, group, { ...change, unitId: unit ?? null, seats: seats ?? null });
    return c.redirect(`/groups/${group.id}`, 303);
  })
  .post('/groups/:id/end', staff, async (c) => {
    const { tx, actor } = c.var;
    const group = await groupLedBy(tx, actor, c.req.param('id'));
    const form = readForm(endGroupForm, c.var.form);
    if (!form.ok) return renderEdit(c, group.id, undefined, form);
    await endGroup(tx, actor, group, form.value.lastDay);
    return c.redirect('/groups', 303);
  })
  .post('/groups/:id/nickname', allow('client'), async (c) => {
    const { tx, actor } = c.var;
    const { group, membership } = await groupOfMember(tx, actor, c.req.param('id'));
    const form = readForm(nicknameForm, c.var.form);
    if (!form.ok) return renderOwn(c, group.id, form);
    await setNickname(tx, actor, membership, form.value.nickname || null);
    return c.redirect(`/groups/${group.id}`, 303);
  })
  .post('/groups/:id/coaches', staff, async (c) => {
    const { tx, actor } = c.var;
    const group = await groupLedBy(tx, actor, c.req.param('id'));
    const form = readForm(coachForm, c.var.form);
    if (!form.ok) return renderGroup(c, group.id, form);
    const options = await coachesToChoose(tx, group.id);
    if (!options.some((coach) => coach.id === form.value.coach))
      return renderGroup(c, group.id, withError(c.var.form, 'coach', texts.chooseCoach));
    const coach = { groupId: group.id, coachId: form.value.coach, startsOn: todayIn() };
    if ((await addGroupCoach(tx, actor, coach)) === 'not-possible')
      return renderGroup(c, group.id, withError(c.var.form, 'coach', texts.coachNotPossible));
    return c.redirect(`/groups/${group.id}`, 303);
  })
  .post('/groups/:id/coaches/:coachId/removal', staff, async (c) => {
    const { tx, actor } = c.var;
    const group = await groupLedBy(tx, actor, c.req.param('id'));
    const coachId = c.req.param('coachId');
    if (!isId(coachId)) throw new NotFound('coach');
    // The coach's last day was yesterday, so the right ends with this act.
    const endsOn = todayIn().subtract({ days: 1 });
    if (!(await endGroupCoach(tx, actor, { groupId: group.id, coachId, endsOn })))
      return renderGroup(c, group.id, withError(c.var.form, 'form', texts.lastCoach));
    return c.redirect(coachId === actor.personId ? '/groups' : `/groups/${group.id}`, 303);
  });

// A coach may use any unit or none; a manager of units only those.
async function mayUseUnit(tx: Tx, actor: Actor, unitId: string | undefined): Promise<boolean> {
  if (unitId && !(await unitsOf(tx)).some((unit) => unit.id === unitId)) return false;
  return hasRole(actor, 'coach') || managesUnit(actor, unitId ?? null);
}

async function renderNew(c: SignedInContext, form: FormState) {
  const units = await unitsOf(c.var.tx);
  return c.render(<NewGroupPage form={form} units={units} />, {
    title: texts.newGroup,
    status: statusOf(form),
    under: '/groups',
  });
}

async function renderEdit(
  c: SignedInContext,
  groupId: string | undefined,
  form?: FormState,
  endForm?: FormState,
) {
  const { tx, actor } = c.var;
  const group = await groupLedBy(tx, actor, groupId);
  const values = {
    name: group.name,
    unit: group.unitId ?? '',
    seats: group.seats === null ? '' : String(group.seats),
    doors: group.doors,
    keepsText: group.keepsText ? 'yes' : '',
  };
  return c.render(
    <EditGroupPage
      groupId={group.id}
      name={group.name}
      form={form ?? { values, errors: {} }}
      endForm={endForm ?? emptyForm}
      units={await unitsOf(tx)}
    />,
    { title: texts.editGroup, status: form || endForm ? 422 : 200, under: '/groups' },
  );
}

/** The page of a group for those who lead it, with the form that was refused. */
export async function renderGroup(c: SignedInContext, groupId: string | undefined, form: FormState) {
  const { tx, actor } = c.var;
  const group = await groupLedBy(tx, actor, groupId);
  const { timeZone } = await thisOffice(tx);
  const members = await memberRowsOf(tx, group.id);
  const line = await lineOf(tx, group.id, timeZone);
  noteMembers(tx, actor, [...new Set([...members, ...line].map((one) => one.clientId))]);
  const pairs = [];
  for (const pair of await pairsInGroup(tx, members))
    if (await mayKnowBoth(tx, actor, pair[0].clientId, pair[1].clientId)) pairs.push(pair);
  const inside = new Set([...members, ...line].map((one) => one.clientId));
  const room = await roomNowOf(tx, actor, group.id, todayIn(timeZone));
  return c.render(
    <GroupPage
      group={group}
      members={members}
      line={line}
      week={await weekOf(tx, group.id, mondayFrom(c.req.query('week'), timeZone), timeZone)}
      entries={await entriesOf(tx, group.id)}
      clashes={await clashesOfGroup(tx, group.id)}
      zone={timeZone}
      coaches={await coachesOfGroup(tx, group.id, todayIn(timeZone))}
      coachOptions={await coachesToChoose(tx, group.id)}
      clientOptions={(await clientsToChoose(tx, actor)).filter((client) => !inside.has(client.id))}
      pairs={pairs}
      rules={await rulesOf(tx, group.id)}
      today={nowIn(timeZone).toPlainDate()}
      form={{ ...form, values: { until: todayIn(timeZone).add({ days: 3 }).toString(), ...form.values } }}
      room={room}
      liveTokens={liveTokensOf(c, group.id, room)}
    />,
    { title: group.name, status: statusOf(form), under: '/groups' },
  );
}

const liveTokensOf = (c: SignedInContext, groupId: string, room: RoomOfGroup | undefined) =>
  [`group:${groupId}`, ...(room ? [`room:${room.id}`] : [])].map((topic) => c.var.liveToken(topic));

async function renderOwn(c: SignedInContext, groupId: string, form: FormState) {
  const { tx, actor } = c.var;
  const { group, membership, blocked } = await groupOfMember(tx, actor, groupId);
  const { timeZone } = await thisOffice(tx);
  const today = todayIn(timeZone);
  const members = (await membersOf(tx, group.id, today)).filter((member) => !blocked.has(member.clientId));
  const coaches = (await coachesOfGroup(tx, group.id, today)).filter((coach) => !blocked.has(coach.coachId));
  const room = await roomNowOf(tx, actor, group.id, today);
  return c.render(
    <OwnGroupPage
      group={group}
      members={members}
      coaches={coaches}
      viewerId={actor.personId}
      week={await weekOf(tx, group.id, mondayFrom(c.req.query('week'), timeZone), timeZone)}
      today={today}
      rules={await rulesOf(tx, group.id)}
      form={form === emptyForm ? { values: { nickname: membership.nickname ?? '' }, errors: {} } : form}
      room={room}
      liveTokens={liveTokensOf(c, group.id, room)}
    />,
    { title: group.name, status: statusOf(form), under: '/groups' },
  );
}

/** 422 when a form is shown again with something to check. */
export const statusOf = (form: FormState): 200 | 422 => (Object.keys(form.errors).length > 0 ? 422 : 200);

/** A refusal of a form of the group's page, in words. */
export const refusedWith = (c: SignedInContext, groupId: string, field: string, why: Text) =>
  renderGroup(c, groupId, withError(c.var.form, field, why));
