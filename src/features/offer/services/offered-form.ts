// What has a name, may belong to a unit and may be of a service, such as a shared list of times or a queue: its
// fields, read and checked for whoever may change what is within these units.
import { z } from 'zod';
import { todayIn } from '../../../platform/clock.ts';
import { emptyOr, neededText } from '../../../platform/form-values.ts';
import type { Text } from '../../../platform/language.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { unitById, unitsOf } from '../../ground/offices/door.ts';
import { personsWithRole, type Units, withinUnits } from '../../ground/people/door.ts';
import { serviceById, servicesOf } from './service-queries.ts';
import { texts } from './texts-offered.ts';

export const offeredFields = {
  'name-fi': neededText(120, texts.nameMissing),
  'name-sv': neededText(120, texts.nameMissing),
  'name-en': neededText(120, texts.nameMissing),
  unit: emptyOr(z.uuid()),
  service: emptyOr(z.uuid()),
};

export type Offered = { name: Text; unitId: string | null; serviceId: string | null };
type Values = z.infer<z.ZodObject<typeof offeredFields>>;
type Option = { id: string; name: Text };
export type UnitChoices = { units: readonly Option[]; wholeOffice: boolean };
export type OfferedChoices = UnitChoices & { services: readonly Option[] };

/** The units in use that are within reach, and whether the whole office is. */
export async function unitChoices(tx: Tx, reach: Units): Promise<UnitChoices> {
  const units = (await unitsOf(tx)).filter((unit) => withinUnits(reach, unit.id));
  return { units, wholeOffice: withinUnits(reach, null) };
}

/** What may be chosen: units within reach and services that take clients, and what stands there now. */
export async function offeredChoices(
  tx: Tx,
  reach: Units,
  present?: Pick<Offered, 'unitId' | 'serviceId'>,
): Promise<OfferedChoices> {
  const { units, wholeOffice } = await unitChoices(tx, reach);
  const services = await servicesOf(tx);
  const { unitId, serviceId } = present ?? {};
  return {
    units: unitId ? withStanding(units, await unitById(tx, unitId)) : units,
    wholeOffice,
    services: serviceId ? withStanding(services, await serviceById(tx, serviceId)) : services,
  };
}

const withStanding = (options: readonly Option[], standing: Option | undefined): Option[] =>
  !standing || options.some(({ id }) => id === standing.id) ? [...options] : [...options, standing];

type Wrong = { ok: false; errors: Record<string, Text> };

/** The unit that was chosen, null for the whole office. Who has one unit need not say which. */
export function unitFrom(
  said: string | undefined,
  { units, wholeOffice }: UnitChoices,
): { ok: true; unitId: string | null } | Wrong {
  const [only, ...others] = units;
  const unitId = said ?? (!wholeOffice && others.length === 0 && only ? only.id : null);
  const known = unitId ? units.some(({ id }) => id === unitId) : wholeOffice;
  return known ? { ok: true, unitId } : { ok: false, errors: { unit: texts.unitMissing } };
}

/** What was written, or what is wrong with it by field. */
export function offeredFrom(value: Values, choices: OfferedChoices): { ok: true; offered: Offered } | Wrong {
  const unit = unitFrom(value.unit, choices);
  if (!unit.ok) return unit;
  const serviceId = value.service ?? null;
  if (serviceId && !choices.services.some(({ id }) => id === serviceId))
    return { ok: false, errors: { service: texts.serviceMissing } };
  const name = { fi: value['name-fi'], sv: value['name-sv'], en: value['name-en'] };
  return { ok: true, offered: { name, unitId: unit.unitId, serviceId } };
}

/** The same as values of a form. */
export const offeredValues = ({ name, unitId, serviceId }: Offered): Record<string, string> => ({
  'name-fi': name.fi,
  'name-sv': name.sv,
  'name-en': name.en,
  unit: unitId ?? '',
  service: serviceId ?? '',
});

/** Coaches of these units and of the whole office, by name, and those who stand there now. */
export async function coachesToChoose(
  tx: Tx,
  reach: Units,
  present: readonly string[] = [],
): Promise<{ id: string; name: string }[]> {
  const coaches = (await personsWithRole(tx, 'coach', todayIn())).filter(
    ({ id, unitId }) => unitId === null || withinUnits(reach, unitId) || present.includes(id),
  );
  // Who coaches in two units stands there once.
  return [...new Map(coaches.map(({ id, name }) => [id, { id, name }])).values()];
}
