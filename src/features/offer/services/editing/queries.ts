// Lists for the pages on which the catalogue is kept.
import { sql } from 'drizzle-orm';
import type { Text } from '../../../../platform/language.ts';
import type { Actor } from '../../../../platform/session.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { unitsManagedBy } from '../../../ground/people/door.ts';
import type { ServiceKind, ServiceStage } from '../content.ts';

export type KeptRow = {
  id: string;
  name: Text;
  kind: ServiceKind;
  stage: ServiceStage;
  /** The unit that it belongs to, in use or closed; null for the whole office. */
  unit: Text | null;
  published: { number: number; at: Temporal.Instant } | undefined;
  draft: boolean;
};

/** Every service that the actor keeps, those that take clients in first and the retired last, at most 300. */
export async function keptServices(tx: Tx, actor: Actor): Promise<KeptRow[]> {
  const units = unitsManagedBy(actor);
  if (units !== 'all' && units.length === 0) return [];
  const { rows } = await tx.execute<{
    id: string;
    name: Text;
    kind: ServiceKind;
    stage: ServiceStage;
    unit: Text | null;
    number: number | null;
    published_at: string | null;
    draft: boolean;
  }>(sql`
    select s.id, s.name, s.kind, s.stage, u.name as unit, v.number, to_json(v.published_at)#>>'{}' as published_at,
           exists (select from service_versions d
                    where d.office_id = s.office_id and d.service_id = s.id and d.published_at is null) as draft
      from services s
      left join units u on u.office_id = s.office_id and u.id = s.unit_id
      left join lateral (select number, published_at from service_versions
                          where office_id = s.office_id and service_id = s.id and published_at is not null
                          order by number desc limit 1) v on true
     where s.office_id = ${tx.officeId} and ${units === 'all' ? sql`true` : sql`s.unit_id in ${units}`}
     order by array_position(array['in-use', 'pilot', 'prototype', 'idea', 'retired'], s.stage),
              s.name->>'fi', s.id limit 300`);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    stage: row.stage,
    unit: row.unit,
    published:
      row.number === null || row.published_at === null
        ? undefined
        : { number: row.number, at: Temporal.Instant.from(row.published_at) },
    draft: row.draft,
  }));
}

/** The stages a service has had, newest first. */
export async function stagesOf(tx: Tx, serviceId: string) {
  const { rows } = await tx.execute<{
    id: string;
    stage: ServiceStage;
    note: string | null;
    set_by: string | null;
    set_at: string;
  }>(sql`
    select id, stage, note, set_by, to_json(set_at)#>>'{}' as set_at from service_stages
     where office_id = ${tx.officeId} and service_id = ${serviceId} order by set_at desc, id desc limit 100`);
  return rows.map((row) => ({
    id: row.id,
    stage: row.stage,
    note: row.note,
    setBy: row.set_by,
    setAt: Temporal.Instant.from(row.set_at),
  }));
}
