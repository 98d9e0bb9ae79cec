// A person's own copy of what the house keeps about them (GDPR, Articles 15 and 20). A feature that keeps something
// gives its part through its door (`dataAbout`) and has a line here; the page's words say which parts these are.
import { now } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { dataAbout as confirmationData } from '../../coaching/confirmation/door.ts';
import { dataAbout as dayData } from '../../coaching/days/door.ts';
import { dataAbout as enrolmentData } from '../../coaching/enrolments/door.ts';
import { dataAbout as planData } from '../../coaching/plans/door.ts';
import { dataAbout as bookingData } from '../../contact/bookings/door.ts';
import { dataAbout as callData } from '../../contact/calls/door.ts';
import { dataAbout as queueData } from '../../contact/drop-in/door.ts';
import { dataAbout as groupData } from '../../contact/groups/door.ts';
import { dataAbout as messageData } from '../../contact/messages/door.ts';
import { accessesAbout } from '../../ground/access-log/door.ts';
import { dataAbout as fileData } from '../../ground/files/door.ts';
import { dataAbout as noticeData } from '../../ground/notices/door.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { dataAbout as personData } from '../../ground/people/door.ts';
import { dataAbout as signInData } from '../../ground/sign-in/door.ts';

type Part = { name: string; of: (tx: Tx, personId: string) => Promise<unknown> };

const parts: readonly Part[] = [
  { name: 'person', of: personData },
  { name: 'plans', of: planData },
  { name: 'services', of: enrolmentData },
  { name: 'days', of: dayData },
  { name: 'confirmedDays', of: confirmationData },
  { name: 'times', of: bookingData },
  { name: 'queues', of: queueData },
  { name: 'messages', of: messageData },
  { name: 'rooms', of: callData },
  { name: 'groups', of: groupData },
  { name: 'files', of: fileData },
  { name: 'notices', of: noticeData },
  { name: 'signIn', of: signInData },
  { name: 'accessLog', of: accessesAbout },
];

export type OwnData = { office: string; madeAt: string; [part: string]: unknown };

/** Gathers the parts one after the other. */
export async function gatherOwnData(tx: Tx, personId: string): Promise<OwnData> {
  const data: OwnData = { office: (await thisOffice(tx)).name.fi, madeAt: now().toString() };
  for (const part of parts) data[part.name] = await part.of(tx, personId);
  return data;
}
