// Clients from a file, in two steps: look first, then add all of them or nobody.
import { z } from 'zod';
import { todayIn } from '../../../../platform/clock.ts';
import { dayValue, emptyOr } from '../../../../platform/form-values.ts';
import { readForm, withError } from '../../../../platform/forms.ts';
import { say, type Text, type TextValues } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { feature, signedIn } from '../../../../platform/web.ts';
import { type FormState, filledForm } from '../../../../ui/form.tsx';
import { pageFrom, unitProblem, unitsFor } from '../routes.tsx';
import { csvLine, readCsv } from './csv.ts';
import { checkedDraft, confirmDraft, dropDraft, keepDraft } from './import-drafts.ts';
import { ImportPage, ImportPreviewPage, importColumns } from './import-page.tsx';
import { cellsOf, type Draft, holdsIdentityCode, readHeader } from './import-rules.ts';
import { importTexts } from './texts-import.ts';

const manager = signedIn({ roles: ['manager', 'administrator'] });
const upload = signedIn({ roles: ['manager', 'administrator'], bodyLimit: 2.2 * 1024 * 1024 });

const uploadForm = z.object({
  'starts-on': dayValue(),
  unit: emptyOr(z.uuid()),
  invite: z.literal('yes').optional(),
});
const confirmForm = z.object({ seen: z.string().max(64) });

const page = { title: importTexts.title, under: '/people' } as const;
const preview = { title: importTexts.preview, under: '/people' } as const;

export const importRoutes = feature()
  .get('/people/import', manager, async (c) => {
    const form = filledForm({ 'starts-on': todayIn().toString() });
    const [added, skipped] = [countFrom(c.req.query('added')), countFrom(c.req.query('skipped'))];
    const done = added === undefined ? undefined : { added, skipped: skipped ?? 0 };
    return c.render(
      <ImportPage form={form} units={await unitsFor(c.var.tx, c.var.actor)} done={done} />,
      page,
    );
  })
  .get('/people/import/example.csv', manager, (c) => {
    const { language } = c.var;
    const header = importColumns.map((column) => say(language, column));
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="likista.csv"');
    // The mark at the beginning makes Excel read the letters right.
    return c.body(`\uFEFF${csvLine(header)}${examples.map((row) => csvLine(row)).join('')}`);
  })
  .post('/people/import', upload, async (c) => {
    const { tx, actor } = c.var;
    const form = readForm(uploadForm, c.var.form);
    const file = c.var.form.get('file');
    if (!form.ok) return c.render(await importPage(tx, actor, form), { ...page, status: 422 });
    const unit = await unitProblem(tx, actor, form.value.unit);
    const refuse = async (field: string, text: Text, values?: TextValues) => {
      const shown = withError(c.var.form, field, { ...text, ...saidIn(text, values) });
      return c.render(await importPage(tx, actor, shown), { ...page, status: 422 });
    };
    // Without a unit of their own in the form, each row must name one that the actor manages; the preview says so.
    if (unit && form.value.unit !== undefined) return refuse('unit', unit.text);
    if (!(file instanceof File) || file.size === 0) return refuse('file', importTexts.fileMissing);
    const draft = draftFrom(new Uint8Array(await file.arrayBuffer()));
    if (!draft.ok) return refuse('file', draft.text, draft.values);
    const id = await keepDraft(
      tx,
      actor,
      { ...draft.draft, unitId: form.value.unit ?? null, invite: form.value.invite === 'yes' },
      form.value['starts-on'],
    );
    return c.redirect(`/people/import/${id}`, 303);
  })
  .get('/people/import/:id', manager, async (c) => {
    const { tx, actor } = c.var;
    const checked = await checkedDraft(tx, actor, c.req.param('id'));
    const changed = c.req.query('changed') !== undefined;
    return c.render(
      <ImportPreviewPage
        checked={checked}
        units={await unitsFor(tx, actor)}
        page={pageFrom(c.req.query('page'))}
        changed={changed}
      />,
      preview,
    );
  })
  .post('/people/import/:id', manager, async (c) => {
    const { tx, actor } = c.var;
    const id = c.req.param('id');
    const form = readForm(confirmForm, c.var.form);
    const done = await confirmDraft(tx, actor, id, form.ok ? form.value.seen : '');
    // Nothing has been written when it is refused, so the way back to the rows is an ordinary answer.
    if (!done.ok) return c.redirect(`/people/import/${id}?changed`, 303);
    return c.redirect(`/people/import?added=${done.added}&skipped=${done.skipped}`, 303);
  })
  .post('/people/import/:id/removal', manager, async (c) => {
    await dropDraft(c.var.tx, c.var.actor, c.req.param('id'));
    return c.redirect('/people/import', 303);
  });

type DraftRead =
  | { ok: true; draft: Pick<Draft, 'rows' | 'unknown'> }
  | { ok: false; text: Text; values?: TextValues };

function draftFrom(bytes: Uint8Array): DraftRead {
  const read = readCsv(bytes);
  if (!read.ok) {
    if (read.reason === 'broken') {
      return { ok: false, text: importTexts.fileBroken, values: { line: String(read.line ?? 1) } };
    }
    const reasons = {
      empty: importTexts.fileEmpty,
      'too-many': importTexts.fileTooMany,
      'not-text': importTexts.fileNotText,
    };
    return { ok: false, text: reasons[read.reason] };
  }
  if (holdsIdentityCode(read.rows)) return { ok: false, text: importTexts.hasIdentityCodes };
  const header = readHeader(read.header);
  if (!header.ok) return { ok: false, text: importTexts.namesMissing };
  const rows = read.rows.map((row) => cellsOf(row, header.columns));
  return { ok: true, draft: { rows, unknown: header.unknown } };
}

async function importPage(tx: Tx, actor: Actor, form: FormState) {
  return <ImportPage form={form} units={await unitsFor(tx, actor)} done={undefined} />;
}

// A form's error carries a text without values, so the values are said into it in each language first.
function saidIn(text: Text, values: TextValues | undefined): Text {
  if (!values) return text;
  return { fi: say('fi', text, values), sv: say('sv', text, values), en: say('en', text, values) };
}

function countFrom(value: string | undefined): number | undefined {
  return /^\d{1,4}$/.test(value ?? '') ? Number(value) : undefined;
}

const examples: readonly (readonly string[])[] = [
  ['Ninni', 'Esimerkki', '', '040 123 4567', '', '24.11.2003', 'suomi', 'tekstiviesti', '', '', '', '42', ''],
  [
    'Olof',
    'Exempel',
    'Olle',
    '',
    'olle@example.fi',
    '',
    'svenska',
    'e-post',
    '',
    '',
    'Strandvägen 1, 91000 Likijärvi',
    '',
    '',
  ],
];
