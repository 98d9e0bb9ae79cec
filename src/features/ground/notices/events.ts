import { defineEvent } from '../../../platform/events.ts';

/** No channel worked: somebody must find another way to this person. */
export const deliveryGivenUp = defineEvent<{ deliveryId: string; personId: string }>('delivery.given-up');
/** Staff posted a letter or spoke on the phone. */
export const deliveryHandled = defineEvent<{ deliveryId: string; personId: string }>('delivery.handled');
export const kindDeclined = defineEvent<{ personId: string; kind: string }>('notice-kind.declined');
