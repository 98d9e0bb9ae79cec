// The verbs of offices.
import { recordEvent } from '../../../platform/events.ts';
import type { Language, Text } from '../../../platform/language.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { officeOpened, unitAdded } from './events.ts';
import { type Contacts, offices, type UnitKind, units } from './tables.ts';

export type NewOffice = {
  slug: string;
  host?: string | null;
  name: Text;
  languages?: Language[];
  accent?: string | null;
  timeZone?: string;
};

/** Opens the office of this transaction: `inOffice(newId, (tx) => openOffice(tx, …))`. */
export async function openOffice(tx: Tx, office: NewOffice): Promise<void> {
  await tx.insert(offices).values({
    officeId: tx.officeId,
    slug: office.slug,
    host: office.host ?? null,
    name: office.name,
    languages: office.languages ?? ['fi', 'sv', 'en', 'fi-simple'],
    accent: office.accent ?? null,
    timeZone: office.timeZone ?? 'Europe/Helsinki',
  });
  await recordEvent(tx, officeOpened({ officeId: tx.officeId }));
}

/** Adds a unit. Gives its id. */
export async function addUnit(
  tx: Tx,
  unit: { name: Text; kind: UnitKind; contacts?: Contacts },
): Promise<string> {
  const [row] = await tx
    .insert(units)
    .values({ ...unit, contacts: unit.contacts ?? {} })
    .returning({ id: units.id });
  if (!row) throw new Error('the unit was not added');
  await recordEvent(tx, unitAdded({ unitId: row.id }));
  return row.id;
}
