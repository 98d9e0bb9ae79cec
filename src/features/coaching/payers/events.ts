import { defineEvent } from '../../../platform/events.ts';

export const payerPeriodClosed = defineEvent<{ periodId: string }>('payer-period.closed');
export const payerPeriodReopened = defineEvent<{ periodId: string }>('payer-period.reopened');
