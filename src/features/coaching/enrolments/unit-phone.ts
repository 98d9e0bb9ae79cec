// The number to call when nothing else works.
import { nowIn } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { thisOffice, unitById } from '../../ground/offices/door.ts';
import { serviceById } from '../../offer/services/door.ts';
import { enrolmentOn } from './expected.ts';

/** The phone number of the unit whose service the client is in, else of the office; undefined when neither has one. */
export async function phoneOfUnit(tx: Tx, clientId: string): Promise<string | undefined> {
  const office = await thisOffice(tx);
  const enrolment = await enrolmentOn(tx, clientId, nowIn(office.timeZone).toPlainDate());
  const service = enrolment && (await serviceById(tx, enrolment.serviceId));
  const unit = service?.unitId ? await unitById(tx, service.unitId) : undefined;
  return unit?.contacts.phone ?? office.contacts.phone;
}
