// Bounds that came, or come, while an enrolment runs: it goes by those of its first day, so whoever agreed it is told.
import type { Tx } from '../../../platform/tenancy.ts';
import { type BoundBroken, boundsBetween, outsideBounds } from '../../offer/services/door.ts';
import type { Enrolment } from './expected.ts';

export type BrokenFrom = { broken: BoundBroken; validFrom: Temporal.PlainDate; source: string };

/** The first bounds, of those that hold on `today` or later, that an enrolment does not keep while it runs. */
export async function boundBrokenAhead(
  tx: Tx,
  enrolment: Enrolment,
  today: Temporal.PlainDate,
): Promise<BrokenFrom | undefined> {
  const { compare } = Temporal.PlainDate;
  const from = compare(enrolment.startsOn, today) > 0 ? enrolment.startsOn : today;
  if (compare(from, enrolment.lastOn) > 0) return undefined;
  const agreed = { weekdays: enrolment.weekdays.length, dayMinutes: enrolment.dayMinutes };
  for (const { bounds, validFrom, source } of await boundsBetween(
    tx,
    enrolment.serviceId,
    from,
    enrolment.lastOn,
  )) {
    const broken = outsideBounds(bounds, agreed);
    if (broken) return { broken, validFrom, source };
  }
  return undefined;
}
