// Versions of services: what is public now, what is being written, and what has been.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/tenancy.ts';
import type { ServiceContent, ServiceKind, ServiceStage } from './content.ts';

/** The parts of a service that are not in its versions. */
export type PublicService = {
  id: string;
  kind: ServiceKind;
  stage: ServiceStage;
  unitId: string | null;
  /** The last part of its public address in each language. */
  slugs: { fi: string; sv: string; en: string };
};

export type Published = {
  service: PublicService;
  /** The number of the version. */
  number: number;
  content: ServiceContent;
  publishedAt: Temporal.Instant;
};

type PublishedRow = {
  id: string;
  kind: ServiceKind;
  stage: ServiceStage;
  unit_id: string | null;
  slug_fi: string;
  slug_sv: string;
  slug_en: string;
  number: number;
  content: ServiceContent;
  published_at: string;
};

const publishedRows = (tx: Tx) => sql`
  select s.id, s.kind, s.stage, s.unit_id, s.slug_fi, s.slug_sv, s.slug_en, v.number, v.content,
         to_json(v.published_at)#>>'{}' as published_at
    from services s
    join lateral (select number, content, published_at from service_versions
                   where office_id = s.office_id and service_id = s.id and published_at is not null
                   order by number desc limit 1) v on true
   where s.office_id = ${tx.officeId} and s.stage in ('pilot', 'in-use')`;

/** What the public may read now: the newest published version of each service that takes clients in, by Finnish name. */
export async function publishedServices(tx: Tx): Promise<Published[]> {
  const { rows } = await tx.execute<PublishedRow>(
    sql`${publishedRows(tx)} order by v.content->'name'->>'fi', s.id limit 200`,
  );
  return rows.map(publishedFrom);
}

/** One of them, by its id or by its address in one language; undefined when the public may not read it. */
export async function publishedService(
  tx: Tx,
  which: { id: string } | { slug: string; language: 'fi' | 'sv' | 'en' },
): Promise<Published | undefined> {
  const condition =
    'id' in which
      ? sql`s.id = ${which.id}`
      : sql`case ${which.language} when 'fi' then s.slug_fi when 'sv' then s.slug_sv else s.slug_en end = ${which.slug}`;
  const { rows } = await tx.execute<PublishedRow>(sql`${publishedRows(tx)} and ${condition} limit 1`);
  return rows[0] && publishedFrom(rows[0]);
}

function publishedFrom(row: PublishedRow): Published {
  return {
    service: {
      id: row.id,
      kind: row.kind,
      stage: row.stage,
      unitId: row.unit_id,
      slugs: { fi: row.slug_fi, sv: row.slug_sv, en: row.slug_en },
    },
    number: row.number,
    content: row.content,
    publishedAt: Temporal.Instant.from(row.published_at),
  };
}

export type Version = {
  id: string;
  number: number;
  content: ServiceContent;
  revision: number;
  madeBy: string | null;
  madeAt: Temporal.Instant;
  savedBy: string | null;
  savedAt: Temporal.Instant;
  publishedBy: string | null;
  publishedAt: Temporal.Instant | null;
  note: string | null;
};

type VersionRow = {
  id: string;
  number: number;
  content: ServiceContent;
  revision: number;
  made_by: string | null;
  made_at: string;
  saved_by: string | null;
  saved_at: string;
  published_by: string | null;
  published_at: string | null;
  note: string | null;
};

const briefColumns = sql`id, number, revision, made_by, to_json(made_at)#>>'{}' as made_at, saved_by,
  to_json(saved_at)#>>'{}' as saved_at, published_by, to_json(published_at)#>>'{}' as published_at, note`;

const versionRows = (tx: Tx, serviceId: string) => sql`
  select ${briefColumns}, content from service_versions
    where office_id = ${tx.officeId} and service_id = ${serviceId}`;

/** The version being written; undefined when nobody is writing one. */
export async function draftOf(tx: Tx, serviceId: string): Promise<Version | undefined> {
  const { rows } = await tx.execute<VersionRow>(
    sql`${versionRows(tx, serviceId)} and published_at is null limit 1`,
  );
  return rows[0] && versionFrom(rows[0]);
}

/** The newest published version, whatever the stage of the service. */
export async function latestPublished(tx: Tx, serviceId: string): Promise<Version | undefined> {
  const { rows } = await tx.execute<VersionRow>(
    sql`${versionRows(tx, serviceId)} and published_at is not null order by number desc limit 1`,
  );
  return rows[0] && versionFrom(rows[0]);
}

/** One version by its number, published or being written; undefined when there is none. */
export async function versionByNumber(
  tx: Tx,
  serviceId: string,
  number: number,
): Promise<Version | undefined> {
  const { rows } = await tx.execute<VersionRow>(
    sql`${versionRows(tx, serviceId)} and number = ${number} limit 1`,
  );
  return rows[0] && versionFrom(rows[0]);
}

export type VersionBrief = Omit<Version, 'content'>;

/** All versions without their content, newest first, at most 200. */
export async function versionsOf(tx: Tx, serviceId: string): Promise<VersionBrief[]> {
  const { rows } = await tx.execute<Omit<VersionRow, 'content'>>(sql`
    select ${briefColumns} from service_versions
     where office_id = ${tx.officeId} and service_id = ${serviceId} order by number desc limit 200`);
  return rows.map(briefFrom);
}

function versionFrom(row: VersionRow): Version {
  return { ...briefFrom(row), content: row.content };
}

function briefFrom(row: Omit<VersionRow, 'content'>): VersionBrief {
  return {
    id: row.id,
    number: row.number,
    revision: row.revision,
    madeBy: row.made_by,
    madeAt: Temporal.Instant.from(row.made_at),
    savedBy: row.saved_by,
    savedAt: Temporal.Instant.from(row.saved_at),
    publishedBy: row.published_by,
    publishedAt: row.published_at === null ? null : Temporal.Instant.from(row.published_at),
    note: row.note,
  };
}
