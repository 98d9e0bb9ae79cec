// Lists for the pages on which the catalogue is kept.
import { sql } from 'drizzle-orm';
import type { Text } from '../../../../platform/language.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import type { ServiceKind, ServiceStage } from '../content.ts';

export type KeptRow = {
  id: string;
  name: Text;
  kind: ServiceKind;
  stage: ServiceStage;
  unitId: string | null;
  published: { number: number; at: Temporal.Instant } | undefined;
  draft: boolean;
};

/** Every service, those that take clients in first and the retired last, at most 300. */
export async function keptServices(tx: Tx): Promise<KeptRow[]> {
  const { rows } = await tx.execute<{
    id: string;
    name: Text;
    kind: ServiceKind;
    stage: ServiceStage;
    unit_id: string | null;
    number: number | null;
    published_at: string | null;
    draft: boolean;
  }>(sql`
    select s.id, s.name, s.kind, s.stage, s.unit_id, v.number, to_json(v.published_at)#>>'{}' as published_at,
           exists (select from service_versions d
                    where d.office_id = s.office_id and d.service_id = s.id and d.published_at is null) as draft
      from services s
      left join lateral (select number, published_at from service_versions
                          where office_id = s.office_id and service_id = s.id and published_at is not null
                          order by number desc limit 1) v on true
     where s.office_id = ${tx.officeId}
     order by array_position(array['in-use', 'pilot', 'prototype', 'idea', 'retired'], s.stage),
              s.name->>'fi', s.id limit 300`);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    stage: row.stage,
    unitId: row.unit_id,
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
