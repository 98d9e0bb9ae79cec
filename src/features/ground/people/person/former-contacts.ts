// What a person was reached by before a change, kept sealed until it has been warned. News carries ids only, so the
// warning finds the address here.
import { and, eq } from 'drizzle-orm';
import { now } from '../../../../platform/clock.ts';
import { openText, sealText } from '../../../../platform/encryption.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { formerContacts, persons } from '../tables.ts';

export type FormerContact = { channel: 'sms' | 'email'; contact: string };

const place = (personId: string, rowId: string) => ({
  personId,
  table: 'former_contacts',
  column: 'contact',
  rowId,
});

/** Keeps the number and the address that `change` replaces or takes away. Call before the change is written. */
export async function keepFormerContacts(
  tx: Tx,
  personId: string,
  change: { phone?: string | null; email?: string | null },
): Promise<void> {
  const [person] = await tx
    .select({ sms: persons.phone, email: persons.email })
    .from(persons)
    .where(and(eq(persons.officeId, tx.officeId), eq(persons.id, personId)))
    .limit(1);
  if (!person) return;
  const coming = { sms: change.phone, email: change.email };
  for (const channel of ['sms', 'email'] as const) {
    const former = person[channel];
    if (!former || coming[channel] === undefined || coming[channel] === former) continue;
    await keepFormerContact(tx, personId, { channel, contact: former });
  }
}

/** Keeps one number or address that was the person's, to be warned. */
export async function keepFormerContact(tx: Tx, personId: string, former: FormerContact): Promise<void> {
  const id = crypto.randomUUID();
  const contact = await sealText(tx, place(personId, id), former.contact);
  await tx
    .insert(formerContacts)
    .values({ id, personId, channel: former.channel, contact, replacedAt: now() });
}

/** Takes out what waits to be warned: each is given once. What is in use again needs no warning and is dropped. */
export async function takeFormerContacts(tx: Tx, personId: string): Promise<FormerContact[]> {
  const taken = await tx
    .delete(formerContacts)
    .where(and(eq(formerContacts.officeId, tx.officeId), eq(formerContacts.personId, personId)))
    .returning();
  const [person] = await tx
    .select({ sms: persons.phone, email: persons.email })
    .from(persons)
    .where(and(eq(persons.officeId, tx.officeId), eq(persons.id, personId)))
    .limit(1);
  const found: FormerContact[] = [];
  for (const { id, channel, contact: sealed } of taken) {
    const contact = await openText(tx, place(personId, id), sealed);
    if (contact !== '' && contact !== person?.[channel]) found.push({ channel, contact });
  }
  return found;
}
