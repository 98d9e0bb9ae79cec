// What this feature holds about a person, for the person's own copy of their data (GDPR, Articles 15 and 20).
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../platform/tenancy.ts';
import { personById } from './door.ts';
import { coachesHistory, grantsOf, openedParts } from './queries.ts';

/** Everything about the person that they may have: not whom they must never meet, which is about somebody else too. */
export async function dataAbout(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  const person = await personById(tx, personId);
  if (!person) return {};
  const { needs, address } = await openedParts(tx, person);
  const clients = await tx.execute<{ starts_on: string; ends_on: string | null; kind: string }>(sql`
    select kind, starts_on::text, ends_on::text from relations
     where office_id = ${tx.officeId} and coach_id = ${personId} order by starts_on limit 5000`);
  return {
    givenName: person.givenName,
    familyName: person.familyName,
    preferredName: person.preferredName,
    bornOn: person.bornOn?.toString() ?? null,
    gender: person.gender,
    phone: person.phone,
    email: person.email,
    postalAddress: address ?? null,
    distanceKm: person.distanceKm,
    language: person.language,
    channel: person.channel,
    accessibilityNeeds: needs ?? null,
    whereaboutsHidden: person.protected,
    addedAt: person.createdAt.toString(),
    roles: (await grantsOf(tx, personId)).map((grant) => ({
      role: grant.role,
      unit: grant.unit?.fi ?? null,
      startsOn: grant.startsOn.toString(),
      endsOn: grant.endsOn?.toString() ?? null,
    })),
    coaches: (await coachesHistory(tx, personId)).map((relation) => ({
      kind: relation.kind,
      coach: relation.other,
      startsOn: relation.startsOn.toString(),
      endsOn: relation.endsOn?.toString() ?? null,
    })),
    coachOf: clients.rows.map((row) => ({ kind: row.kind, startsOn: row.starts_on, endsOn: row.ends_on })),
  };
}
