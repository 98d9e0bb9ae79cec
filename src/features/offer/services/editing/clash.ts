// Who saved a part while somebody else was writing it.
import { houseZone } from '../../../../platform/clock.ts';
import type { Tx } from '../../../../platform/tenancy.ts';
import type { FormState } from '../../../../ui/form.tsx';
import type { Version } from '../version-queries.ts';
import { colleagueNames } from './access.ts';
import type { Clash } from './clash-notice.tsx';

/** The clash to tell of; `saved` is what the fields would hold now. */
export async function clashOf(
  tx: Tx,
  draft: Version | undefined,
  saved: FormState['values'],
): Promise<Clash> {
  const names = await colleagueNames(tx, [draft?.savedBy ?? null]);
  return {
    by: names.get(draft?.savedBy ?? ''),
    at: draft?.savedAt.toZonedDateTimeISO(houseZone),
    saved,
  };
}
