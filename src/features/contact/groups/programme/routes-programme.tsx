// The weekly programme and its dated sessions.
import { now, todayIn } from '../../../../platform/clock.ts';
import { type FormState, readForm, withError } from '../../../../platform/forms.ts';
import { hasRole } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { allow, feature } from '../../../../platform/web.ts';
import { thisOffice } from '../../../ground/offices/door.ts';
import { blockedFrom } from '../../../ground/people/door.ts';
import { roomHref } from '../../calls/door.ts';
import { entryLedBy, groupLedBy, membersSeenBy, sessionLedBy, sessionSeenBy } from '../access.ts';
import { mayMeetMembers } from '../actions.ts';
import { cancelForm, copyForm, dayChangeForm, entryForm } from '../forms.ts';
import { groupsLedBy, hostsToChoose } from '../lists.ts';
import { type GroupSession, membersOf } from '../queries.ts';
import { type SignedInContext, statusOf } from '../routes.tsx';
import { CopyPage, EntryPage, type EntryRow } from './entry-page.tsx';
import {
  addEntry,
  cancelDay,
  changeDay,
  changeEntry,
  copyProgramme,
  endEntry,
  restoreDay,
} from './programme-actions.ts';
import { ChangeDayPage, SessionPage } from './session-page.tsx';
import { texts } from './texts-programme.ts';

const staff = allow('coach', 'manager');

export const programmeRoutes = feature()
  .get('/groups/:id/programme/new', staff, (c) => {
    const values = {
      kind: 'live',
      weekday: '1',
      validFrom: todayIn().toString(),
      'ways[]': ['video', 'voice', 'text'],
    };
    return renderEntry(c, { values, errors: {} });
  })
  .post('/groups/:id/programme', staff, async (c) => {
    const { tx, actor } = c.var;
    const group = await groupLedBy(tx, actor, c.req.param('id'));
    const form = readForm(entryForm, c.var.form);
    if (!form.ok) return renderEntry(c, form);
    if (!(await mayHost(tx, group.id, form.value.hostId)))
      return renderEntry(c, withError(c.var.form, 'host', texts.hostNotPossible));
    await addEntry(tx, actor, group.id, form.value);
    return c.redirect(`/groups/${group.id}#programme`, 303);
  })
  .get('/groups/:id/programme/copy', staff, (c) =>
    renderCopy(c, { values: { day: todayIn().toString() }, errors: {} }),
  )
  .post('/groups/:id/programme/copy', staff, async (c) => {
    const { tx, actor } = c.var;
    const group = await groupLedBy(tx, actor, c.req.param('id'));
    const form = readForm(copyForm, c.var.form);
    if (!form.ok) return renderCopy(c, form);
    if (
      form.value.from === group.id ||
      !(await groupsLedBy(tx, actor)).some((one) => one.id === form.value.from)
    )
      return renderCopy(c, withError(c.var.form, 'from', texts.chooseGroup));
    const { from: fromGroupId, day } = form.value;
    const copied = await copyProgramme(tx, actor, { fromGroupId, toGroupId: group.id, from: day });
    if (copied === 0) return renderCopy(c, withError(c.var.form, 'from', texts.nothingToCopy));
    return c.redirect(`/groups/${group.id}#programme`, 303);
  })
  .get('/groups/:id/programme/:entryId', staff, async (c) => {
    const { entry } = await entryLedBy(c.var.tx, c.var.actor, c.req.param('id'), c.req.param('entryId'));
    return renderEntry(c, { values: valuesOf(entry), errors: {} });
  })
  .post('/groups/:id/programme/:entryId', staff, async (c) => {
    const { tx, actor } = c.var;
    const { group, entry } = await entryLedBy(tx, actor, c.req.param('id'), c.req.param('entryId'));
    const form = readForm(entryForm, c.var.form);
    if (!form.ok) return renderEntry(c, form);
    const kept = form.value.hostId === entry.hostId || (await mayHost(tx, group.id, form.value.hostId));
    if (!kept) return renderEntry(c, withError(c.var.form, 'host', texts.hostNotPossible));
    await changeEntry(tx, actor, entry, form.value);
    return c.redirect(`/groups/${group.id}#programme`, 303);
  })
  .post('/groups/:id/programme/:entryId/end', staff, async (c) => {
    const { tx, actor } = c.var;
    const { group, entry } = await entryLedBy(tx, actor, c.req.param('id'), c.req.param('entryId'));
    await endEntry(tx, actor, entry, todayIn().subtract({ days: 1 }));
    return c.redirect(`/groups/${group.id}#programme`, 303);
  })
  .get('/sessions/:id', allow('client', 'coach', 'manager', 'provider'), async (c) => {
    const { tx, actor } = c.var;
    const { session, as } = await sessionSeenBy(tx, actor, c.req.param('id'));
    const { timeZone } = await thisOffice(tx);
    const blocked = await blockedFrom(tx, actor.personId);
    const members =
      as === 'member'
        ? (await membersOf(tx, session.groupId, session.day)).filter((one) => !blocked.has(one.clientId))
        : await membersSeenBy(tx, actor, session.groupId, session.day);
    return c.render(
      <SessionPage
        session={session}
        as={as}
        members={members}
        zone={timeZone}
        over={isOver(session)}
        roomHref={session.roomId ? roomHref(session.roomId) : undefined}
        liveToken={c.var.liveToken(`group:${session.groupId}`)}
      />,
      { title: session.title, under: hasRole(actor, 'client') ? '/today' : '/groups' },
    );
  })
  .get('/sessions/:id/change', staff, async (c) => {
    const session = await sessionLedBy(c.var.tx, c.var.actor, c.req.param('id'));
    return renderChange(c, session);
  })
  .post('/sessions/:id/change', staff, async (c) => {
    const { tx, actor } = c.var;
    const session = await sessionLedBy(tx, actor, c.req.param('id'));
    const form = readForm(dayChangeForm, c.var.form);
    if (!form.ok) return renderChange(c, session, form);
    if (isOver(session)) return renderChange(c, session, withError(c.var.form, 'form', texts.overNow));
    const kept =
      form.value.hostId === session.hostId || (await mayHost(tx, session.groupId, form.value.hostId));
    if (!kept) return renderChange(c, session, withError(c.var.form, 'host', texts.hostNotPossible));
    await changeDay(tx, actor, session, form.value);
    return c.redirect(`/sessions/${session.id}`, 303);
  })
  .post('/sessions/:id/cancellation', staff, async (c) => {
    const { tx, actor } = c.var;
    const session = await sessionLedBy(tx, actor, c.req.param('id'));
    const form = readForm(cancelForm, c.var.form);
    if (form.ok && !isOver(session)) await cancelDay(tx, actor, session, form.value.reason ?? null);
    return c.redirect(`/sessions/${session.id}`, 303);
  })
  .post('/sessions/:id/restoration', staff, async (c) => {
    const { tx, actor } = c.var;
    const session = await sessionLedBy(tx, actor, c.req.param('id'));
    if (!isOver(session)) await restoreDay(tx, actor, session);
    return c.redirect(`/sessions/${session.id}`, 303);
  });

