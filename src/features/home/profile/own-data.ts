// A person's own copy of what the house keeps about them (GDPR, Articles 15 and 20). A feature that keeps something
// gives its part through its door (`dataAbout`) and has a line here; the page's words say which parts these are.
import { now } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/tenancy.ts';
import { dataAbout as planData } from '../../coaching/plans/door.ts';
import { accessesAbout } from '../../ground/access-log/door.ts';
import { thisOffice } from '../../ground/offices/door.ts';
import { dataAbout as personData } from '../../ground/people/door.ts';

type Part = { name: string; of: (tx: Tx, personId: string) => Promise<unknown> };

const parts: readonly Part[] = [
  { name: 'person', of: personData },
  { name: 'plans', of: planData },
  { name: 'accessLog', of: accessesAbout },
];

export type OwnData = { office: string; madeAt: string; [part: string]: unknown };

/** Gathers the parts one after the other. */
export async function gatherOwnData(tx: Tx, personId: string): Promise<OwnData> {
  const data: OwnData = { office: (await thisOffice(tx)).name.fi, madeAt: now().toString() };
  for (const part of parts) data[part.name] = await part.of(tx, personId);
  return data;
}
