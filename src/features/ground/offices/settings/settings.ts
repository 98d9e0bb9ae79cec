// The settings that the house knows. A feature declares what an office may decide; the page of settings lists them
// all, so nothing needs a page of its own. Each value has the day from which it holds and the source it rests on
// (an act, an agreement, a decision), because numbers of the law change and old days keep their old numbers.
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Text } from '../../../../platform/language.ts';
import type { Tx } from '../../../../platform/tenancy.ts';

export type Setting<T> = { value: T; validFrom: Temporal.PlainDate; source: string };

export type SettingValue = string | number | boolean;

/** How the value is asked for. Without one it follows from the fallback's kind. */
export type SettingField =
  | { kind: 'number'; unit?: Text; decimals?: boolean }
  | { kind: 'yes-no' }
  | { kind: 'text' }
  | { kind: 'choice'; options: readonly { value: string; label: Text }[] };

export type SettingDefinition<T extends SettingValue = SettingValue> = {
  /** Unique in the house, with the feature first: `days.silent-after-minutes`. */
  readonly key: string;
  readonly title: Text;
  readonly explanation: Text;
  readonly schema: z.ZodType<T>;
  readonly fallback: Setting<T>;
  readonly field: SettingField;
};

const declared = new Map<string, SettingDefinition>();

/**
 * Declares a setting of the office. `fallback` is in force until the office sets its own, and names its source.
 * Call at the top of a feature's module; throws when two settings have one key.
 */
export function defineSetting<T extends SettingValue>(
  setting: Omit<SettingDefinition<T>, 'field'> & { field?: SettingField },
): SettingDefinition<T> {
  if (declared.has(setting.key)) throw new Error(`two settings are called ${setting.key}`);
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(setting.key)) throw new Error(`${setting.key} is not feature.name`);
  const complete = { ...setting, field: setting.field ?? usualField(setting.fallback.value) };
  declared.set(setting.key, complete as unknown as SettingDefinition);
  return complete;
}

/** Every declared setting, by key. */
export function declaredSettings(): SettingDefinition[] {
  return [...declared.values()].sort((a, b) => a.key.localeCompare(b.key));
}

export function declaredSetting(key: string | undefined): SettingDefinition | undefined {
  return declared.get(key ?? '');
}

/** The value of a declared setting in force on `day`. A stored value that no longer fits gives way to the fallback. */
export async function settingInForce<T extends SettingValue>(
  tx: Tx,
  setting: SettingDefinition<T>,
  day: Temporal.PlainDate,
): Promise<Setting<T>> {
  const found = await settingOn<unknown>(tx, setting.key, day, setting.fallback);
  const parsed = setting.schema.safeParse(found.value);
  return parsed.success ? { ...found, value: parsed.data } : setting.fallback;
}

/** The setting in force on `day`, or `fallback` with its own source when the office has set none. */
export async function settingOn<T>(
  tx: Tx,
  key: string,
  day: Temporal.PlainDate,
  fallback: Setting<T>,
): Promise<Setting<T>> {
  const { rows } = await tx.execute<{ value: T; valid_from: string; source: string }>(sql`
    select value, valid_from::text, source from settings
    where office_id = ${tx.officeId} and key = ${key} and valid_from <= ${day.toString()}::date
    order by valid_from desc, id desc limit 1`);
  const row = rows[0];
  return row
    ? { value: row.value, validFrom: Temporal.PlainDate.from(row.valid_from), source: row.source }
    : fallback;
}

function usualField(value: SettingValue): SettingField {
  if (typeof value === 'number') return { kind: 'number' };
  return typeof value === 'boolean' ? { kind: 'yes-no' } : { kind: 'text' };
}
