// The office's quiet hours, a setting with the day from which it is valid and its source.
import type { Tx } from '../../../../platform/tenancy.ts';
import { settingOn, thisOffice } from '../../offices/door.ts';
import type { QuietHours } from '../rules.ts';

export const quietHoursKey = 'notices.quiet-hours';

/** Used until the office decides: nobody's phone rings between nine in the evening and seven in the morning. */
const ours = {
  value: { from: '21:00', to: '07:00' } satisfies QuietHours,
  validFrom: Temporal.PlainDate.from('2026-01-01'),
  source: 'Likistä',
};

/** The quiet hours in force at `at`, and the zone of the office's wall clock. */
export async function quietHoursOf(
  tx: Tx,
  at: Temporal.Instant,
): Promise<{ quiet: QuietHours; zone: string }> {
  const { timeZone: zone } = await thisOffice(tx);
  const day = at.toZonedDateTimeISO(zone).toPlainDate();
  const { value } = await settingOn<QuietHours>(tx, quietHoursKey, day, ours);
  return { quiet: value, zone };
}
