// What only the database knows about the rows of an import: units, coaches, and who is here already.
import { sql } from 'drizzle-orm';
import { noteAccess } from '../../../../platform/access-log.ts';
import { todayIn } from '../../../../platform/clock.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { unitsOf } from '../../offices/door.ts';
import { knownTo, purposeOf, unitsManagedBy } from '../access.ts';
import type { DraftRow, ImportPerson, Problem, ReadRow } from './import-rules.ts';
import { letters } from './import-rules.ts';
import { importTexts } from './texts-import.ts';

export type CheckedRow = DraftRow & {
  person: ImportPerson;
  unitId: string | null;
  coachId: string | null;
  /** Why the row cannot be added, or what makes it somebody who is here. */
  problems: Problem[];
  state: 'ready' | 'wrong' | 'alike';
};

/** Compares the rows with the office as it is now. */
export async function checkRows(
  tx: Tx,
  actor: Actor,
  rows: readonly (DraftRow & ReadRow)[],
  usualUnit: string | null,
): Promise<CheckedRow[]> {
  const findUnit = await unitFinder(tx, actor, usualUnit);
  const findCoach = await coachFinder(tx);
  const findAlike = await alikeFinder(
    tx,
    actor,
    rows.map((row) => row.person),
  );
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const problems = [...row.problems];
    const unit = findUnit(row.cells.unit);
    const coach = findCoach(row.cells.coach);
    if (!unit.ok) problems.push({ text: unit.problem });
    if (!coach.ok) problems.push({ text: importTexts.noSuchCoach });
    const alike = sameInFile(row, seen) ?? findAlike(row.person);
    return {
      line: row.line,
      cells: row.cells,
      person: row.person,
      unitId: unit.ok ? unit.id : null,
      coachId: coach.ok ? coach.id : null,
      problems: problems.length > 0 ? problems : alike ? [alike] : [],
      state: problems.length > 0 ? 'wrong' : alike ? 'alike' : 'ready',
    };
  });
}

// The first row of a person counts; later ones with the same phone, e-mail, or name and birthday are that person.
function sameInFile(row: DraftRow & ReadRow, seen: Map<string, number>): Problem | undefined {
  const keys = keysOf(row.person);
  const earlier = keys.map((key) => seen.get(key)).find((line) => line !== undefined);
  for (const key of keys) if (!seen.has(key)) seen.set(key, row.line);
  return earlier === undefined
    ? undefined
    : { text: importTexts.sameAsLine, values: { line: String(earlier) } };
}

function keysOf(person: ImportPerson): string[] {
  return [
    ...(person.phone ? [`phone ${person.phone}`] : []),
    ...(person.email ? [`email ${person.email}`] : []),
    ...(person.bornOn
      ? [`name ${nameKey(person.givenName, person.familyName, person.bornOn.toString())}`]
      : []),
  ];
}

function nameKey(given: string, family: string, born: string): string {
  return `${given.toLocaleLowerCase('fi')} ${family.toLocaleLowerCase('fi')} ${born}`;
}

type UnitFound = { ok: true; id: string | null } | { ok: false; problem: Problem['text'] };

async function unitFinder(tx: Tx, actor: Actor, usual: string | null) {
  const mine = unitsManagedBy(actor);
  const units = (await unitsOf(tx)).filter((unit) => mine === 'all' || mine.includes(unit.id));
  const byName = new Map(
    units.flatMap((unit) =>
      [unit.name.fi, unit.name.sv, unit.name.en].map((name) => [letters(name), unit.id]),
    ),
  );
  return (cell: string | undefined): UnitFound => {
    const id = cell === undefined ? usual : byName.get(letters(cell));
    if (id === undefined) return { ok: false, problem: importTexts.noSuchUnit };
    if (id === null && mine !== 'all') return { ok: false, problem: importTexts.unitNeeded };
    return { ok: true, id };
  };
}

async function coachFinder(tx: Tx) {
  const today = todayIn().toString();
  const { rows } = await tx.execute<{ id: string; name: string; email: string | null }>(sql`
    select distinct p.id, p.given_name || ' ' || p.family_name as name, lower(p.email) as email
    from persons p join role_grants g on g.office_id = p.office_id and g.person_id = p.id
    where p.office_id = ${tx.officeId} and g.role = 'coach' and p.deactivated_at is null
      and g.starts_on <= ${today}::date and (g.ends_on is null or g.ends_on >= ${today}::date) limit 2000`);
  const known = new Map<string, string>();
  for (const row of rows) {
    known.set(letters(row.name), row.id);
    if (row.email) known.set(row.email, row.id);
  }
  return (cell: string | undefined): { ok: true; id: string | null } | { ok: false } => {
    if (cell === undefined) return { ok: true, id: null };
    const id = known.get(cell.toLowerCase()) ?? known.get(letters(cell));
    return id ? { ok: true, id } : { ok: false };
  };
}

type AlikeRow = {
  id: string;
  phone: string | null;
  email: string | null;
  given: string;
  family: string;
  born: string | null;
  name: string | null;
};

// Of somebody whom the actor may not know of, only that they are here is told, and not who.
async function alikeFinder(tx: Tx, actor: Actor, people: readonly ImportPerson[]) {
  const list = (values: readonly (string | null)[]) => JSON.stringify(values.filter(Boolean));
  const { rows } = await tx.execute<AlikeRow>(sql`
    select p.id, p.phone, lower(p.email) as email, p.given_name as given, p.family_name as family,
      p.born_on::text as born,
      case when ${knownTo(tx, actor, sql`p.id`)} then p.given_name || ' ' || p.family_name end as name
    from persons p where p.office_id = ${tx.officeId} and (
      p.phone in (select jsonb_array_elements_text(${list(people.map((one) => one.phone))}::jsonb))
      or lower(p.email) in (select jsonb_array_elements_text(${list(people.map((one) => one.email))}::jsonb))
      or p.born_on::text in (select jsonb_array_elements_text(
           ${list(people.map((one) => one.bornOn?.toString() ?? null))}::jsonb)))
    limit 5000`);
  const byPhone = new Map(rows.map((row) => [row.phone, row]));
  const byEmail = new Map(rows.map((row) => [row.email, row]));
  const byName = new Map(rows.map((row) => [nameKey(row.given, row.family, row.born ?? ''), row]));
  const told = new Set<string>();
  const tell = (text: Problem['text'], row: AlikeRow): Problem => {
    if (row.name && !told.has(row.id)) {
      told.add(row.id);
      noteAccess(tx, {
        actor,
        personId: row.id,
        act: 'read',
        subject: 'person-list',
        purpose: purposeOf(actor),
      });
    }
    return row.name ? { text, values: { name: row.name } } : { text: importTexts.alike };
  };
  return (person: ImportPerson): Problem | undefined => {
    const phone = person.phone ? byPhone.get(person.phone) : undefined;
    if (phone) return tell(importTexts.alikeByPhone, phone);
    const email = person.email ? byEmail.get(person.email) : undefined;
    if (email) return tell(importTexts.alikeByEmail, email);
    const name = person.bornOn
      ? byName.get(nameKey(person.givenName, person.familyName, person.bornOn.toString()))
      : undefined;
    return name && tell(importTexts.alikeByName, name);
  };
}