const isOver = (session: GroupSession) => Temporal.Instant.compare(session.endsAt, now()) <= 0;

async function mayHost(tx: Tx, groupId: string, hostId: string | null): Promise<boolean> {
  if (hostId === null) return true;
  const known = (await hostsToChoose(tx, 'fi')).some((host) => host.id === hostId);
  return known && mayMeetMembers(tx, groupId, hostId, todayIn());
}

const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' });

function valuesOf(entry: EntryRow): FormState['values'] {
  return {
    kind: entry.kind,
    title: entry.title.fi,
    titleSv: entry.title.sv === entry.title.fi ? '' : entry.title.sv,
    titleEn: entry.title.en === entry.title.fi ? '' : entry.title.en,
    description: entry.description?.fi ?? '',
    weekday: String(entry.weekday),
    starts: clock(entry.starts),
    ends: clock(entry.ends),
    'ways[]': entry.ways,
    place: entry.place ?? '',
    host: entry.hostId ?? '',
    validFrom: entry.validFrom.toString(),
    validUntil: entry.validUntil?.toString() ?? '',
  };
}

async function renderEntry(c: SignedInContext, form: FormState) {
  const { tx, actor } = c.var;
  const group = await groupLedBy(tx, actor, c.req.param('id'));
  const hosts = await hostsToChoose(tx, actor.language);
  return c.render(
    <EntryPage
      groupId={group.id}
      groupName={group.name}
      entryId={c.req.param('entryId')}
      form={form}
      hosts={hosts}
    />,
    {
      title: c.req.param('entryId') ? texts.editEntry : texts.addEntry,
      status: statusOf(form),
      under: '/groups',
    },
  );
}

async function renderCopy(c: SignedInContext, form: FormState) {
  const { tx, actor } = c.var;
  const group = await groupLedBy(tx, actor, c.req.param('id'));
  const groups = (await groupsLedBy(tx, actor)).filter((one) => one.id !== group.id);
  return c.render(<CopyPage groupId={group.id} groupName={group.name} form={form} groups={groups} />, {
    title: texts.copy,
    status: statusOf(form),
    under: '/groups',
  });
}

async function renderChange(c: SignedInContext, session: GroupSession, form?: FormState) {
  const { tx, actor } = c.var;
  const { timeZone } = await thisOffice(tx);
  const at = (instant: Temporal.Instant) => clock(instant.toZonedDateTimeISO(timeZone).toPlainTime());
  const values = {
    title: session.title.fi,
    titleSv: session.title.sv === session.title.fi ? '' : session.title.sv,
    titleEn: session.title.en === session.title.fi ? '' : session.title.en,
    starts: at(session.startsAt),
    ends: at(session.endsAt),
    'ways[]': [...session.ways],
    place: session.place ?? '',
    host: session.hostId ?? '',
    reason: session.reason ?? '',
  };
  const hosts = await hostsToChoose(tx, actor.language);
  return c.render(<ChangeDayPage session={session} form={form ?? { values, errors: {} }} hosts={hosts} />, {
    title: texts.changeThis,
    status: form ? 422 : 200,
    under: '/groups',
  });
}
