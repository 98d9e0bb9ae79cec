// The verbs of people: who exists here, in which roles, who coaches whom.
import { recordEvent } from '../../../platform/events.ts';
import type { Actor, Role } from '../../../platform/session.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { personAdded, relationStarted, roleGranted } from './events.ts';
import { persons, relations, roleGrants } from './tables.ts';

type NewPerson = Omit<typeof persons.$inferInsert, 'id' | 'officeId' | 'createdAt'>;

/** Adds a person to the office. Gives the new id. */
export async function addPerson(tx: Tx, actor: Actor | undefined, person: NewPerson): Promise<string> {
  const [row] = await tx.insert(persons).values(person).returning({ id: persons.id });
  if (!row) throw new Error('the person was not added');
  await recordEvent(tx, personAdded({ personId: row.id }), { actorId: actor?.personId });
  return row.id;
}

/** Gives a person a role from `startsOn`, in a unit or in the whole office. */
export async function grantRole(
  tx: Tx,
  actor: Actor | undefined,
  grant: {
    personId: string;
    role: Role;
    unitId?: string | null;
    startsOn: Temporal.PlainDate;
    endsOn?: Temporal.PlainDate | null;
  },
): Promise<void> {
  await tx.insert(roleGrants).values({ ...grant, grantedBy: actor?.personId ?? null });
  await recordEvent(tx, roleGranted({ personId: grant.personId, role: grant.role }), {
    actorId: actor?.personId,
  });
}

/** Starts a coach–client relation. Rights follow it from `startsOn` to `endsOn`. */
export async function startRelation(
  tx: Tx,
  actor: Actor | undefined,
  relation: {
    clientId: string;
    coachId: string;
    kind: 'own-coach' | 'substitute';
    startsOn: Temporal.PlainDate;
    endsOn?: Temporal.PlainDate | null;
  },
): Promise<void> {
  await tx.insert(relations).values({ ...relation, setBy: actor?.personId ?? null });
  await recordEvent(tx, relationStarted({ clientId: relation.clientId, coachId: relation.coachId }), {
    actorId: actor?.personId,
  });
}
