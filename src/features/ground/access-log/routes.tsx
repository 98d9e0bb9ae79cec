// The data-protection officer's search of the log. Looking is itself written into it.
import { noteAccess } from '../../../platform/access-log.ts';
import { readForm } from '../../../platform/forms.ts';
import { say } from '../../../platform/language.ts';
import type { Actor } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { feature, signedIn } from '../../../platform/web.ts';
import { emptyForm, type FormState } from '../../../ui/form.tsx';
import { thisOffice } from '../offices/door.ts';
import { searchForm } from './forms.ts';
import { type LogAnswer, LogPage } from './log-page.tsx';
import {
  entriesPerPage,
  type LogFilter,
  logEntries,
  personsNamed,
  personsTouched,
  positionFrom,
} from './queries.ts';
import { texts } from './texts.ts';

const officer = signedIn({ roles: ['data-protection-officer', 'administrator'], stepUp: true });

export const routes = feature().get('/access-log', officer, async (c) => {
  const { tx, actor } = c.var;
  const query = new URL(c.req.url).searchParams;
  const zone = (await thisOffice(tx)).timeZone;
  const asked = query.size > 0;
  const found = asked ? await answerOf(tx, actor, query, zone) : { form: emptyForm, answer: undefined };
  const href = (view: string) => `/access-log?${changed(query, { view, before: undefined })}`;
  return c.render(<LogPage form={found.form} zone={zone} answer={found.answer} href={href} />, {
    title: texts.log,
    ...(asked && !found.answer ? { status: 422 } : {}),
  });
});

type Found = { form: FormState; answer: LogAnswer | undefined };

async function answerOf(tx: Tx, actor: Actor, query: URLSearchParams, zone: string): Promise<Found> {
  const body = new FormData();
  for (const [name, value] of query) body.append(name, value);
  const form = readForm(searchForm, body);
  const values = form.ok ? Object.fromEntries(query) : form.values;
  if (!form.ok) return { form, answer: undefined };
  const { value } = form;
  const whose = value.whose ? await onePerson(tx, actor, 'whose', value.whose) : undefined;
  const by = value.by ? await onePerson(tx, actor, 'by', value.by) : undefined;
  const errors = { ...whose?.errors, ...by?.errors };
  if (Object.keys(errors).length > 0) return { form: { values, errors }, answer: undefined };
  const filter: LogFilter = {
    personId: whose?.id,
    actorId: by?.id,
    from: value.from?.toZonedDateTime(zone).toInstant(),
    until: value.to?.add({ days: 1 }).toZonedDateTime(zone).toInstant(),
    before: positionFrom(value.before),
  };
  const answer = await read(tx, filter, value.view, query);
  noteLook(tx, actor, value.why, filter, answer);
  return { form: { values, errors: {} }, answer };
}

async function read(
  tx: Tx,
  filter: LogFilter,
  view: 'entries' | 'persons',
  query: URLSearchParams,
): Promise<LogAnswer> {
  if (view === 'persons') {
    return { view, persons: await personsTouched(tx, { ...filter, before: undefined }) };
  }
  const entries = await logEntries(tx, filter);
  const last = entries.length === entriesPerPage ? entries.at(-1) : undefined;
  return {
    view,
    entries,
    older: last ? `/access-log?${changed(query, { before: last.position })}` : undefined,
  };
}

async function onePerson(
  tx: Tx,
  actor: Actor,
  field: 'whose' | 'by',
  search: string,
): Promise<{ id: string | undefined; errors: FormState['errors'] }> {
  const found = await personsNamed(tx, search);
  const [only] = found;
  if (found.length === 1 && only) return { id: only.id, errors: {} };
  if (found.length === 0) return { id: undefined, errors: { [field]: texts.nobody } };
  const names = found
    .slice(0, 10)
    .map((one) => one.name)
    .join(', ');
  const count = found.length > 10 ? '10+' : found.length;
  return { id: undefined, errors: { [field]: say(actor.language, texts.many, { count, names }) } };
}

// One entry for each person whose entries were shown, and for the one whose acts were.
function noteLook(tx: Tx, actor: Actor, purpose: string, filter: LogFilter, answer: LogAnswer): void {
  const shown =
    answer.view === 'persons'
      ? answer.persons.map((one) => one.personId)
      : answer.entries.flatMap((one) => (one.personId ? [one.personId] : []));
  const about = new Set([filter.personId, filter.actorId, ...shown]);
  for (const personId of about) {
    if (personId) noteAccess(tx, { actor, personId, act: 'read', subject: 'access-log', purpose });
  }
}

function changed(query: URLSearchParams, change: Record<string, string | undefined>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) next.delete(name);
    else next.set(name, value);
  }
  return next.toString();
}
