// What the public front page tells, read in one go.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { nowIn } from '../../../../platform/clock.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Text } from '../../../../platform/language.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import { type OpenNow, openNow, openSpans, type Span } from '../opening/opening-rules.ts';
import { closuresOn, hoursByUnit, weekOf } from '../queries.ts';
import { type Contacts, offices, units } from '../tables.ts';

export type PlaceToday = { name: Text; spans: Span[]; state: OpenNow; contacts: Contacts };

export type PublicFront = {
  /** The office's part of the path: `/likijarvi`, or empty when the host name tells it. */
  prefix: string;
  office: PlaceToday;
  units: readonly (PlaceToday & { id: string })[];
  /** Why today is not like other days of its weekday. */
  reason: Text | undefined;
};

/** What the public front page tells: who the office is and what is open now. */
export async function publicFront(tx: Tx, prefix: string): Promise<PublicFront> {
  const [office] = await tx.select().from(offices).where(eq(offices.officeId, tx.officeId)).limit(1);
  if (!office) throw new NotFound('office');
  const inUse = await tx
    .select()
    .from(units)
    .where(and(eq(units.officeId, tx.officeId), isNull(units.closedOn)))
    .orderBy(sql`${units.name}->>'fi'`)
    .limit(50);
  const hours = await hoursByUnit(tx);
  const at = nowIn(office.timeZone);
  const { closures, reason } = await closuresOn(tx, at.toPlainDate());
  const today = (unitId: string | null, name: Text, contacts: Contacts): PlaceToday => {
    const spans = openSpans(weekOf(hours, unitId).get(at.dayOfWeek) ?? [], closures);
    return { name, contacts, spans, state: openNow(spans, at.toPlainTime()) };
  };
  return {
    prefix,
    office: today(null, office.name, office.contacts),
    units: inUse.map((unit) => ({ id: unit.id, ...today(unit.id, unit.name, unit.contacts) })),
    reason,
  };
}
