import { defineEvent } from '../../../platform/events.ts';

export const dayConfirmed = defineEvent<{ dayId: string; clientId: string; sequence: number }>(
  'day.confirmed',
);
export const payerPeriodClosed = defineEvent<{ periodId: string }>('payer-period.closed');
export const payerPeriodReopened = defineEvent<{ periodId: string }>('payer-period.reopened');
