// What an office decides about its calls.
import { z } from 'zod';
import { defineSetting } from '../../ground/offices/door.ts';
import { texts } from './texts.ts';

export type AddressRule = 'relay-when-possible' | 'relay-always' | 'direct';

/** Whether the browsers of a call may learn each other's network addresses. */
export const addressRule = defineSetting<AddressRule>({
  key: 'calls.network-addresses',
  title: texts.settingAddresses,
  explanation: texts.settingAddressesWhy,
  schema: z.enum(['relay-when-possible', 'relay-always', 'direct']),
  fallback: {
    value: 'relay-when-possible',
    validFrom: Temporal.PlainDate.from('2020-01-01'),
    source: 'RFC 8828',
  },
  field: {
    kind: 'choice',
    options: [
      { value: 'relay-when-possible', label: texts.settingRelayWhenPossible },
      { value: 'relay-always', label: texts.settingRelayAlways },
      { value: 'direct', label: texts.settingDirect },
    ],
  },
});
